import { both, colored, is, not, type Query, tagged } from './query.ts';

/** A filter of the list. A `switch` is on or off; a `choice` has one of the values in use. */
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

/** The setting of each filter: the chosen value, or `on` for a switch. A filter without a setting excludes nothing. */
export type Filtering = Partial<Record<FilterId, string>>;

/** Joins a query with the settings of the filters. */
export const narrowedBy = (query: Query, filtering: Filtering): Query =>
  both([
    query,
    ...FILTER_IDS.flatMap((id) => {
      const value = filtering[id];
      return value === undefined ? [] : [FILTERS[id].ask(value)];
    }),
  ]);
