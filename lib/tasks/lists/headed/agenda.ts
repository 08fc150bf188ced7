import type { Span } from '../../schema.ts';
import { isToBody } from '../actors.ts';
import { hasExplicitOrder } from '../orders/orders.ts';
import { NUMBERED_LEVEL } from '../outline/levels.ts';
import { hasBareHeading, type Section, titleOf } from '../outline/section.ts';

/**
 * The text below an item of an agenda in minutes: 一、关于老旧小区改造工作, followed by 会议听取了…。会议要求，…. Only what the meeting
 * demands is an order.
 */
const AGENDA =
  /(?:^|。)\s*(?:会议(?:还|并)?(?:指出|强调|要求|议定|明确|确定|认为|听取|通报|同意|决定|原则|研究|传达|审议)|[\u4e00-\u9fff·]{2,8}(?:强调|要求)[，：]|[\u4e00-\u9fff·]{2,16}在[^，。：]{0,8}(?:讲话|会议?|总结|点评|部署)[中时上](?:强调|要求|指出)[，：])/;

/** The first words of an agenda item whose number is an Arabic numeral: 1.关于校车运营。会议认为，…. */
const ITEM_OF_AGENDA = /^\s*(?:关于|研究|审议|听取|传达|会议)/;

/** Whether a line of a section says what a meeting said or decided. */
export const tellsOfMeeting = (text: string, { lines }: Section): boolean =>
  lines.some(({ start, end }) => AGENDA.test(text.slice(start, Math.min(end, start + 200))));

/** Whether a section is an item of an agenda and the text below the item says what the meeting said or decided. */
export const isAgenda = (text: string, one: Section): boolean => {
  const { level, lines, children } = one;
  const isItem = level === 4 && ITEM_OF_AGENDA.test(text.slice(lines[0]!.start, lines[0]!.start + 4));
  return (level <= 3 || isItem) && children.length === 0 && tellsOfMeeting(text, one);
};

/** A line that announces what a meeting has decided: 会议研究了泵站修缮，现将议定事项纪要如下：. */
const MINUTES_BELOW =
  /^\s*(?:[^，。：]{0,16}，)?会议(?![^。]{0,80}(?:通报|获奖|表彰)如下)[^。]*现[就将]?(?:会议)?[^，。：]{0,6}(?:议定|确定|明确|决定|研究)[^，。：]{0,4}(?:事项|意见|内容)?[^，。：]{0,4}纪要如下：$/;

/** Whether a line says that a meeting has decided the items of the list below it. */
export const announcesMinutes = (line: string): boolean => MINUTES_BELOW.test(line.trimEnd());

/** The end of a line that announces the contents of a meeting: 例会由何苗主持，主要内容如下：. */
const CONTENTS_BELOW =
  /(?:会议?|例会|周会)(?:由|，)?[^。：]{0,40}(?:主持|召开|参加|举行)[^。：]{0,30}，(?:会议)?(?:现[就将])?(?:会议)?(?:主要|具体)?(?:内容|精神|事项)(?:纪要)?如下：$|^\s*(?:本次|此次)?会议(?:主要)?(?:内容|精神)(?:纪要)?如下：$/;

/** Whether a line announces the contents of a meeting, whose items may be orders or reports. */
export const announcesContents = (line: string): boolean => CONTENTS_BELOW.test(line.trimEnd());

/** The first words of an item that tells what the meeting did: 总结上周工作. */
const DONE_THERE = /^\s*(?:总结|回顾|通报|学习|传达|听取|研究|讨论|审议|布置|部署|宣读|交流)/;

/** Whether an item of a meeting's contents only tells what the meeting did, and demands nothing. */
export const isDoneThere = (text: string, span: Span): boolean =>
  DONE_THERE.test(text.slice(span.start, span.start + 6)) &&
  !hasExplicitOrder(text, span) &&
  !isToBody(text, span);

/** Whether a section is a numbered item of one line (1.清理河道。) and no item of an agenda. */
const isPlainItem = (text: string, one: Section): boolean =>
  one.level === NUMBERED_LEVEL && one.lines.length === 1 && one.children.length === 0 && !isAgenda(text, one);

/**
 * Whether most of these sections are numbered items of one line that are no items of an agenda. The others among them
 * (3.关于支农。会议要求，…) then count as items of the same list, although they look like an agenda.
 */
export const areMostlyPlain = (text: string, sections: Section[]): boolean =>
  sections.filter((one) => isPlainItem(text, one)).length * 2 > sections.length;

/** Finds the topic of an agenda item: its heading, if the heading fills a line. Returns null for other items. */
export const topicOf = (text: string, one: Section): string | null =>
  one.lines.length > 1 && hasBareHeading(text, one) ? titleOf(text, one) : null;

/** The topic of an agenda item as the first sentence of the item: 关于施工便道。, 校车租赁问题：. */
const TOPIC_SENTENCE =
  /^\s*(?:(?:关于|研究)[^，。；：]{2,40}|[^，。；：要由将把]{2,30}(?:问题|工作|事项|事宜))[。：]\s*(?=[^\s])/;

/**
 * Finds the topic of an item that says what a meeting has decided, and the lines below the topic. The topic fills a
 * line, or is the first sentence of the item. Returns null for items without a topic.
 */
export function decidedTopicOf(text: string, one: Section): { topic: string; lines: Span[] } | null {
  const [first, ...lines] = one.lines as [Span, ...Span[]];
  if (topicOf(text, one) !== null) return { topic: titleOf(text, one), lines };
  const topic = TOPIC_SENTENCE.exec(text.slice(first.start, Math.min(first.end, first.start + 60)))?.[0];
  if (topic === undefined) return null;
  return {
    topic: titleOf(text, one),
    lines: [{ start: first.start + topic.length, end: first.end }, ...lines],
  };
}
