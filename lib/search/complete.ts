import { SEARCH_FIELDS, STATES } from './fields.ts';

/** Of what the values of a field can be offered; the collection has the values of all but `is`. */
type Offered = 'tag' | 'source' | 'issuer' | 'region' | 'is';

const OFFERED: Record<Offered, readonly string[]> = {
  tag: SEARCH_FIELDS.tag.names,
  source: SEARCH_FIELDS.source.names,
  issuer: SEARCH_FIELDS.issuer.names,
  region: SEARCH_FIELDS.region.names,
  is: ['is', '状态'],
};

/** All that may stand before a colon. */
const NAMES = [
  ...Object.values(SEARCH_FIELDS).flatMap(({ names }) => names),
  ...['before', '早于', 'after', '晚于', 'due', '期限', 'is', '状态'],
];

const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** What is typed last in a query, and how it could go on. */
export type Completing = {
  /** All before what is completed. */
  before: string;
  /** The begun value of a field; null where the name of a field is being typed. */
  of: { field: Offered; value: string } | null;
  /** The names of fields that go on from what is typed, each with its colon. */
  names: string[];
};

/** How a query could go on at its end. */
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

/** The states that may follow `is:`, in the language that was begun. */
export const statesFrom = (value: string): string[] =>
  [...Object.values(STATES).flatMap(({ names }) => names), 'unread', '未读'].filter((one) =>
    one.startsWith(value),
  );

/** A value as it stands in a query: in quotation marks where it has blanks or brackets. */
export const asValue = (value: string): string => (/[\s()（）]/.test(value) ? `"${value}"` : value);
