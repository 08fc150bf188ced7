import { NUMERAL, numeral } from '../../chinese/numerals.ts';
import { SIGNATORY_END } from '../../chinese/organisations.ts';
import { matchesIn } from '../../chinese/patterns.ts';
import { closesDocument } from '../lexicon/notOrders/closings.ts';
import { isReport } from '../lexicon/notOrders/reports.ts';
import type { Span } from '../schema.ts';
import { hasExplicitOrder } from './orders.ts';

/** A headed or numbered part of a document, with its subsections. */
export type Section = {
  /** The level of the marker: 1 for 第一章 and the like, 2 for 一、, 3 for （一）, 4 for 1., 5 for （1） and ①, 6 for bullets. */
  level: number;
  marker: Span;
  /**
   * The lines that belong to the section itself: the first one without its marker, and the others up to the first
   * subsection.
   */
  lines: Span[];
  children: Section[];
};

/** Markers at the beginning of a line, by their level. An example stands above each. */
export const LEVELS: readonly { level: number; pattern: RegExp }[] = [
  // ✓ 第三章 保障措施
  { level: 1, pattern: new RegExp(`^\\s*第${NUMERAL}[章节编篇部](?:分)?[\\s、：]*`) },
  // ✓ 四、加强组织领导
  {
    level: 2,
    pattern: /^\s*[一二三四五六七八九十]{1,3}(?:、|\.|，(?=[^，。]{2,20}$)|\s+(?=[\u4e00-\u9fff]))\s*/,
  },
  // ✓ （十二）压实属地责任。
  { level: 3, pattern: /^\s*（[一二三四五六七八九十]{1,3}）[、.]?\s*/ },
  // ✓ 12. 规范停车秩序。
  // ✓ 3、清理河岸垃圾。
  // ✗ 1.5万亩农田
  // ✗ 2025年工作要点
  { level: 4, pattern: /^\s*\d{1,2}(?:[.、](?!\d)|．)\s*/ },
  // ✓ （2）分类建账。
  // ✓ ③逐户走访。
  { level: 5, pattern: /^\s*(?:（\d{1,2}）|\d{1,2}）|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])\s*/ },
  // ✓ ● 检查消防通道
  // ✓ ——坚持预防为主。
  { level: 6, pattern: /^\s*(?:[●■◆▲★○◇□▪•·◎►➤]|——|—|-\s)\s*/ },
];

/** The marker of an article of a law: 第七条. The contents of a law are no tasks. */
const ARTICLE = new RegExp(`^\\s*第${NUMERAL}条(?![例件])`);

/** Lines at the end of a document: issuer, date, distribution, attachments. */
const CLOSING = new RegExp(
  `^\\s*(?:[^，。；：]{0,30}(?:${SIGNATORY_END}|会)\\s*$|\\d{4}年\\d{1,2}月\\d{1,2}日\\s*$|（此件|（联系|(?:值班|联系|咨询|监督|举报|服务|投诉|报名)?(?:电话|传真|邮箱|热线|地址)：|附件|抄送|(?:出席|列席|参加|参会|缺席|请假|记录|主持|发送|分送|主送|抄报|抄发)(?:人员|人|单位)?：|联系[人电]|扫一扫|-->|(?:本|该)(?:意见|通知|方案|办法|规定|措施|细则|规划|计划|决定|批复|纪要|条例|函)(?:自|由[^，。；]{2,30}解释)|特此(?:通知|公告)|谢谢|此页无正文)`,
);

export type Outline = {
  /** The sections of the top level, in order. */
  sections: Section[];
  /** Lines outside all sections, before the first section or after the last. */
  loose: Span[];
};

/** Characters with which a marker can begin. Lines that begin otherwise are not tried on the patterns, to save time. */
const MAY_OPEN = /^\s*[第（\d一二三四五六七八九十①-⑳●■◆▲★○◇□▪•·◎►➤—-]/;

/** The level of the markers 1. and 1、. */
const NUMBERED_LEVEL = 4;
/** An item's number before words that begin with a figure: 2.2026年底前完成, 3、2个月内报送. Group 1 is the item's number. */
const BEFORE_FIGURES = /^\s*(\d{1,2})[.、．](?=\d)/;
/** An item's number before a year: 1.2026年底前. The figures after the point are no fraction. */
const BEFORE_YEAR = /^\s*\d{1,2}[.、．](?=20\d{2}年)/;
/** A number with a fraction, which is no item's number: 2.5万亩, 3.2%. */
const FRACTION = /^\s*\d{1,2}\.\d{1,3}(?:[万亿%％‰倍米元吨亩度]|个?百分点|公里|千米|平方|立方|公斤)/;

