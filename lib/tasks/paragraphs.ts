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

/** Returns the lines of a span that are not blank. */
export function linesIn(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  // Searches only the span's own words, because a search of the whole text could run far beyond them.
  const words = text.slice(start, end);
  for (let from = start; from < end; ) {
    const length = words.indexOf('\n', from - start);
    const to = length < 0 ? end : start + length;
    if (hasInk(text, from, to)) spans.push({ start: from, end: to });
    from = to + 1;
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

const [OPENS_SPEECH, CLOSES_SPEECH, OPENS_TITLE, CLOSES_TITLE] = Array.from('“”《》', (mark) =>
  mark.charCodeAt(0),
) as [number, number, number, number];

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
    if (code === OPENS_SPEECH) speech = i;
    else if (code === OPENS_TITLE) title = i;
    else if (code === CLOSES_SPEECH || code === CLOSES_TITLE) {
      const from = code === CLOSES_SPEECH ? speech : title;
      if (from >= 0 && i - from <= LONGEST_QUOTE) quotes.push({ start: from, end: i });
      if (code === CLOSES_SPEECH) speech = -1;
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

/**
 * Flags for the marks at which a text is cut.
 * - `SENTENCE`, `PART` and `CLAUSE`: the mark ends a sentence, a part of one, or a clause.
 * - `CLOSES`: the mark closes a quotation or bracket.
 * - `QUOTES`: `quotedIn` counts the mark.
 * - `TRIMMED`: the mark is trimmed off both ends of a span.
 */
const [SENTENCE, PART, CLAUSE, CLOSES, QUOTES, TRIMMED] = [1, 2, 4, 8, 16, 32];
/** The flags of each UTF-16 code unit. */
const MARKS = new Uint8Array(0x10000);
for (const [marks, flags] of [
  ['。！？', SENTENCE | PART | CLAUSE],
  ['；', PART | CLAUSE],
  ['，：', CLAUSE],
  // A closing mark stays with the stop before it.
  ['”’』）', CLOSES],
  ['“”《》', QUOTES],
  ['，、：；。', TRIMMED],
] as const)
  for (const mark of marks) MARKS[mark.charCodeAt(0)]! |= flags;

/**
 * Whether an offset lies inside a quotation, as `quotedIn` counts quotations. `opening` is the offset of the last
 * opening mark that is not yet closed at `place`; −1 where there is none.
 */
function isQuoted(text: string, opening: number, place: number, end: number): boolean {
  if (opening < 0) return false;
  const opens = text.charCodeAt(opening);
  const closes = opens === OPENS_SPEECH ? CLOSES_SPEECH : CLOSES_TITLE;
  const last = Math.min(end - 1, opening + LONGEST_QUOTE);
  for (let i = place + 1; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (code === closes) return true;
    if (code === opens) return false;
  }
  return false;
}

/**
 * Cuts a span after each stop (a mark with one of the flags `stops`) outside quotations, and after a stop at the end of
 * a quotation. Closing quotation marks and brackets stay with the stop. Ends after `most` pieces. Compares code units,
 * because texts are cut repeatedly and a pattern is slower.
 */
function cut(text: string, { start, end }: Span, stops: number, most = Number.POSITIVE_INFINITY): Span[] {
  const spans: Span[] = [];
  // The last “ and the last 《 that no closing mark has followed.
  let [speech, title] = [-1, -1];
  let from = start;
  for (let i = start; i < end && spans.length < most; i++) {
    let code = text.charCodeAt(i);
    // Skips Han characters first, because nearly all units of a Chinese text are Han characters and no marks.
    while (code >= 0x4e00 && code <= 0x9fff && ++i < end) code = text.charCodeAt(i);
    if (i === end) break;
    const mark = MARKS[code]!;
    if (mark & QUOTES) {
      if (code === OPENS_SPEECH) speech = i;
      else if (code === OPENS_TITLE) title = i;
      else if (code === CLOSES_SPEECH) speech = -1;
      else title = -1;
    }
    if ((mark & stops) === 0) continue;
    const inside = isQuoted(text, speech, i, end) || isQuoted(text, title, i, end);
    const endsQuote = text.charCodeAt(i + 1) === CLOSES_SPEECH;
    while (i + 1 < end && MARKS[text.charCodeAt(i + 1)]! & CLOSES) {
      i++;
      if (text.charCodeAt(i) === CLOSES_SPEECH) speech = -1;
    }
    if (inside && !endsQuote) continue;
    if (hasInk(text, from, i + 1)) spans.push({ start: from, end: i + 1 });
    from = i + 1;
  }
  if (spans.length < most && hasInk(text, from, end)) spans.push({ start: from, end });
  return spans;
}

/** Cuts a span into sentences, each with its final 。, ！ or ？. */
export const sentencesOf = (text: string, span: Span): Span[] => cut(text, span, SENTENCE);

/** Returns the first sentence of a span; undefined where the span is blank. */
export const firstSentenceOf = (text: string, span: Span): Span | undefined =>
  cut(text, span, SENTENCE, 1)[0];

/** Cuts a span into the parts of its sentences, each with its final ； or stop. */
export const partsOf = (text: string, span: Span): Span[] => cut(text, span, PART);

/** Cuts a span into clauses, each with its final ，, ；, ： or stop. */
export const clausesOf = (text: string, span: Span): Span[] => cut(text, span, CLAUSE);

/** Whether a clause ends with ；, 。, ！ or ？, so that it also ends a part of its sentence. Closing marks may follow. */
export function endsPart(text: string, { end }: Span): boolean {
  let last = end - 1;
  while (MARKS[text.charCodeAt(last)]! & CLOSES) last--;
  return (MARKS[text.charCodeAt(last)]! & PART) !== 0;
}

/** Cuts a comma or colon, with the blanks around it, off the beginning of a span. */
export const behindColon = (text: string, { start, end }: Span): Span => ({
  start: start + (/^\s*[，：]\s*/.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0),
  end,
});

/** Cuts commas, colons and blanks off the beginning of a span. */
export function behindCommas(text: string, { start, end }: Span): Span {
  const isCut = (code: number) => (MARKS[code]! & (CLAUSE | PART)) === CLAUSE || !isInk(code);
  while (start < end && isCut(text.charCodeAt(start))) start++;
  return { start, end };
}

const isTrimmed = (code: number): boolean => (MARKS[code]! & TRIMMED) !== 0 || !isInk(code);

/** Returns the offset of the first word of a text, after blanks and opening quotation marks. */
export function startOfWords(text: string): number {
  let start = 0;
  while (start < text.length && (text.charCodeAt(start) === OPENS_SPEECH || !isInk(text.charCodeAt(start))))
    start++;
  return start;
}

/** Trims blanks and the marks ，、：；。 off both ends of a span. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isTrimmed(text.charCodeAt(start))) start++;
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Trims a span, and cuts off a ” at its end if the quotation opens before the span. */
export function withoutClosingMark(text: string, span: Span): Span {
  const { start, end } = trimSpan(text, span);
  if (text.charCodeAt(end - 1) !== CLOSES_SPEECH) return { start, end };
  const opens = text.lastIndexOf('“', end);
  return opens >= start ? { start, end } : trimSpan(text, { start, end: end - 1 });
}
