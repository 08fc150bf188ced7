import { closesDocument } from '../../lexicon/notOrders/closings.ts';
import { isAttitude } from '../../lexicon/notOrders/statements.ts';
import type { Span } from '../../schema.ts';
import type { Speakers } from '../speakers/speakers.ts';
import type { ListBuilder } from './listBuilder.ts';
import { quotationIn } from './quotation.ts';
import type { SentenceOrders } from './sentenceOrders.ts';
import { isHopeOrWish } from './speech.ts';

/** Words with which the speaker of the line above continues: 同时，要求各站…. */
const AGAIN = /^\s*(?:同时|此外|另外|并)，?(?:还|再次)?要求(?![的是])/;

/** A field of work at the beginning of a line, in which a speech continues: 在节水方面，. */
const FIELD = /^\s*在[^，。；：]{1,10}方面，/;

/** Words that show that what follows was not said at the meeting: 会后，李平察看了泵站，要求…. */
const ELSEWHERE = /^\s*会[后前]，/;

/** Decides whether the speech and the list of the lines read so far continue in the next line. */
export class Continuation {
  constructor(
    private readonly text: string,
    private readonly speakers: Speakers,
    private readonly orders: SentenceOrders,
    private readonly builder: ListBuilder,
  ) {}

  /**
   * Whether a speech continues in a line. It does where the line begins with an order (要… after 《意见》强调，要…, the
   * Opinions stress, must …). It also does where the line is a quotation with several orders, or follows a colon. A
   * line that begins with 我们要 (we must) belongs to a commentary instead.
   */
  continues(line: Span): boolean {
    if (this.builder.speech.lead.trimEnd().endsWith('：')) return true;
    const sentence = this.orders.sentencesOf(line)[0]!;
    if (/^\s*我们/.test(this.text.slice(sentence.start, sentence.start + 6))) return false;
    const order = this.orders.orderIn(sentence);
    // In 在节水方面，推广滴灌。在补水方面，疏通渠道。要压实责任。 (As to saving water, drip. As to supply, clear canals. Must be responsible.)
    // the last sentence shows that all of them are orders.
    if (
      order &&
      FIELD.test(this.text.slice(sentence.start, sentence.end)) &&
      this.orders.explicitIn(line) > 0
    )
      return this.builder.run.isDirectlyAbove(line);
    const quotation = quotationIn(this.text, sentence);
    if (quotation && this.builder.speech.speaker)
      return quotation.sentences.filter((one) => this.orders.orderIn(one)?.explicit).length > 1;
    // Looks for an order first, because few lines begin with one. Only these lines are searched for a speaker.
    if (!order?.explicit) return this.hasOnlyDemands(line);
    if (this.speakers.introductionIn(sentence)) return false;
    // A closing paragraph (请于每日17时前报送情况。, please report daily by 17:00) is no sibling of the document's orders.
    return (
      this.builder.speech.speaker !== null || !closesDocument(this.text.slice(line.start, line.end).trim())
    );
  }

  /**
   * Whether a line below a person's words has several orders with 要 (must) and nobody else who speaks: 何苗强调，汛期将至。 (He
   * Miao stressed that the floods are near.), then 今年的形势更加严峻。要清淤。要巡堤。 (This year is worse. Must dredge. Must patrol.)
   */
  private hasOnlyDemands(line: Span): boolean {
    const { speech } = this.builder;
    if (!speech.speaker || this.orders.explicitIn(line) < 2) return false;
    return !this.orders.sentencesOf(line).some((sentence) => this.speakers.introductionIn(sentence));
  }

  /** Whether the speaker of the previous line also speaks in this line, with no report between the lines. */
  sameSpeaker(line: Span): boolean {
    const { run, speech } = this.builder;
    if (!run.isDirectlyAbove(line) || ELSEWHERE.test(this.text.slice(line.start, line.start + 8)))
      return false;
    // Paragraphs that each have a list are items of an agenda, so their orders form no common list.
    if (run.length > 1 && this.orders.explicitIn(line) > 1) return false;
    const first = this.orders.sentencesOf(line)[0]!;
    const introduction = this.speakers.introductionIn(first);
    // 《通知》要求，…。 (the Notice demands) and 《通知》强调，…。 (the Notice stresses) on the next line form one list.
    if (introduction?.document && speech.speaker === null) return true;
    const { strength } = speech;
    if (strength === 'order' && AGAIN.test(this.text.slice(line.start, line.start + 16))) return true;
    return (
      introduction !== null &&
      !introduction.document &&
      !isHopeOrWish(introduction.strength) &&
      introduction.speaker !== null &&
      introduction.speaker.name === speech.speaker?.name
    );
  }

  /**
   * Whether a line has a list of orders, and the paragraph before it only one order about attitude: 要本着负责的态度，抓源头、抓重点。
   * (In a responsible spirit, see to the sources.) The order about attitude is no item of the list, because it says
   * how to do all that follows.
   */
  stopsAttitude(line: Span): boolean {
    const { run } = this.builder;
    const above = run.first;
    if (!above || run.length > 1 || !isAttitude(this.text.slice(above.start, above.end))) return false;
    return this.orders.explicitIn(line) >= 2;
  }
}
