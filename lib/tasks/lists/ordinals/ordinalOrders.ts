import { LEADS_OF_NO_ORDERS } from '../../lexicon/notOrders/leads.ts';
import { isExplanation, isSituation, isWish } from '../../lexicon/notOrders/statements.ts';
import type { Strength } from '../../lexicon/speech.ts';
import { anyOf } from '../../rules.ts';
import type { Span } from '../../schema.ts';
import { isToBody } from '../actors.ts';
import { opensWithVerb } from '../orders/openings.ts';
import { HAS_DONE, hasExplicitOrder } from '../orders/orders.ts';
import type { Marker } from './markers.ts';

/** How many UTF-16 units of an item are read to judge whether it is an order. */
const ENOUGH = 300;

/** Ends of a sentence that introduce orders: …提出三点要求：, 现通知如下：. */
const ENDS_WITH_DEMAND =
  /(?:要求|强调|[点条]意见)[^，。]{0,8}$|提(?:出)?了?[一二三四五六七八九十几]+[条点个项][^，。：]{0,6}(?:要求|意见)[：。]?$|提(?:出)?了?[一二三四五六七八九十几]+[条点][：。]?$|(?:任务|工作|责任|整改)清单[：。]?$|(?:[做抓]好[以如]下[^，。：]{0,8}|做到)：$|议定[^，。：]{0,6}[：。]?$|(?:作|做|进行)(?:了|出)?[^，。]{0,6}(?:部署|安排|布置)[：。]?$|(?:通知|意见|要求|部署|安排|任务|事项|函商|函告|函复|批复|答复|倡议|通告|提醒|告诫|警示|命令|[禁指]?令|明确|决定)如下|如下(?:意见|要求|安排|任务|事项|决定)|(?<!代表[^，。：]{0,16})[发提]出[如以]下[^，。：]{0,6}倡议：$|(?:^|[，。此])(?:我们|[特现])特?(?:向[^，。：]{2,16})?倡议：$|(?:提出|按照?|落实|执行|[做抓]好|完成)[^，。：]{0,4}(?:[以如]下|下列)[^，。：]{0,8}(?:要求|工作|事项|步骤|措施|安排|任务|分工)[^，。：]{0,12}：$|防[御范](?:指南|措施|提示)：$|我[^，。：]{0,6}[讲谈提说][^，。：]?[几一两三四五六七八九][点条个][^，。：]{0,6}(?:，[^，。：]{2,10})?[。：]$|(?:讲|说|定|办|交代|布置)[几一两三四五六][件条点](?:事|规矩)?[：。]$/;

/** An order with 要 in the sentence itself: 要抓好三件事：. */
const DEMANDS = /(?:^|[，；])[^，；]{0,20}?(?<![需重主])要(?!求|清醒|看到|正视|认识到|承认|注意到)/;

/** Whether the sentence before a list demands something, so that the items are orders. */
export const leadsToOrders = (lead: string): boolean => ENDS_WITH_DEMAND.test(lead) || DEMANDS.test(lead);

/**
 * Whether the sentence before a list announces results, reasons, decisions or contents of a law, so that the items are
 * no orders.
 */
export const leadsToNoOrders = (lead: string): boolean =>
  (!leadsToOrders(lead) && anyOf(LEADS_OF_NO_ORDERS, lead)) || GIVES_REASONS.test(lead);

/**
 * A sentence that announces reasons (之所以要开到一线，主要有三点考虑：), or confirms that a proposal has arrived (您的建议收悉). The list
 * after it gives no orders.
 */
const GIVES_REASONS =
  /(?:^|，)(主要)?有[^，。；：]{1,4}(?:点|个|条|方面)(方面)?(?:考虑|原因|理由|差距|特点)[：，。]?\s*$|(?:建议|提案)[^，。：]{0,4}收悉/;

/**
 * What precedes an ordinal list. `lead` is the sentence before the list. `strength` says whether words after the last
 * verb of speech are orders; null where nobody speaks. `isBound` says whether somebody speaks or a heading stands
 * above the list.
 */
export type Before = { lead: string; strength: Strength | null; isBound: boolean };

/** The end of a sentence that announces how much advice follows: 提出三点建议：. The items are orders where each demands something. */
const COUNTED_ADVICE = /[点条个项][^，。：]{0,4}建议[：，。]?\s*$/;

/** An item that tells how a person greets others, in its first sentence. */
const GREETS = /^[^。要]{2,80}表示[^，。；：]{0,8}(?:欢迎|感谢|谢意|祝贺|慰问|问候|敬意)/;

/**
 * Whether all items demand something: most of them with 要, and each of the others with the verb of an order at its
 * beginning.
 */
const areDemands = (text: string, items: Span[], demands: boolean[]): boolean =>
  demands.filter(Boolean).length * 3 >= items.length * 2 &&
  items.every(({ start, end }, i) => demands[i] || opensWithVerb(text.slice(start, end).trim()));

/** An item in which the speaker only announces the next topic: 讲问题。 */
const TURNS = /^\s*(?:先|再|接着|我想|主要)?[讲谈说](?!好|清|透|究|求|明)[^，。；]{1,8}[。；]/;

/** The first sentence of an item, which may be its heading. */
const HEADING_SENTENCE = /^[^。]{4,40}(?=。)/;

/**
 * Returns the words that show whether an item reports something: its first sentence if that is an order (教育引导党员守住初心。),
 * otherwise the whole item.
 */
