import { Dexie } from 'dexie';
import { corrected } from '../record/fieldCorrections.ts';
import type { Suggested } from '../search/complete.ts';
import { entriesOf } from '../search/entries.ts';
import { evaluate } from '../search/evaluate.ts';
import { asksForDate, type Excerpt, excerptsOf, type Lit, litWhole } from '../search/excerpts.ts';
import { type Group, type GroupId, groupsOf } from '../search/groups.ts';
import type { OrderId } from '../search/orders.ts';
import { DamagedIndex } from '../search/postings.ts';
import type { Query } from '../search/query.ts';
import { type Found, foundIn, ranked } from '../search/rank.ts';
import { INDEX_VERSION } from '../search/segment.ts';
import { getBundles } from './bundles.ts';
import { checkIndex, type IndexCheck } from './checkIndex.ts';
import { IndexDatabase, IndexState, readState } from './indexDatabase.ts';
import { IndexQueue, type Queued } from './indexQueue.ts';
import { IndexReader, type Part } from './indexReader.ts';
import { storedRevision } from './revision.ts';
import { requireRoom } from './room.ts';
import { searchedValues } from './searchedValues.ts';
import type { Store } from './store.ts';
import { writeSegment } from './writeSegment.ts';

/** The number of articles in a segment (a part of the index), when the index is first built. */
const SEGMENT = 512;
/** When this many articles are queued, they become a new segment. Two segments of at most this size are merged. */
const WAITING = 256;
/**
 * How long (ms) the next queries use what a query has read, unless a notice tells of a change. The limit is for a notice
 * that never comes, because the browser has ended the context that wrote the change.
 */
const CURRENT_FOR = 2000;

/** What a query has read. The state of the index was read after the queue; see `search`. */
type Current = { queued: Queued; until: number; state: IndexState | null };

/**
 * Chooses the segments to merge next: two with at most `WAITING` articles, or one whose articles are mostly out of date.
 */
function tooSmall({ segments }: IndexState): number[] {
  const small = segments.filter(({ live }) => live <= WAITING).slice(0, 2);
  const chosen =
    small.length === 2 ? small : segments.filter(({ live, size }) => live < size / 2).slice(0, 1);
  return chosen.map(({ id }) => id);
}

/** The result of a query. `complete` is false while some articles are not indexed yet and can be missing from it. */
export type SearchAnswer = { ids: string[]; groups: Group[]; complete: boolean };

/**
 * Where the words of a query occur in an article, to show them in the list of results. `dated`: whether the query asks
 * for its day of publication.
 */
export type ShownHits = { id: string; headline: Lit[]; dated: boolean; excerpts: Excerpt[] };

/**
 * The search index of the collection. When an article is changed, the same transaction puts it into the table
 * `unindexed`. `step` moves such articles into segments, each time in one transaction, so that indexing goes on after
 * the browser was killed. Only one context may call `step` at a time.
 */
export class SearchIndex {
  private readonly name: string;
  private opening: Promise<IndexDatabase> | null = null;
  private readonly reader = new IndexReader();
  private readonly queue: IndexQueue;
  /** The data of earlier queries that the next query can use; null after a change. */
  private current: Current | null = null;
  /** How often `current` was forgotten. A query compares this number to notice a change while it reads the queue. */
  private forgotten = 0;
  private stopListening: (() => void) | null = null;

  constructor(private readonly store: Store) {
    this.name = `${store.name}-search`;
    this.queue = new IndexQueue(store);
  }

  private async open(): Promise<IndexDatabase> {
    this.opening ??= (async () => {
      const db = new IndexDatabase(this.name);
      try {
        await db.open();
      } catch {
        // Deletes an index that cannot be opened, because it can be built again.
        await Dexie.delete(this.name);
        await db.open();
      }
      return db;
    })().catch((error) => {
      this.opening = null;
      throw error;
    });
    const db = await this.opening;
    // Opens it again where the browser has closed it, or where another context has deleted the database.
    if (!db.isOpen()) await db.open();
    return db;
  }

  async close(): Promise<void> {
    const opening = this.opening;
    this.opening = null;
    this.stopListening?.();
    this.stopListening = null;
    this.forget();
    (await opening?.catch(() => null))?.close();
  }

  /** The id of the collection's database; see `deviceOf`. */
  private async device(): Promise<string> {
    return (await storedRevision(await this.store.reading()))?.device ?? '';
  }

  /** The state of the index; null where it must be built from the beginning. */
  private async stateOf(db: IndexDatabase, device: string): Promise<IndexState | null> {
    return readState(await db.state.get('state'), device);
  }

  private forget(): void {
    this.current = null;
    this.forgotten++;
  }

  /** Empties the index, so that later calls of `step` build it again. */
  async rebuild(): Promise<void> {
    const db = await this.open();
    const device = await this.device();
    await requireRoom();
    this.forget();
    await db.transaction('rw', db.tables, async () => {
      const before = IndexState.safeParse(await db.state.get('state')).data;
      await Promise.all(db.tables.map((table) => table.clear()));
      const generation = (before?.generation ?? 0) + 1;
      await db.state.put({
        id: 'state',
        version: INDEX_VERSION,
        device,
        generation,
        nextSegment: 1,
        builtTo: '',
        segments: [],
      });
    });
  }

