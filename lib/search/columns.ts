import type { SearchDocument } from './entries.ts';
import type { Grouped } from './groups.ts';

/**
 * The properties of several articles that the search keeps in memory: one array for each property, in the order of the
 * articles. A place is an offset (UTF-16 units) into one string: the texts of all these articles, folded by
 * `foldSearched` and joined.
 */
export type Columns = {
  ids: string[];
  /** The place at which each article begins. The last entry is the length of the joined text. */
  starts: Uint32Array;
  /** The place at which each searched value begins, ascending, and the code of the field that the value belongs to. */
  entryStarts: Uint32Array;
  entryFields: Uint8Array;
  published: Float64Array;
  captured: Float64Array;
  states: Uint8Array;
  /** The due days of all articles in one array, and for each article the index at which its due days end. */
  dues: Uint32Array;
  dueEnds: Uint32Array;
  grouped: Grouped[];
};

/** Makes the columns from the search documents of articles. */
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

/**
 * Finds the last of the ascending `numbers` that is not above `value`, and returns its index. Looks only at `from` and
 * after it; returns `from` where all later numbers are above `value`.
 */
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
