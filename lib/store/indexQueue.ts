import { documentOf, type SearchDocument } from '../search/entries.ts';
import { evaluate, type Source } from '../search/evaluate.ts';
import type { Query } from '../search/query.ts';
import { type Found, foundIn } from '../search/rank.ts';
import { unmergedSource } from '../search/segment.ts';
import { getBundles } from './bundles.ts';
import { storedRevision } from './revision.ts';
import type { Store } from './store.ts';

/** The most queued articles that a query searches in memory. This bounds the memory. */
const MOST_SCANNED = 1024;

/**
 * An article that waits to be indexed. Every change of the article gives it a new token, so that a change during
 * indexing is noticed.
 */
export type QueuedArticle = { id: string; token: string };

/** The queued articles at one time, and the collection that they are from. */
export type Queued = {
  /** The id of the collection's database; see `deviceOf`. */
  device: string;
  /** False where there are too many to search in memory. Some are then missing here. */
  isWhole: boolean;
  /** Whether an article is queued. The index then has an old state of the article. */
  has(id: string): boolean;
  /** Finds the queued articles that match a query. */
  search(query: Query): Found[];
};

type InMemoryArticle = { token: string; document: SearchDocument | null };
/** Queued articles by id, and in the form that queries search. Never changed, because a query may still search it. */
type InMemory = { articles: ReadonlyMap<string, InMemoryArticle>; source: Source | null };

/**
 * The articles that wait to be indexed, from the table `unindexed` of the collection. Until they are indexed, queries
 * search them in memory.
 */
export class IndexQueue {
  /** The queue as it was last read. */
  private last: InMemory = { articles: new Map(), source: null };

  constructor(private readonly store: Store) {}

  /** The first queued articles, at most `limit`. */
  async first(limit: number): Promise<QueuedArticle[]> {
    return (await this.store.reading()).unindexed.limit(limit).toArray();
  }

  /** Reads the queued articles into memory. */
  async read(): Promise<Queued> {
    const main = await this.store.reading();
    const [rows, revision] = await main.transaction('r', main.unindexed, main.meta, () =>
      Promise.all([main.unindexed.limit(MOST_SCANNED + 1).toArray(), storedRevision(main)]),
    );
    const { articles, source } = await this.inMemory(rows.slice(0, MOST_SCANNED));
    return {
      device: revision?.device ?? '',
      isWhole: rows.length <= MOST_SCANNED,
      has: (id) => articles.has(id),
      search: (query) => (source ? foundIn(source.columns, evaluate(query, source), () => true) : []),
    };
  }

  /** Returns these articles in the form that queries search. Reads only those that have changed since the last time. */
  private async inMemory(rows: QueuedArticle[]): Promise<InMemory> {
    const { last } = this;
    const changed = rows.filter(({ id, token }) => last.articles.get(id)?.token !== token);
    if (changed.length === 0 && rows.length === last.articles.size) return last;
    const ids = changed.map(({ id }) => id);
    const bundles = ids.length > 0 ? await getBundles(this.store, ids) : [];
    const documents = new Map(bundles.map((bundle) => [bundle.saved.id, documentOf(bundle)]));
    const articles = new Map<string, InMemoryArticle>();
    for (const { id, token } of rows) {
      const known = last.articles.get(id);
      articles.set(id, known?.token === token ? known : { token, document: documents.get(id) ?? null });
    }
    const source = unmergedSource([...articles.values()].flatMap(({ document }) => document ?? []));
    this.last = { articles, source };
    return this.last;
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
