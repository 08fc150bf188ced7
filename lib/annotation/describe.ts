import { foldQuote, weigh } from './context.ts';
import { chooseExact } from './exact.ts';
import { type FoldedText, foldedOffset, foldText, spanOf, wordsBetween } from './foldedText.ts';
import { rangeSelector } from './path.ts';
import type { Selector, TextQuoteSelector } from './schema.ts';
import { boundaryAt, spanOfRange, type TextIndex } from './textIndex.ts';
import { isUnique } from './unique.ts';

/** Context kept on either side at first, and at most, in folded UTF-16 units: white space says nothing. */
const CONTEXT = 32;
const MOST_CONTEXT = 256;
/** Context with its white space, at most: some pages indent by kilobytes. */
const MOST_RAW = 1024;

/** The share of a quote's context that a text of the same page has around its words, but for what it leaves out. */
const SAME_PAGE = 0.85;

/** The text last folded: a list of tasks asks for one quote after another of the same article. */
let last: FoldedText | null = null;

function folded(text: string): FoldedText {
  if (last?.raw !== text) last = foldText(text);
  return last;
}

/** The words from `start` to `end` (UTF-16 units of `text`) with as much around them as makes them unique. */
export function quoteOf(text: string | FoldedText, span: { start: number; end: number }): TextQuoteSelector {
  const whole = typeof text === 'string' ? folded(text) : text;
  const from = foldedOffset(whole, span.start);
  return quoteAt(whole, span, from, Math.max(from, foldedOffset(whole, span.end)));
}

/** The same where the folded offsets are known too. */
function quoteAt(
  text: FoldedText,
  { start, end }: { start: number; end: number },
  from: number,
  to: number,
): TextQuoteSelector {
  let context = CONTEXT;
  // A stock phrase in a stock sentence needs more than 32 units to be told from its twins.
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

/** Drops the half of a character that a cut has left at an end: UTF-8 cannot write it. */
const wellFormed = (words: string): string =>
  words.slice(
    isIn(words.charCodeAt(0), 0xdc00) ? 1 : 0,
    isIn(words.charCodeAt(words.length - 1), 0xd800) ? -1 : undefined,
  );

/**
 * Describes a range in three ways (W3C Web Annotation 4.2), so that one holds where another fails. White
 * space at its ends is left out: a triple click takes in the beginning of the next paragraph. Empty where
 * the range holds no words of the index.
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
 * Where a quote stands in a plain text, as UTF-16 offsets; null where it does not, or where its context
 * cannot tell which of several places it is. White space and width of characters do not count. `sure` is for
 * a text of the very page that the quote is from: all that is around the words has to stand there too, because
 * a headline outside the body may be said again within it.
 */
export function locateQuote(
  quote: TextQuoteSelector,
  text: string,
  sure = false,
): { start: number; end: number } | null {
  const whole = folded(text);
  const words = foldQuote(quote);
  const choice = chooseExact(whole.folded, words, null);
  if (typeof choice !== 'object') return null;
  const end = choice.at + words.exact.length;
  if (sure && weigh(whole.folded, words, choice.at, end).context < SAME_PAGE) return null;
  return spanOf(whole, choice.at, words.exact.length);
}
