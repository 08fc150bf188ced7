import { GOAL_HEADINGS, NO_TASK_HEADINGS, TASK_HEADINGS } from '../../lexicon/headings.ts';
import { sentencesOf } from '../../paragraphs.ts';
import { anyOf } from '../../rules.ts';
import type { Span } from '../../schema.ts';
import { endsWithBody, isLedByBody, isToBody } from '../actors.ts';
import { assignsByLabel } from '../bodyLabels.ts';
import { opensWithVerb } from '../orders/openings.ts';
import { hasExplicitOrder, orderIn } from '../orders/orders.ts';
import { hasBareHeading, headingOf, type Section } from '../outline/section.ts';
import { topicOf } from './agenda.ts';
import { isBranch } from './branches.ts';

/** How many UTF-16 units of an item are searched for an order. */
const ENOUGH = 1500;

/** A heading that begins with a verb, as an order does, but names a part of a plan: 实施步骤. */
const PART_OF_PLAN = /^(?:实施|组织|推进|整治|活动|落实)(?:步骤|阶段|进度|时间)/;

/** Whether a heading itself gives an order: 加强组织领导. */
export const ordersInHeading = (heading: string): boolean =>
  opensWithVerb(heading) && !PART_OF_PLAN.test(heading);

/** Keeps the result of `isOrder` for each section, because it is needed again for the sections around it. */
const judged = new WeakMap<Section, boolean>();

/** Whether an item orders something, in its heading or in a sentence of its text. */
export function isOrder(text: string, section: Section): boolean {
  let found = judged.get(section);
  if (found === undefined) {
    found = givesOrder(text, section);
    judged.set(section, found);
  }
  return found;
}

function givesOrder(text: string, section: Section): boolean {
  if (ordersInHeading(headingOf(text, section))) return true;
  const first = section.lines[0]!;
  // An item that ends with （责任单位：…） (responsible unit) is an order, whatever its words.
  if (endsWithBody(text, first)) return true;
  // An item that begins with a public body and its action is an order: 市自然资源局牵头核定口径 (the bureau of natural resources
  // leads in setting the standard).
  if (isLedByBody(text, first) || isToBody(text, first) || assignsByLabel(text, first)) return true;
  return section.lines.some(({ start, end }) =>
    sentencesOf(text, { start, end: Math.min(end, start + ENOUGH) }).some((one) => orderIn(text, one)),
  );
}

/** Whether a heading such as 活动内容 or 检查重点 has items of which at least two thirds order something. */
export const isAboutOrders = (text: string, { children }: Section, heading: string): boolean =>
  /(?:内容|重点)$/.test(heading) &&
  children.length >= 2 &&
  children.filter((child) => opensWithVerb(headingOf(text, child)) || isOrder(text, child)).length * 3 >=
    children.length * 2;

/**
 * Whether a heading such as 时间安排 has items that each begin with a public body and what it must do: 各站于3月1日前完成自查.
 */
export const isScheduleOfBodies = (text: string, { children }: Section, heading: string): boolean =>
  /(?:时间|进度)(?:安排|步骤)$/.test(heading) &&
  children.length >= 2 &&
  children.every((child) => isToBody(text, child.lines[0]!));

/** The least number of items below several headings that `areOrdersBelow` judges together. */
const ENOUGH_ITEMS = 8;
/** The share of these items that must be recognised as orders, so that all of them count as orders. */
const MOST = 0.8;

/**
 * Whether nearly all items under several headings are recognised as orders. The few others then count as orders too,
 * because our lists of verbs are never complete.
 */
export function areOrdersBelow(text: string, sections: Section[]): boolean {
  const items = sections
    .filter(
      (one) =>
        isBranch(one) &&
        !anyOf(NO_TASK_HEADINGS, headingOf(text, one)) &&
        !anyOf(GOAL_HEADINGS, headingOf(text, one)),
    )
    .flatMap(({ children }) => children);
  if (items.length < ENOUGH_ITEMS || items.some(isBranch)) return false;
  return items.filter((one) => isOrder(text, one)).length / items.length >= MOST;
}

/**
 * Whether a section has a title for orders (二、有关要求) on a line of its own, and each of the paragraphs below it gives an
 * order.
 */
export const isTitleOfOrders = (text: string, one: Section): boolean =>
  one.lines.length > 2 &&
  topicOf(text, one) !== null &&
  !opensWithVerb(headingOf(text, one)) &&
  anyOf(TASK_HEADINGS, headingOf(text, one)) &&
  one.lines.slice(1).every((line) => {
    const first = sentencesOf(text, line)[0]!;
    return orderIn(text, first) !== null || isLedByBody(text, first);
  });

/** Words before an order that only say when it applies: 春节期间（2月9日至16日），. */
const ONLY_WHEN = /^[^，。；：要]{2,28}(?:期间|[内前后起时])(?:（[^（）]{2,40}）)?，$/;

/**
 * Whether a section has no heading, and its first sentence orders something from its first word on, or after a time:
 * 三、请各部门填写表格。
 */
