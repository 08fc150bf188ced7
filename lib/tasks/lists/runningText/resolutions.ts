import { behindColon, partsOf } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import type { SentenceOrders } from './sentenceOrders.ts';
import { saysWhoDoes } from './whoDoes.ts';

/**
 * Finds the parts of what a meeting decides, each of which is an order: 会议议定：某局安排资金；某镇抓紧施工. Returns none where
 * fewer than half of the parts say who does what.
 */
export function resolvedPartsOf(text: string, orders: SentenceOrders, said: Span): Span[] {
  const parts = partsOf(text, behindColon(text, said));
  const acting = parts.filter((part) => saysWhoDoes(text, part) || orders.orderIn(part)?.explicit);
  return parts.length >= 2 && acting.length * 2 >= parts.length ? parts : [];
}
