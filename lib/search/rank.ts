import type { Columns } from './columns.ts';
import type { Matches } from './evaluate.ts';
import type { Groupable } from './groups.ts';
import type { OrderId } from './orders.ts';

/** A found article with the properties by which it is ordered. */
export type Found = Groupable & { id: string; first: number; count: number };

/** The matching documents of a source that `counts` accepts. `counts` gets a document's index in the source. */
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
        grouped: columns.grouped[i]!,
      });
  return found;
}

const byId = (a: Found, b: Found): number => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** The comparisons of the orders. Equal articles are ordered by publication, the latest first, unknown days last. */
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

/** Orders found articles. By relevance, hits in headlines and notes come first, then more frequent hits. */
export const ranked = (found: Found[], order: OrderId): Found[] => found.sort(COMPARE[order]);
