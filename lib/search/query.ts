import type { Days } from './days.ts';
import type { SearchField, State } from './fields.ts';
import { foldSearched } from './foldSearched.ts';

/** A parsed query over the saved articles, as a tree of conditions. */
export type Query =
  /** Matches every article. */
  | { type: 'all' }
  | { type: 'and' | 'or'; of: Query[] }
  | { type: 'not'; of: Query }
  /**
   * Matches articles with these folded words (see `foldSearched`), only in `field` unless it is null. With `whole`, a
   * value of the field must begin with the words.
   */
  | { type: 'words'; words: string; field: SearchField | null; whole: boolean }
  | { type: 'published' | 'due'; days: Days }
  | { type: 'is'; state: State };

/** The query that every article matches. */
export const ALL: Query = { type: 'all' };

/** Joins queries so that all must match. Leaves out queries that match every article. */
export function both(queries: Query[]): Query {
  const of = queries.filter(({ type }) => type !== 'all');
  return of.length > 1 ? { type: 'and', of } : (of[0] ?? ALL);
}

/** Matches articles with these words, as typed: in a field, or in any where that is null. */
export const wordsIn = (value: string, field: SearchField | null): Query => {
  const words = foldSearched(value.replaceAll('\n', ' ')).trim();
  return words === '' ? ALL : { type: 'words', words, field, whole: false };
};

/**
 * Matches articles with a tag or a tag below it: 环保/污染防治 (environment/pollution control) is below 环保. Ignores width,
 * case and a leading #.
 */
export function tagged(tag: string): Query {
  const words = foldTag(tag);
  if (words === '') return ALL;
  // In the index, a line break follows every value. So the words with a line break match only a whole tag, and with a
  // slash only tags below it.
  const value = (end: string): Query => ({ type: 'words', words: words + end, field: 'tag', whole: true });
  return { type: 'or', of: [value('\n'), value('/')] };
}

/** Matches articles with a mark of this colour. */
export const colored = (color: string): Query => ({
  type: 'words',
  words: `${color}\n`,
  field: 'color',
  whole: true,
});

/** Folds a tag for comparison, without the leading #. */
export const foldTag = (tag: string): string => foldSearched(tag).replace(/^#+/, '');

export const is = (state: State): Query => ({ type: 'is', state });
/** Makes the query for all articles that `of` does not match. */
export const not = (of: Query): Query => (of.type === 'all' ? of : { type: 'not', of });

/** Lists the conditions that AND and OR join in a query, each with its own type. */
const conditionsOf = (query: Query): Query[] =>
  query.type === 'and' || query.type === 'or' ? query.of.flatMap(conditionsOf) : [query];

type Words = Extract<Query, { type: 'words' }>;
type Dated = Extract<Query, { days: Days }>;

/** Collects the folded words that a query looks for, to highlight them. Leaves out excluded words. */
export const wantedWords = (query: Query): Words[] =>
  conditionsOf(query).filter((one): one is Words => one.type === 'words');

/** Collects the days that a query asks for, of deadlines or of publication. Leaves out excluded ones. */
export const wantedDays = (query: Query): Dated[] =>
  conditionsOf(query).filter((one): one is Dated => 'days' in one);
