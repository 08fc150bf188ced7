import { Dexie } from 'dexie';
import { corrected } from '../record/fieldCorrections.ts';
import { entriesOf } from '../search/entries.ts';
import { evaluate } from '../search/evaluate.ts';
import { type Excerpt, excerptsOf, type Lit, litWhole } from '../search/excerpts.ts';
import { type Group, type GroupId, groupsOf } from '../search/groups.ts';
import type { OrderId } from '../search/orders.ts';
import { DamagedIndex } from '../search/postings.ts';
import type { Query } from '../search/query.ts';
import { type Found, foundIn, ranked } from '../search/rank.ts';
import { bucketRangesOf, INDEX_VERSION, segmentSource } from '../search/segment.ts';
import { BucketCache } from './bucketCache.ts';
import { getBundles } from './bundles.ts';
import { checkIndex, type IndexCheck } from './checkIndex.ts';
import { IndexDatabase, IndexState, SegmentRow } from './indexDatabase.ts';
import { IndexQueue } from './indexQueue.ts';
import { storedRevision } from './revision.ts';
import { requireRoom } from './room.ts';
import type { Store } from './store.ts';
import { writeSegment } from './writeSegment.ts';

/** The number of articles in a segment, when the index is first built. */
const SEGMENT = 512;
/** When this many articles are queued, they become a new segment. Two segments of at most this size are merged. */
const WAITING = 256;

/** The result of a query. `complete` is false while some articles are not indexed yet and can be missing from it. */
export type SearchAnswer = { ids: string[]; groups: Group[]; complete: boolean };

/** Where the words of a query occur in an article, to show them in the list of results. */
export type ShownHits = { id: string; headline: Lit[]; excerpts: Excerpt[] };

/**
 * The search index of the collection. When an article is changed, the same transaction puts it into the table
 * `unindexed`. `step` moves such articles into segments, each time in one transaction, so that indexing goes on after
 * the browser was killed. Only one context may call `step` at a time.
 */
export class SearchIndex {
  private readonly name: string;
  private opening: Promise<IndexDatabase> | null = null;
  /** The segments when they were last read from the index, and the index's generation at that time. */
  private segments: SegmentRow[] = [];
  private generation = -1;
  private readonly buckets = new BucketCache();
  private readonly queue: IndexQueue;

  constructor(private readonly store: Store) {
    this.name = `${store.name}-search`;
    this.queue = new IndexQueue(store);
  }

  private open(): Promise<IndexDatabase> {
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
    return this.opening;
  }

  async close(): Promise<void> {
    const opening = this.opening;
    this.opening = null;
    (await opening?.catch(() => null))?.close();
  }

  /** The id of the collection's database; see `deviceOf`. */
  private async device(): Promise<string> {
    return (await storedRevision(await this.store.reading()))?.device ?? '';
  }

  /** The state of the index; null where it must be built from the beginning. */
  private async stateOf(db: IndexDatabase, device: string): Promise<IndexState | null> {
    const state = IndexState.safeParse(await db.state.get('state')).data;
    return state?.version === INDEX_VERSION && state.device === device ? state : null;
  }

