import type { Span } from './schema.ts';

/** The lines of a text that are not blank, as spans in UTF-16 offsets. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

/** The lines of a span that are not blank. */
export const linesIn = (text: string, { start, end }: Span): Span[] =>
  paragraphsOf(text.slice(start, end)).map((line) => ({ start: start + line.start, end: start + line.end }));

/** The greatest length of a quotation. A quotation mark without a closing one within this length is a typing error. */
const LONGEST_QUOTE = 300;

const QUOTE = /[“”《》]/g;
const nowhere = () => false;

/**
 * Whether an offset of the span lies inside “…” or 《…》 that both opens and closes there. Unbalanced marks are
 * ignored. Takes linear time.
 */
export function quotedIn(text: string, { start, end }: Span): (place: number) => boolean {
  const quotes: Span[] = [];
  const own = text.slice(start, end);
  // Where the last “ and 《 opened; −1 where none is open.
  let [speech, title] = [-1, -1];
  QUOTE.lastIndex = 0;
  while (QUOTE.test(own)) {
    const i = start + QUOTE.lastIndex - 1;
    const character = text[i]!;
    if (character === '“') speech = i;
    else if (character === '《') title = i;
    else {
      const from = character === '”' ? speech : title;
      if (from >= 0 && i - from <= LONGEST_QUOTE) quotes.push({ start: from, end: i });
      if (character === '”') speech = -1;
      else title = -1;
    }
  }
  if (quotes.length === 0) return nowhere;
  quotes.sort((a, b) => a.start - b.start);
  // Callers ask from left to right, so each quotation is passed once.
  let next = 0;
  let last = start;
  return (place) => {
    if (place < last) next = 0;
    last = place;
    while (next < quotes.length && quotes[next]!.end <= place) next++;
    return next < quotes.length && quotes[next]!.start < place;
  };
}

/** Closing marks that stay with the stop before them. */
const CLOSERS = '”’』）';

/**
 * Cuts a span after each stop outside quotations or at the end of one. Closing quotes and brackets stay with the stop.
 * Uses `test` for stops, because a match costs more and sentences are cut repeatedly.
 */
function cut(text: string, span: Span, stop: RegExp): Span[] {
  const spans: Span[] = [];
  const add = (start: number, end: number) => {
    if (text.slice(start, end).trim()) spans.push({ start, end });
  };
  const own = text.slice(span.start, span.end);
  let quoted: ((place: number) => boolean) | null = null;
  let from = span.start;
  stop.lastIndex = 0;
  while (stop.test(own)) {
    const at = span.start + stop.lastIndex - 1;
    while (stop.lastIndex < own.length && CLOSERS.includes(own[stop.lastIndex]!)) stop.lastIndex++;
    quoted ??= quotedIn(text, span);
    if (quoted(at) && text[at + 1] !== '”') continue;
    const end = span.start + stop.lastIndex;
    add(from, end);
    from = end;
  }
  if (from < span.end) add(from, span.end);
  return spans;
}

const SENTENCE = /[。！？]/g;
const PART = /[。！？；]/g;
const CLAUSE = /[。！？；，：]/g;

/** The sentences of a span, each with its final 。！？. */
export const sentencesOf = (text: string, span: Span): Span[] => cut(text, span, SENTENCE);

/** The parts of a span between ； and stops. */
export const partsOf = (text: string, span: Span): Span[] => cut(text, span, PART);

/** The clauses of a span, each with its final ，；： or stop. */
export const clausesOf = (text: string, span: Span): Span[] => cut(text, span, CLAUSE);

const isTrimmed = (character: string): boolean => '，、：；。'.includes(character) || character.trim() === '';

/** Trims blanks at both ends of a span, a comma at its beginning, and the final stop. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isTrimmed(text[start]!)) start++;
  while (end > start && isTrimmed(text[end - 1]!)) end--;
  return { start, end };
}
