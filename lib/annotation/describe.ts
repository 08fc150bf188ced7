import { foldQuote, spanOf } from './context.ts';
import { chooseExact } from './exact.ts';
import { rangeSelector } from './path.ts';
import type { Selector, TextQuoteSelector } from './schema.ts';
import {
  boundaryAt,
  type FoldedText,
  foldedOffset,
  indexString,
  rawOffset,
  type TextIndex,
} from './textIndex.ts';
import { isUnique } from './unique.ts';

/** Context kept on either side at first, and at most, in folded UTF-16 units: white space says nothing. */
const CONTEXT = 32;
const MOST_CONTEXT = 256;
/** Context with its white space, at most: some pages indent by kilobytes. */
const MOST_RAW = 1024;

/** The text last folded: a list of tasks asks for one quote after another of the same article. */
let last: FoldedText | null = null;

function folded(text: string): FoldedText {
  if (last?.raw !== text) last = indexString(text);
  return last;
}

/** The words from `start` to `end` (UTF-16 units of `text`) with as much around them as makes them unique. */
export function quoteOf(text: string | FoldedText, span: { start: number; end: number }): TextQuoteSelector {
  const whole = typeof text === 'string' ? folded(text) : text;
  const from = foldedOffset(whole, span.start);
  const to = Math.max(from, foldedOffset(whole, span.end));
  let context = CONTEXT;
  // A stock phrase in a stock sentence needs more than 32 units to be told from its twins.
  while (context < MOST_CONTEXT && !isUnique(whole, from - context, to + context)) context *= 2;
  const before = whole.toRaw[Math.max(0, from - context)]!;
  const after = whole.toRaw[Math.min(whole.folded.length, to + context)]!;
  return {
    type: 'TextQuoteSelector',
    exact: whole.raw.slice(span.start, span.end),
    prefix: wellFormed(whole.raw.slice(Math.max(before, span.start - MOST_RAW, 0), span.start)),
    suffix: wellFormed(whole.raw.slice(span.end, Math.min(after, span.end + MOST_RAW))),
  };
}

/** Without the half of a character that a cut has left at an end: it cannot be written as UTF-8. */
const wellFormed = (text: string): string =>
  text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '');

/**
 * Describes a range in three ways (W3C Web Annotation 4.2), so that one holds where another fails. White
 * space at its ends is left out: a triple click takes in the beginning of the next paragraph. Empty where
 * the range holds no words of the index.
 */
export function describe(range: Range, index: TextIndex): Selector[] {
  const from = rawOffset(index, range.startContainer, range.startOffset);
  const to = rawOffset(index, range.endContainer, range.endOffset);
  if (from === null || to === null) return [];
  const first = foldedOffset(index, from);
  const length = foldedOffset(index, to) - first;
  if (length <= 0) return [];
  const { start, end } = spanOf(index, first, length);
  const startsAt = boundaryAt(index, start, 'start');
  const endsAt = boundaryAt(index, end, 'end');
  if (!startsAt || !endsAt) return [];
  const path = rangeSelector(startsAt, endsAt, index);
  return [
    quoteOf(index, { start, end }),
    { type: 'TextPositionSelector', start, end },
    ...(path ? [path] : []),
  ];
}

/**
 * Where a quote stands in a plain text, as UTF-16 offsets; null where it does not, or where its context
 * cannot tell which of several places it is. White space and width of characters do not count.
 */
export function locateQuote(quote: TextQuoteSelector, text: string): { start: number; end: number } | null {
  const whole = folded(text);
  const words = foldQuote(quote);
  const choice = chooseExact(whole.folded, words, null);
  return typeof choice === 'object' ? spanOf(whole, choice.at, words.exact.length) : null;
}
