import { SEARCH_FIELDS, STATES } from './fields.ts';
import { ASKED_NAMES, QUOTES, STATE_NAMES } from './query.ts';

/**
 * The fields whose values the search box suggests. The values of `is` (is:unread) are fixed; those of other fields come
 * from the saved articles.
 */
type Offered = 'tag' | 'source' | 'issuer' | 'region' | 'is';

const OFFERED: Record<Offered, readonly string[]> = {
  tag: SEARCH_FIELDS.tag.names,
  source: SEARCH_FIELDS.source.names,
  issuer: SEARCH_FIELDS.issuer.names,
  region: SEARCH_FIELDS.region.names,
  is: STATE_NAMES,
};

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
  of: { field: Offered; value: string } | null;
  /** The names of fields that complete the typed words, each with its colon. */
  names: string[];
};

/** Reads the end of a typed query, and finds how the query could be completed there. */
export function completing(words: string): Completing {
  const last = /\S*$/.exec(words)![0].replace(/^[-−－(（]+/, '');
  const lead = words.slice(0, words.length - last.length);
  const [, name, colon, value] = /^([a-z]+|\p{Script=Han}+)([:：])(.*)$/iu.exec(last) ?? [];
  if (name && colon && value !== undefined) {
    const field = (Object.keys(OFFERED) as Offered[]).find((one) =>
      OFFERED[one].includes(name.toLowerCase()),
    );
    return { before: lead + name + colon, of: field ? { field, value } : null, names: [] };
  }
  const begun = last.toLowerCase();
  const names = begun === '' ? [] : [...NAMES].filter((one) => one.startsWith(begun) && one !== begun);
  return { before: lead, of: null, names: names.map((one) => one + (isChinese(one) ? '：' : ':')) };
}

/** Lists the states, in English and in Chinese, that begin with `value` and can follow `is:`. */
export const statesFrom = (value: string): string[] =>
  [...Object.values(STATES).flatMap(({ names }) => names), 'unread', '未读'].filter((one) =>
    one.startsWith(value),
  );

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
