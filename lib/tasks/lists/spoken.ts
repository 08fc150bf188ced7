import { isAttitude, isReport, isSituation, NO_COMMANDERS } from '../lexicon/notOrders.ts';
import { partsOf, sentencesOf } from '../paragraphs.ts';
import { anyOf } from '../rules.ts';
import type { Span, TaskForm } from '../schema.ts';
import { announcedIn, countsIn } from './announced.ts';
import { markersOf, type Run, runsOf } from './markers.ts';
import { type Order, orderIn } from './orders.ts';
import { isBrief, type Ordered, tasksOf } from './parallel.ts';
import type { Person } from './people.ts';
import type { Introduction, Speakers } from './speakers.ts';
import { areOrders, leadsToNoOrders, ordersIn } from './verdict.ts';

/** A list as found: where its tasks stand; details are read from there. */
export type FoundList = {
  form: TaskForm;
  speaker: Person | null;
  announcedCount: number | null;
  section: string | null;
  items: { marker: Span | null; span: Span }[];
};

/** The reporter's name in brackets at the end of a report. */
const BYLINE = /^\s*（[^（）负责牵头配合]{2,20}）\s*$/;

type State = {
  speaker: Person | null;
  /** Null until somebody speaks; then what the last introduction was. */
  spoken: Introduction['strength'] | null;
  /** The sentence before: the lead of a list. */
  lead: string;
  /** The count announced since the last introduction. */
  announced: number | null;
  /** All counts named since the last list: 提出5个方面22条措施。《意见》明确，一是…. */
  counts: number[];
  /** True in a line of its own that nothing binds to who spoke before: its orders are nobody's. */
  apart: boolean;
};

/** Reads the lists of running text: ordinals and runs of orders, speaker by speaker, from left to right. */
export class SpokenLists {
  readonly lists: FoundList[] = [];
  private run: Ordered[] = [];
  private section: string | null = null;
  private state: State = { speaker: null, spoken: null, lead: '', announced: null, counts: [], apart: false };
  private readonly runs: Run[];
  private nextRun = 0;
  /** The order of a sentence that has been read, by its beginning. */
  private readonly orderAt = new Map<number, { end: number; order: Order | null }>();

  constructor(
    private readonly text: string,
    private readonly speakers: Speakers,
    /** Where the markers of headed sections stand: those make no list of speech. */
    headings: ReadonlySet<number> = new Set(),
  ) {
    this.runs = runsOf(markersOf(text).filter(({ words }) => !headings.has(words.start)));
  }

