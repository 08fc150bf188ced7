import { type FoldedText, foldedOffset, spanOf } from './foldedText.ts';

/* Functions on the parts of a text that marks cover. A result has no white space at its ends, so that two parts that
   differ only by a line break count as the same. */

/** A part of a text, as UTF-16 offsets. */
export type Span = { start: number; end: number };
export type SpanEnd = 'start' | 'end';

/** Leaves out the white space at both ends of a span. Null where the span holds no words. */
export function wordsIn(text: FoldedText, { start, end }: Span): Span | null {
  const from = foldedOffset(text, start);
  const length = foldedOffset(text, end) - from;
  return length > 0 ? spanOf(text, from, length) : null;
}

/** Whether two spans of a text hold the same words, so that a mark on the second would repeat a mark on the first. */
export function areSameWords(text: FoldedText, a: Span, b: Span): boolean {
  const [first, second] = [wordsIn(text, a), wordsIn(text, b)];
  return first !== null && second !== null && first.start === second.start && first.end === second.end;
}

/**
 * Moves one end of a span to an offset, to lengthen or shorten the span. Null where no words are left between the ends.
 */
export function withEnd(text: FoldedText, span: Span, end: SpanEnd, at: number): Span | null {
  return wordsIn(text, { ...span, [end]: Math.max(0, Math.min(at, text.raw.length)) });
}

const isSecondHalf = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/**
 * Moves one end of a span by a number of characters, not counting white space: forward with `by` > 0, else back. Stops
 * at the text's ends. Null where no words are left.
 */
export function withEndMoved(text: FoldedText, span: Span, end: SpanEnd, by: number): Span | null {
  const { folded } = text;
  let at = foldedOffset(text, span[end]);
  const step = Math.sign(by);
  for (let left = Math.abs(by); left > 0 && at + step >= 0 && at + step <= folded.length; left--) {
    at += step;
    // Never stops within a surrogate pair.
    if (isSecondHalf(folded.charCodeAt(at))) at += step;
  }
  // The end of a span is right after its last unit, so that white space after that unit stays outside.
  const raw = end === 'end' && at > 0 ? text.toRaw[at - 1]! + 1 : text.toRaw[at]!;
  return withEnd(text, span, end, raw);
}

/** Whether two spans overlap, or have nothing but white space between them. */
export function areNeighbours(text: FoldedText, a: Span, b: Span): boolean {
  return (
    foldedOffset(text, a.start) <= foldedOffset(text, b.end) &&
    foldedOffset(text, b.start) <= foldedOffset(text, a.end)
  );
}

/** Joins spans to one, with the text between them. Null where they hold no words. */
export function joined(text: FoldedText, spans: Span[]): Span | null {
  return wordsIn(text, {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  });
}

/** The next span after a span, or the one before it, in the order of their beginnings. Null where there is none. */
export function nextTo<S extends Span>(span: Span, others: S[], side: 'before' | 'after'): S | null {
  const [before, after] = [
    others.filter(({ start, end }) => start < span.start || (start === span.start && end < span.end)),
    others.filter(({ start, end }) => start > span.start || (start === span.start && end > span.end)),
  ];
  const nearer = (a: S, b: S) => (side === 'before' ? b.start >= a.start : b.start < a.start);
  return (side === 'before' ? before : after).reduce<S | null>(
    (best, one) => (best && !nearer(best, one) ? best : one),
    null,
  );
}
