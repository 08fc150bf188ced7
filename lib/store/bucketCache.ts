import type { BucketRow } from './indexDatabase.ts';

/** The most bytes of buckets (lists of where words occur) that stay in memory between two queries. */
const MOST = 16 * 2 ** 20;

/**
 * Keeps the buckets that the last queries have read. A person types one query character by character, and each longer
 * query needs the buckets of the shorter one. Forgets all of them when the index changes, or when they become too many.
 */
export class BucketCache {
  private readonly kept = new Map<string, BucketRow[]>();
  private bytes = 0;
  private generation = -1;

  /** The buckets of a range in a generation of the index; undefined where they are not in memory. */
  get(generation: number, range: string): BucketRow[] | undefined {
    return generation === this.generation ? this.kept.get(range) : undefined;
  }

  /** Keeps the buckets of a range. Forgets those of an earlier generation of the index. */
  keep(generation: number, range: string, rows: BucketRow[]): void {
    if (generation < this.generation) return;
    if (generation > this.generation) this.clear();
    this.generation = generation;
    const size = rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (this.kept.has(range) || size > MOST) return;
    if (this.bytes + size > MOST) this.clear();
    this.kept.set(range, rows);
    this.bytes += size;
  }

  private clear(): void {
    this.kept.clear();
    this.bytes = 0;
  }
}
