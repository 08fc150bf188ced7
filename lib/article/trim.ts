import type { Paragraph } from './content.ts';
import { datesIn, firstDate, isDateOnly } from './date.ts';
import { isMetadataLine, labelledValues } from './labels.ts';
import { EDGE, squeeze } from './lines.ts';
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
  isTail,
  withoutAppendix,
} from './marks.ts';

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

/** How many of the first lines, at most, may repeat headline and metadata. */
const HEAD = 14;

/** The index of the first line of the article itself. */
function beginOf(lines: string[], title: string): number {
  // The headline itself, wherever it stands above the first sentence: what is above it is none of the article's.
  const sentence = lines.findIndex(isProse);
  const above = sentence < 0 ? lines : lines.slice(0, sentence);
  let begin = title.length < 4 ? 0 : above.findIndex((line) => squeeze(line) === title) + 1;
  for (let i = begin; i < Math.min(lines.length, begin + HEAD); i++) {
    const line = lines[i]!;
    const folded = squeeze(line);
    const head =
      (title.length >= 4 &&
        // 新华社青山3月22日电 题：…… is the body's.
        (folded === title ||
          (folded.length <= title.length + 24 && folded.includes(title) && !/[电電]题[:：]/.test(folded)))) ||
      (isMetadataLine({ text: line }) && !isLongProse(line)) ||
      isDateOnly(line) ||
      // 青山日报 2023-02-02 10:30
      (line.length <= 40 && datesIn(line)[0]?.hasTime) ||
      isBreadcrumb(line) ||
      isReporters(line) ||
      isControl(line) ||
      isNumbers(line) ||
      /^(正文|新闻正文|正文内容)$/.test(folded);
    if (head) begin = i + 1;
    else if (isProse(line) || /[电電]题[:：]/.test(folded)) break;
  }
  // A page whose every line looks like a head has none: a short notice with its date.
  return begin >= lines.length ? 0 : begin;
}

/** The index after the last line of the article itself. */
function endOf(lines: string[], begin: number): number {
  let end = lines.length;
  const length = (from: number, to: number) =>
    lines.slice(from, to).reduce((sum, line) => sum + line.length, 0);
  for (let i = begin + 1; i < end; i++) {
    const line = lines[i]!;
    if (!isTail(line) && !isEdited(line)) continue;
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
  let begin = beginOf(lines, squeeze(headline));
  while (begin < lines.length - 1 && isLead(lines[begin]!, leads, whole)) begin++;
  const end = withoutLinks(paragraphs, begin, endOf(lines, begin));
  const kept: number[] = [];
  const texts: string[] = [];
  for (let i = begin; i < end; i++) {
    const line = lines[i]!;
    if (isControl(line) || isOriginalTitle(line)) continue;
    // 相关阅读：…… between two paragraphs
    if (isEdited(line) || (paragraphs[i]!.linked > line.length / 2 && isRelated(line))) continue;
    const text = withoutAppendix(line);
    if (!text) continue;
    kept.push(i);
    texts.push(text);
  }
  return { lines: texts, kept };
}