  /** Finds the articles that match a query, in the given order. Reads no texts except the texts of queued articles. */
  async search(query: Query, order: OrderId, group: GroupId = 'none'): Promise<SearchAnswer> {
    const answer = (found: Found[], complete: boolean): SearchAnswer => {
      const inOrder = ranked(found, order);
      return { ids: inOrder.map(({ id }) => id), groups: groupsOf(inOrder, group, order), complete };
    };
    // Reads the queue before the segments. An article that is indexed in between is then found in both and counted
    // once; in the other order, the article could be missed.
    const queued = await this.readQueue();
    try {
      const { found, complete } = await this.searchSegments(query, queued);
      found.push(...queued.search(query));
      return answer(found, complete && queued.isWhole);
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      console.warn('Pizhu: the search index is damaged and is built again', error);
      await this.rebuild();
      return answer(queued.search(query), false);
    }
  }

  /** The queue, from memory if it is current. */
  private async readQueue(): Promise<Queued> {
    if (this.current && performance.now() < this.current.until) return this.current.queued;
    this.stopListening ??= this.store.feed.listen(() => this.forget());
    this.forget();
    const { forgotten } = this;
    const until = performance.now() + CURRENT_FOR;
    // Opens the index meanwhile. A failure is thrown when the index is read.
    this.open().catch(() => {});
    const queued = await this.queue.read();
    if (forgotten === this.forgotten && queued.isWhole) this.current = { queued, until, state: null };
    return queued;
  }

  /** The segments that a query needs, from memory if they are current. Null where the index must be built first. */
  private async readIndex(
    query: Query,
    queued: Queued,
  ): Promise<{ state: IndexState; parts: Part[] } | null> {
    const current = this.current?.queued === queued ? this.current : null;
    const parts = current?.state && this.reader.inMemory(query, current.state);
    if (parts) return { state: current!.state!, parts };
    const read = await this.reader.read(await this.open(), query, queued.device);
    if (current && read?.state.builtTo === null) current.state = read.state;
    return read;
  }

  private async searchSegments(query: Query, queued: Queued): Promise<{ found: Found[]; complete: boolean }> {
    const read = await this.readIndex(query, queued);
    if (!read) return { found: [], complete: false };
    const found: Found[] = [];
    for (const { row, find } of read.parts) {
      const { columns, dead } = row;
      const matches = evaluate(query, { columns, find });
      for (const one of foundIn(columns, matches, (at) => dead[at] === 0 && !queued.has(columns.ids[at]!)))
        found.push(one);
    }
    return { found, complete: read.state.builtTo === null };
  }

  /** Finds where the words of a query occur in these articles. */
  async hits(query: Query, ids: string[]): Promise<ShownHits[]> {
    return (await getBundles(this.store, ids)).map((bundle) => {
      const entries = entriesOf(bundle);
      return {
        id: bundle.saved.id,
        headline: litWhole({ field: 'title', words: corrected(bundle.saved).article.title }, query),
        dated: asksForDate(entries, query),
        excerpts: excerptsOf(entries, query),
      };
    });
  }

  /** Finds at most `most` values of a field that have the typed words; see `searchedValues`. */
  values(field: Suggested, begun: string, most: number): Promise<string[]> {
    return searchedValues(this.store, (...of) => this.search(...of), { field, begun, most });
  }

  /** How many articles are indexed, and how many there are. */
  async progress(): Promise<{ indexed: number; total: number }> {
    const [db, main] = await Promise.all([this.open(), this.store.reading()]);
    const [raw, total] = await Promise.all([db.state.get('state'), main.list.count()]);
    const segments = IndexState.safeParse(raw).data?.segments ?? [];
    return { indexed: segments.reduce((all, { live }) => all + live, 0), total };
  }

  /** Does the next part of the indexing, which takes about half a second. False where nothing is left to do. */
  async step(): Promise<boolean> {
    const [db, main] = await Promise.all([this.open(), this.store.reading()]);
    const state = await this.stateOf(db, await this.device());
    if (!state) {
      await this.rebuild();
      return true;
    }
    const waiting = await this.queue.first(SEGMENT);
    if (waiting.length >= WAITING) {
      const ids = waiting.map(({ id }) => id);
      await writeSegment(this.store, db, state, { ids, builtTo: state.builtTo });
      await this.queue.remove(waiting);
      return true;
    }
    if (state.builtTo !== null) {
      const ids = await main.list.where('id').above(state.builtTo).limit(SEGMENT).primaryKeys();
      const builtTo = ids.length < SEGMENT ? null : ids.at(-1)!;
      await writeSegment(this.store, db, state, { ids, builtTo });
      return true;
    }
    const drop = tooSmall(state);
    if (drop.length === 0) return false;
    const ids = await db.places.where('segment').anyOf(drop).primaryKeys();
    await writeSegment(this.store, db, state, { ids, drop, builtTo: null });
    return true;
  }

  /** Compares the whole index with the collection. Reads both completely. */
  async check(): Promise<IndexCheck> {
    return checkIndex(this.store, await this.open());
  }
}
