import { documentOf, type SearchDocument } from '../search/entries.ts';
import { evaluate, type Source } from '../search/evaluate.ts';
import type { Query } from '../search/query.ts';
import { type Found, foundIn } from '../search/rank.ts';
import { unmergedSource } from '../search/segment.ts';
import { getBundles } from './bundles.ts';
import type { Store } from './store.ts';

/** The most queued articles that a query searches in memory. This bounds the memory. */
const MOST_SCANNED = 1024;

/**
 * An article that waits to be indexed. Every change of the article gives it a new token, so that a change during
 * indexing is noticed.
 */
export type QueuedArticle = { id: string; token: string };

/**
 * The articles that wait to be indexed, from the table `unindexed` of the collection. Until they are indexed, queries
 * search them in memory.
 */
export class IndexQueue {
  /** The queued articles in the form that queries search; null before they were first read. */
  private unmerged: Source | null = null;
  private readonly queued = new Map<string, { token: string; document: SearchDocument | null }>();

  constructor(private readonly store: Store) {}

  /**
   * Whether an article was in the queue when the queue was last read. The index then has an old state of the article.
   */
  has = (id: string): boolean => this.queued.has(id);

  /** The first queued articles, at most `limit`. */
  async first(limit: number): Promise<QueuedArticle[]> {
    return (await this.store.reading()).unindexed.limit(limit).toArray();
  }

  /** Reads the queued articles into memory. False where there are too many to search in memory. */
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
        await getBundles(
          this.store,
          changed.map(([id]) => id),
        )
      ).map((bundle) => [bundle.saved.id, documentOf(bundle)]),
    );
    for (const [id, token] of changed) this.queued.set(id, { token, document: documents.get(id) ?? null });
    this.unmerged = unmergedSource([...this.queued.values()].flatMap(({ document }) => document ?? []));
    return all;
  }

  /** Finds the queued articles that match a query, as they were when the queue was last read. */
  search(query: Query): Found[] {
    const { unmerged } = this;
    return unmerged ? foundIn(unmerged.columns, evaluate(query, unmerged), () => true) : [];
  }

  /**
   * Removes articles from the queue once they are indexed. Keeps an article that was changed while it was being
   * indexed.
   */
  async remove(done: QueuedArticle[]): Promise<void> {
    const main = await this.store.writing();
    await main.transaction('rw', main.unindexed, async () => {
      const now = await main.unindexed.bulkGet(done.map(({ id }) => id));
      const same = done.filter(({ token }, i) => now[i]?.token === token).map(({ id }) => id);
      await main.unindexed.bulkDelete(same);
    });
  }
}
