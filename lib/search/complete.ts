import { SEARCH_FIELDS, STATES } from './fields.ts';

/** Fields whose values can be suggested. The collection supplies the values of all but `is`. */
type Offered = 'tag' | 'source' | 'issuer' | 'region' | 'is';

const OFFERED: Record<Offered, readonly string[]> = {
  tag: SEARCH_FIELDS.tag.names,
  source: SEARCH_FIELDS.source.names,
  issuer: SEARCH_FIELDS.issuer.names,
  region: SEARCH_FIELDS.region.names,
  is: ['is', '状态'],
};

/** All names that can stand before a colon. */
const NAMES = [
  ...Object.values(SEARCH_FIELDS).flatMap(({ names }) => names),
  ...['before', '早于', 'after', '晚于', 'due', '期限', 'is', '状态'],
];

const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** The end of a typed query, and how it could be completed. */
export type Completing = {
  /** The part of the query before the words to be completed. */
  before: string;
  /** The begun value of a field; null where the name of a field is being typed. */
  of: { field: Offered; value: string } | null;
  /** The names of fields that complete the typed words, each with its colon. */
  names: string[];
};

/** Suggests how to complete a query at its end. */
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
  const names = begun === '' ? [] : NAMES.filter((one) => one.startsWith(begun) && one !== begun);
  return { before: lead, of: null, names: names.map((one) => one + (isChinese(one) ? '：' : ':')) };
}

/** Lists the states that can follow `is:`, in the language in which the person began to type. */
export const statesFrom = (value: string): string[] =>
  [...Object.values(STATES).flatMap(({ names }) => names), 'unread', '未读'].filter((one) =>
    one.startsWith(value),
  );

/** Writes a value for use in a query: in quotation marks where it has blanks or brackets. */
export const asValue = (value: string): string => (/[\s()（）]/.test(value) ? `"${value}"` : value);
