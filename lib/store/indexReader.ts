import { mayMatch, type Source } from '../search/evaluate.ts';
import { type BucketRange, DamagedIndex } from '../search/postings.ts';
import type { Query } from '../search/query.ts';
import { bucketRangesOf, finderOf } from '../search/segment.ts';
import { BucketCache } from './bucketCache.ts';
import {
  type BucketRow,
  type IndexDatabase,
  type IndexState,
  readState,
  type SegmentNote,
  SegmentRow,
} from './indexDatabase.ts';

/** A segment (a part of the search index) that must be searched, and how the query finds words in it. */
export type Part = { row: SegmentRow; find: Source['find'] };

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const nameOf = ({ first, last }: BucketRange): string => `${first}-${last}`;

/**
 * Finds the segments in which a query can match. `rows`: the buckets of its words, which list where these words
 * occur.
 */
function candidates(query: Query, state: IndexState, rows: BucketRow[]) {
  const bySegment = new Map<number, Map<number, Uint8Array>>();
  for (const { segment, bucket, bytes } of rows) {
    const buckets = bySegment.get(segment) ?? new Map<number, Uint8Array>();
    bySegment.set(segment, buckets.set(bucket, bytes));
  }
  return state.segments
    .map((note) => ({ note, find: finderOf(bySegment.get(note.id) ?? new Map()) }))
    .filter(({ find }) => mayMatch(query, find));
}

/** Reads those parts of the index that queries need, and keeps them for the next queries. */
export class IndexReader {
  private readonly buckets = new BucketCache();
  /** The segments that queries have needed so far, each with the generation of the index in which it was written. */
  private readonly segments = new Map<number, { written: number; row: SegmentRow }>();
  /** The generation of the index at the last reading: a number that rises with each change of the index. */
  private generation = -1;

  /** The segments that a query needs, from memory. Null where a part of them must be read. */
  inMemory(query: Query, state: IndexState): Part[] | null {
    const rows: BucketRow[] = [];
    for (const range of bucketRangesOf(query)) {
      const known = this.buckets.get(state.generation, nameOf(range));
      if (!known) return null;
      rows.push(...known);
    }
    const parts: Part[] = [];
    for (const { note, find } of candidates(query, state, rows)) {
      const row = this.known(note);
      if (!row) return null;
      parts.push({ row, find });
    }
    return parts;
  }

  /**
   * Reads the state of the index and the segments that a query needs. Null where the index must be built from the
   * beginning. Throws `DamagedIndex` where a segment is missing or cannot be read.
   */
  async read(
    db: IndexDatabase,
    query: Query,
    device: string,
  ): Promise<{ state: IndexState; parts: Part[] } | null> {
    // Reads without Dexie, because a search runs at each typed letter. A transaction of Dexie takes longer than this
    // whole reading.
    const tx = db.backendDB().transaction(['state', 'segments', 'buckets']);
    const read = ({ first, last }: BucketRange): Promise<BucketRow[]> =>
      // An array sorts after all numbers in IndexedDB. So the upper bound includes every segment of the last bucket.
      answered(tx.objectStore('buckets').getAll(IDBKeyRange.bound([first], [last, []])));
    const ranges = bucketRangesOf(query);
    // Reads the buckets before the state of the index is known, because that saves time. Usually the index has not
    // changed since the last query, and the buckets are right.
    const guess = this.generation;
    const known = ranges.map((range) => this.buckets.get(guess, nameOf(range)));
    const [raw, ...guessed] = await Promise.all([
      answered(tx.objectStore('state').get('state')),
      ...ranges.map((range, i) => known[i] ?? read(range)),
    ]);
    const state = readState(raw, device);
    if (!state) return null;
    const { generation } = state;
    const rows =
      generation === guess
        ? guessed
        : await Promise.all(ranges.map((range, i) => (known[i] ? read(range) : guessed[i]!)));
    this.generation = generation;
    ranges.forEach((range, i) => void this.buckets.keep(generation, nameOf(range), rows[i]!));
    const parts = await Promise.all(
      candidates(query, state, rows.flat()).map(async ({ note, find }) => {
        const row = this.known(note) ?? (await this.readSegment(tx, note));
        return { row, find };
      }),
    );
    const ids = new Set(state.segments.map(({ id }) => id));
    for (const id of this.segments.keys()) if (!ids.has(id)) this.segments.delete(id);
    return { state, parts };
  }

  /** Reads a segment's row, which stays in memory from now on. */
  private async readSegment(tx: IDBTransaction, { id, written }: SegmentNote): Promise<SegmentRow> {
    const row = await answered(tx.objectStore('segments').get(id));
    if (!SegmentRow.safeParse(row).success) throw new DamagedIndex(`segment ${id} cannot be read`);
    this.segments.set(id, { written, row });
    return row;
  }

  private known({ id, written }: SegmentNote): SegmentRow | undefined {
    const known = this.segments.get(id);
    return known?.written === written ? known.row : undefined;
  }
}
