import { noteOf, shownQuote, tagsOf } from '../annotation/edit.ts';
import type { FieldKey } from '../article/schema.ts';
import { correctedTasks } from '../record/correctedTasks.ts';
import { corrected } from '../record/fieldCorrections.ts';
import { isIncomplete, searchedWords } from '../record/fields.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { firstNotBelow } from './ascending.ts';
import { dayOf } from './days.ts';
import { fieldCode, type SearchField, STATES } from './fields.ts';
import { foldSearched, foldWithPlaces } from './foldSearched.ts';
import type { Grouped } from './groups.ts';
import { foldTag } from './query.ts';
import { joined, type Stretch } from './stretches.ts';

/** The words of a deadline within a value, and its last day as an ISO date. */
type DueStretch = Stretch & { date: string };

/**
 * One value of an article that the search reads: its words as written in the article, and their field. For the
 * article's text, `tasks` has the stretches that are tasks, in ascending order and without overlap. `key`: the field of
 * the article that has the value, if one has. `dues`: the deadlines in the value of which the days are known.
 */
export type Entry = {
  field: SearchField;
  words: string;
  key?: FieldKey;
  tasks?: Stretch[];
  dues?: DueStretch[];
};

/** The search field of each field of an article. Fields that are not listed belong to `other`. */
const FIELD_OF: Partial<Record<FieldKey, SearchField>> = {
  title: 'title',
  kicker: 'title',
  subtitle: 'title',
  originalTitle: 'title',
  source: 'source',
  issuer: 'issuer',
  documentNumber: 'number',
  indexNumber: 'number',
  region: 'region',
  publishedAt: 'date',
  writtenOn: 'date',
  authors: 'author',
  keywords: 'keyword',
};

/** The properties of an article that queries compare and that are not words. */
export type Facts = {
  id: string;
  /** The time of publication as the number YYYYMMDDhhmm; 0 where it is not known. */
  published: number;
  /** The time of capture in milliseconds since 1970. */
  captured: number;
  /** The states of the article as bits; see `STATES`. */
  states: number;
  /** The days on which the article's tasks are due, as YYYYMMDD. */
  dues: number[];
  grouped: Grouped;
};

/** Writes an ISO date as people type it: 2025年3月4日. */
const inChinese = (iso: string): string =>
  iso.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2}).*/, (_, y, m, d) => `${y}年${m}月${d}日`);

const listed = (value: string | null | undefined): string[] => (value ? [value] : []);

const presentText = ({ saved, texts }: ArticleBundle): string =>
  texts.find(({ sha256 }) => sha256 === saved.sha256)?.text ?? '';

/** Returns the task lists of an article after the person's corrections. */
function listsOf(bundle: ArticleBundle) {
  const { saved } = bundle;
  return saved.taskCorrections.length === 0
    ? saved.taskLists
    : correctedTasks(saved, presentText(bundle)).lists;
}

type Task = ArticleBundle['saved']['taskLists'][number]['tasks'][number];

/** Finds where a task begins in a text; -1 where its words are not there. */
const placeOf = ({ text: words, start }: Task, text: string): number =>
  words === '' ? -1 : text.startsWith(words, start) ? start : text.indexOf(words);

/** Finds the words of a task's deadlines in a text, in which the task begins at `at`. */
function duesAt({ text: words, deadlines }: Task, at: number): DueStretch[] {
  return deadlines.flatMap(({ text, date }) => {
    const found = words.indexOf(text);
    return date && text && found >= 0 ? [{ start: at + found, end: at + found + text.length, date }] : [];
  });
}

