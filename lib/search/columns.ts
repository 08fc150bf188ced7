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
  /** The place at which each searched value begins, ascending. */
  entryStarts: Uint32Array;
  /** For each of these values, the code of the field that it belongs to; see `fieldCode`. */
  entryFields: Uint8Array;
  published: Float64Array;
  captured: Float64Array;
  states: Uint8Array;
  /** The due days (YYYYMMDD) of all articles, one article after the other. */
  dues: Uint32Array;
  /** For each article, the index in `dues` at which its own days end. */
  dueEnds: Uint32Array;
  /** For each property by which the list can be grouped. */
  groups: Record<keyof Grouped, GroupColumn>;
};

/**
 * The values of one property of several articles. `values` has each value once, because most sources and regions occur
 * thousands of times. `numbers` has, for one article after the other, the indexes of its values; `ends` has for each
 * article the index in `numbers` at which its own end.
 */
type GroupColumn = { values: string[]; numbers: Uint32Array; ends: Uint32Array };

function groupColumnOf(lists: string[][]): GroupColumn {
  const known = new Map<string, number>();
  const numbers: number[] = [];
  const ends = Uint32Array.from(lists, (list) => {
    for (const value of list) {
      const number = known.get(value) ?? known.size;
      known.set(value, number);
      numbers.push(number);
    }
    return numbers.length;
  });
  return { values: [...known.keys()], numbers: Uint32Array.from(numbers), ends };
}

/** Makes an object with one value for each property by which the list can be grouped. */
export const eachGrouping = <T>(of: (name: keyof Grouped) => T): Record<keyof Grouped, T> => ({
  source: of('source'),
  issuer: of('issuer'),
  region: of('region'),
  tag: of('tag'),
});

/**
 * Returns what the article at index `i` has in a property by which the list can be grouped: all its tags, for example.
 */
export function groupedAt({ groups }: Columns, i: number, by: keyof Grouped): string[] {
  const { values, numbers, ends } = groups[by];
  return Array.from(numbers.subarray(i > 0 ? ends[i - 1] : 0, ends[i]), (number) => values[number]!);
}

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
    groups: eachGrouping((name) => groupColumnOf(documents.map(({ grouped }) => grouped[name]))),
  };
}
