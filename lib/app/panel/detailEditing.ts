import type { CorrectedList } from '../../tasks/corrections/corrections.ts';
import {
  DETAILS,
  type Detail,
  detailsNow,
  isSameDetail,
  speakerKey,
} from '../../tasks/corrections/details.ts';
import type { Deadline, Speaker, TaskDetails } from '../../tasks/schema.ts';
import { t } from '../i18n.ts';
import { deadlineDays, speakerWords } from './taskWords.ts';

/**
 * A deadline as a person edits it. `day`: its last day as `2025-06-30`; empty where it has none. `was`: the deadline as
 * it was read from the text or from typed words; null where nothing was read.
 */
export type DeadlineInput = { words: string; day: string; was: Deadline | null };

/** The details of a task as a person edits them. 、 separates the names of responsible organisations. */
export type DetailInputs = {
  deadlines: DeadlineInput[];
  leads: string;
  /** The responsible organisations that do not lead the others. */
  others: string;
  speaker: string;
  speakerTitle: string;
};

const BETWEEN = '、';
/**
 * Matches separators between names of organisations, but not within brackets. The 、 in 各镇（街道、园区） (all towns,
 * including sub-districts and parks) separates no names.
 */
const SEPARATORS = /[、,，;；](?![^（(]*[）)])/;

const othersOf = ({ responsible, leads }: TaskDetails['bodies']): string[] =>
  responsible.filter((body) => !leads.includes(body));

/** Returns the details of a task as the input fields show them. */
export const inputsOf = ({ deadlines, bodies, speaker }: TaskDetails): DetailInputs => ({
  deadlines: deadlines.map((was) => ({ words: was.text, day: was.date ?? '', was })),
  leads: bodies.leads.join(BETWEEN),
  others: othersOf(bodies).join(BETWEEN),
  speaker: speaker?.name ?? '',
  speakerTitle: speaker?.title ?? '',
});

/** Returns what the input fields of one detail show for the value read from the text, to restore that value. */
export function inputsOfDetail(read: TaskDetails, detail: Detail): Partial<DetailInputs> {
  const { deadlines, leads, others, speaker, speakerTitle } = inputsOf(read);
  return { deadlines: { deadlines }, bodies: { leads, others }, speaker: { speaker, speakerTitle } }[detail];
}

/**
 * Gives a deadline new words. `read`: the deadline that the rules read in the new words, if any. The day follows the
 * words, unless the person has set another day.
 */
export const withDeadlineWords = (
  input: DeadlineInput,
  words: string,
  read: Deadline | null,
): DeadlineInput =>
  read && input.day === (input.was?.date ?? '')
    ? { words, day: read.date ?? '', was: read }
    : { ...input, words };

const parts = (typed: string): string[] => [
  ...new Set(
    typed
      .split(SEPARATORS)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** Writes a date as the words of a deadline: 2025年6月30日前 (before 30 June 2025). */
const inWords = (day: string): string =>
  day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, (_, year, month, date) => `${year}年${month}月${date}日前`);

/**
 * Matches the characters by which words say that a deadline recurs: 每年10月底前 (by the end of October each year), 逐月
 * (month by month).
 */
const RECURS = /[每逐]/;

/**
 * Reads an edited deadline. Null where it has neither words nor a day. If the person has changed the words, drops the
 * start date that the old words gave. The deadline then recurs only where the new words say so.
 */
function deadlineOf({ words, day, was }: DeadlineInput): Deadline | null {
  const text = words.trim() || inWords(day);
  if (text === '') return null;
  const date = day || null;
  const isSame = text === was?.text;
  const from = isSame && was.from && date && was.from <= date ? was.from : null;
  return { text, date, from, every: was && (isSame || RECURS.test(text)) ? was.every : null };
}

/** Reads the edited names of responsible organisations. Those that the task had before keep their order. */
function bodiesOf(inputs: DetailInputs, before: TaskDetails): TaskDetails['bodies'] {
  const { leads, others } = inputsOf(before);
  // Does not split names that the person has not edited, because the name of an organisation can contain a separator.
  if (inputs.leads === leads && inputs.others === others) return before.bodies;
  const leading = parts(inputs.leads);
  const all = new Set([...leading, ...parts(inputs.others)]);
  const kept = before.bodies.responsible.filter((body) => all.has(body));
  return { responsible: [...new Set([...kept, ...all])], leads: leading };
}

/**
 * Reads the edited details. `now` has the details before the edit. Returns the details that differ from those, and none
 * where nothing was changed.
 */
export function changedDetails(inputs: DetailInputs, now: TaskDetails): Partial<TaskDetails> {
  const name = inputs.speaker.trim();
  const edited: TaskDetails = {
    deadlines: inputs.deadlines.flatMap((one) => deadlineOf(one) ?? []),
    bodies: bodiesOf(inputs, now),
    speaker: name === '' ? null : { name, title: inputs.speakerTitle.trim() || null },
  };
  const names = DETAILS.filter((detail) => !isSameDetail(edited, now, detail));
  return Object.fromEntries(names.map((detail) => [detail, edited[detail]]));
}

/** The details whose inputs differ from what was read from the text. */
export const differsFromRead = (inputs: DetailInputs, read: TaskDetails): Detail[] =>
  Object.keys(changedDetails(inputs, read)) as Detail[];

/** Says which value of a detail, such as the speaker, was read from the text. */
export function readWords(detail: Detail, { deadlines, bodies, speaker }: TaskDetails): string {
  const others = othersOf(bodies);
  const words = {
    deadlines: deadlines.map((one) => [one.text, deadlineDays(one)].filter(Boolean).join(' · ')),
    bodies: [
      bodies.leads.length > 0 && t('leadBody', bodies.leads.join(BETWEEN)),
      others.length > 0 && t('responsibleBodies', others.join(BETWEEN)),
    ].filter((one) => one !== false),
    speaker: speaker ? [speakerWords(speaker)] : [],
  }[detail];
  return words.length > 0 ? t('foundAs', words.join('；')) : t('readNothing');
}

/** Responsible organisations and speakers that an article names. The editor of details suggests them. */
export type DetailSuggestions = { bodies: string[]; speakers: Speaker[] };

/** Collects the responsible organisations and speakers of an article. `people`: the persons whom its text names. */
export function suggestionsFrom(lists: CorrectedList[], people: Speaker[]): DetailSuggestions {
  const tasks = lists.flatMap((list) => [...list.tasks, ...list.removed]);
  const all = tasks.flatMap(({ details }) => [details.read, detailsNow(details)]);
  const speakers = [...all.flatMap(({ speaker }) => speaker ?? []), ...people];
  return {
    bodies: [...new Set(all.flatMap(({ bodies }) => bodies.responsible))],
    speakers: [...new Map(speakers.map((one) => [speakerKey(one), one])).values()],
  };
}

/**
 * Returns the suggestions for a field with several organisations. Each suggestion begins with those that are typed
 * already, because it replaces all words of the field.
 */
export function suggestedBodies(typed: string, known: string[]): string[] {
  const head = typed.slice(0, typed.length - (typed.split(SEPARATORS).at(-1) ?? '').length);
  const taken = parts(head);
  return known.filter((body) => !taken.includes(body)).map((body) => head + body);
}
