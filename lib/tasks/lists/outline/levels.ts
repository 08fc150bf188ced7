import { NUMERAL } from '../../../chinese/numerals.ts';

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
  // ✓ A.各站备足沙袋
  // ✓ Ⅱ．各村逐户叫醒
  // ✓ 甲、各站备足沙袋
  // ✗ A、B两座泵站
  {
    level: 5,
    pattern:
      /^\s*(?:[A-HＡ-Ｈ][.．、]\s*(?=[\u4e00-\u9fff])|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,3}[.．、]\s*|[甲乙丙丁戊己]、(?![甲乙丙丁戊己]))/,
  },
  // ✓ （2）分类建账。
  // ✓ ③逐户走访。
  { level: 5, pattern: /^\s*(?:（\d{1,2}）|\d{1,2}）|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])\s*/ },
  // ✓ ● 检查消防通道
  // ✓ ☆各站备足沙袋
  // ✓ ——坚持预防为主。
  // ✓ ——在清淤上下功夫。
  // ✗ ——在青山县人民代表大会上的讲话
  // ✗ ●9月2日，市水利局召开会议
  // ✗ ——2024年1月9日在青山县人民代表大会上
  {
    level: 6,
    pattern:
      /^\s*(?:[●■◆▲△▼▽★☆○◇□▪•·◎▶►▷➤➢➣※√✓✔☑♦❖◈✦✧⊙⚫⚪⬤∙‣](?!\s*\d{1,2}月\d{1,2}日(?:[上下]午|晚)?，[省市区县州旗镇乡全国我自记])|[*＊]\s|——(?!\s?20\d\d年|在(?![^，。：会议]{1,12}[上中里](?:下|见|发力|用[心力]|求|做|作表|走|当|争|出|聚|持|动|展|再)))|—(?!—)|-\s)\s*/,
  },
];

/**
 * Characters with which a marker can begin, possibly after a quotation mark. Lines that begin otherwise are not tried on
 * the patterns, to save time.
 */
const MAY_OPEN =
  /^\s*“?[第（\d一二三四五六七八九十①-⑳A-HＡ-ＨⅠ-Ⅹ甲乙丙丁戊己●■◆▲△▼▽★☆○◇□▪•·◎▶►▷➤➢➣※√✓✔☑♦❖◈✦✧⊙⚫⚪⬤∙‣*＊—-]/;

/** Whether a line may begin with the marker of a section or of an article. */
export const mayOpen = (line: string): boolean => MAY_OPEN.test(line);

/** A quotation mark before a marker, with which a paragraph of a printed speech may open: “1、清理河岸. */
const QUOTED_MARKER = /^\s*“(?=[（\d一二三四五六七八九十①-⑳])/;

/** Returns the length of what stands before a marker at the beginning of a line: blanks and a quotation mark. */
export const lengthBeforeMarker = (line: string): number =>
  QUOTED_MARKER.exec(line)?.[0].length ?? line.length - line.trimStart().length;

/** The level of the marker 一、. */
export const COUNTED_LEVEL = 2;

/** The level of the markers 1. and 1、. */
export const NUMBERED_LEVEL = 4;

/** An item's number before words that begin with a figure: 2.2026年底前完成, 3、2个月内报送. Group 1 is the item's number. */
const BEFORE_FIGURES = /^\s*(\d{1,2})[.、．](?=\d)/;

/** An item's number before a year: 1.2026年底前. The figures after the point are no fraction. */
const BEFORE_YEAR = /^\s*\d{1,2}[.、．](?=20\d{2}年)/;

/** A number with a fraction, which is no item's number: 2.5万亩, 3.2%. */
const FRACTION = /^\s*\d{1,2}\.\d{1,3}(?:[万亿%％‰倍米元吨亩度]|个?百分点|公里|千米|平方|立方|公斤)/;

/**
 * Returns the length of an item's number, with its point, where the item's words begin with a figure. Returns 0 where
 * the first number of the line belongs to the words.
 */
function numberBeforeFigures(line: string, expected: number | null): number {
  const year = BEFORE_YEAR.exec(line);
  if (year) return year[0].length;
  const match = BEFORE_FIGURES.exec(line);
  return match && Number(match[1]) === expected && !FRACTION.test(line) ? match[0].length : 0;
}

/**
 * Finds the level of a line by its marker, with the marker's length; null without a marker. `expected` is one more than
 * the number of the last numbered item.
 */
export function levelOf(line: string, expected: number | null): { level: number; length: number } | null {
  if (QUOTED_MARKER.test(line)) {
    const before = lengthBeforeMarker(line);
    const found = levelOf(line.slice(before), expected);
    return found && { level: found.level, length: before + found.length };
  }
  const length = numberBeforeFigures(line.slice(0, 24), expected);
  if (length) return { level: NUMBERED_LEVEL, length };
  for (const { level, pattern } of LEVELS) {
    const match = pattern.exec(line.slice(0, 24));
    if (match && match[0].length < line.length) return { level, length: match[0].length };
  }
  return null;
}
