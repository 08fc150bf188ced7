import type { Annotation } from './schema.ts';

/** Marks in the order of the captured text, those outside it last; at one place the older first. */
export function inTextOrder(annotations: Annotation[]): Annotation[] {
  const place = ({ target }: Annotation) => target.captured?.start ?? Number.POSITIVE_INFINITY;
  // Two marks outside the text: infinities are equal, their difference would be no number.
  const byPlace = (a: Annotation, b: Annotation) => (place(a) === place(b) ? 0 : place(a) - place(b));
  return [...annotations].sort((a, b) => byPlace(a, b) || a.created.localeCompare(b.created));
}
