import { datesIn, firstDate, isDateOnly } from '../../chinese/dates.ts';
import { isDocumentNumber } from '../../chinese/documentNumbers.ts';
import {
  isBreadcrumb,
  isControl,
  isCredit,
  isEdited,
  isLabelledLead,
  isLongProse,
  isProse,
  isRelated,
  isReporters,
  isRights,
  isTail,
  withoutAppendix,
} from '../../chinese/phrases.ts';
import { isMetadataLine, labelledValues } from '../metadata/labels.ts';
import { EDGE, squeeze } from '../page/lines.ts';
import type { Paragraph } from './content.ts';

/** A count at the head, page numbers at the foot; within the body a number alone may head a section. */
const NUMBERS = /^[\s\d|>»›<«·.,/【】[\]()（）+-]{1,40}$/;

/** 转自：……, 文字编辑：……: where the text is from, by any label of labelTable.ts. */
const isCredits = (line: string): boolean =>
  line.length <= 80 &&
  isMetadataLine({ text: line }) &&
  /^(source|editors|contributor|views)$/.test(labelledValues(line)[0]?.field ?? '');

const isNumbers = (line: string): boolean => NUMBERS.test(line) && !firstDate(line);
const isOriginalTitle = (line: string): boolean =>
  line.length <= 160 &&
  /原[标標题題]/.test(line) &&
  labelledValues(line.replaceAll(EDGE, ' '))[0]?.field === 'originalTitle';
/** 本文导航 · 第2页：三个村的三种管法: the pages of an article in several, as PHPCMS lists them above each. */
const isPageName = (line: string): boolean =>
  line.length <= 60 && /^(本文导航|文章导航|第\s*\d{1,2}\s*[页頁]([:：]|$))/.test(line);
/** 视频简介 · 选集 · 精彩看点: the tabs between a video and what it shows. */
const isTab = (line: string): boolean =>
  /^(正文|新闻正文|正文内容|(视频|节目)?简介|选集|精彩看点)$/.test(line);
/** 2024年5月21日 更新时间 2024年5月22日: days and the words for them. */
function isDates(line: string): boolean {
  const dates = line.length <= 60 ? datesIn(line) : [];
  const words = dates.reduceRight(
    (rest, { index, length }) => rest.slice(0, index) + rest.slice(index + length),
    line,
  );
  return (
    dates.length > 0 &&
    /^[\s/|:：·]*((最[后後])?(发布|發布|發佈|更新|修改|修訂)(时间|時間|日期|于|於)?[\s/|:：·]*)*$/.test(words)
  );
}

/** 2021-10-14 15:01:12 between the speeches of a talk, as each was put on the page. */
const isStamp = (line: string): boolean => isDateOnly(line) && datesIn(line)[0]!.hasTime;

/**
 * The number of lines, from `i` on, that the headline fills: two or three where a document’s head is printed again, with
 * its number below. 0 where it does not.
 */
function headlineLines(lines: string[], i: number, title: string): number {
  let joined = '';
  for (let count = 1; count <= 3 && i + count <= lines.length; count++) {
    joined += squeeze(lines[i + count - 1]!);
    if (joined === title) return count === 1 || isDocumentNumber(squeeze(lines[i + count] ?? '')) ? count : 0;
    if (!title.startsWith(joined)) break;
  }
  return 0;
}

/** 记者：某某 编辑：某某 */
const isNamesOnly = (line: string): boolean => isMetadataLine({ text: line }) && !isLongProse(line);

/** How many of the first lines, at most, may repeat headline and metadata. */
const HEAD = 14;

/** The index of the first line of the article itself; and of the first below the headline. */
function beginOf(lines: string[], title: string): { begin: number; below: number } {
  // The headline itself, wherever it stands above the first sentence: what is above it is none of the article's.
  const sentence = lines.findIndex(isProse);
  const above = sentence < 0 ? lines : lines.slice(0, sentence);
  const at = title.length < 4 ? -1 : above.findIndex((_, i) => headlineLines(above, i, title) > 0);
  const below = at < 0 ? 0 : at + headlineLines(above, at, title);
  let begin = below;
  for (let i = begin; i < Math.min(lines.length, begin + HEAD); i++) {
    const line = lines[i]!;
    const folded = squeeze(line);
    const head =
      (title.length >= 4 &&
        // 新华社青山3月22日电 题：…… is the body's, and so is a sentence that begins: 11月15日，（headline），……。
        (folded === title ||
          (folded.length <= title.length + 24 &&
            folded.includes(title) &&
            !/[电電]题[:：]/.test(folded) &&
            !(isProse(line) && /。$/.test(line))))) ||
      isNamesOnly(line) ||
      isDateOnly(line) ||
      isDates(line) ||
      isPageName(line) ||
      (begin > 0 && isDocumentNumber(squeeze(line))) ||
      // 青山日报 2023-02-02 10:30
      (line.length <= 40 &&
        (datesIn(line)[0]?.hasTime || /(?<!\d)\d{1,2}-\d{1,2} \d{1,2}:\d{2}$/.test(line))) ||
      isBreadcrumb(line) ||
      isReporters(line) ||
      isControl(line) ||
      isNumbers(line) ||
      isTab(folded);
    if (head) begin = i + 1;
    else if (isProse(line) || /[电電]题[:：]/.test(folded)) break;
  }
  // A page whose every line looks like a head has none: a short notice with its date.
  return begin >= lines.length ? { begin: 0, below: 0 } : { begin, below };
}

