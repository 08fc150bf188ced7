import { NO_COMMANDERS } from '../../lexicon/notOrders/parties.ts';
import { isReport, tellsContents } from '../../lexicon/notOrders/reports.ts';
import { isExplanation, isSituation } from '../../lexicon/notOrders/statements.ts';
import { behindColon, partsOf } from '../../paragraphs.ts';
import { anyOf } from '../../rules.ts';
import type { Span } from '../../schema.ts';
import { countsIn } from '../announced.ts';
import { withoutMarker } from '../found.ts';
import type { Order } from '../orders/orders.ts';
import { isByline } from '../ordinals/ordinalItems.ts';
import type { Introduction } from '../speakers/introduction.ts';
import { MEETING } from '../speakers/organisations.ts';
import type { Speakers } from '../speakers/speakers.ts';
import { fromBody, orderInManner, orderOfBody, orderOfPart } from './bodyOrders.ts';
import { countedPartsOf } from './countedParts.ts';
import type { ListBuilder } from './listBuilder.ts';
import { ALIKE, isHeadingSentence } from './orderRun.ts';
import { quotationIn } from './quotation.ts';
import { resolvedPartsOf } from './resolutions.ts';
import type { SentenceOrders } from './sentenceOrders.ts';
import { isHopeOrWish } from './speech.ts';

/** Words after a quotation that name who has spoken it: 村民何苗说。 */
const NAMES_ANOTHER = /^[^，。：“”\n]{1,24}(?:说|道|表示|介绍|坦言|感慨|告诉|回忆)/;

/** How many UTF-16 units after a quotation are searched for the words that name who has spoken it. */
const LONGEST_NAMING = 32;

/** Words with which a speaker adds a further demand: 他还要求，. */
const FURTHER_DEMAND = /^[^，。；：]{1,6}还(?:强调|要求|指出|提出|叮嘱|说)[，：]/;

/**
 * Words with which a document makes a further demand on public bodies of a kind: 要求 in 要求各地 (demands that all
 * places).
 */
const DEMANDS_ON = /^(?:同时|并|还|，)*(?:要求|强调)(?=各(?![项类种])|有关|相关)/;

/** The beginning of good wishes, thanks or hopes, which belong to no order: 最后，预祝. */
const WISHES_WELL = /^(?:[他她])?(?:最后|同时)?，?(?:预祝|祝愿|祝贺|感谢|希望(?!的|工程))/;

/** Titles of scholars, whose words are advice and no orders. */
const SCHOLAR = /(?:教授|研究员|院士)$/;
/** Words with which even a scholar announces demands: 提出三点要求. */
const ANNOUNCES_DEMANDS =
  /提出?了?[几两三四五六七八九十][点条个项](?:具体|工作)?要求|[作做]了?(?:重要的?)?(?:工作)?指示：/;

/**
 * Reads the sentences of running text: who speaks in each, and which orders it adds to the consecutive ones (see
 * `OrderRun`).
 */
export class SentenceReader {
  /** Whether the previous sentence was only a quotation: 他说：“…。…。” */
  private isQuoted = false;
  /** Whether the previous sentence only announced what a meeting has decided: 会议议定： (the meeting decides:). */
  private isBelowResolution = false;

  constructor(
    private readonly text: string,
    private readonly speakers: Speakers,
    private readonly orders: SentenceOrders,
    private readonly builder: ListBuilder,
  ) {}

  /** Begins lines that say what a meeting has decided. */
  beginResolution(): void {
    this.builder.speech.introduce(MEETING, 'order', '：');
    this.isBelowResolution = true;
  }

  /** Reads all sentences of a span. */
  read(span: Span): void {
    for (const sentence of this.orders.sentencesOf(span)) this.readSentence(sentence);
  }

