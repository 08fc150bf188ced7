import { partsOf, sentencesOf } from '../paragraphs.ts';
import type { Span } from '../schema.ts';
import { type Order, orderIn } from './orders.ts';

/** The orders in the sentences of a text. */
export class SentenceOrders {
  /** Orders by the offsets of their sentences, because each is asked for several times. */
  private readonly known = new Map<number, { end: number; order: Order | null }>();

  constructor(private readonly text: string) {}

  /** The order in a sentence, or null. */
  orderIn(sentence: Span): Order | null {
    const known = this.known.get(sentence.start);
    if (known?.end === sentence.end) return known.order;
    const order = orderIn(this.text, sentence);
    this.known.set(sentence.start, { end: sentence.end, order });
    return order;
  }

  /** How many sentences of a line give an explicit order. */
  explicitIn(line: Span): number {
    return sentencesOf(this.text, line).filter((sentence) => this.orderIn(sentence)?.explicit).length;
  }

  /** Whether only blanks stand before the order of a part, so that the part is the order. */
  isWhole(part: Span, order: Order): boolean {
    return this.text.slice(part.start, order.start).trim() === '';
  }

  /** 要…；要…: the parts are separate orders only where each begins with 要; else the sentence is one order. */
  partsOf(sentence: Span): Span[] {
    const parts = partsOf(this.text, sentence);
    const opens = parts.every((part, i) => {
      const order = this.orderIn(part);
      return order?.explicit && (i === 0 || this.isWhole(part, order));
    });
    return opens ? parts : [sentence];
  }
}