/** The index after the last line of the article itself. */
function endOf(lines: string[], begin: number): number {
  let end = lines.length;
  const length = (from: number, to: number) =>
    lines.slice(from, to).reduce((sum, line) => sum + line.length, 0);
  for (let i = begin + 1; i < end; i++) {
    const line = lines[i]!;
    if (!isTail(line) && !isEdited(line) && !isRights(line)) continue;
    // 延伸阅读：…… between two paragraphs.
    if (isRelated(line) && isProse(lines[i + 1] ?? '') && !isTail(lines[i + 1]!)) continue;
    // The article may speak of 相关新闻 itself: then prose goes on below.
    const before = length(begin, i);
    const after = lines
      .slice(i + 1, end)
      .filter(isProse)
      .reduce((sum, text) => sum + text.length, 0);
    // Behind the editor's name it never goes on, but an introduction may stand above a line of metadata.
    if (after <= before * (isEdited(line) ? 3 : 0.4)) end = i;
  }
  while (end > begin + 1) {
    const line = lines[end - 1]!;
    if (!isCredit(line) && !isCredits(line) && !isControl(line) && !isNumbers(line) && !isTail(line)) break;
    end--;
  }
  return end;
}

/** A file to load: 附件：……, ….pdf. */
const ATTACHMENT = /^附件|^附\s*[:：\d]|\.(pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar)\s*$/i;

/** Cuts links to other articles behind the last paragraph; a list of attachments is part of the body. */
function withoutLinks(paragraphs: Paragraph[], begin: number, end: number): number {
  const own = (p: Paragraph) => {
    // 标题 2023-02-02
    const length = p.text.length - (datesIn(p.text)[0]?.length ?? 0);
    return !p.linked || p.linked < length * 0.8 || ATTACHMENT.test(p.text);
  };
  let last = end - 1;
  while (last > begin && !(own(paragraphs[last]!) && isProse(paragraphs[last]!.text))) last--;
  // Cards of other articles, each with its day. An official document is signed with one.
  const dated = paragraphs.slice(last + 1, end).filter(({ text }) => !text.includes('\t') && firstDate(text));
  if (dated.length >= 3) return last + 1;
  const first = paragraphs.findIndex((p, i) => i > last && i < end && p.text.length >= 6 && !own(p));
  if (first < 0) return end;
  const rest = paragraphs.slice(first, end);
  const length = rest.reduce((sum, p) => sum + p.text.length, 0);
  return rest.reduce((sum, p) => sum + (own(p) ? 0 : p.text.length), 0) >= length * 0.6 ? first : end;
}

/** A summary set apart by the page above the article, which is a field of its own: 摘要, 导读. */
const isLead = (text: string, leads: Set<string>, whole: number): boolean =>
  text.length <= 400 && text.length < whole * 0.4 && (leads.has(text) || isLabelledLead(text));

/**
 * A body's paragraphs without headline, metadata, summary, controls and tails. `kept` has the index of each in
 * `paragraphs`.
 */
export function trimBody(
  paragraphs: Paragraph[],
  headline: string,
  leads = new Set<string>(),
): { lines: string[]; kept: number[] } {
  const lines = paragraphs.map(({ text }) => text);
  const whole = lines.reduce((sum, line) => sum + line.length, 0);
  // A caption with a sentence does not end the head.
  const head = beginOf(
    paragraphs.map(({ text, isCaption }) => (isCaption ? '' : text)),
    squeeze(headline),
  );
  let { begin } = head;
  // Below a summary the names of the reporters may follow.
  const isHead = (line: string, i: number) =>
    isLead(line, leads, whole) || (i > head.begin && (isNamesOnly(line) || isReporters(line)));
  while (begin < lines.length - 1 && isHead(lines[begin]!, begin)) begin++;
  const end = withoutLinks(paragraphs, begin, endOf(lines, begin));
  const stamped = lines.slice(begin, end).filter(isStamp).length >= 3;
  const kept: number[] = [];
  const texts: string[] = [];
  for (let i = head.below; i < end; i++) {
    // Captions stay where a picture stands between the headline and the names.
    if (i < begin && !paragraphs[i]!.isCaption) continue;
    const line = lines[i]!;
    if (isControl(line) || isOriginalTitle(line)) continue;
    if (isEdited(line) || (stamped && isStamp(line))) continue;
    // 相关阅读：…… between two paragraphs
    if (paragraphs[i]!.linked > line.length / 2 && isRelated(line)) continue;
    const text = withoutAppendix(line);
    if (!text) continue;
    kept.push(i);
    texts.push(text);
  }
  return { lines: texts, kept };
}
