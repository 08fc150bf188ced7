import type { Span } from './schema.ts';

/** The lines of a text that hold anything, as spans. UTF-16 offsets. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

/** The longest quotation that is taken as one: a quote that opens and does not close within it is a slip. */
const LONGEST_QUOTE = 300;

/**
 * True at every place of the span that stands inside “…” or 《…》 which opens and closes there. Unbalanced marks count
 * for nothing. One pass.
 */
export function quotedIn(text: string, { start, end }: Span): (place: number) => boolean {
  const quotes: Span[] = [];
  const open: Record<string, number> = {};
  for (const { 0: character, index } of text.slice(start, end).matchAll(/[“”《》]/g)) {
    const i = start + index;
    if (character === '“' || character === '《') open[character] = i;
    else {
      const opener = character === '”' ? '“' : '《';
      const from = open[opener];
      if (from !== undefined && i - from <= LONGEST_QUOTE) quotes.push({ start: from, end: i });
      delete open[opener];
    }
  }
  quotes.sort((a, b) => a.start - b.start);
  // Asked from left to right, as all callers do, each quotation is passed once.
  let next = 0;
  let last = start;
  return (place) => {
    if (place < last) next = 0;
    last = place;
    while (next < quotes.length && quotes[next]!.end <= place) next++;
    return next < quotes.length && quotes[next]!.start < place;
  };
}

/** Cuts a span behind each stop that stands in no quotation or closes one; quotes and brackets behind it stay with it. */
function cut(text: string, span: Span, stops: RegExp): Span[] {
  const spans: Span[] = [];
  const quoted = quotedIn(text, span);
  let from = span.start;
  for (const { 0: stop, index } of text.slice(span.start, span.end).matchAll(stops)) {
    const i = span.start + index;
    if (quoted(i) && text[i + 1] !== '”') continue;
    spans.push({ start: from, end: i + stop.length });
    from = i + stop.length;
  }
  if (from < span.end) spans.push({ start: from, end: span.end });
  return spans.filter(({ start, end }) => text.slice(start, end).trim());
}

/** The sentences of a span, each with its 。！？. */
export const sentencesOf = (text: string, span: Span): Span[] => cut(text, span, /[。！？][”’』）]*/g);

/** The parts of a span that ；and stops divide. */
export const partsOf = (text: string, span: Span): Span[] => cut(text, span, /[。！？；][”’』）]*/g);

/** The clauses of a span, each with its ，；：or stop. */
export const clausesOf = (text: string, span: Span): Span[] => cut(text, span, /[。！？；，：][”’』）]*/g);

/** A span without blanks at its ends, without the comma before it and the stop that closes it. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && /[\s，、：；。]/.test(text[start]!)) start++;
  while (end > start && /[\s。；，、：]/.test(text[end - 1]!)) end--;
  return { start, end };
}
