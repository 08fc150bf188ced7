import { Dexie, type Table } from 'dexie';
import { type Columns, eachGrouping } from '../search/columns.ts';
import { INDEX_VERSION } from '../search/segment.ts';
import { z } from '../zod.ts';

const GroupColumnShape = z.object({
  values: z.array(z.string()),
  numbers: z.instanceof(Uint32Array),
  ends: z.instanceof(Uint32Array),
});

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
  groups: z.object(eachGrouping(() => GroupColumnShape)),
});

/**
 * A segment (a part) of the search index, as queries read it. Its buckets, which list where words occur, are in another
 * table; see postings.ts.
 */
export const SegmentRow = z.object({
  id: z.int(),
  columns: ColumnsShape,
  /** For each article of the segment: 1 where the article was deleted or a later segment has it, else 0. */
  dead: z.instanceof(Uint8Array),
  /** The checksum of all buckets of the segment; see `sumOf`. */
  sum: z.int(),
});
export type SegmentRow = { id: number; columns: Columns; dead: Uint8Array; sum: number };

/**
 * The note on a segment in the state of the index, so that a query reads only the segments in which it finds words.
 */
const SegmentNote = z.object({
  id: z.int(),
  /** The generation of the index in which the segment's row was last written. */
  written: z.int(),
  /** The number of its articles, and of those that are not `dead`. */
  size: z.int(),
  live: z.int(),
});
export type SegmentNote = z.infer<typeof SegmentNote>;

/** The state of the index. */
export const IndexState = z.object({
  id: z.literal('state'),
  /** The `INDEX_VERSION` of the code that wrote the index. */
  version: z.int(),
  /** The device id of the indexed collection. If the collection has another id, the index is built again. */
  device: z.string(),
  /** A number that rises with every change of the segments. */
  generation: z.int(),
  nextSegment: z.int(),
  /**
   * How far the first build has come: the last article id that it has indexed. Null when the first build is complete.
   */
  builtTo: z.nullable(z.string()),
  segments: z.array(SegmentNote),
});
export type IndexState = z.infer<typeof IndexState>;

/** Checks the stored state. Null where the index must be built from the beginning; `device` is the collection's id. */
export function readState(raw: unknown, device: string): IndexState | null {
  const state = IndexState.safeParse(raw).data;
  return state?.version === INDEX_VERSION && state.device === device ? state : null;
}

export type BucketRow = { bucket: number; segment: number; bytes: Uint8Array };
/** Where the index has an article: the segment, the position in it, and the checksum of the indexed article. */
export type PlaceRow = { id: string; segment: number; at: number; sum: number };

/**
 * The search index in IndexedDB. It is a database of its own, because it can be deleted and built again at any time.
 */
export class IndexDatabase extends Dexie {
  declare segments: Table<SegmentRow, number>;
  declare buckets: Table<BucketRow, [number, number]>;
  declare places: Table<PlaceRow, string>;
  declare state: Table<IndexState, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    // The keys of buckets begin with the bucket's number. So a query reads a bucket of all segments in one request.
    this.version(1).stores({
      segments: 'id',
      buckets: '[bucket+segment]',
      places: 'id, segment',
      state: 'id',
    });
  }
}
