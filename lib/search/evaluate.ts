import { lastNotAbove } from './ascending.ts';
import type { Columns } from './columns.ts';
import { type Days, isWithin } from './days.ts';
import { RANKS_FIRST, STATES, searchedCodes } from './fields.ts';
import type { Query } from './query.ts';

/** Articles to be searched: those of one segment of the index, or those that are not indexed yet. */
export type Source = {
  columns: Columns;
  /** Finds where these folded words occur: offsets into the joined text of the columns, ascending. */
  find: (words: string) => ArrayLike<number>;
};

/** The result of a query: in each array, one number for each article of the source. */
export type Matches = {
  /** 1 where the article matches the query. */
  holds: Uint8Array;
  /**
   * How many of the wanted words occur in a field that ranks first: the headline or a note. Without AND or OR, 0 or 1.
   */
  first: Uint8Array;
  /** How often the wanted words occur in the article. */
  count: Uint32Array;
};

const none = (size: number): Matches => ({
  holds: new Uint8Array(size),
  first: new Uint8Array(size),
  count: new Uint32Array(size),
});

function wordMatches(query: Extract<Query, { type: 'words' }>, { columns, find }: Source): Matches {
  const { starts, entryStarts, entryFields } = columns;
  const matches = none(columns.ids.length);
  const wanted = query.field && searchedCodes(query.field);
  const places = find(query.words);
  let document = 0;
  let entry = 0;
  // Places and beginnings of values both ascend. So the search for the value that holds a place starts at the value
  // of the previous place.
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    if (entryStarts[entry + 1]! <= place) entry = lastNotAbove(entryStarts, place, entry + 1);
    const field = entryFields[entry]!;
    if (wanted && !wanted.includes(field)) continue;
    // Only the values that make up the text follow each other without a line break. So a hit can begin in a task and
    // end behind it. Such words are not the task's.
    if (query.field === 'task' && place + query.words.length > (entryStarts[entry + 1] ?? Infinity)) continue;
    if (query.whole && entryStarts[entry] !== place) continue;
    if (starts[document + 1]! <= place) document = lastNotAbove(starts, place, document + 1);
    matches.holds[document] = 1;
    matches.count[document]!++;
    if (RANKS_FIRST[field]) matches.first[document] = 1;
  }
  return matches;
}

function matching(size: number, holds: (document: number) => boolean): Matches {
  const matches = none(size);
  for (let i = 0; i < size; i++) if (holds(i)) matches.holds[i] = 1;
  return matches;
}

function isDue({ dues, dueEnds }: Columns, document: number, days: Days): boolean {
  for (let i = dueEnds[document - 1] ?? 0; i < dueEnds[document]!; i++)
    if (isWithin(dues[i]!, days)) return true;
  return false;
}

/** Evaluates a query over one `Source`: a segment of the index, or the articles that are not indexed yet. */
export function evaluate(query: Query, source: Source): Matches {
  const { columns } = source;
  const size = columns.ids.length;
  switch (query.type) {
    case 'all':
      return matching(size, () => true);
    case 'words':
      return wordMatches(query, source);
    case 'is':
      return matching(size, (i) => (columns.states[i]! & STATES[query.state].bit) !== 0);
    case 'published':
      return matching(size, (i) => isWithin(Math.floor(columns.published[i]! / 10_000), query.days));
    case 'due':
      return matching(size, (i) => isDue(columns, i, query.days));
    case 'not': {
      const { holds } = evaluate(query.of, source);
      return matching(size, (i) => holds[i] === 0);
    }
    default:
      return joined(
        query.of.map((one) => evaluate(one, source)),
        query.type === 'and' ? query.of.length : 1,
        size,
      );
  }
}

/**
 * Whether a query can match any article of a source, as far as its words tell. Needs no columns, so that a segment
 * without the words need not be read.
 */
export function mayMatch(query: Query, find: Source['find']): boolean {
  if (query.type === 'words') return find(query.words).length > 0;
  if (query.type === 'and') return query.of.every((one) => mayMatch(one, find));
  if (query.type === 'or') return query.of.some((one) => mayMatch(one, find));
  return true;
}

/** Combines the results of several queries: an article matches if at least `least` of these match it. */
function joined(parts: Matches[], least: number, size: number): Matches {
  const matches = none(size);
  for (let i = 0; i < size; i++) {
    let held = 0;
    for (const { holds } of parts) held += holds[i]!;
    if (held < least) continue;
    matches.holds[i] = 1;
    for (const { first, count } of parts) {
      matches.first[i]! += first[i]!;
      matches.count[i]! += count[i]!;
    }
  }
  return matches;
}

/** Makes a source without an index: each query searches the folded texts in memory from beginning to end. */
export function scanned(columns: Columns, text: string): Source {
  return {
    columns,
    find: (words) => {
      const places: number[] = [];
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
      return places;
    },
  };
}