const ownWords = (item: string): string => {
  const heading = HEADING_SENTENCE.exec(item)?.[0];
  return heading && opensWithVerb(heading) ? heading : item;
};

/** An item that says of whom something is demanded: 要求全站职工要学会急救. */
const DEMANDED_OF =
  /^(?:要求|责成)[^，。；：的]{2,16}(?:(?<![需重主])要(?![求点素])|必须|务必|切实|认真|抓紧)/;

/** An item addressed to all holders of an office, up to its verb: 各站站长以换班为契机， before 认真清点物资. */
const TO_OFFICERS =
  /^各[^，。；：的]{1,10}(?:负责人|负责同志|领导|[站所校院村队组厂]长|书记|主任)(?:[^，。；：]{2,20}，)?/;

/** Whether an item orders persons, and no public body, to act. */
function isToPersons(item: string): boolean {
  const officers = TO_OFFICERS.exec(item)?.[0];
  return DEMANDED_OF.test(item) || (officers !== undefined && opensWithVerb(item.slice(officers.length)));
}

/**
 * Whether the items of an ordinal list are orders. The sentence before, the speaker and the items' own words decide.
 */
export function areOrders(text: string, markers: Marker[], items: Span[], before: Before): boolean {
  const { lead, strength } = before;
  if (strength === 'wish') return false;
  // In 李平指出，此事意义重大。首先，要… (Li Ping pointed out that this matters. First, …) and 他说，山塘漏水成了问题。第一，… (he said that ponds
  // leak. First, …) the sentence before the list only says why the matter is important. But each item demands
  // something.
  const mayDemand =
    (strength === 'order' || strength === 'tell') &&
    !lead.trimEnd().endsWith('：') &&
    !GIVES_REASONS.test(lead);
  // An item with the marker 一要 is an order, whatever its words.
  const isOutright = ({ words: { start, end } }: Marker) => text.slice(start, end).endsWith('要');
  const explicit = items.map((item) => hasExplicitOrder(text, item));
  const demands = (isExplicit: boolean, i: number) => isExplicit || isOutright(markers[i]!);
  const advises = strength === 'hope' || (COUNTED_ADVICE.test(lead) && strength === 'order');
  const isAdvice = advises && explicit.every(demands);
  const isDemanded = isAdvice || (mayDemand && areDemands(text, items, explicit.map(demands)));
  if (leadsToNoOrders(lead) && !isDemanded) return false;
  // A hope is an order only where every item has 要 (must), in its words or its marker: 县长希望，一是要… (the county head
  // hopes, first, must …).
  if (strength === 'hope' && !explicit.every(demands)) return false;
  // In 首先，何苗表示热烈欢迎。其次，她提出要求 (first, He Miao gave a welcome. Next, she made demands) the items tell what a person
  // does.
  if (items.some(({ start, end }) => GREETS.test(text.slice(start, Math.min(end, start + ENOUGH)))))
    return false;
  // In 第一个方面，讲问题。 (First, the problems.) the items are the outline of a speech, whose orders stand inside its parts.
  if (items.filter(({ start }) => TURNS.test(text.slice(start, start + 16))).length * 2 >= items.length)
    return false;
  const words = items.map(({ start, end }) => text.slice(start, Math.min(end, start + ENOUGH)).trim());
  const share = (test: (words: string, i: number) => boolean) => words.filter(test).length / words.length;
  const own = words.map(ownWords);
  if (share((_, i) => isSituation(own[i]!)) > 0.5) return false;
  // 一是希望加快到账，二是希望减少报送 (first, we hope for faster payment, second, for fewer reports) asks for something and orders
  // nothing.
  if (share((item, i) => isWish(item) && !explicit[i]) > 0.5) return false;
  const bound = before.isBound || leadsToOrders(lead);
  // Where nobody speaks, a list in which something has been done reports measures: 一是值班到位；二是站长检修了水泵 (first, duty is
  // kept; second, the head repaired the pump).
  const done = own.filter((item, i) => HAS_DONE.test(item) && !explicit[i]).length;
  if (strength === null && done > (leadsToOrders(lead) ? 1 : 0)) return false;
  const orders = share(
    (item, i) => opensWithVerb(item) || explicit[i] || isToBody(text, items[i]!) || isToPersons(item),
  );
  if (markers.filter(isOutright).length * 2 >= items.length) return bound || orders > 0.5;
  // A list in a paragraph of its own whose items all begin with 要 (must) also gives orders: 一是要清淤；二是要巡堤；三是要备泵. After
  // a question, such as 泵站如何转型？ (how can stations change?), the list gives advice.
  const isAlone = markers[0]!.opensLine && !/[？?]\s*$/.test(lead);
  if (isAlone && items.length > 2 && words.every((item) => /^要(?![求点])/.test(item))) return true;
  if (share((_, i) => isExplanation(own[i]!) && !explicit[i]) > 0.5) return false;
  if (strength === 'order') return true;
  // A promise gives no orders, unless its words contain 要 (must) or most items tell a public body to act: 他表示，将…：一是…
  // (he said that he would …: first, …).
  if (
    strength === 'tell' &&
    !leadsToOrders(lead) &&
    !explicit.some(Boolean) &&
    share((_, i) => isToBody(text, items[i]!)) < 0.7
  )
    return false;
  return bound && orders >= 0.5;
}