  /** Empties the index, so that later calls of `step` build it again. */
  async rebuild(): Promise<void> {
    const db = await this.open();
    const device = await this.device();
    await requireRoom();
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
      });
    });
  }

  private async readSegments(db: IndexDatabase, generation: number): Promise<void> {
    if (generation === this.generation) return;
    const [rows, places] = await Promise.all([db.segments.toArray(), db.places.count()]);
    this.segments = rows.map((row) => {
      const read = SegmentRow.safeParse(row);
      if (!read.success) throw new DamagedIndex(`segment ${row.id} cannot be read`);
      return row;
    });
    if (rows.reduce((all, { live }) => all + live, 0) !== places)
      throw new DamagedIndex('segments and places do not agree');
    this.generation = generation;
  }

  /** Finds the articles that match a query, in the given order. Reads no texts except the texts of queued articles. */
  async search(query: Query, order: OrderId, group: GroupId = 'none'): Promise<SearchAnswer> {
    const answer = (found: Found[], complete: boolean): SearchAnswer => {
      const inOrder = ranked(found, order);
      return { ids: inOrder.map(({ id }) => id), groups: groupsOf(inOrder, group, order), complete };
    };
    // Reads the queue before the segments. An article that is indexed in between is then found in both and counted
    // once; in the other order, the article could be missed.
    const all = await this.queue.read();
    try {
      const { found, complete } = await this.searchSegments(query);
      found.push(...this.queue.search(query));
      return answer(found, complete && all);
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      console.warn('Pizhu: the search index is damaged and is built again', error);
      await this.rebuild();
      return answer(this.queue.search(query), false);
    }
  }

  private async searchSegments(query: Query): Promise<{ found: Found[]; complete: boolean }> {
    const [db, device] = await Promise.all([this.open(), this.device()]);
    const ranges = bucketRangesOf(query);
    const read = await db.transaction('r', db.tables, async () => {
      const state = await this.stateOf(db, device);
      if (!state) return null;
      this.buckets.startAt(state.generation);
      const [parts] = await Promise.all([
        Promise.all(
          ranges.map(({ first, last }) =>
            this.buckets.get(`${first}-${last}`, () =>
              db.buckets
                .where('[bucket+segment]')
                .between([first, Dexie.minKey], [last, Dexie.maxKey])
                .toArray(),
            ),
          ),
        ),
        this.readSegments(db, state.generation),
      ]);
      return { state, buckets: parts.flat() };
    });
    if (!read) return { found: [], complete: false };
    const bySegment = new Map<number, Map<number, Uint8Array>>();
    for (const { segment, bucket, bytes } of read.buckets) {
      const buckets = bySegment.get(segment) ?? new Map<number, Uint8Array>();
      bySegment.set(segment, buckets.set(bucket, bytes));
    }
    const found: Found[] = [];
    for (const { id, columns, dead } of this.segments) {
      const matches = evaluate(query, segmentSource(columns, bySegment.get(id) ?? new Map()));
      for (const one of foundIn(
        columns,
        matches,
        (at) => dead[at] === 0 && !this.queue.has(columns.ids[at]!),
      ))
        found.push(one);
    }
    return { found, complete: read.state.builtTo === null };
  }

  /** Finds where the words of a query occur in these articles. */
  async hits(query: Query, ids: string[]): Promise<ShownHits[]> {
    return (await getBundles(this.store, ids)).map((bundle) => ({
      id: bundle.saved.id,
      headline: litWhole({ field: 'title', words: corrected(bundle.saved).article.title }, query),
      excerpts: excerptsOf(entriesOf(bundle), query),
    }));
  }

  /** How many articles are indexed, and how many there are. */
  async progress(): Promise<{ indexed: number; total: number }> {
    const [db, main] = await Promise.all([this.open(), this.store.reading()]);
    const [indexed, total] = await Promise.all([db.places.count(), main.list.count()]);
    return { indexed, total };
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
    await db.transaction('r', db.tables, () => this.readSegments(db, state.generation));
    const drop = this.tooSmall();
    if (drop.length === 0) return false;
    const ids = await db.places
      .where('segment')
      .anyOf(drop.map(({ id }) => id))
      .primaryKeys();
    await writeSegment(this.store, db, state, { ids, drop, builtTo: null });
    return true;
  }

  /**
   * Chooses the segments to merge next: two with at most `WAITING` articles, or one whose articles are mostly out of
   * date.
   */
  private tooSmall(): SegmentRow[] {
    const small = this.segments.filter(({ live }) => live <= WAITING).slice(0, 2);
    if (small.length === 2) return small;
    return this.segments.filter(({ live, dead }) => live < dead.length / 2).slice(0, 1);
  }

  /** Compares the whole index with the collection. Reads both completely. */
  async check(): Promise<IndexCheck> {
    return checkIndex(this.store, await this.open());
  }
}
