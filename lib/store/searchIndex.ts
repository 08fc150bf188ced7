import { Dexie } from 'dexie';
import { corrected } from '../record/fieldCorrections.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { documentOf, entriesOf, type SearchDocument } from '../search/entries.ts';
import { evaluate, type Source } from '../search/evaluate.ts';
import { type Excerpt, excerptsOf, type Lit, litWhole } from '../search/excerpts.ts';
import type { OrderId } from '../search/orders.ts';
import { BUCKETS, DamagedIndex } from '../search/postings.ts';
import type { Query } from '../search/query.ts';
import { type Found, foundIn, ranked } from '../search/rank.ts';
import {
  bucketRangesOf,
  documentSum,
  INDEX_VERSION,
  segmentOf,
  segmentSource,
  sumOf,
  unmergedSource,
} from '../search/segment.ts';
import { type BucketRow, IndexDatabase, IndexState, SegmentRow } from './indexDatabase.ts';
import { readAll, readOne } from './read.ts';
import { requireRoom } from './room.ts';
import type { Store } from './store.ts';

/** Documents of a segment that is built from the collection. */
const SEGMENT = 512;
/** As many that wait become a segment of their own; two such segments become one. */
const WAITING = 256;
/** No more than these are searched without the index: what they take of memory is bounded. */
const MOST_SCANNED = 1024;

const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/** An article that waits to be indexed. Another token: it was changed since. */
type Waiting = { id: string; token: string };

/** What a query finds. `complete` is false while articles are not indexed yet. */
export type SearchAnswer = { ids: string[]; complete: boolean };

/** Where the words of a query stand in an article. */
export type ShownHits = { id: string; headline: Lit[]; excerpts: Excerpt[] };

/** What a check of the index found: how many articles it lacks, has of an earlier state, has and are gone; damaged segments. */
export type IndexCheck = { articles: number; missing: number; stale: number; gone: number; damaged: number };

/** These articles with their texts and marks, read at one time; one that is gone is left out. */
async function bundlesAtOnce(store: Store, ids: string[]): Promise<ArticleBundle[]> {
  const db = await store.reading();
  return db.transaction('r', db.articles, db.texts, db.annotations, async () => {
    const [articles, texts, marks] = await Promise.all([
      db.articles.bulkGet(ids),
      db.texts.where('articleId').anyOf(ids).toArray(),
      db.annotations.where('articleId').anyOf(ids).toArray(),
    ]);
    const bundles = new Map<string, ArticleBundle>();
    for (const raw of articles) {
      const saved = readOne(store, 'article', raw);
      if (saved) bundles.set(saved.id, { saved, texts: [], annotations: [] });
    }
    for (const text of readAll(store, 'text', texts)) bundles.get(text.articleId)?.texts.push(text);
    for (const mark of readAll(store, 'annotation', marks))
      bundles.get(mark.articleId)?.annotations.push(mark);
    return [...bundles.values()];
  });
}

/**
 * The index of the collection. Changes wait in the collection's own table `unindexed`, written in their transaction;
 * `step` moves them into segments, each in one transaction, so that a browser that is killed goes on where it was. Only
 * one context may call `step` at a time.
 */
export class SearchIndex {
  private readonly name: string;
  private opening: Promise<IndexDatabase> | null = null;
  /** The segments as last read, and their generation. */
  private segments: SegmentRow[] = [];
  private generation = -1;
  private readonly waiting = new Map<string, { token: string; document: SearchDocument | null }>();
  private unmerged: Source | null = null;

  constructor(private readonly store: Store) {
    this.name = `${store.name}-search`;
  }

