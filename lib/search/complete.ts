import { ASKED_NAMES, DUE_NAMES, PUBLISHED_NAMES, STATE_NAMES } from './askedNames.ts';
import { LACKING, SEARCH_FIELDS, STATES } from './fields.ts';
import { QUOTES } from './parseQuery.ts';

/** The fields whose values in the saved articles the search box suggests. */
const SUGGESTED = [
  'tag',
  'source',
  'issuer',
  'region',
  'number',
  'speaker',
  'body',
  'author',
  'keyword',
] as const;
export type Suggested = (typeof SUGGESTED)[number];

/**
 * The fields whose values the search box completes. The values of `is` (is:unread) are fixed, those of `due` and
 * `published` (before:, after:) are days near today.
 */
type Offered = Suggested | 'is' | 'due' | 'published';

const OFFERED: [field: Offered, names: readonly string[]][] = [
  ...SUGGESTED.map((field): [Offered, readonly string[]] => [field, SEARCH_FIELDS[field].names]),
  ['is', STATE_NAMES],
  ['due', DUE_NAMES],
  ['published', PUBLISHED_NAMES],
];

/** The names that the search box suggests before a colon: those of fields first. */
const NAMES = new Set([...Object.values(SEARCH_FIELDS).flatMap(({ names }) => names), ...ASKED_NAMES]);

const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** The end of a typed query, and how it could be completed. */
export type Completing = {
  /** The part of the query before the words to be completed. */
  before: string;
  /**
   * The field whose value the person has begun to type, with that beginning; null where a field's name is being typed.
   */
  of: { field: Offered; name: string; value: string } | null;
  /** The names of fields that complete the typed words, each with its colon. */
  names: string[];
};

/** Reads the end of a typed query, and finds how the query could be completed there. */
export function completing(words: string): Completing {
  const last = /\S*$/.exec(words)![0].replace(/^[-−－(（]+/, '');
  const lead = words.slice(0, words.length - last.length);
  const [, name, colon, value] = /^([a-z]+|\p{Script=Han}+)([:：][(（]?)(.*)$/iu.exec(last) ?? [];
  if (name && colon && value !== undefined) {
    const [field] = OFFERED.find(([, names]) => names.includes(name.toLowerCase())) ?? [];
    return { before: lead + name + colon, of: field ? { field, name, value } : null, names: [] };
  }
  const begun = last.toLowerCase();
  const names = begun === '' ? [] : [...NAMES].filter((one) => one.startsWith(begun) && one !== begun);
  return { before: lead, of: null, names: names.map((one) => one + (isChinese(one) ? '：' : ':')) };
}

/**
 * Lists the states that begin with `value` and can follow `is:`, each once: in the language of `value`, or in that of
 * the field's name where `value` is empty.
 */
export function statesFrom(value: string, name: string): string[] {
  const chinese = isChinese(value === '' ? name : value);
  const states = Object.values(STATES).map(({ names }): readonly string[] => names);
  return [...states, ...Object.values(LACKING)].flatMap(
    (names) => names.find((one) => isChinese(one) === chinese && one.startsWith(value)) ?? [],
  );
}

/** Adds months to a year and month, as YYYY-MM. */
const monthAfter = (today: string, by: number): string => {
  const [year, month] = today.split('-').map(Number);
  const all = year! * 12 + month! - 1 + by;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
};

/**
 * Lists days and months that begin with `value` and can follow `due:`, `before:` or `after:`. `today` is an ISO date.
 * Of deadlines, those that are over come first, then those of this week, of this month and the next. `name`: the field
 * as typed, in whose language the periods with a name are.
 */
export function daysFrom(value: string, field: 'due' | 'published', name: string, today: string): string[] {
  const year = today.slice(0, 4);
  const named = isChinese(name) ? ['逾期', '本周'] : ['overdue', 'this-week'];
  const offers =
    field === 'due'
      ? [...named, today, monthAfter(today, 0), monthAfter(today, 1), year, String(Number(year) + 1)]
      : [today, monthAfter(today, 0), monthAfter(today, -1), year, String(Number(year) - 1)];
  return offers.filter((one) => one.startsWith(value));
}

/**
 * Writes a value so that the query parser reads it as one value: in quotation marks where it has blanks, brackets or
 * quotation marks. Takes marks that the value does not have itself.
 */
export function asValue(value: string): string {
  if (!/[\s()（）"“”＂「」『』]/.test(value)) return value;
  const pairs = Object.entries(QUOTES);
  const [open, close] = pairs.find(([, end]) => !value.includes(end)) ?? pairs[0]!;
  return open + value + close;
}
