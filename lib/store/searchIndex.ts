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
import { type BucketRow, IndexDatabase, IndexState, SegmentRow } from './indexDatabase.ts';
import { IndexQueue, type Queued } from './indexQueue.ts';
import { storedRevision } from './revision.ts';
import { requireRoom } from './room.ts';
import type { Store } from './store.ts';
import { writeSegment } from './writeSegment.ts';

/** The number of articles in a segment, when the index is first built. */
const SEGMENT = 512;
/** When this many articles are queued, they become a new segment. Two segments of at most this size are merged. */
const WAITING = 256;
/**
 * How long (ms) the next queries use what a query has read, unless a notice tells of a change. The limit is for a notice
 * that never comes, because the browser has ended the context that wrote the change.
 */
const CURRENT_FOR = 2000;

/** The segments of a generation of the index. `complete`: the first build of the index has come to its end. */
type Segments = { generation: number; complete: boolean; rows: SegmentRow[] };

/** What a query has read. The segments were read after the queue; see `search`. */
type Current = { queued: Queued; until: number; segments: Segments | null };

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
  /** What the next query need not read again; null after a change. */
  private current: Current | null = null;
  /** How often `current` was forgotten. */
  private forgotten = 0;
  private stopListening: (() => void) | null = null;

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
    const state = IndexState.safeParse(await db.state.get('state')).data;
    return state?.version === INDEX_VERSION && state.device === device ? state : null;
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
      });
    });
  }

  private async readSegments(db: IndexDatabase, generation: number): Promise<SegmentRow[]> {
    if (generation === this.generation) return this.segments;
    const [rows, places] = await Promise.all([db.segments.toArray(), db.places.count()]);
    for (const row of rows)
      if (!SegmentRow.safeParse(row).success) throw new DamagedIndex(`segment ${row.id} cannot be read`);
    if (rows.reduce((all, { live }) => all + live, 0) !== places)
      throw new DamagedIndex('segments and places do not agree');
    this.segments = rows;
    this.generation = generation;
    return rows;
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
    const queued = await this.queue.read();
    if (forgotten === this.forgotten && queued.isWhole) this.current = { queued, until, segments: null };
    return queued;
  }

  /** Reads the segments, and those of their buckets that a query needs. Null where the index must be built first. */
  private async readIndex(
    query: Query,
    queued: Queued,
  ): Promise<{ segments: Segments; buckets: BucketRow[] } | null> {
    const ranges = bucketRangesOf(query).map((range) => ({ ...range, name: `${range.first}-${range.last}` }));
    const current = this.current?.queued === queued ? this.current : null;
    const segments = current?.segments;
    const known =
      segments &&
      this.buckets.known(
        segments.generation,
        ranges.map(({ name }) => name),
      );
    if (known) return { segments, buckets: known };
    const db = await this.open();
    const read = await db.transaction('r', db.tables, async () => {
      const state = await this.stateOf(db, queued.device);
      if (!state) return null;
      const { generation, builtTo } = state;
      this.buckets.startAt(generation);
      const [rows, ...parts] = await Promise.all([
        this.readSegments(db, generation),
        ...ranges.map(({ name, first, last }) =>
          this.buckets.get(name, () =>
            db.buckets
              .where('[bucket+segment]')
              .between([first, Dexie.minKey], [last, Dexie.maxKey])
              .toArray(),
          ),
        ),
      ]);
      return { segments: { generation, complete: builtTo === null, rows }, buckets: parts.flat() };
    });
    if (current && read?.segments.complete) current.segments = read.segments;
    return read;
  }

  private async searchSegments(query: Query, queued: Queued): Promise<{ found: Found[]; complete: boolean }> {
    const read = await this.readIndex(query, queued);
    if (!read) return { found: [], complete: false };
    const bySegment = new Map<number, Map<number, Uint8Array>>();
    for (const { segment, bucket, bytes } of read.buckets) {
      const buckets = bySegment.get(segment) ?? new Map<number, Uint8Array>();
      bySegment.set(segment, buckets.set(bucket, bytes));
    }
    const found: Found[] = [];
    for (const { id, columns, dead } of read.segments.rows) {
      const matches = evaluate(query, segmentSource(columns, bySegment.get(id) ?? new Map()));
      for (const one of foundIn(columns, matches, (at) => dead[at] === 0 && !queued.has(columns.ids[at]!)))
        found.push(one);
    }
    return { found, complete: read.segments.complete };
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
