import { ACTOR_END } from '../../../chinese/organisations.ts';
import { partsOf, sentencesOf } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import { isLedByBody, isToBody } from '../actors.ts';
import { NO_MODAL } from '../orders/explicit.ts';
import { type Order, orderIn } from '../orders/orders.ts';
import { saysWhoDoes } from './whoDoes.ts';

/** Any subject and 要 at the beginning of a part of a sentence: 媒体要滚动播放. The subject need not be a public body. */
const SUBJECT = new RegExp(
  `^\\s*(?:在[^，。；：]{1,10}，)?[^，。；：要]{2,12}(?<![${NO_MODAL}])要(?![素闻领害义点]|求[，：的了])`,
);

/** Words that repeat, inside a sentence, that somebody demands something. */
const DEMANDS_AGAIN = /^(?:同时)?，?(?:并|还)?对[^，。；：]{2,30}提出了?(?:具体|明确|新的)?要求，$/;

/** The name of a public body at the beginning of a part of a sentence. */
const BODY_AT_HEAD = new RegExp(`^\\s*[\\u4e00-\\u9fff、]{0,12}?(?:${ACTOR_END}|负责人)`);

/** Finds the orders in the sentences of a text, and caches them, because several rules ask for the same sentence. */
export class SentenceOrders {
  /** The cached order of each sentence, by the sentence's offset. */
  private readonly known = new Map<number, { end: number; order: Order | null }>();

  /** Keeps the sentences of the last line, because several rules in a row ask for them. */
  private last: { line: Span; sentences: Span[] } | null = null;

  constructor(private readonly text: string) {}

  /** Returns the sentences of a line. */
  sentencesOf(line: Span): readonly Span[] {
    if (this.last?.line.start !== line.start || this.last.line.end !== line.end)
      this.last = { line: { start: line.start, end: line.end }, sentences: sentencesOf(this.text, line) };
    return this.last.sentences;
  }

  /** Returns the order in a sentence, or null. */
  orderIn(sentence: Span): Order | null {
    const known = this.known.get(sentence.start);
    if (known?.end === sentence.end) return known.order;
    const order = orderIn(this.text, sentence);
    this.known.set(sentence.start, { end: sentence.end, order });
    return order;
  }

  /** Counts the sentences of a line that give an order with 要, 必须 (both: must) or the like. */
  explicitIn(line: Span): number {
    return this.sentencesOf(line).filter((sentence) => this.orderIn(sentence)?.explicit).length;
  }

  /** Whether a part begins with any subject and 要: 媒体要滚动播放. */
  private hasSubject({ start, end }: Span): boolean {
    return SUBJECT.test(this.text.slice(start, Math.min(end, start + 24)));
  }

  /** Whether a part begins with the name of a public body. */
  private beginsWithBody({ start, end }: Span): boolean {
    return BODY_AT_HEAD.test(this.text.slice(start, Math.min(end, start + 24)));
  }

  /**
   * Whether the order fills its part of the sentence: only blanks stand before it, or words that repeat that somebody
   * demands something (同时对清淤提出要求，, also makes demands on dredging,).
   */
  isWhole(part: Span, order: Order): boolean {
    const before = this.text.slice(part.start, order.start).trim();
    return before === '' || DEMANDS_AGAIN.test(before);
  }

  /**
   * Splits a sentence into separate orders (要…；要…), if each part begins with 要 (must) or with the public body that
   * must act. Otherwise returns the sentence as one order. Where a demand introduces the sentence (`demanded`), its
   * first part needs no 要. `commanded`: somebody who demands has spoken before, so parts need no 要 where each says
   * who acts.
   */
  partsOf(sentence: Span, demanded = false, commanded = demanded): Span[] {
    const parts = partsOf(this.text, sentence);
    const opens = (part: Span, i: number) => {
      const order = this.orderIn(part);
      return order?.explicit && (i === 0 || this.isWhole(part, order));
    };
    // 不得 (must not) after 要 (must) only limits that order, so the sentence stays one order: 各校要开足课程；不得增加难度 (schools
    // must give all lessons; must not make them harder).
    const forbids = (part: Span) => this.text.startsWith('不得', part.start);
    if (parts.length > 1 && parts.slice(1).every(forbids) && !forbids(parts[0]!)) return [sentence];
    if (parts.every(opens)) return parts;
    const acts = (part: Span) => saysWhoDoes(this.text, part) || this.orderIn(part)?.explicit;
    // In 客运部紧盯数据；各车站做好引导 (the passenger department watches the data; all stations give guidance) each part names who
    // must act, though none has 要.
    if (demanded && parts.every((part, i) => acts(part) || (i > 1 && this.beginsWithBody(part))))
      return parts;
    const isToSomebody = (part: Span) =>
      saysWhoDoes(this.text, part) || (this.hasSubject(part) && opens(part, 1));
    if (commanded && parts.every(isToSomebody)) return parts;
    // In 各站要备足沙袋；镇水管所派出两组巡堤 (all stations must stock sandbags; the water office sends two patrols) each of two public
    // bodies has its own order.
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
