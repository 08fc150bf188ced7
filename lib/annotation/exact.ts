import { type Candidate, type FoldedQuote, occurrences, weigh } from './context.ts';

/** Where the very words stand; `sure` where they are also known to be the same ones. */
type ExactPlace = { at: number; sure: boolean };

/** `none`: the words are nowhere. `unsure`: they are, but nothing tells that they are the ones meant. */
export type ExactChoice = ExactPlace | 'none' | 'unsure';

/** Contexts that differ by less than this share cannot be told apart. */
const MARGIN = 0.12;
/** Context that only a text printed twice has twice: once for wide screens, once for narrow ones. */
const COPY_CONTEXT = 400;
/** From this share on a second place is a rival, however much better the first. */
const RIVAL = 0.4;
/** Words shorter than this (folded units) recur by chance, from this length hardly. */
const SHORT = 12;
const LONG = 24;
/** `quoteOf` gives more context than this only where the words have a twin in a like context. */
const PLAIN_CONTEXT = 80;

/** Whether a place (folded offsets) is known to be other words' own. */
export type Taken = (at: number, end: number) => boolean;
export const NOT_TAKEN: Taken = () => false;

/** Whether a quote stands at a folded offset with all that was around it: the page is as it was. */
export const standsAt = (text: string, { prefix, exact, suffix }: FoldedQuote, at: number): boolean =>
  at >= prefix.length && text.startsWith(prefix + exact + suffix, at - prefix.length);

/**
 * Chooses among the places with the very words: by context, then by position (folded offset of the start
 * when described, null if not known). A twin in another context is never taken for the words meant.
 */
export function chooseExact(
  text: string,
  quote: FoldedQuote,
  hint: number | null,
  taken: Taken = NOT_TAKEN,
): ExactChoice {
  const { exact } = quote;
  if (hint !== null && standsAt(text, quote, hint)) return { at: hint, sure: true };
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
  // A second place in half its company: one of the two sides may have gone elsewhere, and nobody knows which.
  const rival = best.context < 1 && next >= RIVAL;
  return rival && choice !== 'unsure' ? { ...choice, sure: false } : choice;
}

/** Says whether the best place with the very words is theirs, by what stands around it. */
function judge(
  { exact, prefix, suffix }: FoldedQuote,
  { at, context, side }: Candidate,
): ExactPlace | 'unsure' {
  const hasTwin = prefix.length + suffix.length > PLAIN_CONTEXT;
  // More than one side: what came to stand beside it may end, or begin, with the same words.
  if (context >= (hasTwin || exact.length < SHORT ? 0.75 : 0.6)) return { at, sure: true };
  if (!hasTwin && exact.length >= SHORT && side >= 0.75) return { at, sure: exact.length >= LONG };
  // The words in other company: moved perhaps, or others of the same wording.
  if (exact.length >= LONG || context >= (exact.length >= SHORT ? 0.25 : 0.6)) return { at, sure: false };
  return 'unsure';
}

/** Of places in like contexts the one where the words were; not sure if the text before them has changed. */
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

/** Of a text printed twice, the copy nearer to where the words were: in either they are the words meant. */
const nearestCopy = (rivals: Candidate[], hint: number): ExactPlace => ({
  at: rivals.reduce((a, b) => (Math.abs(b.at - hint) < Math.abs(a.at - hint) ? b : a)).at,
  sure: true,
});