export function opensWithOrder(text: string, one: Section): boolean {
  const [first] = one.lines;
  if (hasBareHeading(text, one)) return false;
  const sentence = sentencesOf(text, first!)[0]!;
  const order = orderIn(text, sentence);
  if (!order?.explicit) return false;
  const before = text.slice(sentence.start, order.start).trim();
  return before === '' || ONLY_WHEN.test(before);
}

/**
 * Cuts a paragraph of orders before each sentence that gives an order of its own. A sentence without an order belongs to
 * the one before it.
 */
export function orderSentencesOf(text: string, line: Span): Span[] {
  const found: Span[] = [];
  for (const sentence of sentencesOf(text, line)) {
    const { start, end } = sentence;
    const last = found.at(-1);
    const order = last && orderIn(text, sentence);
    if (!last || isLedByBody(text, sentence)) found.push({ start, end });
    else if (order) found.push({ start: order.start, end });
    else last.end = end;
  }
  return found;
}

/** A heading about how matters stand: 认清形势，增强紧迫感. */
const ON_SITUATION =
  /^(?:认清|看清|正视|统一|提高|深化|充分|深刻|高度)[^，。；：]{0,6}(?:形势|认识|思想|站位|意义|重要性|差距|不足)/;

/** Whether a section only tells how matters stand: its heading says so, and its text has no 要 or the like. */
export const isOnSituation = (text: string, one: Section, heading: string): boolean =>
  ON_SITUATION.test(heading) &&
  one.lines.length > 1 &&
  !one.lines.some(({ start, end }) => hasExplicitOrder(text, { start, end: Math.min(end, start + ENOUGH) }));

/** An item that says since when a document is in force: 本通告自发布之日起施行. Group 1 is the end of the item. */
const IN_FORCE =
  /^\s*本[\u4e00-\u9fff]{1,4}自[^，。；]{2,20}(?:施行|执行|实施|生效)([^。]{0,24}[。；]?\s*$)?/;
/** An item that only names a period: 汛期：5月1日至9月30日. */
const PERIOD_ONLY =
  /^\s*[^，。；：]{2,12}(?:期|期限|时间|时段)：[^，。；：]{0,8}\d[^，。；：]{2,32}[。；]?\s*$/;

/** An item that says in its first sentence which days a period has: 停水时段为3月1日至5日。其间，夜里供水. */
const PERIOD_IS =
  /^\s*[^，。；：要应须]{2,16}(?:时[间段]|期限|日期)[为是]\s?\d[^，。；：]{4,32}[至到—～~-][^，。；：]{1,24}[，。；]?/;

/** The name of a period on a line of its own, with the days on the next line: 填报时间：. */
const PERIOD_NAME = /^\s*[^，。；：]{2,24}(?:期|期限|时间|时段)：\s*$/;

/** An item that says how long an approval is valid: 本批复有效期两年. */
const VALID = /^\s*(?:本|该)(?:批[复文准]|许可|核准|意见|函|通知)[\u4e00-\u9fff]{0,4}有效期/;
/** An item that states a fact of a project or an area, under its name: 建设规模：, 禁牧区域为：, 招标方式为公开招标. */
const FACT =
  /^\s*(?:项目|工程|本)?(?:(?:建设|实施|施工|总|投资|资金|概算|禁[\u4e00-\u9fff]|封[\u4e00-\u9fff]{1,3}|招标|组织)?(?:单位|法人|业主|名称|代码|地[点址]|位置|规模|内容|性质|总?投资|估算|概算|来源|工期|方式|形式|区域|范围|期限)[及和与、]?){1,3}(?:：|[为是](?!本|切实|加强))/;

/**
 * Whether an item is only a term, which orders nothing. It says since when the document is in force or how long it is
 * valid, or it states a period or a fact.
 */
export const isTerm = (text: string, { lines: [line, ...more] }: Section): boolean => {
  const words = text.slice(line!.start, Math.min(line!.end, line!.start + 64));
  const term = IN_FORCE.exec(words);
  if (term) return term[1] !== undefined || !hasExplicitOrder(text, line!);
  // The period can stand on a line below its name: 填报时间：, and then the days.
  if (more.length === 1 && PERIOD_NAME.test(words)) {
    const { start, end } = more[0]!;
    return /^[^，。；：]{0,4}\d[\d年月日时—～~:：至-]*[。；]?\s*$/.test(
      text.slice(start, Math.min(end, start + 64)).trim(),
    );
  }
  if (more.length > 0) return false;
  return (
    PERIOD_ONLY.test(words) ||
    VALID.test(words) ||
    ((FACT.test(words) || PERIOD_IS.test(words)) && !hasExplicitOrder(text, line!))
  );
};

/** Whether an item only states consent, which is no order: 一、原则同意设立开发区. */
export const isConsent = (text: string, { lines: [line, ...more] }: Section): boolean =>
  more.length === 0 &&
  /^\s*(?:为[^，。；：]{2,32}，)?(?:经研究，)?(?:原则上?)?同意/.test(
    text.slice(line!.start, line!.start + 48),
  ) &&
  !hasExplicitOrder(text, line!);
