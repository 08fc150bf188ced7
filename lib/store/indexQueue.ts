import { documentOf, type SearchDocument } from '../search/entries.ts';
import type { Source } from '../search/evaluate.ts';
import { unmergedSource } from '../search/segment.ts';
import { bundlesAtOnce } from './bundlesAtOnce.ts';
import type { Store } from './store.ts';

/** The largest number of queued articles that are searched in memory, which bounds the memory. */
const MOST_SCANNED = 1024;

/** An article queued for indexing. Every change of the article gives it a new token. */
export type QueuedArticle = { id: string; token: string };

/**
 * The articles queued for indexing, in the collection's own table `unindexed`. Until they are indexed, queries search
 * them in memory.
 */
export class IndexQueue {
  /** The queued articles that queries search in memory; null before the first reading. */
  unmerged: Source | null = null;
  private readonly queued = new Map<string, { token: string; document: SearchDocument | null }>();

  constructor(private readonly store: Store) {}

  /** Whether an article was queued at the last reading, so that its indexed state is out of date. */
  has = (id: string): boolean => this.queued.has(id);

  /** The first queued articles, at most `limit`. */
  async first(limit: number): Promise<QueuedArticle[]> {
    return (await this.store.reading()).unindexed.limit(limit).toArray();
  }

  /** Reads the queued articles into memory. False where more are queued than may be searched in memory. */
  async read(): Promise<boolean> {
    const main = await this.store.reading();
    const rows: QueuedArticle[] = await main.unindexed.limit(MOST_SCANNED + 1).toArray();
    const all = rows.length <= MOST_SCANNED;
    const tokens = new Map(rows.slice(0, MOST_SCANNED).map(({ id, token }) => [id, token]));
    const changed = [...tokens].filter(([id, token]) => this.queued.get(id)?.token !== token);
    const done = [...this.queued.keys()].filter((id) => !tokens.has(id));
    if (changed.length === 0 && done.length === 0) return all;
    for (const id of done) this.queued.delete(id);
    const documents = new Map(
      (
        await bundlesAtOnce(
          this.store,
          changed.map(([id]) => id),
        )
      ).map((bundle) => [bundle.saved.id, documentOf(bundle)]),
    );
    for (const [id, token] of changed) this.queued.set(id, { token, document: documents.get(id) ?? null });
    this.unmerged = unmergedSource([...this.queued.values()].flatMap(({ document }) => document ?? []));
    return all;
  }

  /** Removes indexed articles from the queue, except those that were changed since they were read. */
  async remove(done: QueuedArticle[]): Promise<void> {
    const main = await this.store.writing();
    await main.transaction('rw', main.unindexed, async () => {
      const now = await main.unindexed.bulkGet(done.map(({ id }) => id));
      const same = done.filter(({ token }, i) => now[i]?.token === token).map(({ id }) => id);
      await main.unindexed.bulkDelete(same);
    });
  }
}