/** Collects all searched values of an article, each once. */
export function entriesOf(bundle: ArticleBundle): Entry[] {
  const { annotations } = bundle;
  const saved = corrected(bundle.saved);
  const { article } = saved;
  const entries: Entry[] = [];
  const known = new Set<string>();
  const addWith = (more: Partial<Entry>, field: SearchField, ...values: (string | null)[]) => {
    for (const words of values) {
      const id = `${field} ${words}`;
      if (!words || known.has(id)) continue;
      known.add(id);
      entries.push({ ...more, field, words });
    }
  };
  const add = (field: SearchField, ...values: (string | null)[]) => addWith({}, field, ...values);
  for (const key of Object.keys(article) as (FieldKey & keyof typeof article)[])
    addWith({ key }, FIELD_OF[key] ?? 'other', ...searchedWords({ [key]: article[key] }));
  for (const key of ['publishedAt', 'writtenOn'] as const)
    addWith({ key }, 'date', article[key] && inChinese(article[key]));
  const text = presentText(bundle);
  const lists = listsOf(bundle);
  const places = new Map(lists.flatMap(({ tasks }) => tasks).map((task) => [task, placeOf(task, text)]));
  const inText = [...places].filter(([, at]) => at >= 0).sort(([, a], [, b]) => a - b);
  if (text)
    entries.push({
      field: 'text',
      words: text,
      tasks: joined(inText.map(([task, at]) => ({ start: at, end: at + task.text.length }))),
      dues: inText.flatMap(([task, at]) => duesAt(task, at)),
    });
  for (const { speaker, section, tasks } of lists) {
    add('speaker', speaker && [speaker.title, speaker.name].filter(Boolean).join(' '));
    add('other', section);
    for (const task of tasks) {
      // Skips a task whose words are in the article's text, because the text is searched anyway.
      if (places.get(task)! < 0) addWith({ dues: duesAt(task, 0) }, 'task', task.text);
      add('body', ...task.responsible);
      for (const { text: words, date } of task.deadlines)
        addWith(date ? { dues: [{ start: 0, end: words.length, date }] } : {}, 'deadline', words);
    }
  }
  add('note', saved.note, ...annotations.map(noteOf));
  add('tag', ...[...saved.tags, ...annotations.flatMap(tagsOf)]);
  add('quote', ...annotations.map(shownQuote));
  add('address', saved.url, saved.canonicalUrl);
  add('color', ...annotations.map(({ color }) => color));
  return entries;
}

/** Collects the times, states and due days of an article, which queries compare. */
export function factsOf(bundle: ArticleBundle): Facts {
  const { texts, annotations } = bundle;
  const saved = corrected(bundle.saved);
  const tasks = listsOf(bundle).flatMap((list) => list.tasks);
  const dues = new Set(tasks.flatMap(({ deadlines }) => deadlines.map(({ date }) => dayOf(date))));
  dues.delete(0);
  const holds: Record<keyof typeof STATES, boolean> = {
    marked: annotations.length > 0,
    read: saved.read,
    starred: saved.starred,
    changed: texts.length > 1,
    task: tasks.length > 0,
    noted: [saved.note, ...annotations.map(noteOf)].some((note) => note.trim() !== ''),
    tagged: saved.tags.length > 0 || annotations.some((one) => tagsOf(one).length > 0),
    incomplete: isIncomplete(saved.article),
  };
  const { publishedAt } = saved.article;
  const [, hours = '0', minutes = '0'] = /T(\d\d):(\d\d)/.exec(publishedAt ?? '') ?? [];
  return {
    id: saved.id,
    published: dayOf(publishedAt) * 10_000 + Number(hours) * 100 + Number(minutes),
    captured: Date.parse(saved.capturedAt),
    states: Object.entries(STATES).reduce(
      (bits, [state, { bit }]) => (holds[state as keyof typeof STATES] ? bits | bit : bits),
      0,
    ),
    dues: [...dues].sort((a, b) => a - b),
    grouped: {
      source: listed(saved.article.source),
      issuer: listed(saved.article.issuer),
      region: listed(saved.article.region?.name),
      tag: [...new Set([...saved.tags, ...annotations.flatMap(tagsOf)])],
    },
  };
}

/**
 * An article in the form that the index stores. `text` has all its searched values, folded by `foldSearched`, with a
 * line break after each. `starts` has the offset of each value, and `fields` the code of its field. The article's text
 * is stored as several values without line breaks between them: its tasks, and the words around these.
 */
export type SearchDocument = Facts & { text: string; starts: number[]; fields: number[] };

const foldedOf = (field: SearchField, words: string): string =>
  field === 'tag' ? foldTag(words) : foldSearched(words);

/** Makes the `SearchDocument` of an article. */
export function documentOf(bundle: ArticleBundle): SearchDocument {
  const starts: number[] = [];
  const fields: number[] = [];
  const parts: string[] = [];
  let length = 0;
  const begin = (field: SearchField, at: number) => {
    // Drops an empty value: no words are before a task at the very beginning of the text, or between two adjoining
    // tasks.
    if (starts.at(-1) === at) fields.pop();
    else starts.push(at);
    fields.push(fieldCode(field));
  };
  for (const { field, words, tasks = [] } of entriesOf(bundle)) {
    const { folded, places } =
      tasks.length > 0 ? foldWithPlaces(words) : { folded: foldedOf(field, words), places: null };
    if (folded === '') continue;
    begin(field, length);
    if (places)
      for (const { start, end } of tasks) {
        begin('taskInText', length + firstNotBelow(places, start));
        begin('text', length + firstNotBelow(places, end));
      }
    parts.push(folded, '\n');
    length += folded.length + 1;
  }
  return { ...factsOf(bundle), text: parts.join(''), starts, fields };
}
