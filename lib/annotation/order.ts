import type { Annotation } from './schema.ts';

/** Sorts marks by their place in the captured text, those outside it last; at one place the older comes first. */
export function inTextOrder(annotations: Annotation[]): Annotation[] {
  const place = ({ target }: Annotation) => target.captured?.start ?? Number.POSITIVE_INFINITY;
  // Compares instead of subtracting: for two marks outside the text, infinity minus infinity is no number.
  const byPlace = (a: Annotation, b: Annotation) => (place(a) === place(b) ? 0 : place(a) - place(b));
  return [...annotations].sort((a, b) => byPlace(a, b) || a.created.localeCompare(b.created));
}
