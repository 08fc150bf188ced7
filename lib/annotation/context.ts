import { foldWords } from './foldedText.ts';
import type { TextQuoteSelector } from './schema.ts';

/** A quote in text that was folded for comparison. Lengths and offsets count UTF-16 units of the folded text. */
export type FoldedQuote = { exact: string; prefix: string; suffix: string };

export const foldQuote = (quote: TextQuoteSelector): FoldedQuote => ({
  exact: foldWords(quote.exact),
  prefix: foldWords(quote.prefix),
  suffix: foldWords(quote.suffix),
});

/** Lists the offsets at which some words occur in a folded (normalised) text, at most `most` of them. */
export function occurrences(text: string, words: string, most = 10_000): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0 && places.length < most; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

/** The most characters that one edit may insert, replace or remove in a quote's context. */
const REACH = 12;
/** How many characters in a row must agree after an edit. Fewer could agree by chance within the edit. */
const SEED = 3;

/**
 * Counts how many characters of a quote's context match the text beside a place. Counts away from the quote: forward
 * from `from` with `step` 1, backward with -1. Skips small edits and stops at the first long difference.
 */
function sharedUnits(context: string, text: string, from: number, step: 1 | -1): number {
  const length = context.length;
  const same = (i: number, j: number) =>
    context.charCodeAt(step > 0 ? i : length - 1 - i) === text.charCodeAt(from + step * j);
  let i = 0;
  let j = 0;
  let shared = 0;
  while (i < length) {
    if (same(i, j)) {
      shared++;
      i++;
      j++;
      continue;
    }
    const jump = skipEdit(same, i, j, length);
    if (!jump) break;
    i += jump[0];
    j += jump[1];
  }
  return shared;
}

/**
 * Finds the fewest characters to skip in the context and in the text so that both agree again. Null where the edit is
 * too long.
 */
function skipEdit(same: (i: number, j: number) => boolean, i: number, j: number, length: number) {
  for (let sum = 1; sum <= 2 * REACH; sum++)
    for (let di = Math.max(0, sum - REACH); di <= Math.min(sum, REACH); di++) {
      if (i + di + SEED > length) break;
      const dj = sum - di;
      let n = 0;
      while (n < SEED && same(i + di + n, j + dj + n)) n++;
      if (n === SEED) return [di, dj] as const;
    }
  return null;
}

/**
 * A place where a quote may be, as offsets in folded (normalised) text. `context` and `side` say how much of the words
 * before and after the quote matches there, from 0 to 1.
 */
export type Candidate = {
  at: number;
  end: number;
  /** The share of the quote's prefix and suffix that matches the text around the place. */
  context: number;
  /** The share of the prefix or of the suffix that matches, whichever is larger. */
  side: number;
};

/**
 * The length in UTF-16 units from which one side of a quote's context counts as evidence. At the beginning or end of a
 * page, a side may be shorter.
 */
const SHORTEST_SIDE = 8;

/**
 * Measures how much of a quote's context matches the text around a place. A quote without context counts as fully
 * matched.
 */
export function weigh(text: string, { prefix, suffix }: FoldedQuote, at: number, end: number): Candidate {
  // Near an end of the text, less context can match: a captured text, for example, lacks what the page has around it.
  // So the matching part is measured against the context for which the text has room.
  const possible = Math.min(prefix.length, at) + Math.min(suffix.length, text.length - end);
  const full = possible < SHORTEST_SIDE ? prefix.length + suffix.length : possible;
  if (full === 0) return { at, end, context: 1, side: 1 };
  const before = sharedUnits(prefix, text, at - 1, -1);
  const after = sharedUnits(suffix, text, end, 1);
  const share = (units: number, of: number) => (of >= SHORTEST_SIDE ? units / of : 0);
  return {
    at,
    end,
    context: (before + after) / full,
    side: Math.max(share(before, prefix.length), share(after, suffix.length)),
  };
}