/** Measures the number of an item whose words begin with figures. Returns 0 where the number belongs to the words. */
function numberBeforeFigures(line: string, expected: number | null): number {
  const year = BEFORE_YEAR.exec(line);
  if (year) return year[0].length;
  const match = BEFORE_FIGURES.exec(line);
  return match && Number(match[1]) === expected && !FRACTION.test(line) ? match[0].length : 0;
}

/**
 * Finds the level of a line by its marker, with the marker's length; null without a marker. `expected` is the number
 * that follows that of the last numbered item.
 */
function levelOf(line: string, expected: number | null): { level: number; length: number } | null {
  if (!MAY_OPEN.test(line)) return null;
  const length = numberBeforeFigures(line.slice(0, 24), expected);
  if (length) return { level: NUMBERED_LEVEL, length };
  for (const { level, pattern } of LEVELS) {
    const match = pattern.exec(line.slice(0, 24));
    if (match && match[0].length < line.length) return { level, length: match[0].length };
  }
  return null;
}

/** A stop inside a line, with the marker of a further item after it: ；四、. */
const INNER_ITEM = new RegExp(`[；。]${NUMERAL}、`, 'g');
/** The number of any item but the first: 三、禁止野炊；四、各村设岗；五、…. */
const FURTHER_ITEM = new RegExp(`^\\s*(${NUMERAL})、`);

/** Finds further items inside the line of an item: the fourth item in 三、禁止野炊；四、各村设岗. */
function countedOn(text: string, line: Span): Span[] {
  const words = text.slice(line.start, line.end);
  const first = FURTHER_ITEM.exec(words.slice(0, 12));
  let number = first ? (numeral(first[1]!) ?? 1) : 1;
  if (number < 2 || !words.includes('；')) return [line];
  const parts: Span[] = [];
  let { start } = line;
  for (const { index } of matchesIn(words, INNER_ITEM)) {
    const at = line.start + index + 1;
    const next = FURTHER_ITEM.exec(text.slice(at, at + 8));
    if (!next || numeral(next[1]!) !== number + 1) continue;
    parts.push({ start, end: at });
    start = at;
    number++;
  }
  return [...parts, { start, end: line.end }];
}

/**
 * Sorts the lines of a text into a tree by their markers, such as 一、 and （一）. The text must be folded (see `fold`).
 * Takes linear time.
 */
export function outlineOf(text: string, lines: Span[]): Outline {
  const sections: Section[] = [];
  const loose: Span[] = [];
  const open: Section[] = [];
  let inArticle = false;
  for (const line of lines.flatMap((line) => countedOn(text, line))) {
    const words = text.slice(line.start, line.end);
    if (ARTICLE.test(words.slice(0, 16))) {
      inArticle = true;
      open.length = 0;
      continue;
    }
    const numbered = open.find(({ level }) => level === NUMBERED_LEVEL);
    const last = numbered && Number(/\d+/.exec(text.slice(numbered.marker.start, numbered.marker.end))?.[0]);
    const found = levelOf(words, last ? last + 1 : null);
    if (!found) {
      const current = open.at(-1);
      // The date or the issuer on a line of its own ends the document, with all its sections.
      if (CLOSING.test(words.slice(0, 60))) open.length = 0;
      else if (current && isReport(words.slice(0, 160)) && !opensMinutes(words, current)) {
        open.length = 0;
        loose.push(line);
      } else if (current) current.lines.push(line);
      else if (!inArticle) loose.push(line);
      continue;
    }
    if (inArticle && found.level > 1) continue;
    inArticle = false;
    // After 3.某站台账不全。 and 县局要求： the marker 1. begins a new list, and the line above it introduces that list.
    const above = open.at(-1);
    if (above?.level === found.level && above.lines.length > 1 && opensAnew(text, words, above))
      loose.push(above.lines.pop()!);
    while (open.length && open.at(-1)!.level >= found.level) open.pop();
    const blank = words.length - words.trimStart().length;
    const section: Section = {
      level: found.level,
      marker: { start: line.start + blank, end: line.start + words.slice(0, found.length).trimEnd().length },
      lines: [{ start: line.start + found.length, end: line.end }],
      children: [],
    };
    (open.at(-1)?.children ?? sections).push(section);
    open.push(section);
  }
  return withoutLone(sections, withoutClosing(text, sections, loose));
}

