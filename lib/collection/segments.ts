import type { Annotation } from '../annotation/schema.ts';

/** A stretch of a text that lies under the same marks all along. UTF-16 offsets. */
export type Segment = { start: number; end: number; annotations: Annotation[] };

/** Cuts a text of the given length at the ends of the marks that point into it. The segments join to the whole. */
export function segmentsOf(length: number, sha256: string, annotations: Annotation[]): Segment[] {
  const marks = annotations.flatMap((annotation) => {
    const { captured } = annotation.target;
    return captured?.sha256 === sha256 && captured.end <= length ? [{ ...captured, annotation }] : [];
  });
  const cuts = [...new Set([0, length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, i) => ({
    start,
    end: cuts[i + 1]!,
    annotations: marks
      .filter((mark) => mark.start <= start && mark.end >= cuts[i + 1]!)
      .map((mark) => mark.annotation),
  }));
}
