import type { Span } from '../../schema.ts';
import type { SentenceOrders } from './sentenceOrders.ts';

/** Words for the cases that a notice has reported above: 上述问题. */
const LESSONS = /^\s*(?:上述|以上)[^，。；：]{0,8}(?:问题|案例|案件|事故|事件|行为|情况)/;

/** A line without a speaker must have at least this many orders to count. Fewer may occur in any report. */
const ENOUGH = 3;

/**
 * Whether a line before which nobody speaks gives orders of the document: all its sentences begin with 要, as in a
 * commentary or an untitled notice, or it draws lessons from the cases above it (上述问题…。各村要…。).
 */
export const ordersWithoutSpeaker = (text: string, orders: SentenceOrders, line: Span): boolean =>
  isOfOrders(text, orders, line) ||
  (LESSONS.test(text.slice(line.start, line.start + 24)) && orders.explicitIn(line) >= ENOUGH);

function isOfOrders(text: string, orders: SentenceOrders, line: Span): boolean {
  const head = text.slice(line.start, line.start + 4).trimStart();
  if (!head.startsWith('要')) return false;
  const sentences = orders.sentencesOf(line);
  return (
    sentences.length >= ENOUGH &&
    sentences.every((one) => text.startsWith('要', one.start) && orders.orderIn(one)?.explicit)
  );
}
