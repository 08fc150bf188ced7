import { locateQuote } from './describe.ts';
import type { Annotation } from './schema.ts';

/** A mark with its UTF-16 offsets in a text. */
export type SpannedMark = { start: number; end: number; annotation: Annotation };

/** A part of a text in which all characters lie under the same marks. UTF-16 offsets. */
export type Segment = { start: number; end: number; annotations: Annotation[] };

/**
 * Finds marks in one of an article's texts: by the stored offsets, else by searching for their words. Leaves out a mark
 * whose words the text lacks.
 */
export function spannedMarks(text: string, sha256: string, annotations: Annotation[]): SpannedMark[] {
  return annotations.flatMap((annotation) => {
    const { captured, selector } = annotation.target;
    if (captured?.sha256 === sha256 && captured.end <= text.length) return [{ ...captured, annotation }];
    const quote = selector.find((one) => one.type === 'TextQuoteSelector');
    const span = quote ? locateQuote(quote, text) : null;
    return span ? [{ ...span, annotation }] : [];
  });
}

/** Cuts `[from, to)` of the text wherever a mark begins or ends. Together, the segments cover all of that part. */
export function segmentsOf(from: number, to: number, marks: SpannedMark[]): Segment[] {
  const ends = marks.flatMap(({ start, end }) => [start, end]).filter((at) => at > from && at < to);
  const cuts = [...new Set([from, to, ...ends])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => ({
    start,
    end: cuts[i + 1]!,
    annotations: marks
      .filter((mark) => mark.start <= start && mark.end >= cuts[i + 1]!)
      .map((mark) => mark.annotation),
  }));
}
