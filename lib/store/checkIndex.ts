import { documentOf } from '../search/entries.ts';
import { documentSum, sumOf } from '../search/segment.ts';
import { getBundles } from './bundles.ts';
import { type IndexDatabase, IndexState, SegmentRow } from './indexDatabase.ts';
import type { Store } from './store.ts';

/** How many articles are read at one time. This bounds the memory. */
const AT_ONCE = 512;

/**
 * The result of a check of the index. Counts articles that the index lacks (`missing`), has in an earlier state
 * (`stale`), or still has though they were deleted (`gone`). `damaged` counts parts of the index with a wrong
 * checksum.
 */
export type IndexCheck = { articles: number; missing: number; stale: number; gone: number; damaged: number };

/**
 * Compares the whole index with the saved articles, and its parts with their checksums. Reads all articles and the
 * whole index, so it takes long.
 */
export async function checkIndex(store: Store, db: IndexDatabase): Promise<IndexCheck> {
  const main = await store.reading();
  const check: IndexCheck = { articles: 0, missing: 0, stale: 0, gone: 0, damaged: 0 };
  const segments = await db.segments.toArray();
  const state = IndexState.safeParse(await db.state.get('state')).data;
  const sums = new Map([...segments, ...(state?.segments ?? [])].map(({ id }) => [id, 0]));
  await db.buckets.each(({ bucket, segment, bytes }) => {
    sums.set(segment, ((sums.get(segment) ?? 0) ^ sumOf(bytes, bucket)) >>> 0);
  });
  const whole = new Set(segments.filter((row) => SegmentRow.safeParse(row).success).map(({ id }) => id));
  for (const [id, sum] of sums)
    if (!whole.has(id) || segments.find((one) => one.id === id)?.sum !== sum) check.damaged++;

  const waiting = new Set(await main.unindexed.toCollection().primaryKeys());
  const known = new Set<string>();
  for (let after = ''; ; ) {
    const ids = await main.list.where('id').above(after).limit(AT_ONCE).primaryKeys();
    const places = await db.places.bulkGet(ids);
    const bundles = await getBundles(store, ids);
    const sumsNow = new Map(bundles.map((bundle) => [bundle.saved.id, documentSum(documentOf(bundle))]));
    ids.forEach((id, i) => {
      known.add(id);
      check.articles++;
      if (waiting.has(id)) return;
      if (!places[i]) check.missing++;
      else if (places[i].sum !== sumsNow.get(id)) check.stale++;
    });
    if (ids.length < AT_ONCE) break;
    after = ids.at(-1)!;
  }
  const indexed = await db.places.toCollection().primaryKeys();
  check.gone = indexed.filter((id) => !known.has(id) && !waiting.has(id)).length;
  return check;
}
