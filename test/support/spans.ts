import type { Span } from '@/lib/tasks/schema.ts';

/** The span of a whole text. */
export const whole = (text: string): Span => ({ start: 0, end: text.length });

/** Makes a function that returns the words of a text at a span. */
export const words =
  (text: string) =>
  ({ start, end }: Span): string =>
    text.slice(start, end);
