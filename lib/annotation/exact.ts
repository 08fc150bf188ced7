import { type Candidate, type FoldedQuote, occurrences, weigh } from './context.ts';

/**
 * A folded offset at which the very words stand; `sure` where the context proves that they are the words described.
 */
type ExactPlace = { at: number; sure: boolean };

/**
 * `none`: the text does not have the words. `unsure`: it has them, but nothing shows that they are the words
 * described.
 */
export type ExactChoice = ExactPlace | 'none' | 'unsure';

/** Two places whose contexts differ by less than this share compete. */
const MARGIN = 0.12;
/** The length of a shared context that shows that a page prints its text twice, as for wide and narrow screens. */
const COPY_CONTEXT = 400;
/** The share of the context at a second place that makes the first one doubtful. */
const RIVAL = 0.4;
/** The length (folded units) below which words often recur by chance. */
const SHORT = 12;
const LONG = 24;
/** How many units of context `quoteOf` keeps, unless the same words recur in a similar context. */
const PLAIN_CONTEXT = 80;

/** Whether the captured text shows that a place (folded offsets) belongs to other words. */
export type IsTaken = (at: number, end: number) => boolean;
export const NOT_TAKEN: IsTaken = () => false;

/** Whether a quote stands at a folded offset with its whole context, as on an unchanged page. */
export const isQuoteAt = (text: string, { prefix, exact, suffix }: FoldedQuote, at: number): boolean =>
  at >= prefix.length && text.startsWith(prefix + exact + suffix, at - prefix.length);

/**
 * Chooses among the places with the very words: by context, then by position. `hint` is the folded offset at which the
 * words were described, null where it is not known. The same words in another context are never chosen.
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
  // Two places may each have kept one side of the context, and either can be the place described.
  const rival = best.context < 1 && next >= RIVAL;
  return rival && choice !== 'unsure' ? { ...choice, sure: false } : choice;
}

/** Judges the best place by its share of the context. */
function judge(
  { exact, prefix, suffix }: FoldedQuote,
  { at, context, side }: Candidate,
): ExactPlace | 'unsure' {
  const hasTwin = prefix.length + suffix.length > PLAIN_CONTEXT;
  // One matching side is not enough: another paragraph that stands there now may begin or end alike.
  if (context >= (hasTwin || exact.length < SHORT ? 0.75 : 0.6)) return { at, sure: true };
  if (!hasTwin && exact.length >= SHORT && side >= 0.75) return { at, sure: exact.length >= LONG };
  // The same words in another context may have moved, or may be another occurrence.
  if (exact.length >= LONG || context >= (exact.length >= SHORT ? 0.25 : 0.6)) return { at, sure: false };
  return 'unsure';
}

/** Chooses, among places with similar contexts, the one nearest to where the words stood; null where two are near. */
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

/** Chooses the nearer copy of a text that the page prints twice. Both copies hold the words described. */
const nearestCopy = (rivals: Candidate[], hint: number): ExactPlace => ({
  at: rivals.reduce((a, b) => (Math.abs(b.at - hint) < Math.abs(a.at - hint) ? b : a)).at,
  sure: true,
});
