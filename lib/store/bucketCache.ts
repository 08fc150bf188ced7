import type { BucketRow } from './indexDatabase.ts';

/** The most bytes of buckets that stay in memory between two queries. */
const MOST = 16 * 2 ** 20;

/**
 * Keeps the buckets that the last queries have read. A person types one query character by character, and each longer
 * query needs the buckets of the shorter one. Forgets all of them when the index changes, or when they become too many.
 */
export class BucketCache {
  private readonly kept = new Map<string, BucketRow[]>();
  private bytes = 0;
  private generation = -1;

  /** Forgets the buckets of an earlier generation of the index. */
  startAt(generation: number): void {
    if (generation === this.generation) return;
    this.clear();
    this.generation = generation;
  }

  /** The buckets of these ranges, all from memory. Null where one is not in memory, or of another generation. */
  known(generation: number, ranges: string[]): BucketRow[] | null {
    if (generation !== this.generation) return null;
    const all = ranges.map((range) => this.kept.get(range));
    return all.includes(undefined) ? null : all.flatMap((rows) => rows!);
  }

  /** Returns the buckets of a range, which `read` reads from the index if they are not in memory. */
  async get(range: string, read: () => Promise<BucketRow[]>): Promise<BucketRow[]> {
    const known = this.kept.get(range);
    if (known) return known;
    const { generation } = this;
    const rows = await read();
    // Another query may meanwhile have met a newer generation, to which these buckets do not belong.
    if (generation !== this.generation) return rows;
    const size = rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (this.bytes + size > MOST) this.clear();
    if (size <= MOST) {
      this.kept.set(range, rows);
      this.bytes += size;
    }
    return rows;
  }

  private clear(): void {
    this.kept.clear();
    this.bytes = 0;
  }
}