  private readSentence(sentence: Span): void {
    const { run, speech } = this.builder;
    const words = this.text.slice(sentence.start, sentence.end).trim();
    const introduction = tellsContents(words) ? null : this.speakers.introductionIn(sentence);
    // Spoken words give orders only where the speaker is known.
    const isKnown =
      introduction !== null &&
      (introduction.document ||
        introduction.speaker !== null ||
        speech.speaker !== null ||
        this.demandsOn(words));
    // A new introduction without an order (会议指出，…意义重大。, the meeting pointed out that … matters) does not explain an
    // earlier order.
    if (isKnown && run.length > 0 && !this.ordersIn(introduction, sentence.end)) {
      // A single order above and the further orders of the same speaker belong to one list.
      if (!this.speaksOn(introduction, sentence)) this.builder.closeRun();
      else run.interrupt();
    }
    if (isKnown) this.introduce(introduction, sentence, words);
    else this.goOn(sentence, words);
    this.speakers.pass(sentence);
    const said = isKnown ? behindColon(this.text, { start: introduction.from, end: sentence.end }) : sentence;
    const resolves = isKnown ? this.isResolution(introduction) : this.isBelowResolution;
    this.isBelowResolution = isKnown && resolves && words.endsWith('：');
    if (resolves && this.readResolved(said)) return;
    if (this.readCounted(said)) return;
    if ((isKnown || this.quotesOn(said)) && this.readQuoted(said, isKnown)) return;
    this.readOrders(said, isKnown);
  }

  /** Whether the speaker of a single order speaks again, on the line below it. */
  private speaksOn(introduction: Introduction, sentence: Span): boolean {
    const { speaker, document, strength } = introduction;
    const { run, speech } = this.builder;
    if (
      document ||
      speaker === null ||
      run.length !== 1 ||
      !run.first!.explicit ||
      speaker.name !== speech.speaker?.name
    )
      return false;
    // What a meeting decides is a list of its own.
    if (this.isResolution(introduction)) return false;
    return !isHopeOrWish(strength) && !run.isInLineOf(sentence) && run.isDirectlyAbove(sentence);
  }

  /** Whether spoken words order something, inside quotation marks or without them. */
  private ordersIn({ from, strength }: Introduction, end: number): boolean {
    const said = { start: from, end };
    const sentences = quotationIn(this.text, behindColon(this.text, said))?.sentences ?? [said];
    return (
      sentences.some((sentence) => this.orders.orderIn(sentence)) ||
      (strength === 'order' && orderOfBody(this.text, said) !== null)
    );
  }

  /** Whether a meeting decides or demands something about an item of its agenda. */
  private isResolution({ resolves, speaker, strength }: Introduction): boolean {
    return resolves || (this.builder.topic !== null && speaker?.name === '会议' && strength === 'order');
  }

  /** Records who speaks from a sentence on, and which numbers of items the sentence announces. */
  private introduce(introduction: Introduction, sentence: Span, words: string): void {
    const { run, speech } = this.builder;
    this.isQuoted = false;
    const speaker = introduction.document ? null : (introduction.speaker ?? speech.speaker);
    // Single orders of one speaker in one paragraph form one list: 他强调，要…。他要求，要… (he stressed, …. He demanded, …).
    const isSame = speaker?.name === speech.speaker?.name;
    if (isSame && speech.strength === 'tell' && introduction.strength === 'order' && run.isStatement)
      run.dropLast();
    const goesOn = run.length === 1 || this.isLastFurther(sentence, words) || this.demandsOn(words);
    if (!isSame || (run.isInLineOf(sentence) ? !goesOn : !run.isDirectlyAbove(sentence)))
      this.builder.closeRun();
    // A number in an earlier line (李平从四个方面作了部署。, Li Ping arranged four aspects) announces nothing for the words of
    // another person.
    if (speaker && !isSame && speech.hasCounts) {
      const before = this.text.slice(Math.max(0, sentence.start - 200), sentence.start);
      speech.forgetCounts(countsIn(before.slice(before.lastIndexOf('\n') + 1)));
    }
    // A number given while no speaker is known announces nothing for a speaker on the next line: 人武部从三个方面作了部署。 (The
    // office arranged three aspects.) above 镇长何苗强调，… (Mayor He Miao stressed, …).
    if (speaker && speech.speaker === null && this.text[sentence.start - 1] === '\n')
      speech.forgetAnnounced();
    // Scholars explain, except where they announce demands: 教授何苗提出三点要求 (Professor He Miao makes three demands).
    const rank = speaker?.title ?? speaker?.name ?? '';
    const demands = SCHOLAR.test(rank) && ANNOUNCES_DEMANDS.test(words);
    const commands = demands || !anyOf(NO_COMMANDERS, rank);
    speech.introduce(speaker, commands ? introduction.strength : 'wish', words, {
      // Includes the colon after the number (强调三个“盯”：, stresses three “watches”:), because only the colon shows that
      // the number announces a list.
      announced: countsIn(this.text.slice(sentence.start, introduction.from + 1)),
      all: countsIn(words),
    });
  }

