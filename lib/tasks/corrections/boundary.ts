import { trimSpan } from '../paragraphs.ts';
import type { Span } from '../schema.ts';

/** Punctuation that ends a clause. */
const STOPS = '。；！？，、：;!?,:\n';
/** Marks that close a quotation, a bracket or a title. After a stop, they belong to the clause before them. */
const CLOSING = '”’』」）)》';

/**
 * Whether a clause begins or ends at an offset: after a stop and its closing quotation marks, or at the end of a line.
 */
function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const [before, after] = [text[at - 1]!, text[at]!];
  if (after === '\n') return before !== '\n';
  if (STOPS.includes(after) || CLOSING.includes(after)) return false;
  return STOPS.includes(before) || (CLOSING.includes(before) && STOPS.includes(text[at - 2] ?? ''));
}

/**
 * Moves one end of a span by one clause, forward (1) or back (-1), and trims the result by `trimSpan`. Returns the same
 * span where no clause can be added or removed.
 */
export function nudge(text: string, span: Span, edge: 'start' | 'end', by: 1 | -1): Span {
  for (let at = span[edge] + by; at >= 0 && at <= text.length; at += by) {
    if (!isBoundary(text, at)) continue;
    const moved = { ...span, [edge]: at };
    if (moved.start >= moved.end) return span;
    const { start, end } = trimSpan(text, moved);
    if (start >= end) return span;
    const advanced = edge === 'start' ? (start - span.start) * by > 0 : (end - span.end) * by > 0;
    if (advanced) return edge === 'start' ? { start, end: span.end } : { start: span.start, end };
  }
  return span;
}

/**
 * Extends the span of a task by `sentences` sentences on each side. Where the span begins or ends within a sentence,
 * the rest of that sentence counts as one of them. The result is shown to a person, who selects there the words that
 * are to be the task.
 */
export function surroundings(text: string, { start, end }: Span, sentences = 2): Span {
  let from = start;
  let to = end;
  const stops = (at: number) => /[。！？\n]/.test(text[at]!);
  const blank = (at: number) => /\s/.test(text[at]!);
  for (let i = 0; i < sentences; i++) {
    while (from > 0 && (stops(from - 1) || blank(from - 1))) from--;
    while (from > 0 && !stops(from - 1)) from--;
    while (to < text.length && (stops(to) || blank(to))) to++;
    while (to < text.length && !stops(to)) to++;
  }
  // Includes the stop of the last sentence.
  if (to < text.length && text[to] !== '\n') to++;
  return { start: from, end: to };
}
