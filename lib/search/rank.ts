import { type Columns, groupedAt } from './columns.ts';
import type { Matches } from './evaluate.ts';
import type { Groupable } from './groups.ts';
import type { OrderId } from './orders.ts';

/** A found article with the properties by which the list is sorted. `first` and `count` are those of `Matches`. */
export type Found = Groupable & { id: string; first: number; count: number };

/**
 * Collects the matching articles of a source. `counts` gets the index of an article in the source; returning false
 * leaves out that article.
 */
export function foundIn(columns: Columns, matches: Matches, counts: (document: number) => boolean): Found[] {
  const found: Found[] = [];
  const { holds } = matches;
  for (let i = holds.indexOf(1); i >= 0; i = holds.indexOf(1, i + 1))
    if (counts(i))
      found.push({
        id: columns.ids[i]!,
        first: matches.first[i]!,
        count: matches.count[i]!,
        published: columns.published[i]!,
        captured: columns.captured[i]!,
        // Reads the values only when the list is grouped by them. A query can find every article, and reading all
        // values takes long.
        grouped: (by) => groupedAt(columns, i, by),
      });
  return found;
}

const byId = (a: Found, b: Found): number => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/**
 * The comparison for each order. Among equally relevant articles, the one published last comes first, and one without a
 * known time of publication comes last. If all else is equal, the id decides.
 */
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

/**
 * Sorts found articles in place. By relevance, articles with hits in headline or notes come first, then those with more
 * hits.
 */
export const ranked = (found: Found[], order: OrderId): Found[] => found.sort(COMPARE[order]);