/** Whether a line has the first number again and the line above introduces a list. */
function opensAnew(text: string, line: string, { lines }: Section): boolean {
  const { start, end } = lines.at(-1)!;
  return (
    /^\s*(?:1[.、．]|（?一[）、])/.test(line) && /：\s*$/.test(text.slice(Math.max(start, end - 8), end))
  );
}

/**
 * Whether a line begins the minutes under a topic: 会议听取了汇报。会议议定，… below 一、研究道路建设工作. Such a line belongs to the section
 * of the topic, although it reads like a report.
 */
const opensMinutes = (line: string, { level, lines }: Section): boolean =>
  level <= 3 && lines.length <= 2 && /^\s*会议(?!还|最后|期间)/.test(line);

/** Returns the last section and the sections around it, outermost first. */
function lastOf(sections: Section[]): Section[] {
  const path: Section[] = [];
  for (let last = sections.at(-1); last; last = last.children.at(-1)) path.push(last);
  return path;
}

/**
 * Removes from the last item the paragraphs that close the document and ask to carry out the whole document. Where the
 * last item has more paragraphs than its siblings, a paragraph that addresses everybody also closes the document.
 */
function withoutClosing(text: string, sections: Section[], loose: Span[]): Span[] {
  const path = lastOf(sections);
  const last = path.at(-1);
  if (!last || last.lines.length < 2) return loose;
  const siblings = (path.at(-2)?.children ?? sections).slice(0, -1);
  const most = Math.max(1, ...siblings.map(({ lines, children }) => (children.length ? 0 : lines.length)));
  // A heading on a line of its own (四、加强领导) keeps at least one paragraph.
  const isBare = !/[。；]/.test(text.slice(last.lines[0]!.start, last.lines[0]!.end));
  // All paragraphs of a section such as 三、有关要求 may be requests to everybody.
  const isRequests =
    isBare && /^(?:有关|相关|工作|几点|其他|报送)?(?:要求|事项)$/.test(headingOf(text, last));
  const from = last.lines.findIndex((line, i) => {
    if (i < (isBare && !isRequests ? 2 : 1)) return false;
    const words = text.slice(line.start, Math.min(line.end, line.start + 160)).trim();
    if (isRequests && i === 1) return /^请|^以上/.test(words);
    return closesDocument(words) || (siblings.length > 0 && i >= most && ADDRESSES.test(words));
  });
  if (from < 0) return loose;
  // Also removes the paragraphs directly before the closing one that tell nobody to do anything, such as
  // 整改完成后，你市可申请摘牌。
  let first = from;
  while (first > most && first > (isBare ? 2 : 1) && !hasExplicitOrder(text, last.lines[first - 1]!)) first--;
  const closing = last.lines.splice(first);
  if (isRequests && last.lines.length === 1) (path.at(-2)?.children ?? sections).pop();
  return [...loose, ...closing].sort((a, b) => a.start - b.start);
}

/** A paragraph that addresses everybody: 各级党组织要…, 全县上下要…. */
const ADDRESSES = /^(?:各(?!项|类|种)|全[市县区省州镇乡校])[^，。；：]{1,24}(?:要|应当?|须|必须)/;

/** Turns a single section back into running text (一、…；二、… in one paragraph), because one section is no outline. */
function withoutLone(sections: Section[], loose: Span[]): Outline {
  const [only] = sections;
  if (sections.length !== 1 || only!.children.length > 0) return { sections, loose };
  const [first, ...rest] = only!.lines;
  const lines = [...loose, { start: only!.marker.start, end: first!.end }, ...rest];
  return { sections: [], loose: lines.sort((a, b) => a.start - b.start) };
}

/** Returns the heading of a section: its first line, up to the first stop. */
export function headingOf(text: string, section: Section): string {
  const line = section.lines[0]!;
  return text
    .slice(line.start, Math.min(line.end, line.start + 120))
    .split(/[。：！？]/)[0]!
    .trim();
}

/** Returns the marker and the heading of a section, as written. */
export const titleOf = (text: string, section: Section): string =>
  text.slice(section.marker.start, section.marker.end) + headingOf(text, section);

/** Returns the offset after a section with all its subsections. */
export function endOf(section: Section): number {
  let last = section;
  while (last.children.length) last = last.children.at(-1)!;
  return last.lines.at(-1)!.end;
}

/** Collects the offsets of the markers of these sections and all their subsections. */
export function markersIn(sections: Section[]): Set<number> {
  const places = new Set<number>();
  const open = [...sections];
  for (let one = open.pop(); one; one = open.pop()) {
    places.add(one.marker.start);
    open.push(...one.children);
  }
  return places;
}
