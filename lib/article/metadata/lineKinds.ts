import { firstDate, isDateOnly } from '../../chinese/dates.ts';
import { isDocumentNumber } from '../../chinese/documentNumbers.ts';
import { inUnits } from '../../chinese/patterns.ts';
import { isBreadcrumb, isControl, isLongProse, isProse, isReporters } from '../../chinese/phrases.ts';
import { EDGE, squeeze } from '../page/lines.ts';
import { RuledText } from './line.ts';

/**
 * A line of numbers and signs only: a count of views above the article's text, or page numbers below it. Within the
 * text, a number alone may be a heading.
 */
const NUMBERS = /^[\s\d|>»›<«·.,/【】[\]()（）+-]{1,40}$/;

/**
 * Whether a line says where the text comes from, who made it or what it is about, by any label of labelTable.ts: 转自：……
 * (reposted from), 文字编辑：…… (text editor), 主题词：…… (subject).
 */
export const isCredits = (line: RuledText): boolean =>
  line.text.length <= 80 &&
  line.isMetadata &&
  line.labelled.values.some(({ field }) => /^(source|editors|contributor|views|keywords)$/.test(field));

export const isNumbers = ({ text }: RuledText): boolean => NUMBERS.test(text) && !firstDate(text);
/** Whether a line names the original headline: 原标题：…… (original headline) */
export const isOriginalTitle = ({ text }: RuledText): boolean =>
  text.length <= 160 &&
  /原[标標题題]/.test(text) &&
  new RuledText(text.replaceAll(EDGE, ' ')).labelled.values[0]?.field === 'originalTitle';
/**
 * Whether a line is from the list of an article's pages, which PHPCMS prints above each page: 本文导航 (pages of this
 * article) · 第2页：三个村的三种管法 (page 2: …).
 */
const isPageName = ({ text }: RuledText): boolean =>
  text.length <= 60 && /^(本文导航|文章导航|第\s*\d{1,2}\s*[页頁]([:：]|$))/.test(text);
/** Whether a line is one of the tabs below a video: 视频简介 (about the video) · 选集 (episodes) · 精彩看点 (highlights). */
const isTab = (line: string): boolean =>
  /^(正文|新闻正文|正文内容|(视频|节目)?简介|选集|精彩看点)$/.test(line);
/** Whether a line consists of days and their labels: 2024年5月21日 更新时间 (updated) 2024年5月22日. */
function isDates(line: RuledText): boolean {
  const dates = line.text.length <= 60 ? line.dates : [];
  const words = dates.reduceRight(
    (rest, { index, length }) => rest.slice(0, index) + rest.slice(index + length),
    line.text,
  );
  return (
    dates.length > 0 &&
    /^[\s/|:：·]*((最[后後])?(发布|發布|發佈|更新|修改|修訂)(时间|時間|日期|于|於)?[\s/|:：·]*)*$/.test(words)
  );
}

/**
 * Whether a line is only a date with a time. In the transcript of an interview, such a line gives the time of each
 * speech: 2021-10-14 15:01:12.
 */
export const isStamp = (line: RuledText): boolean => isDateOnly(line.text) && line.dates[0]!.hasTime;

/**
 * Whether a line names the place of an event: 地点：……. A time in the line above is then the time of the event, not the
 * article's.
 */
export const isPlaceOfEvent = (text: string): boolean => /^地[ \u3000]?[点點][:：\t]/.test(text);

/**
 * Whether a line has nothing but labelled values and dates, such as people with their roles: 记者：某某 编辑：某某 (reporter: …,
 * editor: …)
 */
export const isNamesOnly = (line: RuledText): boolean => line.isMetadata && !isLongProse(line.text);

/**
 * A date after a label that is not in our table: 开标时间：2023-02-02 10:30 (opening of bids). Such a line belongs to the
 * article's text and is no metadata.
 */
const DAY_OF_TEXT = inUnits(/^[\p{Script=Han}（）()]{2,12}[:：]\s?(?:19|20)\d\d/u);
/** A line of medium, date and font-size buttons, without blanks between them: 青山日报2023-02-02A-A+. */
const DATED_CONTROLS = /^\S{2,20}(?:A[-+]|[大中小]){2}$/;
/**
 * Whether a short line has a date and time, or a date and font-size buttons. Such a line mostly has the name of a
 * medium: 青山日报 2023-02-02 10:30 (Qingshan Daily)
 */
const isDatedName = ({ text, dates }: RuledText): boolean =>
  (dates[0]?.hasTime && !DAY_OF_TEXT.test(text)) ||
  (dates.length > 0 && DATED_CONTROLS.test(text)) ||
  /(?<!\d)\d{1,2}-\d{1,2} \d{1,2}:\d{2}$/.test(text);

/** Whether a line begins with a date and time and has labels, but no sentence: 2023-02-02 10:30 · 青山日报 · 责任编辑：何苗 */
const isDatedLabels = ({ text, dates, labels }: RuledText): boolean =>
  text.length <= 120 &&
  dates[0]?.index === 0 &&
  dates[0].hasTime &&
  labels.length > 0 &&
  !text.includes('。');

/** An index number (政府信息公开目录): the code of an office, the year, and a running number: 01404053X/2023-00861. */
const INDEX_NUMBER = /^[\dA-Z]{8,}[\dA-Z-]*\/\d{4}-\d+$/;
/**
 * Whether a line is a row of values from a document's header, one of which is the number of the document: 青政发〔2024〕12号
 * | 2024-06-19 | 点击数： (clicks)
 */
function isNumbered({ text }: RuledText): boolean {
  if (text.length > 120 || !/[|｜\t]/.test(text)) return false;
  const isNumber = text.includes('\t') ? (part: string) => INDEX_NUMBER.test(part) : isDocumentNumber;
  return text.split(/[|｜\t]/).some((part) => isNumber(squeeze(part)));
}

/** Whether a line is the headline again, with at most a few more words. */
function repeatsTitle({ text }: RuledText, title: string): boolean {
  if (title.length < 4) return false;
  const folded = squeeze(text);
  if (folded === title) return true;
  // A sentence that contains the headline belongs to the article's text: 新华社青山3月22日电 题：…… (Xinhua, Qingshan, headline:
  // …), 11月15日，（headline），…….
  const isSentence = /[电電]题[:：]/.test(folded) || (isProse(text) && /。$/.test(text));
  return folded.length <= title.length + 24 && folded.includes(title) && !isSentence;
}

/**
 * Whether a line is of a kind that pages print between the headline and the first paragraph. `title` is the headline
 * after `squeeze`.
 */
export const isHeadLine = (line: RuledText, title: string): boolean =>
  repeatsTitle(line, title) ||
  isNamesOnly(line) ||
  isDateOnly(line.text) ||
  isDates(line) ||
  isPageName(line) ||
  (line.text.length <= 40 && isDatedName(line)) ||
  isDatedLabels(line) ||
  isBreadcrumb(line.text) ||
  isReporters(line.text) ||
  isControl(line.text) ||
  isNumbers(line) ||
  isNumbered(line) ||
  isTab(squeeze(line.text));

/** Whether a line names the web editor. The article ends above such a line. */
export const isEditorLine = (line: RuledText): boolean =>
  line.text.length < 80 && line.labelled.values.some(({ field }) => field === 'editors');
