import { type Candidate, type FoldedQuote, occurrences, weigh } from './context.ts';

/**
 * An offset in folded (normalised) text at which exactly the quoted words are. `sure`: the context proves that they are
 * the marked words.
 */
type ExactPlace = { at: number; sure: boolean };

/**
 * `none`: the text does not have the words. `unsure`: the text has the words, but nothing shows that they are the
 * marked words.
 */
export type ExactChoice = ExactPlace | 'none' | 'unsure';

/** Two places are rivals if the matching shares of their contexts differ by less than this. */
const MARGIN = 0.12;
/**
 * If places share at least this much context (UTF-16 units), they are copies: the page prints its text twice, for
 * example for wide and for narrow screens.
 */
const COPY_CONTEXT = 400;
/** If at least this share of the context matches at the second-best place, the best place is doubtful. */
const RIVAL = 0.4;
/** Words of fewer UTF-16 units of folded (normalised) text often recur by chance. They need more matching context. */
const SHORT = 12;
/** Words of at least this many UTF-16 units seldom recur by chance, so that less matching context is enough. */
const LONG = 24;
/**
 * `quoteOf` keeps less context than this (prefix and suffix, UTF-16 units), unless the same words recur in a similar
 * context. So a longer context shows that there is such a second place.
 */
const PLAIN_CONTEXT = 80;

/**
 * Whether the captured text shows that the words at a place (offsets in folded, normalised text) are not the marked
 * words.
 */
export type IsTaken = (at: number, end: number) => boolean;
export const NOT_TAKEN: IsTaken = () => false;

/** Whether a quote is at an offset in folded (normalised) text with its whole context, as on an unchanged page. */
export const isQuoteAt = (text: string, { prefix, exact, suffix }: FoldedQuote, at: number): boolean =>
  at >= prefix.length && text.startsWith(prefix + exact + suffix, at - prefix.length);

/**
 * Chooses among the places with exactly the quoted words: by context, then by position. `hint`: the offset in folded
 * (normalised) text of the words when they were marked; null where it is unknown. Short words in another context are
 * never chosen.
 */
export function chooseExact(
  text: string,
  quote: FoldedQuote,
  hint: number | null,
  taken: IsTaken = NOT_TAKEN,
): ExactChoice {
  const { exact } = quote;
  if (hint !== null && isQuoteAt(text, quote, hint)) return { at: hint, sure: true };
  const [best, ...others] = occurrences(text, exact)
    .filter((at) => !taken(at, at + exact.length))
    .map((at) => weigh(text, quote, at, at + exact.length))
    .sort((a, b) => b.context - a.context);
  if (!best) return 'none';
  const next = others[0]?.context ?? -1;
  const decided = best.context - next >= MARGIN || (best.context === 1 && next < 1);
  if (!decided) {
    const rivals = [best, ...others.filter(({ context }) => best.context - context < MARGIN)];
    if (hint === null) return 'unsure';
    return (areCopies(quote, rivals) ? nearestCopy(rivals, hint) : nearest(rivals, hint)) ?? 'unsure';
  }
  const choice = judge(quote, best);
  // Each of the two places may have kept one side of the context, and either can be the right one.
  const rival = best.context < 1 && next >= RIVAL;
  return rival && choice !== 'unsure' ? { ...choice, sure: false } : choice;
}

/** Judges the best place by how much of the context matches there. */
function judge(
  { exact, prefix, suffix }: FoldedQuote,
  { at, context, side }: Candidate,
): ExactPlace | 'unsure' {
  const hasTwin = prefix.length + suffix.length > PLAIN_CONTEXT;
  // One matching side is not enough: another paragraph may be there now, and begin or end in the same way.
  if (context >= (hasTwin || exact.length < SHORT ? 0.75 : 0.6)) return { at, sure: true };
  if (!hasTwin && exact.length >= SHORT && side >= 0.75) return { at, sure: exact.length >= LONG };
  // The marked words may have moved into another context, or these may be another occurrence of the same words.
  if (exact.length >= LONG || context >= (exact.length >= SHORT ? 0.25 : 0.6)) return { at, sure: false };
  return 'unsure';
}

/**
 * Among places with similar contexts, chooses the one nearest to where the words were when they were marked. Null where
 * no place is near, or where two places are near.
 */
function nearest(rivals: Candidate[], hint: number): ExactPlace | null {
  const [first, second] = rivals
    .map(({ at, context }) => ({ at, context, distance: Math.abs(at - hint) }))
    .sort((a, b) => a.distance - b.distance);
  if (!first || first.context < 0.5) return null;
  if (first.distance === 0) return { at: first.at, sure: first.context >= 0.75 };
  const clear = first.distance <= 200 && (!second || second.distance >= 4 * first.distance);
  return clear ? { at: first.at, sure: false } : null;
}

const areCopies = ({ prefix, suffix }: FoldedQuote, rivals: Candidate[]): boolean =>
  prefix.length + suffix.length >= COPY_CONTEXT && rivals.every(({ context }) => context >= 0.9);

/** Of two copies of a text that the page prints twice, chooses the nearer one. Both copies hold the marked words. */
const nearestCopy = (rivals: Candidate[], hint: number): ExactPlace => ({
  at: rivals.reduce((a, b) => (Math.abs(b.at - hint) < Math.abs(a.at - hint) ? b : a)).at,
  sure: true,
});
