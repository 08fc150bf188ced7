import approxSearch from 'approx-string-match';
import { type Candidate, type FoldedQuote, occurrences, weigh } from './context.ts';
import { type IsTaken, NOT_TAKEN } from './exact.ts';

/** The share of a quote's characters that may differ in similar words. */
const TOLERANCE = 0.2;
/**
 * The shortest and the longest quote for which similar words are searched, in UTF-16 units of folded (normalised) text.
 * Shorter quotes resemble other words by chance. Longer ones take too long to compare.
 */
const SHORTEST = 8;
const LONGEST = 4000;
/** The most pieces of a quote that are searched for. */
const MOST_PIECES = 24;
/** The most occurrences of each piece that are counted. */
const MOST_PLACES = 40;
/** How many candidate places are compared in full. Those with the most pieces of the quote come first. */
const MOST_WINDOWS = 12;
/** By how much the best place must score better than the next one. Otherwise neither place is chosen. */
const MARGIN = 0.1;

type Similar = Candidate & { errors: number; score: number };

/**
 * Finds words similar to a quote's, in a similar context. Null where there are none, or where two places are about
 * equally good. Returns offsets in folded (normalised) text.
 */
export function findSimilar(
  text: string,
  quote: FoldedQuote,
  taken: IsTaken = NOT_TAKEN,
): { at: number; end: number } | null {
  const { exact } = quote;
  if (exact.length < SHORTEST || exact.length > LONGEST) return null;
  const most = Math.floor(exact.length * TOLERANCE);
  const places: Similar[] = [];
  for (const from of windows(text, exact, most)) {
    const start = Math.max(0, from - most - 2);
    const part = text.slice(start, from + exact.length + most + 2);
    for (const match of approxSearch(part, exact, most)) {
      if (match.end <= match.start || taken(start + match.start, start + match.end)) continue;
      const candidate = weigh(text, quote, start + match.start, start + match.end);
      const score = 0.6 * (1 - match.errors / exact.length) + 0.4 * candidate.context;
      places.push({ ...candidate, errors: match.errors, score });
    }
  }
  const best = places.reduce<Similar | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  if (!best) return null;
  const rival = places.some(
    (one) => (one.at >= best.end || one.end <= best.at) && best.score - one.score < MARGIN,
  );
  if (rival || !isBelievable(quote, best)) return null;
  return { at: best.at, end: best.end };
}

/**
 * Whether similar words can be the quoted words. Where too little of the context matches, they must be long and nearly
 * equal, because similar words in another context are most often another sentence of the same pattern.
 */
function isBelievable({ exact }: FoldedQuote, { context, errors }: Similar): boolean {
  return context >= 0.3 || (exact.length >= 40 && errors <= exact.length * 0.1);
}

/**
 * Lists the offsets at which the quote may begin, judged by where its pieces occur. If a quote is cut into k + 1
 * pieces, k edits leave at least one piece unchanged. So if plain searches find none of the pieces, the page lacks the
 * words.
 */
function windows(text: string, exact: string, most: number): number[] {
  const count = Math.min(most + 1, MOST_PIECES);
  const size = Math.min(12, Math.floor(exact.length / count));
  const votes = new Map<number, { from: number; count: number }>();
  for (let piece = 0; piece < count; piece++) {
    const at = Math.floor((piece * (exact.length - size)) / Math.max(1, count - 1));
    for (const place of occurrences(text, exact.slice(at, at + size), MOST_PLACES)) {
      // An edit shifts the pieces after it. Offsets are rounded, so that all pieces of one candidate fall into one
      // bucket.
      const bucket = Math.round((place - at) / (most + 1));
      const vote = votes.get(bucket);
      if (vote) vote.count++;
      else votes.set(bucket, { from: place - at, count: 1 });
    }
  }
  return [...votes.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_WINDOWS)
    .map(({ from }) => from);
}
