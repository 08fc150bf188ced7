import { NUMERAL, numeral } from '../../chinese/numerals.ts';
import { NO_COMMANDERS } from '../lexicon/notOrders/parties.ts';
import { isReport } from '../lexicon/notOrders/reports.ts';
import { isAttitude, isExplanation, isSituation } from '../lexicon/notOrders/statements.ts';
import type { Strength } from '../lexicon/speech.ts';
import { partsOf, sentencesOf } from '../paragraphs.ts';
import { anyOf } from '../rules.ts';
import type { Span, TaskForm } from '../schema.ts';
import { isLedByBody, isToBody } from './actors.ts';
import { countsIn, mentions } from './announced.ts';
import type { FoundItem, FoundList } from './found.ts';
import type { Run } from './markers.ts';
import { isHeadingSentence, OrderRun } from './orderRun.ts';
import { type Order, orderIn } from './orders.ts';
import { isByline, OrdinalItems } from './ordinalItems.ts';
import { areOrders, leadsToNoOrders, leadsToOrders } from './ordinalOrders.ts';
import { SentenceOrders } from './sentenceOrders.ts';
import type { Introduction } from './speakers/introduction.ts';
import type { Speakers } from './speakers/speakers.ts';
import { Speech } from './speech.ts';

/** Whether words are only a hope or a wish, which gives no orders in running text. */
const isWish = (strength: Strength | null): boolean => strength === 'wish' || strength === 'hope';

/** Words with which a line announces that orders follow in the next lines, although nobody speaks. */
const ANNOUNCES = /要求|任务|措施|如下|以下|[做抓]好|落实/;
/** A count before a colon: 做到“四个到位”：, 紧盯四张清单：. Group 1 is the numeral. */
const COUNTING = new RegExp(`^[^：]{0,80}?(${NUMERAL})[个张项场条大件本份道][^，。；：]{1,10}：`);

/** A part of a sentence that says who does what: 改造资金由县财政局统筹解决. */
const DONE_BY =
  /(?:^[^，。；：“”由要了]{0,14}(?<![理事缘])|，)由[^，。；]{2,20}(?:负责|牵头|承担|解决|落实|完成|办理|邀请|组织|安排|签约)/;

/** A quotation that is all that somebody says. Group 1 is the quoted words. */
const QUOTED = /^“([^“”]*(?:“[^”]*”[^“”]*)*)”[。！]?\s*$/;
/** Words before a colon that settle what is to be done: 我看就这么办：, 今天定个规矩：. */
const SETTLES =
  /^[^。：]{0,14}(?:[这如]么?样?[办定干做分](?:工|下来)?|定[几两三个]?[条个件]?[^。：]{0,4}(?:规矩|办法)?|(?:分工|规矩|办法|意见)(?:如下|是)?)：/;

/** The end of a line after which a document orders. */
const NOTICE = /(?:通知|函告|通告|要求|部署)如下[：。]$/;
/** Words with which a speaker begins to give points, in a quotation: 我再明确几件事。 */
const BEGINS_POINTS =
  /^[^。：]{0,30}(?:明确|强调|交代|布置|讲|提)[^。：]{0,3}(?:[几一两三四五]|\d)[件点条项个][^。：]{0,8}[。：]/;

/** Signs of something done: 了, and 过 before a count or a stop. In 重过载 and 通过 no such sign stands. */
const HAS_HAPPENED = /了(?!解)|过(?=[一两三几\d，。；])/;
/** What must not happen: 别等人崴了脚. */
const WARNINGS = /(?:^|，)(?:别|不要|免得|以免)[^，。；]*/g;

/** Words that tell of another occasion, before or after the meeting: 会后，李平察看了泵站，要求…. */
const ELSEWHERE = /^\s*会[后前]，/;
/**
 * Makes an order of a part, where all parts of the sentence are orders. The order begins at the first word of the part.
 */
const asOrder = (text: string, { start, end }: Span): Order => ({
  start: start + (text.slice(start, end).length - text.slice(start, end).trimStart().length),
  explicit: true,
});

/**
 * Reads the lists of running text from left to right. A list has markers (一要…二要…), or is a run of orders by one
 * speaker.
 */
export class RunningText {
  readonly lists: FoundList[] = [];
  private section: string | null = null;
  private topic: string | null = null;
  /** The end of a sentence about the present state that follows an order; 0 where no such sentence follows. */
  private situationEnd = 0;
  /** Whether the previous sentence was a quotation and nothing else. */
  private isQuoted = false;
  /** Whether the previous sentence was 会议议定： on a line of its own. */
  private isBelowResolution = false;
  private readonly speech = new Speech();
  private readonly run = new OrderRun();
  private readonly ordinals: OrdinalItems;
  private readonly orders: SentenceOrders;

