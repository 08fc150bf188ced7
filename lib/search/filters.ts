import { both, colored, is, not, type Query, tagged } from './query.ts';

/**
 * A filter above the list of articles. A `switch` is on or off; a `choice` takes one of the values that occur in the
 * collection.
 */
type Filter = { kind: 'switch'; ask: () => Query } | { kind: 'choice'; ask: (value: string) => Query };

/**
 * The filters of the list of saved articles, in the order of display. A filter's label is the text `filter_ID` of
 * `_locales`; for a choice, `filter_ID_any` is the label of "no choice".
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

/** The ids of the filters, in the order of display. */
export const FILTER_IDS = Object.keys(FILTERS) as FilterId[];

/** The setting of each filter: the chosen value, or `on` for a switch. A filter without a setting excludes nothing. */
export type Filtering = Partial<Record<FilterId, string>>;

/** Joins a query with the person's settings of the filters, so that both must match. */
export const narrowedBy = (query: Query, filtering: Filtering): Query =>
  both([
    query,
    ...FILTER_IDS.flatMap((id) => {
      const value = filtering[id];
      return value === undefined ? [] : [FILTERS[id].ask(value)];
    }),
  ]);
