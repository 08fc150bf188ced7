import type { FieldKey } from '../article/schema.ts';
import { dayOf, isWithin } from './days.ts';
import type { Entry } from './entries.ts';
import type { SearchField } from './fields.ts';
import { foldSearched, foldWithPlaces, isWide } from './foldSearched.ts';
import { type Query, wantedDays, wantedWords } from './query.ts';
import { joined, type Stretch } from './stretches.ts';

/** A part of a value, as written. `hit` is true where it matches the search and is highlighted. */
export type Lit = { words: string; hit: boolean };

/**
 * A passage of an article's field around searched words, split into highlighted parts and the words between them.
 * `key`: the field of the article that has the passage, if one has. `date`: the day (ISO 8601) of a deadline that the
 * search asks for and that the passage names.
 */
export type Excerpt = { field: SearchField; key?: FieldKey; date?: string; parts: Lit[] };

/** How many UTF-16 units an excerpt has at most before its first hit. */
const BEFORE = 12;
/** The greatest length of an excerpt, in UTF-16 units. Only a longer hit exceeds it. */
const LONGEST = 64;
/**
 * How much of an excerpt is seen in the narrowest panel, which cuts it after two lines, in widths of a Chinese
 * character. A label with the day of a deadline takes `DATED` of this.
 */
const SEEN = 34;
const DATED = 10;
/** How many hits of each searched word in a value can begin an excerpt. This bounds the work in long texts. */
const MOST_ANCHORS = 50;
/** How many searched words are told apart: as many as a number has bits to use. */
const MOST_WANTED = 30;
/** How many kinds of passages (by the words that they show) are compared in pairs. */
const MOST_KINDS = 100;

/** What a query looks for: words, or days of deadlines or of publication. */
type Wanted = ReturnType<typeof wantedWords>[number] | ReturnType<typeof wantedDays>[number];

/** A stretch that matches a part of the query. `of`: the index of that part. `date`: the day of a deadline. */
type Hit = Stretch & { of: number; date?: string };

const hasDays = (one: Wanted): one is ReturnType<typeof wantedDays>[number] => one.type !== 'words';

