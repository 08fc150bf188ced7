import { documentOf } from '../search/entries.ts';
import { BUCKETS } from '../search/postings.ts';
import { documentSum, segmentOf, sumOf } from '../search/segment.ts';
import { getBundles } from './bundles.ts';
import { type BucketRow, type IndexDatabase, IndexState } from './indexDatabase.ts';
import { requireRoom } from './room.ts';
import type { Store } from './store.ts';

const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/**
 * The articles of a new segment (a part of the search index), and the segments that it replaces. `builtTo`: the id of
 * the last article that the first building of the index has reached; null where it is complete.
 */
type NewSegment = { ids: string[]; drop?: number[]; builtTo: string | null };

/**
 * Builds a segment from these articles as they are now. Marks their entries in earlier segments as out of date
 * (`dead`). Writes in one transaction.
 */
export async function writeSegment(
  store: Store,
  db: IndexDatabase,
  state: IndexState,
  { ids, drop = [], builtTo }: NewSegment,
): Promise<void> {
  const documents = (await getBundles(store, ids)).map(documentOf);
  const { columns, buckets } = segmentOf(documents);
  const segment = state.nextSegment;
  const rows: BucketRow[] = [...buckets].map(([bucket, bytes]) => ({ bucket, segment, bytes }));
  const sum = rows.reduce((all, { bucket, bytes }) => (all ^ sumOf(bytes, bucket)) >>> 0, 0);
  await requireRoom();
  await db.transaction('rw', db.tables, async () => {
    const now = IndexState.safeParse(await db.state.get('state')).data;
    // Another call has changed the index meanwhile. Drops this segment; the next step starts from the new state.
    if (now?.generation !== state.generation) return;
    const generation = state.generation + 1;
    const places = (await db.places.bulkGet(ids)).filter((place) => place !== undefined);
    const dropped = new Set(drop);
    const notes = new Map(now.segments.map((note) => [note.id, note]));
    const earlier = await db.segments.bulkGet([
      ...new Set(places.map((place) => place.segment).filter((id) => !dropped.has(id))),
    ]);
    for (const row of earlier) {
      if (!row) continue;
      for (const place of places) if (place.segment === row.id) row.dead[place.at] = 1;
      const live = row.dead.reduce((all, dead) => all + 1 - dead, 0);
      notes.set(row.id, { id: row.id, written: generation, size: row.dead.length, live });
      if (live > 0) await db.segments.put(row);
      else dropped.add(row.id);
    }
    for (const id of dropped) {
      notes.delete(id);
      await db.segments.delete(id);
      await db.buckets.bulkDelete(ALL_BUCKETS.map((bucket): [number, number] => [bucket, id]));
    }
    await db.places.bulkDelete(ids);
    if (documents.length) {
      const { length } = documents;
      notes.set(segment, { id: segment, written: generation, size: length, live: length });
      await db.segments.put({ id: segment, columns, dead: new Uint8Array(length), sum });
      await db.buckets.bulkPut(rows);
      await db.places.bulkPut(
        documents.map((document, at) => ({ id: document.id, segment, at, sum: documentSum(document) })),
      );
    }
    await db.state.put({
      ...state,
      generation,
      nextSegment: segment + 1,
      builtTo,
      segments: [...notes.values()],
    });
  });
}
