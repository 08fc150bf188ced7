import { z } from '../zod.ts';
import type { ListRow } from './listRow.ts';

const Count = z.int().check(z.minimum(0));

/** The totals of all saved articles. */
export const CollectionCounts = z.object({
  articles: Count,
  marks: Count,
  notes: Count,
  tasks: Count,
  starred: Count,
  read: Count,
});
export type CollectionCounts = z.infer<typeof CollectionCounts>;

/**
 * How much a tag is used. `articles`: by how many articles. `uses`: how often by these articles and their marks
 * together.
 */
export const TagCount = z.object({ id: z.string(), articles: Count, uses: Count });
export type TagCount = z.infer<typeof TagCount>;

/** The numbers that one article adds to the totals, taken from its list row. */
const collectionCountsOf = (row: ListRow): CollectionCounts => ({
  articles: 1,
  marks: row.marks,
  notes: row.notes,
  tasks: row.tasks,
  starred: row.starred ? 1 : 0,
  read: row.read ? 1 : 0,
});

/** Totals of the collection, or the differences between two totals. */
export class Counts {
  readonly collection: CollectionCounts = { articles: 0, marks: 0, notes: 0, tasks: 0, starred: 0, read: 0 };
  readonly tags = new Map<string, { articles: number; uses: number }>();

  /** Adds an article's list row to the totals. With `times` −1, subtracts it. */
  count(row: ListRow, times: 1 | -1 = 1): this {
    for (const [name, n] of Object.entries(collectionCountsOf(row)))
      this.collection[name as keyof CollectionCounts] += times * n;
    row.tags.forEach((tag, i) => {
      const { articles, uses } = this.tags.get(tag) ?? { articles: 0, uses: 0 };
      this.tags.set(tag, { articles: articles + times, uses: uses + times * (row.tagUses[i] ?? 0) });
    });
    return this;
  }
}