/** Finds where each part of a query matches one value of a field, in order. The hits can overlap. */
function hitsOf({ field, words, tasks = [], dues = [] }: Entry, wanted: Wanted[]): Hit[] {
  const hits: Hit[] = [];
  let folding: { ended: string; places: Uint32Array } | null = null;
  const folded = () => {
    if (!folding) {
      const { folded, places } = foldWithPlaces(words);
      folding = { ended: `${folded}\n`, places };
    }
    return folding;
  };
  const inTask = (hit: Stretch) => tasks.some(({ start, end }) => hit.start >= start && hit.end <= end);
  wanted.forEach((one, of) => {
    if (hasDays(one)) {
      if (one.type === 'published') return;
      for (const due of dues) if (isWithin(dayOf(due.date), one.days)) hits.push({ ...due, of });
      return;
    }
    const { words: sought, whole, field: wantedField } = one;
    const isWhere = wantedField === null || wantedField === field;
    if (!isWhere && !(wantedField === 'task' && tasks.length > 0)) return;
    const { ended, places } = folded();
    for (let at = ended.indexOf(sought); at >= 0 && !(whole && at > 0); at = ended.indexOf(sought, at + 1)) {
      const last = at + sought.replace(whole ? /[\n/]$/ : /\n$/, '').length - 1;
      if (last < at) continue;
      const hit = { start: places[at]!, end: places[last]! + 1, of };
      if (isWhere || inTask(hit)) hits.push(hit);
    }
  });
  return hits.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Finds where the words of a query occur in one value of a field, in order. Joins overlapping hits. */
export const hitsIn = (entry: Entry, query: Query): Stretch[] => joined(hitsOf(entry, wantedWords(query)));

/** Splits the part `from`–`to` of a value into hits and the words between them. */
function lit(words: string, hits: Stretch[], from: number, to: number): Lit[] {
  const parts: Lit[] = [];
  const push = (start: number, end: number, hit: boolean) => {
    if (end > start) parts.push({ words: words.slice(start, end), hit });
  };
  let at = from;
  for (const { start, end } of hits) {
    if (end <= from || start >= to) continue;
    push(at, start, false);
    push(Math.max(start, from), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  push(at, to, false);
  return parts;
}

/** A passage that an excerpt could show. */
type Passage = Stretch & {
  entry: Entry;
  /** All hits in the value, and those that are seen of the passage. */
  all: Hit[];
  hits: Hit[];
  /** Whether words of the same line precede and follow the passage. */
  cutBefore: boolean;
  cutAfter: boolean;
  /** The parts of the query that the passage shows and the headline does not, as bits. */
  shows: number;
  /** Whether the line only repeats the headline. */
  repeats: boolean;
  /** 0 for a note, 1 for the text and tasks, 2 for other fields. */
  rank: number;
};

const bitsOf = (hits: Hit[]): number => hits.reduce((bits, { of }) => bits | (1 << of), 0);
const countBits = (bits: number): number => bits.toString(2).replaceAll('0', '').length;
const rankOf = ({ field }: Entry): number =>
  field === 'note' ? 0 : field === 'text' || field === 'task' ? 1 : 2;

/** Finds how far a part of a value is seen in the narrowest panel. */
function seenEnd(words: string, start: number, end: number, room: number): number {
  let width = 0;
  for (let at = start; at < end; at++) {
    width += isWide(words.charCodeAt(at)) ? 1 : 0.5;
    if (width > room) return at;
  }
  return end;
}

/** Whether the list itself shows a value: the headline, and the day of publication. */
const isInRow = ({ field, key = field === 'date' ? 'publishedAt' : 'title' }: Entry): boolean =>
  (field === 'title' && key === 'title') || (field === 'date' && key === 'publishedAt');

/** Finds the passages of a value that begin at a hit. `headline`: its folded words. `shown`: what the list shows. */
function passagesOf(entry: Entry, all: Hit[], headline: string, shown: number): Passage[] {
  const { words } = entry;
  const room = all.some(({ date }) => date) ? SEEN - DATED : SEEN;
  const begun = new Map<number, number>();
  const repeating = new Map<number, boolean>();
  const passages: Passage[] = [];
  all.forEach((anchor, i) => {
    const count = begun.get(anchor.of) ?? 0;
    if (count >= MOST_ANCHORS) return;
    begun.set(anchor.of, count + 1);
    const lineStart = words.lastIndexOf('\n', anchor.start - 1) + 1;
    const nextLine = words.indexOf('\n', anchor.end);
    const lineEnd = nextLine < 0 ? words.length : nextLine;
    const start = Math.max(lineStart, anchor.start - BEFORE);
    const end = Math.min(lineEnd, Math.max(anchor.end, start + LONGEST));
    const seen = Math.max(anchor.end, seenEnd(words, start, end, room));
    let first = i;
    while (first > 0 && all[first - 1]!.start >= start) first--;
    const hits: Hit[] = [];
    for (let at = first; at < all.length && all[at]!.start < seen; at++)
      if (all[at]!.end <= seen) hits.push(all[at]!);
    if (entry.field === 'text' && !repeating.has(lineStart))
      repeating.set(lineStart, headline.includes(foldSearched(words.slice(lineStart, lineEnd))));
    passages.push({
      entry,
      all,
      hits,
      start,
      end,
      cutBefore: start > lineStart,
      cutAfter: end < lineEnd,
      shows: bitsOf(hits) & ~shown,
      repeats: repeating.get(lineStart) ?? false,
      rank: rankOf(entry),
    });
  });
  return passages;
}

/** Compares passages that show the same: the better one comes first. */
const compare = (a: Passage, b: Passage): number =>
  Number(a.repeats) - Number(b.repeats) || a.rank - b.rank || b.hits.length - a.hits.length;

/** Chooses one or two passages that together show as many parts of the query as possible; none where none shows any. */
function showingMost(passages: Passage[]): Passage[] {
  const best = new Map<number, Passage>();
  for (const one of passages) {
    const known = best.get(one.shows);
    if (one.shows && (!known || compare(one, known) < 0)) best.set(one.shows, one);
  }
  const kinds = [...best.values()]
    .sort((a, b) => countBits(b.shows) - countBits(a.shows) || compare(a, b))
    .slice(0, MOST_KINDS);
  let chosen = kinds.slice(0, 1);
  let most = countBits(chosen[0]?.shows ?? 0);
  kinds.forEach((a, i) => {
    for (const b of kinds.slice(i + 1)) {
      const shows = countBits(a.shows | b.shows);
      if (shows > most) [most, chosen] = [shows, [a, b]];
    }
  });
  return chosen;
}

function excerptOf(
  { entry, all, hits, start, end, cutBefore, cutAfter }: Passage,
  wanted: Wanted[],
): Excerpt {
  const { field, key, words } = entry;
  const parts = lit(words, joined(all), start, end);
  if (cutBefore) parts.unshift({ words: '…', hit: false });
  if (cutAfter) parts.push({ words: '…', hit: false });
  const date = hits.find((hit) => hit.date)?.date;
  const isTask = hits.every(({ of }) => (wanted[of] as { field?: SearchField }).field === 'task');
  return { field: date ? 'deadline' : isTask ? 'task' : field, key, date, parts };
}

/**
 * Finds at most two excerpts of an article that together show as many of the searched words and deadlines as possible,
 * and highlights all hits in them. Words in the headline and the day of publication count as shown, because lists show
 * these whole. If one excerpt suffices, adds one of a note or the text. Notes come first, then the text.
 */
export function excerptsOf(entries: Entry[], query: Query): Excerpt[] {
  const wanted = [...wantedDays(query), ...wantedWords(query)].slice(0, MOST_WANTED);
  const inRow = entries.filter(isInRow);
  const shown = bitsOf(inRow.flatMap((entry) => hitsOf(entry, wanted)));
  const headline = foldSearched(inRow.find(({ field }) => field === 'title')?.words ?? '');
  const passages = entries.flatMap((entry) => {
    // A colour has no words of its own.
    const hits = isInRow(entry) || entry.field === 'color' ? [] : hitsOf(entry, wanted);
    return passagesOf(entry, hits, headline, shown);
  });
  const chosen = showingMost(passages);
  const rest = passages.filter(({ rank, repeats }) => rank < 2 && !repeats).sort(compare);
  for (const one of rest)
    if (chosen.length < 2 && !chosen.some(({ entry }) => entry === one.entry)) chosen.push(one);
  return chosen
    .sort((a, b) => a.rank - b.rank || a.start - b.start)
    .map((passage) => excerptOf(passage, wanted));
}

/** Splits a whole value into hits and other words. The list shows headlines in this way. */
export const litWhole = (entry: Entry, query: Query): Lit[] =>
  lit(entry.words, hitsIn(entry, query), 0, entry.words.length);

/** Whether a query asks for an article's day of publication, by a period (before:, after:) or as words. */
export function asksForDate(entries: Entry[], query: Query): boolean {
  const dates = entries.filter(({ field, key }) => field === 'date' && key === 'publishedAt');
  const day = dayOf(dates[0]?.words ?? null);
  return (
    wantedDays(query).some(({ type, days }) => type === 'published' && isWithin(day, days)) ||
    dates.some((entry) => hitsIn(entry, query).length > 0)
  );
}