  private open(): Promise<IndexDatabase> {
    this.opening ??= (async () => {
      const db = new IndexDatabase(this.name);
      try {
        await db.open();
      } catch {
        // What cannot be opened is made again.
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

  /** The id of the collection's database. */
  private async device(): Promise<string> {
    return (await (await this.store.reading()).meta.get('revision'))?.device ?? '';
  }

  /** How far the index is; null where it is to be built from the beginning. */
  private async stateOf(db: IndexDatabase, device: string): Promise<IndexState | null> {
    const state = IndexState.safeParse(await db.state.get('state')).data;
    return state?.version === INDEX_VERSION && state.device === device ? state : null;
  }

  /** Empties the index: it is built again by `step`. */
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

  /** Reads what waits, and forgets what does no more. Gives false where more waits than is searched without the index. */
  private async readWaiting(): Promise<boolean> {
    const main = await this.store.reading();
    const rows: Waiting[] = await main.unindexed.limit(MOST_SCANNED + 1).toArray();
    const all = rows.length <= MOST_SCANNED;
    const tokens = new Map(rows.slice(0, MOST_SCANNED).map(({ id, token }) => [id, token]));
    const changed = [...tokens].filter(([id, token]) => this.waiting.get(id)?.token !== token);
    const done = [...this.waiting.keys()].filter((id) => !tokens.has(id));
    if (changed.length === 0 && done.length === 0) return all;
    for (const id of done) this.waiting.delete(id);
    const documents = new Map(
      (
        await bundlesAtOnce(
          this.store,
          changed.map(([id]) => id),
        )
      ).map((bundle) => [bundle.saved.id, documentOf(bundle)]),
    );
    for (const [id, token] of changed) this.waiting.set(id, { token, document: documents.get(id) ?? null });
    this.unmerged = unmergedSource([...this.waiting.values()].flatMap(({ document }) => document ?? []));
    return all;
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

  /** What a query finds, in an order. Reads no text that is indexed. */
  async search(query: Query, order: OrderId): Promise<SearchAnswer> {
    // What waits is read first: what is moved meanwhile is found twice and counts once.
    const all = await this.readWaiting();
    try {
      const { found, complete } = await this.searchSegments(query);
      if (this.unmerged)
        found.push(...foundIn(this.unmerged.columns, evaluate(query, this.unmerged), () => true));
      return { ids: ranked(found, order), complete: complete && all };
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      console.warn('Pizhu: the search index is damaged and is built again', error);
      await this.rebuild();
      const found = this.unmerged
        ? foundIn(this.unmerged.columns, evaluate(query, this.unmerged), () => true)
        : [];
      return { ids: ranked(found, order), complete: false };
    }
  }

  private async searchSegments(query: Query): Promise<{ found: Found[]; complete: boolean }> {
    const db = await this.open();
    const device = await this.device();
    const ranges = bucketRangesOf(query);
    const read = await db.transaction('r', db.tables, async () => {
      const state = await this.stateOf(db, device);
      if (!state) return null;
      const [parts] = await Promise.all([
        Promise.all(
          ranges.map(({ first, last }) =>
            db.buckets
              .where('[bucket+segment]')
              .between([first, Dexie.minKey], [last, Dexie.maxKey])
              .toArray(),
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
        (at) => dead[at] === 0 && !this.waiting.has(columns.ids[at]!),
      ))
        found.push(one);
    }
    return { found, complete: read.state.builtTo === null };
  }

  /** Where the words of a query stand in these articles. */
  async hits(query: Query, ids: string[]): Promise<ShownHits[]> {
    return (await bundlesAtOnce(this.store, ids)).map((bundle) => ({
      id: bundle.saved.id,
      headline: litWhole({ field: 'title', words: corrected(bundle.saved).article.title }, query),
      excerpts: excerptsOf(entriesOf(bundle), query),
    }));
  }

  /** How many articles are indexed, of how many. */
  async progress(): Promise<{ indexed: number; total: number }> {
    const [db, main] = await Promise.all([this.open(), this.store.reading()]);
    const [indexed, total] = await Promise.all([db.places.count(), main.list.count()]);
    return { indexed, total };
  }

  /** Does the next piece of work: about half a second. Gives false where there is none. */
  async step(): Promise<boolean> {
    const [db, main] = await Promise.all([this.open(), this.store.reading()]);
    const state = await this.stateOf(db, await this.device());
    if (!state) {
      await this.rebuild();
      return true;
    }
    const waiting: Waiting[] = await main.unindexed.limit(SEGMENT).toArray();
    if (waiting.length >= WAITING) {
      await this.merge(db, state, {
        ids: waiting.map(({ id }) => id),
        drop: [],
        builtTo: state.builtTo,
      });
      await this.forget(waiting);
      return true;
    }
    if (state.builtTo !== null) {
      const ids = await main.list.where('id').above(state.builtTo).limit(SEGMENT).primaryKeys();
      await this.merge(db, state, { ids, drop: [], builtTo: ids.length < SEGMENT ? null : ids.at(-1)! });
      return true;
    }
    await db.transaction('r', db.tables, () => this.readSegments(db, state.generation));
    const drop = this.tooSmall();
    if (drop.length === 0) return false;
    const ids = await db.places
      .where('segment')
      .anyOf(drop.map(({ id }) => id))
      .primaryKeys();
    await this.merge(db, state, { ids, drop, builtTo: null });
    return true;
  }

  /** Segments to be made one: two that are half full, or one that is mostly dead. */
  private tooSmall(): SegmentRow[] {
    const small = this.segments.filter(({ live }) => live <= WAITING).slice(0, 2);
    if (small.length === 2) return small;
    return this.segments.filter(({ live, dead }) => live < dead.length / 2).slice(0, 1);
  }

  /** Makes a segment of these articles as they are now, in one transaction, in the place of where they stood. */
  private async merge(
    db: IndexDatabase,
    state: IndexState,
    { ids, drop, builtTo }: { ids: string[]; drop: SegmentRow[]; builtTo: string | null },
  ): Promise<void> {
    const documents = (await bundlesAtOnce(this.store, ids)).map(documentOf);
    const { columns, buckets } = segmentOf(documents);
    const segment = state.nextSegment;
    const rows: BucketRow[] = [...buckets].map(([bucket, bytes]) => ({ bucket, segment, bytes }));
    const sum = rows.reduce((all, { bucket, bytes }) => (all ^ sumOf(bytes, bucket)) >>> 0, 0);
    await requireRoom();
    await db.transaction('rw', db.tables, async () => {
      const now = IndexState.safeParse(await db.state.get('state')).data;
      // Emptied meanwhile: the step is done again from there.
      if (now?.generation !== state.generation) return;
      const places = (await db.places.bulkGet(ids)).filter((place) => place !== undefined);
      const dropped = new Set(drop.map(({ id }) => id));
      const earlier = await db.segments.bulkGet([
        ...new Set(places.map((place) => place.segment).filter((id) => !dropped.has(id))),
      ]);
      for (const row of earlier) {
        if (!row) continue;
        for (const place of places) if (place.segment === row.id) row.dead[place.at] = 1;
        row.live = row.dead.reduce((live, dead) => live + 1 - dead, 0);
        if (row.live > 0) await db.segments.put(row);
        else dropped.add(row.id);
      }
      for (const id of dropped) {
        await db.segments.delete(id);
        await db.buckets.bulkDelete(ALL_BUCKETS.map((bucket): [number, number] => [bucket, id]));
      }
      await db.places.bulkDelete(ids);
      if (documents.length) {
        await db.segments.put({
          id: segment,
          columns,
          dead: new Uint8Array(documents.length),
          live: documents.length,
          sum,
        });
        await db.buckets.bulkPut(rows);
        await db.places.bulkPut(
          documents.map((document, at) => ({ id: document.id, segment, at, sum: documentSum(document) })),
        );
      }
      await db.state.put({
        ...state,
        generation: state.generation + 1,
        nextSegment: segment + 1,
        builtTo,
      });
    });
  }

  /** Takes out of the waiting what has not changed since it was read. */
  private async forget(done: Waiting[]): Promise<void> {
    const main = await this.store.writing();
    await main.transaction('rw', main.unindexed, async () => {
      const now = await main.unindexed.bulkGet(done.map(({ id }) => id));
      const same = done.filter(({ token }, i) => now[i]?.token === token).map(({ id }) => id);
      await main.unindexed.bulkDelete(same);
    });
  }

  /** Compares the index with the texts, and its buckets with their sums. Reads all of both. */
  async check(): Promise<IndexCheck> {
    const [db, main] = await Promise.all([this.open(), this.store.reading()]);
    const check: IndexCheck = { articles: 0, missing: 0, stale: 0, gone: 0, damaged: 0 };
    const segments = await db.segments.toArray();
    const sums = new Map(segments.map(({ id }) => [id, 0]));
    await db.buckets.each(({ bucket, segment, bytes }) => {
      sums.set(segment, ((sums.get(segment) ?? 0) ^ sumOf(bytes, bucket)) >>> 0);
    });
    const whole = new Set(segments.filter((row) => SegmentRow.safeParse(row).success).map(({ id }) => id));
    for (const [id, sum] of sums)
      if (!whole.has(id) || segments.find((one) => one.id === id)?.sum !== sum) check.damaged++;

    const waiting = new Set(await main.unindexed.toCollection().primaryKeys());
    const known = new Set<string>();
    for (let after = ''; ; ) {
      const ids = await main.list.where('id').above(after).limit(SEGMENT).primaryKeys();
      const places = await db.places.bulkGet(ids);
      const bundles = await bundlesAtOnce(this.store, ids);
      const sumsNow = new Map(bundles.map((bundle) => [bundle.saved.id, documentSum(documentOf(bundle))]));
      ids.forEach((id, i) => {
        known.add(id);
        check.articles++;
        if (waiting.has(id)) return;
        if (!places[i]) check.missing++;
        else if (places[i].sum !== sumsNow.get(id)) check.stale++;
      });
      if (ids.length < SEGMENT) break;
      after = ids.at(-1)!;
    }
    const indexed = await db.places.toCollection().primaryKeys();
    check.gone = indexed.filter((id) => !known.has(id) && !waiting.has(id)).length;
    return check;
  }
}