  constructor(
    private readonly text: string,
    private readonly speakers: Speakers,
    /** The offsets of markers of headed sections. These markers form no list of running text. */
    headings: ReadonlySet<number> = new Set(),
  ) {
    this.ordinals = new OrdinalItems(text, speakers, headings);
    this.orders = new SentenceOrders(text);
  }

  /**
   * Reads consecutive lines. `section` is the document's heading above them: orders under it need no speaker. `topic`
   * is the heading above lines that report what a meeting says.
   */
  read(lines: Span[], section: string | null, topic: string | null = section): void {
    this.section = section;
    this.topic = topic;
    this.speech.beginSection(section);
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      // While nobody has spoken, no speech can continue, so no order is sought.
      const continues = this.hasBegun && this.continuesSpeech(line);
      if ((!continues && !this.speaksOn(line)) || this.stopsAttitude(line)) this.closeRun();
      this.speech.isApart = !continues;
      let from = line.start;
      for (
        let run = this.ordinals.runFrom(from);
        run && run.markers[0]!.words.start < lines[i]!.end;
        run = this.ordinals.runFrom(from)
      ) {
        this.readSentences({ start: from, end: run.markers[0]!.words.start });
        from = this.readOrdinals(run, lines, i);
        while (i + 1 < lines.length && lines[i]!.end < from) i++;
      }
      if (from < lines[i]!.end) this.readSentences({ start: from, end: lines[i]!.end });
      i += this.readLinesBelow(lines, i);
    }
    this.closeRun();
  }

  /**
   * Finds the speaker of a headed or numbered list after the lines just read, and the announced count: 林海提出三点要求：.
   * Returns null where those lines say that no orders follow.
   */
  introducesList(): (Pick<FoundList, 'speaker' | 'announcedCount'> & { ordered: boolean }) | null {
    const { speaker, strength, lead, announcedNext } = this.speech;
    if (isWish(strength) || leadsToNoOrders(lead)) return null;
    const speaks = strength !== null && /：\s*$|要求|意见/.test(lead);
    return {
      speaker: speaks ? speaker : null,
      announcedCount: announcedNext,
      ordered: speaks || leadsToOrders(lead),
    };
  }

  /** Whether somebody speaks, or a heading or an order stands above. Without these no order can follow. */
  private get hasBegun(): boolean {
    return this.speech.strength !== null || this.section !== null || this.run.length > 0;
  }

  /**
   * Whether a speech continues in a line. It does where the line begins with an order (要… after 《意见》强调，要…), or follows
   * a colon. A line that begins with 我们要 belongs to a commentary instead.
   */
  private continuesSpeech(line: Span): boolean {
    if (/：\s*$/.test(this.speech.lead)) return true;
    const sentence = this.orders.sentencesOf(line)[0]!;
    if (/^\s*我们/.test(this.text.slice(sentence.start, sentence.start + 6))) return false;
    // Looks for an order first, because few lines begin with one. Only these lines are searched for a speaker.
    return this.orders.orderIn(sentence)?.explicit === true && !this.speakers.introductionIn(sentence);
  }

  /**
   * Whether a line has a list of orders, after a paragraph with only an order about attitude: 要本着负责的态度，抓源头、抓重点。 That
   * order tells how to do all that follows, so it is no sibling of the others.
   */
  private stopsAttitude(line: Span): boolean {
    const above = this.run.first;
    if (!above || this.run.length > 1 || !isAttitude(this.text.slice(above.start, above.end))) return false;
    return this.orders.explicitIn(line) >= 2;
  }

  private add(form: TaskForm, items: FoundItem[], counted: number | null = null): void {
    const { speaker } = this.speech;
    const announcedCount = counted ?? this.speech.announcedFor(items.length, form !== 'parallel');
    this.lists.push({ form, speaker, announcedCount, section: this.topic, items });
    this.speech.forgetCounts();
  }

  private closeRun(): void {
    this.situationEnd = 0;
    const { first } = this.run;
    const others = this.run.length - 1;
    const counted =
      first && others > 1 && mentions(/[^，]*$/.exec(this.text.slice(first.start, first.end))![0], others)
        ? others
        : null;
    if (counted) this.run.dropFirst();
    const tasks = this.run.close();
    if (tasks.length)
      this.add(
        'parallel',
        tasks.map((span) => ({ marker: null, span })),
        counted,
      );
  }

  private readSentences(span: Span): void {
    for (const sentence of this.orders.sentencesOf(span)) this.readSentence(sentence);
  }

  private readSentence(sentence: Span): void {
    const words = this.text.slice(sentence.start, sentence.end).trim();
    const introduction = this.speakers.introductionIn(sentence);
    // Spoken words give orders only where the speaker is known.
    const isKnown =
      introduction !== null &&
      (introduction.document || introduction.speaker !== null || this.speech.speaker !== null);
    // A new introduction without an order (会议指出，…意义重大。) does not explain an earlier order.
    if (
      isKnown &&
      this.run.length > 0 &&
      !this.orders.orderIn({ start: introduction.from, end: sentence.end })
    )
      this.closeRun();
    if (isKnown) this.introduce(introduction, sentence, words);
    else this.goOn(sentence, words);
    this.speakers.pass(sentence);
    const said = isKnown
      ? { start: this.behindColon({ start: introduction.from, end: sentence.end }), end: sentence.end }
      : sentence;
    const resolves = isKnown ? this.isResolution(introduction) : this.isBelowResolution;
    this.isBelowResolution = isKnown && resolves && /：\s*$/.test(words);
    if (resolves && this.readResolved(said)) return;
    if (this.readCounted(said)) return;
    if (isKnown && this.readQuoted(said)) return;
    this.readOrders(said, isKnown);
  }

  /** Whether a meeting decides or demands something about an item of its agenda. */
  private isResolution({ resolves, speaker, strength }: Introduction): boolean {
    return resolves || (this.topic !== null && speaker?.name === '会议' && strength === 'order');
  }

  /**
   * Reads an order that announces a number of things before a colon, and has as many parts after it:
   * 要紧盯“四张清单”：一张是用地清单，…；一张是资金清单，…. Each part becomes a task. Returns whether the sentence is such an order.
   */
  private readCounted(said: Span): boolean {
    if (isWish(this.speech.strength) || this.speech.strength === null) return false;
    const words = this.text.slice(said.start, said.end);
    const lead = words.includes('：') ? COUNTING.exec(words) : null;
    if (!lead) return false;
    const colon = said.start + lead[0].length;
    if (!this.orders.orderIn({ start: said.start, end: colon })?.explicit) return false;
    const parts = partsOf(this.text, { start: colon, end: said.end });
    if (parts.length < 2 || parts.length !== numeral(lead[1]!)) return false;
    this.closeRun();
    this.add(
      'parallel',
      parts.map((span) => ({ marker: null, span })),
      parts.length,
    );
    return true;
  }

  /**
   * Reads the sentences of a quotation that is all the person says: 他说：“…。…。”. After 我看就这么办： each of its sentences is
   * an order, whatever its words. Returns whether the quotation has several sentences.
   */
  private readQuoted(said: Span): boolean {
    const words = this.text.slice(said.start, said.end);
    const whole = QUOTED.exec(words);
    if (!whole) return false;
    const start = said.start + 1;
    const settles = SETTLES.exec(whole[1]!)?.[0].length ?? 0;
    const sentences = sentencesOf(this.text, {
      start: start + settles,
      end: start + whole[1]!.length,
    });
    if (sentences.length < 2) return false;
    this.isQuoted = true;
    if (BEGINS_POINTS.test(whole[1]!)) this.speech.strength = 'order';
    for (const [i, sentence] of sentences.entries()) {
      const own = this.text.slice(sentence.start, sentence.end);
      if (settles > 0 && !isSituation(own) && !isExplanation(own))
        this.run.push({ ...sentence, explicit: true, explained: false, short: false });
      else this.readOrders(sentence, i === 0);
    }
    return true;
  }

  /**
   * Reads what a meeting decides: 会议议定：某局安排资金；某镇抓紧施工. Each part that says who does what is an order. Returns whether
   * there are such parts.
   */
  private readResolved(said: Span): boolean {
    const parts = partsOf(this.text, { start: this.behindColon(said), end: said.end });
    const acting = parts.filter((part) => this.tellsWhoDoesWhat(part));
    if (parts.length < 2 || acting.length * 2 < parts.length) return false;
    for (const { start, end } of parts)
      this.run.push({ start, end, explicit: true, explained: false, short: false });
    return true;
  }

  private tellsWhoDoesWhat(part: Span): boolean {
    return (
      isLedByBody(this.text, part) ||
      DONE_BY.test(this.text.slice(part.start, part.end)) ||
      this.orders.orderIn(part)?.explicit === true
    );
  }

  private behindColon({ start, end }: Span): number {
    return start + (/^\s*[，：]\s*/.exec(this.text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0);
  }

  private introduce(introduction: Introduction, sentence: Span, words: string): void {
    this.isQuoted = false;
    const speaker = introduction.document ? null : (introduction.speaker ?? this.speech.speaker);
    // Single orders of one speaker in one paragraph form one list: 他强调，要…。他要求，要….
    const isSame = speaker?.name === this.speech.speaker?.name;
    if (!isSame || (this.isInLineOfRun(sentence) ? this.run.length !== 1 : !this.isBelowRun(sentence)))
      this.closeRun();
    // A count in an earlier line (李平从四个方面作了部署。) does not announce the words of another person.
    if (speaker && !isSame && this.speech.hasCounts) {
      const before = this.text.slice(Math.max(0, sentence.start - 200), sentence.start);
      this.speech.forgetCounts(countsIn(before.slice(before.lastIndexOf('\n') + 1)));
    }
    const commands = !anyOf(NO_COMMANDERS, speaker?.title ?? speaker?.name ?? '');
    this.speech.introduce(speaker, commands ? introduction.strength : 'wish', words, {
      announced: countsIn(this.text.slice(sentence.start, introduction.from)),
      all: countsIn(words),
    });
  }

  private goOn(sentence: Span, words: string): void {
    // After a quotation that was all the person said, the report continues.
    const isBehindQuotation = this.isQuoted && !words.startsWith('“');
    this.isQuoted = false;
    if (isBehindQuotation || isReport(words) || this.speakers.tellsOf(sentence, this.speech.speaker)) {
      this.closeRun();
      this.speech.end();
    }
    const counts = countsIn(words);
    // In 要将十件实事再过一遍 the count belongs to the order itself.
    const isOrder =
      this.run.length > 0 || (counts.length > 0 && this.orders.orderIn(sentence)?.explicit === true);
    this.speech.goOn(words, counts, isOrder && !words.endsWith('：'));
  }

  private isInLineOfRun(sentence: Span): boolean {
    return this.run.length > 0 && !this.text.slice(this.run.last!.end, sentence.start).includes('\n');
  }

  /**
   * Whether the run of the previous line continues in this sentence: 会议强调，…。 and 会议指出，…。 on the next line form one
   * list.
   */
  private isBelowRun(sentence: Span): boolean {
    return this.run.length > 0 && /^\s*$/.test(this.text.slice(this.run.last!.end, sentence.start));
  }

  /** Whether the speaker of the previous line also speaks in this line, with no report between the lines. */
  private speaksOn(line: Span): boolean {
    if (!this.isBelowRun(line) || ELSEWHERE.test(this.text.slice(line.start, line.start + 8))) return false;
    // Paragraphs that each have a list are items of an agenda, so the run does not continue.
    if (this.run.length > 1 && this.orders.explicitIn(line) > 1) return false;
    const introduction = this.speakers.introductionIn(this.orders.sentencesOf(line)[0]!);
    return (
      introduction !== null &&
      !introduction.document &&
      !isWish(introduction.strength) &&
      introduction.speaker !== null &&
      introduction.speaker.name === this.speech.speaker?.name
    );
  }

  /** Adds the orders of a sentence to the run. A sentence that explains becomes part of the order before it. */
  private readOrders(said: Span, introduced: boolean): void {
    const { strength, isApart } = this.speech;
    if (isWish(strength) || ((strength === null || isApart) && this.section === null)) return;
    const parts = this.orders.partsOf(said, introduced && strength === 'order');
    for (const part of parts) {
      const words = this.text.slice(part.start, part.end).trim();
      if (isByline(words)) continue;
      const order =
        parts.length > 1
          ? this.orderOfPart(part)
          : this.fromBody(part, this.orders.orderIn(part) ?? this.orderOfBody(part, words));
      // Under a heading without a speaker, the order must fill its whole part of the sentence. Otherwise it may only be
      // a condition.
      const isWhole = strength !== null || (order?.explicit && this.orders.isWhole(part, order));
      const isBound = order?.explicit || this.run.length > 0 || (introduced && strength === 'order');
      if (order && isWhole && isBound) {
        // Between two orders of one paragraph, a sentence about the present state gives the reason for the first order.
        if (this.situationEnd > 0 && this.run.length > 0) this.run.explain(this.situationEnd);
        this.situationEnd = 0;
        this.run.push({
          start: order.start,
          end: part.end,
          explicit: order.explicit,
          explained: false,
          short: isHeadingSentence(this.text.slice(order.start, part.end).trim()),
        });
      } else if (this.run.length === 0) continue;
      else if (!isSituation(words)) this.run.explain(part.end);
      else this.situationEnd = part.end;
    }
  }

  /**
   * Makes an order of a part, where all parts of the sentence are orders. The order begins with the public body that
   * must act.
   */
  private orderOfPart(part: Span): Order {
    const order = this.orders.orderIn(part);
    return order && !isToBody(this.text, part) ? order : asOrder(this.text, part);
  }

  /** Lets an order begin with the public body that acts before its 不得: 镇社保所逐户核对，不得漏一人. */
  private fromBody(part: Span, order: Order | null): Order | null {
    const isWhole = !order || this.orders.isWhole(part, order) || this.speech.strength !== 'order';
    return isWhole || !isToBody(this.text, part) ? order : asOrder(this.text, part);
  }

  /**
   * Makes an order of a sentence that begins with a public body and its action, while somebody demands something:
   * 县建筑质安站每周至少巡查一次, 用工问题由县人社局负责.
   */
  private orderOfBody({ start, end }: Span, words: string): Order | null {
    if (
      this.speech.strength !== 'order' ||
      isSituation(words) ||
      isReport(words) ||
      HAS_HAPPENED.test(words.replace(WARNINGS, ''))
    )
      return null;
    return isLedByBody(this.text, { start, end }) || DONE_BY.test(words)
      ? asOrder(this.text, { start, end })
      : null;
  }

  /**
   * Reads the lines without markers that follow a line with a colon at its end. Each line is an order, like an item of
   * an <ol> or <ul>. Returns the number of lines read.
   */
  private readLinesBelow(lines: Span[], at: number): number {
    const lead = this.text.slice(Math.max(lines[at]!.start, lines[at]!.end - 200), lines[at]!.end).trimEnd();
    const { strength } = this.speech;
    if (!/：$|如下。$/.test(lead) || isWish(strength)) return 0;
    // Below 现紧急通知如下： the sentences of a paragraph are orders of the document.
    const below = lines[at + 1];
    if (strength === null && below && NOTICE.test(lead) && this.orders.explicitIn(below) >= 2)
      this.speech.introduce(null, 'order', lead, { announced: [], all: [] });
    if (strength === null && this.section === null && !ANNOUNCES.test(lead)) return 0;
    if (leadsToNoOrders(lead)) return 0;
    // Lines that have markers are an ordinal list and are read as such.
    const next = lines[at + 1];
    if (next && this.ordinals.opensWithMarker(next)) return 0;
    let count = 0;
    for (let i = at + 1; i < lines.length; i++, count++) {
      const sentence = sentencesOf(this.text, lines[i]!)[0]!;
      if (
        !(orderIn(this.text, sentence) || isLedByBody(this.text, sentence)) ||
        this.speakers.introductionIn(sentence)
      )
        break;
    }
    if (count < 2) return 0;
    this.closeRun();
    this.add(
      'numbered',
      lines.slice(at + 1, at + 1 + count).map((span) => ({ marker: null, span })),
    );
    return count;
  }

  /** Whether the last order stands in a later line than the order before it. */
  private isAloneInLine(): boolean {
    const { last, beforeLast } = this.run;
    return Boolean(last && beforeLast && this.text.slice(beforeLast.end, last.start).includes('\n'));
  }

  /** Adds an ordinal list if its items are orders. Returns the offset at which the list ends. */
  private readOrdinals(run: Run, lines: Span[], at: number): number {
    const { markers, form } = run;
    const items = this.ordinals.itemsOf(run, lines, at);
    // An order with a colon at its end (要做到“五个强化”：) introduces the list and is not one of its items.
    const first = markers[0]!.words.start;
    const isLead = /：\s*$/.test(this.text.slice(Math.max(0, first - 4), first));
    // A single order in a paragraph of its own also introduces the list: 各镇要加强值守。一要…；二要….
    if (this.run.last?.end === first && (isLead || this.isAloneInLine())) this.run.dropLast();
    this.closeRun();
    const spans = items.map(({ span }) => span);
    const { lead, strength } = this.speech;
    const isBound = strength !== null || this.section !== null;
    const order = areOrders(this.text, markers, spans, { lead, strength, isBound });
    if (order) this.add(form, items);
    else this.speech.forgetCounts();
    this.speech.forgetAnnounced();
    // Where the items are no orders, goes on reading after the first sentence of the last item: 有三个特点：一是…；三是范围广。现通知如下：.
    const last = spans.at(-1)!;
    if (!order && last.end > last.start) return sentencesOf(this.text, last)[0]?.end ?? last.end;
    return spans.at(-1)!.end;
  }
}
