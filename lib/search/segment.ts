import { type Columns, columnsOf } from './columns.ts';
import type { SearchDocument } from './entries.ts';
import { type Source, scanned } from './evaluate.ts';
import { type BucketRange, bucketsOfText, placesOf, rangesOf } from './postings.ts';
import type { Query } from './query.ts';

/**
 * The version of the index. It must rise when the stored form, the folding or the search fields change, so that an
 * index of another version is built again.
 */
export const INDEX_VERSION = 8;

/** A part of the index that holds some of the articles: their columns, and the buckets of their words. */
export type Segment = { columns: Columns; buckets: Map<number, Uint8Array> };

const textOf = (documents: SearchDocument[]): string => documents.map(({ text }) => text).join('');

/** Builds a segment of these articles. Takes about a millisecond for each article. */
export const segmentOf = (documents: SearchDocument[]): Segment => ({
  columns: columnsOf(documents),
  buckets: bucketsOfText(textOf(documents)),
});

/** Makes the source of articles that are in no segment yet. Queries scan their texts. */
export const unmergedSource = (documents: SearchDocument[]): Source =>
  scanned(columnsOf(documents), textOf(documents));

/**
 * Makes the function that finds words in a segment. `buckets` needs only the buckets in which the query is looked up.
 * The function remembers what it has found.
 */
export function finderOf(buckets: ReadonlyMap<number, Uint8Array>): Source['find'] {
  const known = new Map<string, Uint32Array>();
  return (words) => {
    const places = known.get(words) ?? placesOf(words, buckets);
    known.set(words, places);
    return places;
  };
}

/** Lists the buckets that a query needs in each segment, each bucket once. */
export function bucketRangesOf(query: Query): BucketRange[] {
  const ranges = new Map<number, BucketRange>();
  const add = (one: Query): void => {
    if (one.type === 'words')
      for (const range of rangesOf(one.words)) {
        const known = ranges.get(range.first);
        if (!known || known.last < range.last) ranges.set(range.first, range);
      }
    else if (one.type === 'not') add(one.of);
    else if (one.type === 'and' || one.type === 'or') one.of.forEach(add);
  };
  add(query);
  return [...ranges.values()];
}

/**
 * Computes a checksum (32 bits, FNV-1a). A different sum shows that an article has changed, or that a bucket is
 * damaged.
 */
export function sumOf(data: string | Uint8Array, start = 0x811c9dc5): number {
  let sum = start;
  if (typeof data === 'string')
    for (let i = 0; i < data.length; i++) sum = Math.imul(sum ^ data.charCodeAt(i), 0x01000193);
  else for (let i = 0; i < data.length; i++) sum = Math.imul(sum ^ data[i]!, 0x01000193);
  return sum >>> 0;
}

/** Computes the checksum of everything that the index stores of an article. */
export const documentSum = ({ text, starts, fields, ...facts }: SearchDocument): number =>
  sumOf(JSON.stringify([starts, fields, facts]), sumOf(text));
