import type { Span } from './schema.ts';

/**
 * Whether a code unit is anything but white space in the sense of `trim`. Nearly all white space has lower codes than
 * Han characters, so one comparison decides most units.
 */
const isInk = (code: number): boolean =>
  (code > 0x3000 && code !== 0xfeff) || String.fromCharCode(code).trim() !== '';

/** Whether a part of the text has anything but white space. */
function hasInk(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isInk(text.charCodeAt(i))) return true;
  return false;
}

const LINE_END = 0x0a;

/** Returns the lines of a span that are not blank. */
export function linesIn(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && text.charCodeAt(i) !== LINE_END) continue;
    if (hasInk(text, from, i)) spans.push({ start: from, end: i });
    from = i + 1;
  }
  return spans;
}

/** Returns the line before the line of an offset; null in the first line of the text. */
export function lineAbove(text: string, place: number): Span | null {
  const end = text.lastIndexOf('\n', place);
  return end < 0 ? null : { start: text.lastIndexOf('\n', end - 1) + 1, end };
}

/** Returns the lines of a text that are not blank, as spans in UTF-16 units. */
export const paragraphsOf = (text: string): Span[] => linesIn(text, { start: 0, end: text.length });

/**
 * The greatest length of a quotation, in UTF-16 units. An opening mark without a closing one within this length is a
 * typing error.
 */
const LONGEST_QUOTE = 300;

const nowhere = () => false;

/**
 * Makes a function that says whether an offset lies inside “…” or 《…》. Only marks that open and close inside the span
 * count. Takes linear time.
 */
export function quotedIn(text: string, { start, end }: Span): (place: number) => boolean {
  const quotes: Span[] = [];
  // The offsets of the last “ and the last 《 without a closing mark; −1 where there is none.
  let [speech, title] = [-1, -1];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    // Skips most code units at once: few lie in the range of these marks.
    if (code < 0x201c || code > 0x300b) continue;
    const character = text[i]!;
    if (character === '“') speech = i;
    else if (character === '《') title = i;
    else if (character === '”' || character === '》') {
      const from = character === '”' ? speech : title;
      if (from >= 0 && i - from <= LONGEST_QUOTE) quotes.push({ start: from, end: i });
      if (character === '”') speech = -1;
      else title = -1;
    }
  }
  if (quotes.length === 0) return nowhere;
  quotes.sort((a, b) => a.start - b.start);
  // Callers ask from left to right, so each quotation is passed only once.
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

/** The stops after which a text is cut, for sentences, parts and clauses. */
const SENTENCE = '。！？';
const PART = `${SENTENCE}；`;
const CLAUSE = `${PART}，：`;
/**
 * The codes of 。 and ！. No other stop lies between these two, but nearly all other code units of a Chinese text do. So
 * code units between them are skipped at once.
 */
const [BELOW, ABOVE] = ['。'.charCodeAt(0), '！'.charCodeAt(0)];

/**
 * Cuts a span after each stop outside quotations, and after a stop at the end of a quotation. Closing quotation marks
 * and brackets stay with the stop. Compares code units, because texts are cut repeatedly and a pattern is slower.
 */
function cut(text: string, { start, end }: Span, stops: string): Span[] {
  const spans: Span[] = [];
  let quoted: ((place: number) => boolean) | null = null;
  let from = start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < BELOW || (code > BELOW && code < ABOVE) || !stops.includes(text[i]!)) continue;
    const at = i;
    while (i + 1 < end && CLOSERS.includes(text[i + 1]!)) i++;
    quoted ??= quotedIn(text, { start, end });
    if (quoted(at) && text[at + 1] !== '”') continue;
    if (hasInk(text, from, i + 1)) spans.push({ start: from, end: i + 1 });
    from = i + 1;
  }
  if (hasInk(text, from, end)) spans.push({ start: from, end });
  return spans;
}

/** Cuts a span into sentences, each with its final 。, ！ or ？. */
export const sentencesOf = (text: string, span: Span): Span[] => cut(text, span, SENTENCE);

/** Cuts a span into the parts of its sentences, each with its final ； or stop. */
export const partsOf = (text: string, span: Span): Span[] => cut(text, span, PART);

/** Cuts a span into clauses, each with its final ，, ；, ： or stop. */
export const clausesOf = (text: string, span: Span): Span[] => cut(text, span, CLAUSE);

/** Cuts a comma or colon, with the blanks around it, off the beginning of a span. */
export const behindColon = (text: string, { start, end }: Span): Span => ({
  start: start + (/^\s*[，：]\s*/.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0),
  end,
});

const isTrimmed = (character: string): boolean => '，、：；。'.includes(character) || character.trim() === '';

/** Trims a span: blanks and the marks ，、：；。 at both ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isTrimmed(text[start]!)) start++;
  while (end > start && isTrimmed(text[end - 1]!)) end--;
  return { start, end };
}
