import { NUMERAL, numeral } from '../../../chinese/numerals.ts';
import { matchesIn } from '../../../chinese/patterns.ts';
import { isReport } from '../../lexicon/notOrders/reports.ts';
import type { Span } from '../../schema.ts';
import { CLOSING, withoutClosing } from './closing.ts';
import { COUNTED_LEVEL, lengthBeforeMarker, levelOf, mayOpen, NUMBERED_LEVEL } from './levels.ts';
import { isTitle, type Section } from './section.ts';

/** The lines of a text, sorted by headings and numbers. */
export type Outline = {
  /** The sections of the top level, in order. */
  sections: Section[];
  /** Lines outside all sections, before the first section or after the last. */
  loose: Span[];
};

/** The line with the first of several attachments: 附件：1.统计表. */
const ATTACHMENTS = /^\s*附件：\s*(?:1[.、．]|$)/;
/** The line with the name of a further attachment, which has no stop: 2.统计表. */
const NAME_OF_ATTACHMENT = /^\s*\d{1,2}[.、．][^。；]{2,80}$/;

/** The marker of an article of a law: 第七条. The contents of a law are no tasks. */
const ARTICLE = new RegExp(`^\\s*第${NUMERAL}条(?![例件])`);

/** A stop inside a line, with the marker of a further item after it: ；四、, ；四要. */
const INNER_ITEM = new RegExp(`[；。]${NUMERAL}(?:、|要(?![求点素]))`, 'g');

/** A dash after a verb of speech or a colon inside a line: 会议要求，——. Group 1 is what stands before the dash. */
const INNER_DASH = /^([^。：—]{2,60}[，：])——(?=[\u4e00-\u9fff])/;
/** A dash at the beginning of a line, as the marker of an item. */
const DASH = /^\s*——/;

/** Cuts a line before the first item of a list whose other items stand in lines of their own: 会议要求，——各站要… and ——各村要…. */
function withDashCut(text: string, lines: Span[]): Span[] {
  if (!text.includes('——')) return lines;
  return lines.flatMap((line, i) => {
    const next = lines[i + 1];
    if (!next || !DASH.test(text.slice(next.start, next.start + 8))) return [line];
    const before = INNER_DASH.exec(text.slice(line.start, line.start + 64))?.[1];
    if (before === undefined) return [line];
    const at = line.start + before.length;
    return [
      { start: line.start, end: at },
      { start: at, end: line.end },
    ];
  });
}

/**
 * The number of any item but the first: 三、禁止野炊；四、各村设岗；五、… (3. No camp fires; 4. Villages set guards; 5. …). In 二、三级泵站
 * (stations of levels two and three) two levels are named.
 */
const FURTHER_ITEM = new RegExp(`^\\s*(${NUMERAL})(?:、(?!${NUMERAL}[级类线等期楼层组])|要)`);

/**
 * A marker with 要 (must) in place of the 、 of the items before it: 四要 in 三、禁止野炊；四要设岗 (3. No camp fires; 4. Must set
 * guards).
 */
const WANTED_ITEM = new RegExp(`^\\s*${NUMERAL}要`);

/** A marker with 要 of a list inside an item: 三、值守：一要…；二要…. */
const LIST_INSIDE = /[一二]要(?![求点素])/;

/** The marker of the first item of a list inside an item: 三、工作内容：一、. */
const FIRST_INSIDE = /[。；：，]（?一[、）]/;

/**
 * Finds further items inside the line of an item: the fourth item in 三、禁止野炊；四、各村设岗. After 。 an item counts only if the
 * line below (`next`) has the number after the last one. Otherwise a list inside an item would be cut.
 */
function countedOn(text: string, line: Span, next: Span | undefined): Span[] {
  const head = text.slice(line.start, line.start + 12);
  const first = WANTED_ITEM.test(head) ? null : FURTHER_ITEM.exec(head);
  if (!first) return [line];
  const words = text.slice(line.start, line.end);
  const number = numeral(first[1]!) ?? 1;
  const below = next && FURTHER_ITEM.exec(text.slice(next.start, next.start + 12));
  const isFollowed = below && !below[0].endsWith('要') && !FIRST_INSIDE.test(words);
  if (isFollowed) {
    const parts = partsCounted(text, line, words, number);
    if (parts.length > 1 && numeral(below[1]!) === number + parts.length) return parts;
  }
  return number < 2 || !words.includes('；') ? [line] : partsCounted(text, line, words, number);
}

/** Cuts a line before each marker that counts on from the item `number`, with which the line begins. */
function partsCounted(text: string, line: Span, words: string, from: number): Span[] {
  const inside = words.search(LIST_INSIDE);
  const parts: Span[] = [];
  let number = from;
  let { start } = line;
  for (const { index } of matchesIn(words, INNER_ITEM)) {
    const at = line.start + index + 1;
    const next = FURTHER_ITEM.exec(text.slice(at, at + 8));
    if (!next || numeral(next[1]!) !== number + 1) continue;
    // In 三、值守：一要…；二要…；三要…；四要… (3. Duty: first, … fourth, …) the four markers with 要 (must) are a list inside the
    // item.
    if (next[0].endsWith('要') && inside >= 0 && inside < index) continue;
    parts.push({ start, end: at });
    start = at;
    number++;
  }
  return [...parts, { start, end: line.end }];
}

