import { both, colored, is, not, type Query, tagged } from './query.ts';

/** What the list can be narrowed by. A `switch` is on or off; the value of a `choice` is one of those in use. */
type Filter = { kind: 'switch'; ask: () => Query } | { kind: 'choice'; ask: (value: string) => Query };

/**
 * The filters of the collection's list, in the order in which they show. A filter's label is the sentence `filter_ID`;
 * a choice also has `filter_ID_any`, for no choice.
 */
export const FILTERS = {
  tag: { kind: 'choice', ask: tagged },
  color: { kind: 'choice', ask: colored },
  unread: { kind: 'switch', ask: () => not(is('read')) },
  starred: { kind: 'switch', ask: () => is('starred') },
  marked: { kind: 'switch', ask: () => is('marked') },
  task: { kind: 'switch', ask: () => is('task') },
} as const satisfies Record<string, Filter>;

export type FilterId = keyof typeof FILTERS;
export type ChoiceId = {
  [K in FilterId]: (typeof FILTERS)[K]['kind'] extends 'choice' ? K : never;
}[FilterId];

/** The ids of the filters, in the order of the table. */
export const FILTER_IDS = Object.keys(FILTERS) as FilterId[];

/** What is asked of each filter: the chosen value, `on` for a switch. A filter that is not named lets all pass. */
export type Filtering = Partial<Record<FilterId, string>>;

/** A query and the filters beside it as one. */
export const narrowedBy = (query: Query, filtering: Filtering): Query =>
  both([
    query,
    ...FILTER_IDS.flatMap((id) => {
      const value = filtering[id];
      return value === undefined ? [] : [FILTERS[id].ask(value)];
    }),
  ]);