  /**
   * Reads consecutive lines. Where `section` is given they stand under that heading of a document, which orders
   * without a speaker.
   */
  read(lines: Span[], section: string | null): void {
    this.section = section;
    this.state = { ...this.state, spoken: null, lead: section ?? '', announced: null, apart: false };
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      const goesOn = this.goesOn(line);
      if (!goesOn || this.opensRun(line)) this.closeRun();
      this.state.apart = !goesOn;
      let from = line.start;
      for (
        let run = this.runFrom(from);
        run && run.markers[0]!.words.start < lines[i]!.end;
        run = this.runFrom(from)
      ) {
        this.sentences({ start: from, end: run.markers[0]!.words.start });
        from = this.ordinals(run, lines, i);
        while (i + 1 < lines.length && lines[i]!.end < from) i++;
      }
      if (from < lines[i]!.end) this.sentences({ start: from, end: lines[i]!.end });
      i += this.unmarked(lines, i);
    }
    this.closeRun();
  }

  /**
   * Who gives the orders of a headed or numbered list that follows the lines read last, with the count announced:
   * 林海提出三点要求：. Null where those lines say that what follows is no order.
   */
  introduced(): (Pick<FoundList, 'speaker' | 'announcedCount'> & { ordered: boolean }) | null {
    const { speaker, spoken, lead, announced } = this.state;
    if (spoken === 'wish' || leadsToNoOrders(lead)) return null;
    const speaks = spoken !== null && /：\s*$|要求|意见/.test(lead);
    return { speaker: speaks ? speaker : null, announcedCount: announced, ordered: speaks || ordersIn(lead) };
  }

  /** The next run of markers that begins at or behind a place. */
  private runFrom(place: number): Run | undefined {
    while (this.nextRun < this.runs.length && this.runs[this.nextRun]!.markers[0]!.words.start < place)
      this.nextRun++;
    return this.runs[this.nextRun];
  }

  /**
   * A speech goes on in a line that opens with an order of its own (要… behind 《意见》强调，要…), or behind a colon. 我们要
   * is how a commentary goes on behind a quotation.
   */
  private goesOn(line: Span): boolean {
    if (/：\s*$/.test(this.state.lead)) return true;
    const sentence = sentencesOf(this.text, line)[0]!;
    if (/^\s*我们/.test(this.text.slice(sentence.start, sentence.start + 6))) return false;
    return !this.speakers.introductionIn(sentence) && this.orderIn(sentence)?.explicit === true;
  }

  /**
   * Whether a line has the orders of a list, above which a lone one of attitude stands: 要本着负责的态度，抓源头、抓重点。
   * In a paragraph of its own that one says how all below is to be done, and is no sibling.
   */
  private opensRun(line: Span): boolean {
    const [above] = this.run;
    if (!above || this.run.length > 1 || !isAttitude(this.text.slice(above.start, above.end))) return false;
    return sentencesOf(this.text, line).filter((sentence) => this.orderIn(sentence)?.explicit).length >= 2;
  }

  /** Sentences are asked twice: whether a speech goes on in them, and what they order. */
  private orderIn(sentence: Span): Order | null {
    const known = this.orderAt.get(sentence.start);
    if (known?.end === sentence.end) return known.order;
    const order = orderIn(this.text, sentence);
    this.orderAt.set(sentence.start, { end: sentence.end, order });
    return order;
  }

  private add(form: TaskForm, items: FoundList['items']): void {
    const { speaker, announced, counts, lead } = this.state;
    const ordinal = form !== 'parallel';
    // Of several counts that one is meant which fits.
    const fits = ordinal && counts.includes(items.length) ? items.length : null;
    const announcedCount = fits ?? (ordinal ? announcedIn(lead) : null) ?? announced;
    this.lists.push({ form, speaker, announcedCount, section: this.section, items });
    this.state.counts = [];
  }

  private closeRun(): void {
    const tasks = tasksOf(this.run);
    if (tasks.length >= 2)
      this.add(
        'parallel',
        tasks.map((span) => ({ marker: null, span })),
      );
    this.run = [];
  }

  private sentences(span: Span): void {
    for (const sentence of sentencesOf(this.text, span)) this.sentence(sentence);
  }

  private sentence(sentence: Span): void {
    const words = this.text.slice(sentence.start, sentence.end).trim();
    const introduction = this.speakers.introductionIn(sentence);
    const counts = countsIn(words);
    // Words whose speaker nothing names are nobody's orders.
    const known = introduction && (introduction.document || introduction.speaker || this.state.speaker);
    if (introduction && known) {
      const speaker = introduction.document ? null : (introduction.speaker ?? this.state.speaker);
      // 他强调，要…。他要求，要…: lone orders of one speaker in one paragraph are one list.
      if (this.run.length !== 1 || speaker?.name !== this.state.speaker?.name || !this.sameLine(sentence))
        this.closeRun();
      const commands = !anyOf(NO_COMMANDERS, speaker?.title ?? speaker?.name ?? '');
      this.state = {
        speaker,
        spoken: commands ? introduction.strength : 'wish',
        lead: words,
        announced: counts.at(-1) ?? null,
        counts: [...this.state.counts, ...counts].slice(-6),
        apart: false,
      };
    } else {
      if (isReport(words) || this.speakers.tellsOf(sentence, this.state.speaker)) {
        this.closeRun();
        this.state = { ...this.state, spoken: null, announced: null };
      }
      this.state = {
        ...this.state,
        lead: words,
        // Orders that name a count (抓好“三项任务”) announce nothing of their own list.
        announced: (this.run.length === 0 ? counts.at(-1) : null) ?? this.state.announced,
        counts: [...this.state.counts, ...counts].slice(-6),
      };
    }
    this.speakers.pass(sentence);
    const said = introduction && known ? { start: introduction.from, end: sentence.end } : sentence;
    this.orders(said, Boolean(known));
  }

  private sameLine(sentence: Span): boolean {
    return !this.text.slice(this.run.at(-1)!.end, sentence.start).includes('\n');
  }

  /** Adds the orders of a sentence to the run; what explains them belongs to the one before. */
  private orders(said: Span, introduced: boolean): void {
    const { spoken, apart } = this.state;
    if (spoken === 'wish' || ((spoken === null || apart) && this.section === null)) return;
    const parts = partsOf(this.text, said);
    // 要…；要…: each is an order of its own only where every one opens with its 要.
    const orders = parts.map((part) => this.orderIn(part));
    const several = orders.every(
      (order, i) => order?.explicit && (i === 0 || opensAt(this.text, parts[i]!, order)),
    );
    const each = several ? parts : [said];
    for (const part of each) {
      const words = this.text.slice(part.start, part.end).trim();
      if (BYLINE.test(words)) continue;
      const order = this.orderIn(part);
      // Under a heading nobody says 强调: there the whole sentence must be the order, not a clause of a condition.
      const whole = spoken !== null || (order?.explicit && opensAt(this.text, part, order));
      if (order && whole && (order.explicit || this.run.length > 0 || (introduced && spoken === 'order')))
        this.run.push({
          start: order.start,
          end: part.end,
          explicit: order.explicit,
          explained: false,
          brief: isBrief(this.text.slice(order.start, part.end).trim()),
        });
      else if (this.run.length > 0 && !isSituation(words))
        Object.assign(this.run.at(-1)!, { end: part.end, explained: true });
    }
  }

  /** Lines without markers behind a line that ends with a colon, each an order: a page's <ol> or <ul>. How many they are. */
  private unmarked(lines: Span[], at: number): number {
    const lead = this.text.slice(Math.max(lines[at]!.start, lines[at]!.end - 200), lines[at]!.end).trimEnd();
    const { spoken } = this.state;
    if (!lead.endsWith('：') || spoken === 'wish') return 0;
    const announces =
      spoken !== null || this.section !== null || /要求|任务|措施|如下|以下|[做抓]好|落实/.test(lead);
    if (!announces) return 0;
    if (leadsToNoOrders(lead)) return 0;
    let count = 0;
    for (let i = at + 1; i < lines.length; i++, count++) {
      const sentence = sentencesOf(this.text, lines[i]!)[0]!;
      if (!orderIn(this.text, sentence) || this.speakers.introductionIn(sentence)) break;
    }
    if (count < 2) return 0;
    this.closeRun();
    this.add(
      'numbered',
      lines.slice(at + 1, at + 1 + count).map((span) => ({ marker: null, span })),
    );
    return count;
  }

  /** Adds an ordinal list if its items are orders. Returns where it ends. */
  private ordinals(run: Run, lines: Span[], at: number): number {
    const { markers, form } = run;
    const items = markers.map((marker, i) => {
      const next = markers[i + 1]?.words.start;
      const end = next === undefined ? this.endOfLast(run, lines, at) : this.endOfItem(marker.start, next);
      return { marker: marker.words, span: { start: marker.start, end } };
    });
    // 要做到“五个强化”：leads to the list and is no order beside it.
    const first = run.markers[0]!.words.start;
    const leads = /：\s*$/.test(this.text.slice(Math.max(0, first - 4), first));
    if (leads && this.run.at(-1)?.end === first) this.run.pop();
    this.closeRun();
    const spans = items.map(({ span }) => span);
    const { lead, spoken } = this.state;
    const bound = spoken !== null || this.section !== null;
    if (areOrders(this.text, markers, spans, { lead, spoken, bound })) this.add(form, items);
    this.state = { ...this.state, announced: null };
    return items.at(-1)!.span.end;
  }

  /** An item ends before the next marker, and before a line that tells of something else. */
  private endOfItem(start: number, next: number): number {
    const own = this.text.slice(start, next);
    const lineEnd = own.indexOf('\n');
    if (lineEnd < 0) return next;
    const rest = own.slice(lineEnd + 1).trim();
    return rest && !isReport(rest) && !/^[（【图]/.test(rest) ? next : start + lineEnd;
  }

  /**
   * The last item ends with its line, or before the sentence in which another speaks or the report goes on, or before
   * the next list.
   */
  private endOfLast(run: Run, lines: Span[], at: number): number {
    const { start } = run.markers.at(-1)!;
    let line = lines[at]!;
    for (let i = at; i < lines.length && lines[i]!.start <= start; i++) line = lines[i]!;
    let next = this.nextRun + 1;
    while (this.runs[next]?.within === run) next++;
    const following = this.runs[next]?.markers[0];
    const end = following ? Math.min(line.end, following.words.start) : line.end;
    const brief = run.markers.every((marker, i) => {
      const next = run.markers[i + 1]?.words.start;
      return next === undefined || sentencesOf(this.text, { start: marker.start, end: next }).length === 1;
    });
    for (const sentence of sentencesOf(this.text, { start, end }).slice(1)) {
      const words = this.text.slice(sentence.start, sentence.end).trim();
      const introduction = this.speakers.introductionIn(sentence);
      if (
        introduction?.speaker ||
        introduction?.document ||
        BYLINE.test(words) ||
        isReport(words) ||
        // Where every item is one sentence, 同时，要… behind the last is an order of its own.
        (brief && orderIn(this.text, sentence)?.explicit) ||
        this.speakers.opensWithPerson(sentence)
      )
        return sentence.start;
    }
    return end;
  }
}

/** True where nothing but blanks stands before an order. */
const opensAt = (text: string, { start }: Span, order: Order): boolean =>
  text.slice(start, order.start).trim() === '';
