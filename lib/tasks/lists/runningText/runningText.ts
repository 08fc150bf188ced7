import { firstSentenceOf } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import { endsWithBody, isToBody } from '../actors.ts';
import { countsIn, mentions } from '../announced.ts';
import { type FoundList, withoutMarker } from '../found.ts';
import { hasExplicitOrder } from '../orders/orders.ts';
import { OrdinalItems } from '../ordinals/ordinalItems.ts';
import { areOrders, leadsToNoOrders, leadsToOrders } from '../ordinals/ordinalOrders.ts';
import type { Run } from '../ordinals/runs.ts';
import type { Speakers } from '../speakers/speakers.ts';
import { Continuation } from './continuation.ts';
import { announcesOrders, countOrderLines, headedLinesFrom, isNotice, leadBelow } from './linesBelow.ts';
import { ListBuilder } from './listBuilder.ts';
import { SOME_POINTS } from './orderRun.ts';
import { ordersWithoutSpeaker } from './ordersWithoutSpeaker.ts';
import { SentenceOrders } from './sentenceOrders.ts';
import { SentenceReader } from './sentenceReader.ts';

/** A line with which a document introduces its own list: 现就下一步工作提示如下：. */
const OWN_LEAD = /(?:^|，)现[就将][^。：]{2,40}如下：\s*$|告诫如下：\s*$/;

/**
 * Reads the lists of running text from left to right. A list has markers (一要…二要…, first, …, second, …), or consists
 * of consecutive orders by one speaker.
 */
export class RunningText {
  private readonly builder: ListBuilder;
  private readonly ordinals: OrdinalItems;
  private readonly orders: SentenceOrders;
  private readonly sentences: SentenceReader;
  private readonly continuation: Continuation;

  constructor(
    private readonly text: string,
    private readonly speakers: Speakers,
    /** The offsets of markers of headed sections. These markers form no list of running text. */
    headings: ReadonlySet<number> = new Set(),
  ) {
    this.builder = new ListBuilder(text);
    this.ordinals = new OrdinalItems(text, speakers, headings);
    this.orders = new SentenceOrders(text);
    this.sentences = new SentenceReader(text, speakers, this.orders, this.builder);
    this.continuation = new Continuation(text, speakers, this.orders, this.builder);
  }

  /** The lists found so far. */
  get lists(): readonly FoundList[] {
    return this.builder.lists;
  }

