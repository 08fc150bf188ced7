import type { Span } from './schema.ts';

/** The paragraphs of a text as spans, blank ones left out. UTF-16 offsets. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

/** The sentences of a span: each runs to its 。！？, quotes and brackets behind it included. */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (!'。！？!?'.includes(text[i]!)) continue;
    while (i + 1 < end && '”’』」）)'.includes(text[i + 1]!)) i++;
    spans.push({ start: from, end: i + 1 });
    from = i + 1;
  }
  if (from < end) spans.push({ start: from, end });
  return spans.filter((span) => text.slice(span.start, span.end).trim());
}

/** A span without blanks at its ends and without the stop that closes it. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && /[\s　，,、：:]/.test(text[start]!)) start++;
  while (end > start && /[\s　。；;，,]/.test(text[end - 1]!)) end--;
  return { start, end };
}
