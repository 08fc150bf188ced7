import { isReport } from '../../lexicon/notOrders/reports.ts';
import { isSituation } from '../../lexicon/notOrders/statements.ts';
import type { Span } from '../../schema.ts';
import { isLedByBody, isToBody } from '../actors.ts';
import { opensWithVerb } from '../orders/openings.ts';
import type { Order } from '../orders/orders.ts';
import type { SentenceOrders } from './sentenceOrders.ts';
import { DONE_BY } from './whoDoes.ts';

/**
 * Characters that show that something was done: 了, and 过 before a numeral or a stop. In 重过载 (overload) and 通过 (pass),
 * 过 is only a part of a word.
 */
const HAS_HAPPENED = /了(?!解)|过(?=[一两三几\d，。；])/;

/** Anybody with an adverb that shows an order to them, such as 逐户 (house by house): 村“两委”逐户上门, 渔政船轮流出海. */
const IN_MANNER =
  /^[^，。；：要了]{2,10}(?:逐[户村家项栋台件个]|轮流|轮班|全员|24小时(?!内)|昼夜|双人双岗|不间断)[\u4e00-\u9fff]{2}/;

/** A demand that the sentence only reports: 县政府上任之初就提出要修好渠道. */
const REPORTS_DEMAND = /(?:提出|要求|强调|认为)要(?!求)/;

/** A warning of what must not happen: 别等人崴了脚. The 了 in a warning does not mean that something has been done. */
const WARNINGS = /(?:^|，)(?:别|不要|免得|以免)[^，。；]*/g;

/** A sentence without a subject that begins with an adverb of manner and a verb that our tables lack: 充分挖潜、备足物资，…. */
const HOW_FIRST =
  /^(?:充分|积极|主动|切实|全力|大力|扎实|认真|严格|及时|尽快|抓紧|广泛|合理|科学)(?![的性地])[\u4e00-\u9fff]{2}[、，]/;

/**
 * Finds the order of a sentence that begins with an adverb of manner, if its last part begins with the verb of an
 * order: 充分挖潜、备足物资.
 */
export function orderInManner(text: string, sentence: Span): Order | null {
  const words = text.slice(sentence.start, sentence.end).trim();
  if (!HOW_FIRST.test(words) || isSituation(words) || HAS_HAPPENED.test(words)) return null;
  const next = /[、，](?=[^、，]*$)/.exec(words);
  if (!next || !opensWithVerb(words.slice(next.index + 1))) return null;
  return { ...asOrder(text, sentence), explicit: false };
}

/** Makes an order of a whole part of a sentence. The order begins at the first word of the part. */
const asOrder = (text: string, { start, end }: Span): Order => ({
  start: start + (text.slice(start, end).length - text.slice(start, end).trimStart().length),
  explicit: true,
});

/**
 * Returns the order in a part of a sentence, where all parts of the sentence are orders. Where the part has no words of
 * an order, or orders a public body to act, the order begins at the first word of the part.
 */
export function orderOfPart(text: string, orders: SentenceOrders, part: Span): Order {
  const order = orders.orderIn(part);
  return order && !isToBody(text, part) ? order : asOrder(text, part);
}

/**
 * Lets an order begin with the public body that acts before its 不得 (must not): 镇社保所逐户核对，不得漏一人 (the town's social
 * office checks every house and must miss nobody).
 */
export function fromBody(text: string, orders: SentenceOrders, part: Span, order: Order): Order {
  return orders.isWhole(part, order) || !isToBody(text, part) ? order : asOrder(text, part);
}

/**
 * Makes an order of a sentence that says which public body does what: 县建筑质安站每周至少巡查一次, 用工问题由县人社局负责. Used only after a
 * demand, because elsewhere such a sentence is a report.
 */
export function orderOfBody(text: string, sentence: Span): Order | null {
  const words = text.slice(sentence.start, sentence.end).trim();
  if (isSituation(words) || isReport(words) || REPORTS_DEMAND.test(words)) return null;
  if (HAS_HAPPENED.test(words.replace(WARNINGS, ''))) return null;
  return isLedByBody(text, sentence) || DONE_BY.test(words) || IN_MANNER.test(words)
    ? asOrder(text, sentence)
    : null;
}
