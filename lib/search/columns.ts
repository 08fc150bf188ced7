import type { SearchDocument } from './entries.ts';
import type { Grouped } from './groups.ts';

/**
 * The properties of some articles that the search holds in memory, as columns in the order of the documents. A place is
 * an offset (UTF-16 units) into the folded texts of all these documents, joined.
 */
export type Columns = {
  ids: string[];
  /** The place at which each document begins; the last entry is the length of all. */
  starts: Uint32Array;
  /** The place at which each value begins, ascending, and the code of the value's field. */
  entryStarts: Uint32Array;
  entryFields: Uint8Array;
  published: Float64Array;
  captured: Float64Array;
  states: Uint8Array;
  /** The due days of all documents, and for each document the index at which its days end. */
  dues: Uint32Array;
  dueEnds: Uint32Array;
  grouped: Grouped[];
};

/** Makes the columns of these documents. */
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
    grouped: documents.map(({ grouped }) => grouped),
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
