import { foldQuote, weigh } from './context.ts';
import { chooseExact } from './exact.ts';
import { type FoldedText, foldedOffset, foldText, spanOf, wordsBetween } from './foldedText.ts';
import { rangeSelector } from './path.ts';
import type { Selector, TextQuoteSelector } from './schema.ts';
import { boundaryAt, spanOfRange, type TextIndex } from './textIndex.ts';
import { isUnique } from './unique.ts';

/**
 * How much context a quote keeps on each side, if that makes the quote unique. Counted in UTF-16 units of folded
 * (normalised) text, which has no white space.
 */
const CONTEXT = 32;
/** The most context that a quote keeps on each side, in the same units. */
const MOST_CONTEXT = 256;
/** The most context with its white space, in UTF-16 units, because some pages indent by kilobytes. */
const MOST_RAW = 1024;

/**
 * The share of a quote's context that must match in a text captured from the same page. Less than 1, because captured
 * text leaves out captions and the like.
 */
const SAME_PAGE = 0.85;

/** The text that was last folded for comparison. Kept because a list of tasks quotes the same article many times. */
let last: FoldedText | null = null;

function folded(text: string): FoldedText {
  if (last?.raw !== text) last = foldText(text);
  return last;
}

/** Quotes a span of a text (UTF-16 units), with enough context to make the quote unique. */
export function quoteOf(text: string | FoldedText, span: { start: number; end: number }): TextQuoteSelector {
  const whole = typeof text === 'string' ? folded(text) : text;
  const from = foldedOffset(whole, span.start);
  return quoteAt(whole, span, from, Math.max(from, foldedOffset(whole, span.end)));
}

/** Quotes a span whose offsets in folded (normalised) text, `from` and `to`, are already known. */
function quoteAt(
  text: FoldedText,
  { start, end }: { start: number; end: number },
  from: number,
  to: number,
): TextQuoteSelector {
  let context = CONTEXT;
  // Fixed phrases recur in similar sentences, so the same 32 characters may be around the words elsewhere too. Doubles
  // the context until the quote is unique.
  while (context < MOST_CONTEXT && !isUnique(text, from - context, to + context)) context *= 2;
  const before = text.toRaw[Math.max(0, from - context)]!;
  const after = text.toRaw[Math.min(text.folded.length, to + context)]!;
  return {
    type: 'TextQuoteSelector',
    exact: wordsBetween(text, start, end),
    prefix: wellFormed(wordsBetween(text, before, start).slice(-MOST_RAW)),
    suffix: wellFormed(wordsBetween(text, end, after).slice(0, MOST_RAW)),
  };
}

const isIn = (unit: number, first: number) => unit >= first && unit < first + 0x400;

/** Drops half a surrogate pair that a cut has left at an end, because UTF-8 cannot encode it. */
const wellFormed = (words: string): string =>
  words.slice(
    isIn(words.charCodeAt(0), 0xdc00) ? 1 : 0,
    isIn(words.charCodeAt(words.length - 1), 0xd800) ? -1 : undefined,
  );

/**
 * Describes a range by up to three W3C selectors (Web Annotation 4.2), so that one still works where another fails.
 * Leaves out white space at the ends of the range, because a triple click also selects the beginning of the next
 * paragraph. Empty where the range holds no words that the index contains.
 */
export function describe(range: Range, index: TextIndex): Selector[] {
  const span = spanOfRange(index, range);
  if (!span) return [];
  const first = foldedOffset(index, span.start);
  const last = foldedOffset(index, span.end);
  if (last <= first) return [];
  const { start, end } = spanOf(index, first, last - first);
  const startsAt = boundaryAt(index, start, 'start');
  const endsAt = boundaryAt(index, end, 'end');
  if (!startsAt || !endsAt) return [];
  const path = rangeSelector(startsAt, endsAt, index);
  return [
    quoteAt(index, { start, end }, first, last),
    { type: 'TextPositionSelector', start, end },
    ...(path ? [path] : []),
  ];
}

/**
 * Finds a quote in a plain text, as UTF-16 offsets. Null where the words are missing, or where the context does not
 * decide between several places. White space, character width and script (traditional or simplified) make no
 * difference. `samePage`: the text was captured from the page of the quote. Nearly all of the context must then be in
 * the text, too. Otherwise, a quoted headline could be found in a sentence of the text that repeats its words.
 */
export function locateQuote(
  quote: TextQuoteSelector,
  text: string,
  samePage = false,
): { start: number; end: number } | null {
  const whole = folded(text);
  const words = foldQuote(quote);
  const choice = chooseExact(whole.folded, words, null);
  if (typeof choice !== 'object') return null;
  const end = choice.at + words.exact.length;
  if (samePage && weigh(whole.folded, words, choice.at, end).context < SAME_PAGE) return null;
  return spanOf(whole, choice.at, words.exact.length);
}
