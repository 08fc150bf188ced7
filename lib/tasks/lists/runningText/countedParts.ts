import { NUMERAL, numeral } from '../../../chinese/numerals.ts';
import { partsOf } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import type { SentenceOrders } from './sentenceOrders.ts';

/** A number of things before a colon: 做到“四个到位”：, 紧盯四张清单：, 做到“三到位”：. Group 1 is the numeral. */
const COUNTING = new RegExp(
  `^[^：]{0,80}?(${NUMERAL})(?:[个张项场条大件本份道][^，。；：]{1,10}|[\\u4e00-\\u9fff]{2,4}”)：`,
);

/**
 * Finds the parts of an order that announces a number of things before a colon, and has as many parts after it:
 * 要紧盯“四张清单”：一张是用地清单，…；一张是资金清单，…. Returns null where the sentence is no such order.
 */
export function countedPartsOf(text: string, orders: SentenceOrders, said: Span): Span[] | null {
  const words = text.slice(said.start, said.end);
  const lead = words.includes('：') ? COUNTING.exec(words) : null;
  if (!lead) return null;
  const colon = said.start + lead[0].length;
  if (!orders.orderIn({ start: said.start, end: colon })) return null;
  const parts = partsOf(text, { start: colon, end: said.end });
  return parts.length >= 2 && parts.length === numeral(lead[1]!) ? parts : null;
}
