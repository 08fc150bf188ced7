import type { SearchDocument } from './entries.ts';

/**
 * What the search keeps in memory of some articles, in columns: their order is that of the documents. Places count the
 * UTF-16 units of all their folded texts, one after the other.
 */
export type Columns = {
  ids: string[];
  /** Where each document begins; at the end the length of all. */
  starts: Uint32Array;
  /** Where each value begins, in the order of places, and the code of its field. */
  entryStarts: Uint32Array;
  entryFields: Uint8Array;
  published: Float64Array;
  captured: Float64Array;
  states: Uint8Array;
  /** The days of all, and for each document where its own end. */
  dues: Uint32Array;
  dueEnds: Uint32Array;
};

/** The columns of these documents. */
export function columnsOf(documents: SearchDocument[]): Columns {
  const starts = new Uint32Array(documents.length + 1);
  documents.forEach(({ text }, i) => {
    starts[i + 1] = starts[i]! + text.length;
  });
  let due = 0;
  return {
    ids: documents.map(({ id }) => id),
    starts,
    entryStarts: Uint32Array.from(documents.flatMap((one, i) => one.starts.map((at) => starts[i]! + at))),
    entryFields: Uint8Array.from(documents.flatMap(({ fields }) => fields)),
    published: Float64Array.from(documents, ({ published }) => published),
    captured: Float64Array.from(documents, ({ captured }) => captured),
    states: Uint8Array.from(documents, ({ states }) => states),
    dues: Uint32Array.from(documents.flatMap(({ dues }) => dues)),
    dueEnds: Uint32Array.from(documents, ({ dues }) => {
      due += dues.length;
      return due;
    }),
  };
}

/** The index of the last of ascending numbers that is not above `value`, at or after `from`. */
export function lastNotAbove(numbers: Uint32Array, value: number, from = 0): number {
  let low = from;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
