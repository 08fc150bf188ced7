import { Dexie, type Table } from 'dexie';
import type { Columns } from '../search/columns.ts';
import { z } from '../zod.ts';

const ColumnsShape = z.object({
  ids: z.array(z.string()),
  starts: z.instanceof(Uint32Array),
  entryStarts: z.instanceof(Uint32Array),
  entryFields: z.instanceof(Uint8Array),
  published: z.instanceof(Float64Array),
  captured: z.instanceof(Float64Array),
  states: z.instanceof(Uint8Array),
  dues: z.instanceof(Uint32Array),
  dueEnds: z.instanceof(Uint32Array),
  grouped: z.array(z.record(z.string(), z.array(z.string()))),
});

/** A segment of the index without its buckets, as a query reads it. */
export const SegmentRow = z.object({
  id: z.int(),
  columns: ColumnsShape,
  /** For each document 1 where a later segment contains it or it was deleted, else 0. */
  dead: z.instanceof(Uint8Array),
  /** The number of documents that are not dead. */
  live: z.int(),
  /** The checksum of all buckets of the segment; see `sumOf`. */
  sum: z.int(),
});
export type SegmentRow = { id: number; columns: Columns; dead: Uint8Array; live: number; sum: number };

/** The state of the index. */
export const IndexState = z.object({
  id: z.literal('state'),
  /** The `INDEX_VERSION` of the code that wrote the index. */
  version: z.int(),
  /** The id of the collection's database. An index of another database is built again. */
  device: z.string(),
  /** A number that rises with every change of the segments. */
  generation: z.int(),
  nextSegment: z.int(),
  /** The last article id that the first build has reached; null when the build is complete. */
  builtTo: z.nullable(z.string()),
});
export type IndexState = z.infer<typeof IndexState>;

export type BucketRow = { bucket: number; segment: number; bytes: Uint8Array };
/** The segment and position of a document, with its checksum. */
export type PlaceRow = { id: string; segment: number; at: number; sum: number };

/** The index in IndexedDB, in a separate database because it can be built again from the collection. */
export class IndexDatabase extends Dexie {
  declare segments: Table<SegmentRow, number>;
  declare buckets: Table<BucketRow, [number, number]>;
  declare places: Table<PlaceRow, string>;
  declare state: Table<IndexState, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    // Sorts buckets by number before segment, so that a query reads a bucket of all segments in one request.
    this.version(1).stores({
      segments: 'id',
      buckets: '[bucket+segment]',
      places: 'id, segment',
      state: 'id',
    });
  }
}