/** Finds the marker of an item that `countedOn` has cut off before its 要. Such an item begins inside a line. */
function wantedItem(text: string, line: Span): { level: number; length: number } | null {
  if (!/[；。]/.test(text[line.start - 1] ?? '')) return null;
  const marker = WANTED_ITEM.exec(text.slice(line.start, line.start + 8));
  return marker && { level: COUNTED_LEVEL, length: marker[0].length };
}

/**
 * Sorts the lines of a text into a tree by their markers, such as 一、 and （一）. The text must be folded (see `fold`).
 * Takes linear time.
 */
export function outlineOf(text: string, lines: Span[]): Outline {
  const sections: Section[] = [];
  const loose: Span[] = [];
  const open: Section[] = [];
  let [inArticle, inAttachments] = [false, false];
  const cut = withDashCut(text, lines).flatMap((line, i, all) => countedOn(text, line, all[i + 1]));
  for (const [i, line] of cut.entries()) {
    const words = text.slice(line.start, line.end);
    const opens = mayOpen(words);
    if (opens && ARTICLE.test(words)) {
      inArticle = true;
      open.length = 0;
      continue;
    }
    if (inAttachments && NAME_OF_ATTACHMENT.test(words)) continue;
    inAttachments = ATTACHMENTS.test(words);
    const found = opens ? (levelOf(words, numberAfter(text, open)) ?? wantedItem(text, line)) : null;
    if (!found) {
      const current = open.at(-1);
      // The date or the issuer on a line of its own ends the document, with all its sections.
      if (CLOSING.test(words.slice(0, 60)) || signs(text, line, cut[i + 1])) open.length = 0;
      else if (current && isReport(words.slice(0, 160)) && !opensMinutes(words, current)) {
        open.length = 0;
        loose.push(line);
      } else if (current) current.lines.push(line);
      else if (!inArticle) loose.push(line);
      continue;
    }
    if (inArticle && found.level > 1) continue;
    inArticle = false;
    // After 3.某站台账不全。 (3. A station's records have gaps.) and 县局要求： (the county bureau demands:) the marker 1. begins
    // a new list, and the line above it introduces that list.
    const above = open.at(-1);
    if (above?.level === found.level && above.lines.length > 1 && opensAnew(text, words, above))
      loose.push(above.lines.pop()!);
    while (open.length && open.at(-1)!.level >= found.level) open.pop();
    const before = lengthBeforeMarker(words);
    const section: Section = {
      level: found.level,
      marker: { start: line.start + before, end: line.start + words.slice(0, found.length).trimEnd().length },
      lines: [{ start: line.start + found.length, end: line.end }],
      children: [],
    };
    (open.at(-1)?.children ?? sections).push(section);
    open.push(section);
  }
  return withoutLone(sections, withoutClosing(text, sections, loose));
}

/** Whether a line is only the name of an office above the date: 德育处, and then 2011/9/30. */
const signs = (text: string, line: Span, next: Span | undefined): boolean =>
  next !== undefined &&
  line.end - line.start <= 24 &&
  /^\s*[\u4e00-\u9fff]{2,16}[处站科室队组所社厂校]\s*$/.test(text.slice(line.start, line.end)) &&
  /^\s*(?:\d{4}[年/.-]\s?\d{1,2}[月/.-]\s?\d{1,2}日?|二[○〇零Ｏ][^，。；]{4,12}日)\s*$/.test(
    text.slice(next.start, Math.min(next.end, next.start + 30)),
  );

/** Returns the number after that of the open numbered section; null where there is none. */
function numberAfter(text: string, open: Section[]): number | null {
  const numbered = open.find(({ level }) => level === NUMBERED_LEVEL);
  const last = numbered && Number(/\d+/.exec(text.slice(numbered.marker.start, numbered.marker.end))?.[0]);
  return last ? last + 1 : null;
}

/** Whether a line has the number 1 again, below a line that introduces a list with a colon or is its title. */
function opensAnew(text: string, line: string, { lines }: Section): boolean {
  if (!/^\s*(?:1[.、．]|（?一[）、])/.test(line)) return false;
  const above = lines.at(-1)!;
  return /：\s*$/.test(text.slice(Math.max(above.start, above.end - 8), above.end)) || isTitle(text, above);
}

/**
 * Whether a line begins the minutes under a topic: 会议听取了汇报。会议议定，… below 一、研究道路建设工作. Such a line belongs to the section
 * of the topic, although it reads like a report.
 */
const opensMinutes = (line: string, { level, lines }: Section): boolean =>
  level <= 3 && lines.length <= 2 && /^\s*会议(?!还|最后|期间)/.test(line);

/**
 * Turns the only section of a text back into running text (一、…；二、… in one paragraph), because one section is no
 * outline.
 */
function withoutLone(sections: Section[], loose: Span[]): Outline {
  const [only] = sections;
  if (sections.length !== 1 || only!.children.length > 0) return { sections, loose };
  const [first, ...rest] = only!.lines;
  const lines = [...loose, { start: only!.marker.start, end: first!.end }, ...rest];
  return { sections: [], loose: lines.sort((a, b) => a.start - b.start) };
}
