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
});

/** What a query reads of a segment beside its buckets. */
export const SegmentRow = z.object({
  id: z.int(),
  columns: ColumnsShape,
  /** 1 for a document that stands in a later segment or is gone. */
  dead: z.instanceof(Uint8Array),
  /** How many are not dead. */
  live: z.int(),
  /** Of all its buckets; see `sumOf`. */
  sum: z.int(),
});
export type SegmentRow = { id: number; columns: Columns; dead: Uint8Array; live: number; sum: number };

/** How far the index is. */
export const IndexState = z.object({
  id: z.literal('state'),
  /** `INDEX_VERSION` of what wrote it. */
  version: z.int(),
  /** The device of the collection that it is of. */
  device: z.string(),
  /** Rises with every change of the segments. */
  generation: z.int(),
  nextSegment: z.int(),
  /** Articles up to this id are in it; null where all are. */
  builtTo: z.nullable(z.string()),
});
export type IndexState = z.infer<typeof IndexState>;

export type BucketRow = { bucket: number; segment: number; bytes: Uint8Array };
/** Where a document stands, and its sum. */
export type PlaceRow = { id: string; segment: number; at: number; sum: number };

/** The index as IndexedDB keeps it: apart from the collection, for all of it can be made again. */
export class IndexDatabase extends Dexie {
  declare segments: Table<SegmentRow, number>;
  declare buckets: Table<BucketRow, [number, number]>;
  declare places: Table<PlaceRow, string>;
  declare state: Table<IndexState, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    // Buckets of one number stand side by side: a query reads them of all segments in one request.
    this.version(1).stores({
      segments: 'id',
      buckets: '[bucket+segment]',
      places: 'id, segment',
      state: 'id',
    });
  }
}