  /** Whether a document makes a further demand, in a sentence without a subject: 要求各地清淤. */
  private demandsOn(words: string): boolean {
    const { speaker, strength } = this.builder.speech;
    return speaker === null && (strength === 'order' || strength === 'tell') && DEMANDS_ON.test(words);
  }

  /**
   * Whether a sentence is the last of its line and adds a further demand of the same speaker (他还要求，…, he also
   * demanded, …). No other order follows in that line, so this one belongs to the list before it.
   */
  private isLastFurther({ end }: Span, words: string): boolean {
    return FURTHER_DEMAND.test(words) && /^\s*(?:\n|$)/.test(this.text.slice(end, end + 4));
  }

  /** Reads a sentence in which nobody begins to speak: the speech continues in it, or a report ends the speech. */
  private goOn(sentence: Span, words: string): void {
    const { run, speech } = this.builder;
    // After a quotation that has all that the person says, the report continues.
    const isBehindQuotation = this.isQuoted && !words.startsWith('“');
    this.isQuoted = false;
    const mayEnd = run.length > 0 || speech.isOpen;
    if (mayEnd && (isBehindQuotation || isReport(words) || this.speakers.tellsOf(sentence, speech.speaker))) {
      this.builder.closeRun();
      speech.end();
    }
    const counts = countsIn(words);
    // In 要将十件实事再过一遍 (the ten projects must be gone through again) the number belongs to the order itself and
    // announces no list.
    const isOrder = run.length > 0 || (counts.length > 0 && this.orders.orderIn(sentence)?.explicit === true);
    speech.goOn(words, counts, isOrder && !words.endsWith('：'));
  }

  /** Adds the parts of what a meeting decides to the consecutive orders. Returns whether there are any. */
  private readResolved(said: Span): boolean {
    const parts = resolvedPartsOf(this.text, this.orders, said);
    for (const part of parts) this.pushWhole(part);
    return parts.length > 0;
  }

  /** Makes a list of the parts of an order that counts them. Returns whether the sentence is such an order. */
  private readCounted(said: Span): boolean {
    const { speech } = this.builder;
    if (speech.strength === null || speech.isWish) return false;
    const parts = countedPartsOf(this.text, this.orders, said);
    if (!parts) return false;
    this.builder.closeRun();
    this.builder.add('parallel', parts.map(withoutMarker), parts.length);
    return true;
  }

  /** Whether a sentence is a quotation in which the speaker of the sentence before continues: 何苗说，汛期将至。“各站要…。各村要…。” */
  private quotesOn({ start, end }: Span): boolean {
    const { strength, isApart } = this.builder.speech;
    if (strength === null || isApart || this.text[start] !== '“') return false;
    return !NAMES_ANOTHER.test(this.text.slice(end, end + LONGEST_NAMING));
  }

  /** Reads the sentences of a quotation that is all the person says. Returns whether the words are such a quotation. */
  private readQuoted(said: Span, introduced: boolean): boolean {
    const quotation = quotationIn(this.text, said);
    if (!quotation) return false;
    this.isQuoted = quotation.sentences.length > 1;
    if (quotation.beginsPoints) this.builder.speech.strength = 'order';
    for (const [i, sentence] of quotation.sentences.entries()) {
      const own = this.text.slice(sentence.start, sentence.end);
      if (quotation.settles && !isSituation(own) && !isExplanation(own)) this.pushWhole(sentence);
      else this.readOrders(sentence, introduced && i === 0);
    }
    return true;
  }

