import type { Annotation } from './schema.ts';

/**
 * Sorts marks by their place in the captured text. Marks outside that text come last. Of two marks at one place, the
 * older one comes first.
 */
export function inTextOrder(annotations: Annotation[]): Annotation[] {
  const place = ({ target }: Annotation) => target.captured?.start ?? Number.POSITIVE_INFINITY;
  // Compares before subtracting: for two marks outside the text, infinity minus infinity would be NaN.
  const byPlace = (a: Annotation, b: Annotation) => (place(a) === place(b) ? 0 : place(a) - place(b));
  return [...annotations].sort((a, b) => byPlace(a, b) || a.created.localeCompare(b.created));
}