  /**
   * Reads consecutive lines. `section` is the document's heading above them. Orders below it count without a person
   * who speaks them, because the document gives them. `topic` is the heading above a report on what a meeting says, or
   * has decided (`resolved`).
   */
  read(lines: Span[], section: string | null, topic: string | null = section, resolved = false): void {
    Object.assign(this.builder, { section, topic });
    this.builder.speech.beginSection(section);
    if (resolved) this.sentences.beginResolution();
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      const { orator } = this.speakers;
      if (orator && !this.hasBegun && orator.from < line.start)
        this.builder.speech.introduce(orator.person, 'tell', '');
      else if (!this.hasBegun && ordersWithoutSpeaker(this.text, this.orders, lines, i))
        this.builder.speech.introduce(null, 'order', '：');
      // While nobody has spoken, no speech can continue, so no order is sought.
      const continues = this.hasBegun && this.continuation.continues(line);
      if ((!continues && !this.continuation.sameSpeaker(line)) || this.continuation.stopsAttitude(line))
        this.builder.closeRun();
      this.builder.speech.isApart = !continues;
      let from = line.start;
      for (
        let run = this.ordinals.runFrom(from);
        run && run.markers[0]!.words.start < lines[i]!.end;
        run = this.ordinals.runFrom(from)
      ) {
        this.sentences.read({ start: from, end: run.markers[0]!.words.start });
        this.introduceQuoted(line, run.markers[0]!.words.start);
        from = this.readOrdinals(run, lines, i);
        while (i + 1 < lines.length && lines[i]!.end < from) i++;
      }
      if (from < lines[i]!.end) this.sentences.read({ start: from, end: lines[i]!.end });
      i += this.readLinesBelow(lines, i);
    }
    this.builder.closeRun();
  }

  /** Records who has spoken a quotation that begins with the first marker of a list: “一要备料，二要巡堤。”何苗要求。 */
  private introduceQuoted(line: Span, first: number): void {
    if (this.text[first - 1] !== '“') return;
    const quotation = this.orders.sentencesOf(line).find(({ start }) => start === first - 1);
    const introduction = quotation && this.speakers.introductionIn(quotation);
    if (introduction?.speaker) this.builder.speech.introduce(introduction.speaker, introduction.strength, '');
  }

  /**
   * Finds who introduces the headed or numbered list below the lines just read, and how many items are announced:
   * 林海提出三点要求：. Returns null where those lines say that no orders follow. `tells` says whether the line above the list
   * announces the contents of a meeting.
   */
  introducesList(
    items: FoundList['items'],
    tells: boolean,
  ): (Pick<FoundList, 'speaker' | 'announcedCount'> & { ordered: boolean }) | null {
    const { speech } = this.builder;
    const { speaker, strength, lead } = speech;
    const count = items.length;
    const isCounted = speech.announces(count);
    // 王海指出，明年将办好五件大事： (Wang Hai pointed out that five great things will be done:) orders nothing itself. The items
    // below it are orders if each has 要 (must) or the like, or says which public body acts.
    const isDemand = items.every(
      ({ span }) => hasExplicitOrder(this.text, span) || isToBody(this.text, span),
    );
    // After 专家指出，蚊虫渐多。 (Experts say there are more mosquitoes.) a line such as 现将要求通知如下： (demands are as follows:) is
    // again the document's own.
    const isOwn = speech.isWish && OWN_LEAD.test(lead);
    if ((speech.isWish && !isOwn) || (leadsToNoOrders(lead) && !tells && !(strength === 'order' && isDemand)))
      return null;
    // After 李平说：“今天先定五件事。” (Li Ping said: “Today we settle five things.”) the five items are what the speaker
    // decides. After 李平说，汛期将至。 (Li Ping said that the floods are near.) the items are the words of the speaker only
    // if each demands something.
    const speaks =
      strength !== null &&
      (isCounted || /：\s*$|要求|意见|(?:强调|部署|布置)\s*$/.test(lead) || (isDemand && !speech.isApart));
    return {
      speaker: speaks && !isOwn ? speaker : null,
      announcedCount: isCounted ? count : null,
      ordered: speaks || leadsToOrders(lead),
    };
  }

  /** Whether somebody speaks, or a heading or an order stands above. Without these no order can follow. */
  private get hasBegun(): boolean {
    const { run, section, speech } = this.builder;
    return speech.strength !== null || section !== null || run.length > 0;
  }

  /**
   * Reads the lines without markers that follow a line with a colon at its end. Each line is an order, like an item of
   * an <ol> or <ul>. Returns the number of lines read.
   */
  private readLinesBelow(lines: Span[], at: number): number {
    const assigned = this.readAssignedLines(lines, at + 1);
    if (assigned > 0) return assigned;
    const lead = leadBelow(this.text, lines[at]!);
    const { section, speech } = this.builder;
    const { strength } = speech;
    if (strength !== null && !speech.isWish) {
      const headed = this.readHeadedLines(lines, at + 1);
      if (headed > 0) return headed;
    }
    if (lead === null || speech.isWish) return 0;
    // Below 现紧急通知如下： (urgent notice is given as follows:) the sentences of a paragraph are orders of the document.
    const below = lines[at + 1];
    if (strength === null && isNotice(lead)) {
      const [one = 0, two = 0] = lines.slice(at + 1, at + 3).map((line) => this.orders.explicitIn(line));
      if (one >= 2 || two >= 2) speech.introduce(null, 'order', lead);
      // A single paragraph with several orders is no item of a list.
      if (one >= 2 && two < 2) return 0;
    }
    if (strength === null && section === null && !announcesOrders(lead)) return 0;
    if (leadsToNoOrders(lead)) return 0;
    // Lines that have markers are an ordinal list and are read as such.
    if (below && this.ordinals.opensWithMarker(below)) return 0;
    const count = countOrderLines(this.text, this.speakers, lines, at + 1, (items) =>
      speech.announces(items),
    );
    if (count < 2) return 0;
    this.builder.closeRun();
    this.builder.add('numbered', lines.slice(at + 1, at + 1 + count).map(withoutMarker));
    return count;
  }

  /**
   * Reads lines without markers that each end with the responsible public bodies in brackets: 修好水闸（责任单位：镇水管站）. Such
   * lines need neither a speaker nor a line that introduces them. Returns the number of lines read.
   */
  private readAssignedLines(lines: Span[], at: number): number {
    let end = at;
    while (end < lines.length && endsWithBody(this.text, lines[end]!)) end++;
    const count = end - at;
    if (count < 2 || this.ordinals.opensWithMarker(lines[at]!)) return 0;
    this.builder.closeRun();
    this.builder.add('numbered', lines.slice(at, end).map(withoutMarker));
    return count;
  }

  /**
   * Reads pairs of lines, each a heading without an ordinal and a paragraph, if their number has been announced.
   * Returns the number of lines read.
   */
  private readHeadedLines(lines: Span[], at: number): number {
    const items = headedLinesFrom(this.text, lines, at);
    const { builder } = this;
    if (items.length < 2 || !builder.speech.announces(items.length)) return 0;
    builder.closeRun();
    builder.add('heading', items.map(withoutMarker));
    return items.length * 2;
  }

  /** Whether the last order gives the number of the items that follow at an offset: 要从三个方面下功夫。一要…. */
  private announcesItems(items: number, first: number): boolean {
    const { last } = this.builder.run;
    if (!last || !/^[，。；\s]*$/.test(this.text.slice(last.end, first))) return false;
    const words = this.text.slice(last.start, last.end);
    return countsIn(words).includes(items) || mentions(words, items) || SOME_POINTS.test(words);
  }

  /** Adds an ordinal list if its items are orders. Returns the offset at which the list ends. */
  private readOrdinals(run: Run, lines: Span[], at: number): number {
    const { builder } = this;
    const { markers, form } = run;
    const items = this.ordinals.itemsOf(run, lines, at);
    // In 一是管住源头。《通知》要求，…。二是…。《通知》要求，…。 (First, …. The Notice demands, ….) the document orders what stands in the
    // items.
    if (builder.speech.strength === null && this.ordinals.areOfDocument(run))
      builder.speech.introduce(null, 'order', builder.speech.lead);
    // An order with a colon at its end (要做到“五个强化”：, must do five things better:) introduces the list and is not one
    // of its items.
    const first = markers[0]!.words.start;
    const isLead = /：\s*$/.test(this.text.slice(Math.max(0, first - 4), first));
    // A single order in a paragraph of its own also introduces the list: 各镇要加强值守。一要…；二要… (All towns must keep watch.
    // First, …; second, …).
    const { run: orders } = builder;
    if (
      isLead
        ? orders.isDirectlyAbove({ start: first, end: first })
        : (orders.last?.end === first && orders.isLastAlone) || this.announcesItems(items.length, first)
    )
      orders.dropLast();
    builder.closeRun();
    const spans = items.map(({ span }) => span);
    const { lead } = builder.speech;
    // The speaker of an earlier line does not introduce this list, if other words stand before it in a line where
    // nobody speaks.
    const { start } = lines[at]!;
    const isApart =
      builder.speech.isApart &&
      this.speakers.orator === null &&
      this.text.slice(start, Math.min(first, start + 8)).trim() !== '';
    const strength = isApart ? null : builder.speech.strength;
    const isBound = strength !== null || builder.section !== null;
    const order = areOrders(this.text, markers, spans, { lead, strength, isBound });
    if (order) builder.add(form, items);
    else builder.speech.forgetCounts();
    builder.speech.forgetAnnounced();
    // Where the items are no orders, reading continues after the first sentence of the last item:
    // 有三个特点：一是…；三是范围广。现通知如下： (… third, it is wide. Notice is given as follows:).
    const last = spans.at(-1)!;
    // A list inside the last item has its own orders: 首先，何苗表示欢迎。其次，她提出要求，一是… (First, a welcome. Next, she demands,
    // first, …).
    const inner = order ? undefined : this.ordinals.runFrom(last.start)?.markers[0];
    if (inner && inner.words.start < last.end) return last.start;
    if (!order && last.end > last.start) return firstSentenceOf(this.text, last)?.end ?? last.end;
    return last.end;
  }
}