  /** Adds a whole part or sentence to the consecutive orders. */
  private pushWhole({ start, end }: Span): void {
    this.builder.run.push({ start, end, explicit: true, explained: false, short: false });
  }

  /**
   * Adds the orders of a sentence to the consecutive ones. A sentence that explains becomes part of the order before
   * it.
   */
  private readOrders(said: Span, introduced: boolean): void {
    const { run, section, speech } = this.builder;
    const { strength, isApart } = speech;
    if (speech.isWish || ((strength === null || isApart) && section === null)) return;
    const parts =
      this.cutBeforeHeading(said) ??
      this.orders.partsOf(said, introduced && strength === 'order', strength === 'order');
    for (const part of parts) {
      const words = this.text.slice(part.start, part.end).trim();
      if (isByline(words)) continue;
      // In 清淤是治水的重点；各站要备泵；各村要巡堤 (dredging is the main thing; all stations must …; all villages must …) the first part
      // only says why.
      if (parts.length > 1 && isExplanation(words) && !this.orders.orderIn(part)) continue;
      const order = parts.length > 1 ? orderOfPart(this.text, this.orders, part) : this.orderOfSentence(part);
      // Under a heading without a speaker, the order must fill its whole part of the sentence. Otherwise the words may
      // only be a condition.
      const isWhole = strength !== null || (order?.explicit && this.orders.isWhole(part, order));
      const isBound = order?.explicit || run.length > 0 || (introduced && strength === 'order');
      if (order && isWhole && isBound) {
        // Between two orders of one paragraph, a sentence about the present state gives the reason for the first order.
        run.explainBySituation();
        run.push({
          start: order.start,
          end: part.end,
          explicit: order.explicit,
          explained: false,
          short: isHeadingSentence(this.text.slice(order.start, part.end).trim()),
        });
      } else if (run.length === 0) continue;
      // A wish belongs to no order: 他最后预祝清淤顺利。 (Finally he wished good dredging.)
      else if (WISHES_WELL.test(words)) continue;
      else if (isSituation(words)) run.passSituation(part.end);
      else run.explain(part.end);
    }
  }

  /**
   * Cuts a sentence before its last part, if that part is a heading like the one before: …；要抓好环保。 after 要抓好安全。 Returns
   * null for other sentences.
   */
  private cutBeforeHeading(sentence: Span): Span[] | null {
    const heading = this.builder.run.firstHeading;
    if (!heading) return null;
    const last = partsOf(this.text, sentence).at(-1);
    if (!last) return null;
    const words = this.text.slice(last.start, last.end).trim();
    if (!words.startsWith(heading.slice(0, ALIKE)) || !isHeadingSentence(words)) return null;
    const before = this.text.slice(sentence.start, last.start).replace(/[；\s]+$/, '');
    return before ? [{ start: sentence.start, end: sentence.start + before.length }, last] : null;
  }

  /**
   * Finds the order of a sentence. A sentence that says which public body does what can be an order, too. It is one in
   * the words of somebody who demands something, or after an order to another public body (各村要…).
   */
  private orderOfSentence(sentence: Span): Order | null {
    const order = this.orders.orderIn(sentence);
    const isDemanded = this.builder.speech.strength === 'order';
    if (order) return isDemanded ? fromBody(this.text, this.orders, sentence, order) : order;
    const { run } = this.builder;
    // After 去年，县水务局清淤。 (Last year the water bureau dredged.) the action of the next public body is past, too.
    if (run.isAfterSituation) return null;
    const byBody = isDemanded || run.isLastOfBody ? orderOfBody(this.text, sentence) : null;
    return byBody ?? (isDemanded && run.length > 0 ? orderInManner(this.text, sentence) : null);
  }
}
