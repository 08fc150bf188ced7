import type { Columns } from './columns.ts';
import type { Matches } from './evaluate.ts';
import type { OrderId } from './orders.ts';

/** An article that was found. */
export type Found = { id: string; first: number; count: number; published: number; captured: number };

/** The documents of a source that match and that `counts` lets pass, by their place in the source. */
export function foundIn(columns: Columns, matches: Matches, counts: (document: number) => boolean): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < columns.ids.length; i++)
    if (matches.holds[i] && counts(i))
      found.push({
        id: columns.ids[i]!,
        first: matches.first[i]!,
        count: matches.count[i]!,
        published: columns.published[i]!,
        captured: columns.captured[i]!,
      });
  return found;
}

const byId = (a: Found, b: Found): number => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** How what was found is ordered. Among equals the last published comes first; those of no known day come last. */
const COMPARE: Record<OrderId, (a: Found, b: Found) => number> = {
  saved: (a, b) => b.captured - a.captured || byId(a, b),
  published: (a, b) => b.published - a.published || byId(a, b),
  relevance: (a, b) =>
    b.first - a.first ||
    b.count - a.count ||
    b.published - a.published ||
    b.captured - a.captured ||
    byId(a, b),
};

/** Puts what was found into an order. By relevance words in headlines and notes come first, then those found more often. */
export const ranked = (found: Found[], order: OrderId): string[] =>
  found.sort(COMPARE[order]).map(({ id }) => id);
