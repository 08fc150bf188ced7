import { partsOf, sentencesOf } from '../paragraphs.ts';
import type { Span } from '../schema.ts';
import { isLedByBody, isToBody } from './actors.ts';
import { type Order, orderIn } from './orders.ts';

/** A subject with 要 at the head of a part. */
const SUBJECT =
  /^\s*(?:在[^，。；：]{1,10}，)?[^，。；：要]{2,12}(?<![需重主只首必摘纪概简紧次若正想索不仅])要(?![素闻领害义点]|求[，：的了])/;

/** The orders in the sentences of a text. */
export class SentenceOrders {
  /** Caches orders by the offsets of their sentences, because each is asked for several times. */
  private readonly known = new Map<number, { end: number; order: Order | null }>();

  /** The sentences of the last line, which is asked for several times in a row. */
  private last: { line: Span; sentences: Span[] } | null = null;

  constructor(private readonly text: string) {}

  /** The sentences of a line. */
  sentencesOf(line: Span): readonly Span[] {
    if (this.last?.line.start !== line.start || this.last.line.end !== line.end)
      this.last = { line: { start: line.start, end: line.end }, sentences: sentencesOf(this.text, line) };
    return this.last.sentences;
  }

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
    return this.sentencesOf(line).filter((sentence) => this.orderIn(sentence)?.explicit).length;
  }

  /** 媒体要滚动播放: any subject before 要. */
  private hasSubject({ start, end }: Span): boolean {
    return SUBJECT.test(this.text.slice(start, Math.min(end, start + 24)));
  }

  /** Whether only blanks stand before the order of a part, so that the part is the order. */
  isWhole(part: Span, order: Order): boolean {
    return this.text.slice(part.start, order.start).trim() === '';
  }

  /**
   * Splits a sentence into separate orders (要…；要…) if each part begins with 要 or with the body that has to act.
   * Otherwise the sentence is one order. `demanded`: a demand introduces the sentence, so its first part needs no 要.
   */
  partsOf(sentence: Span, demanded = false): Span[] {
    const parts = partsOf(this.text, sentence);
    const opens = (part: Span, i: number) => {
      const order = this.orderIn(part);
      return order?.explicit && (i === 0 || this.isWhole(part, order));
    };
    if (parts.every(opens)) return parts;
    // 各站要备足沙袋；镇水管所派出两组巡堤: two bodies have each their order.
    if (
      parts.length === 2 &&
      (demanded || this.hasSubject(parts[0]!)) &&
      opens(parts[0]!, 0) &&
      isLedByBody(this.text, parts[1]!)
    )
      return parts;
    if (parts.length < 3) return [sentence];
    const own = parts.filter(opens).length;
    const all = parts.every(
      (part, i) =>
        opens(part, i) || isToBody(this.text, part) || this.hasSubject(part) || (demanded && i === 0),
    );
    return all && own * (demanded ? 4 : 2) >= parts.length ? parts : [sentence];
  }
}
