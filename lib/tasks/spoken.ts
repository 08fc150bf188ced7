import { announcedIn } from './announced.ts';
import { markersOf, type Run, runsOf } from './markers.ts';
import { isExplanation, isSituation, LEADS_OF_NO_ORDERS, NO_COMMANDERS } from './notOrders.ts';
import { hasExplicitOrder, opensWithVerb, orderIn } from './orders.ts';
import { partsOf, sentencesOf } from './paragraphs.ts';
import { anyOf } from './rules.ts';
import type { Span, Speaker, TaskForm } from './schema.ts';
import type { Introduction, Speakers } from './speakers.ts';

/** A list as found: where its tasks stand; details are read from there. */
export type FoundList = {
  form: TaskForm;
  speaker: Speaker | null;
  announcedCount: number | null;
  section: string | null;
  items: { marker: Span | null; span: Span }[];
};

/** Sentences that end a speech: the report goes on with what was done, by whom, with whom. */
const REPORT =
  /^(?:会上|会前|会后|会议期间|会议(?:还|由|审议|听取|研究|通报|传达|学习|宣读|通过|决定|原则|认为|最后|以)|随后|其间|期间|活动中|座谈中|调研中|调研期间|当天|当日|据悉|据了解|据介绍|记者|参加|出席|[^，。]{2,30}(?:参加|出席|列席|陪同)(?:了)?(?:会议|调研|活动|检查|培训|座谈)?[。；]?$)/;

type State = {
  speaker: Speaker | null;
  /** Null until somebody speaks; then what the last introduction was. */
  spoken: Introduction['strength'] | null;
  document: boolean;
  /** The sentence before: the lead of a list. */
  lead: string;
  /** The count announced since the last introduction. */
  announced: number | null;
};

/** Reads the lists of running text: ordinals and runs of orders, speaker by speaker, from left to right. */
export class SpokenLists {
  readonly lists: FoundList[] = [];
  private run: Span[] = [];
  /** True where the lines stand under headings of a document, which orders without a speaker. */
  private issued = false;
  private state: State = { speaker: null, spoken: null, document: false, lead: '', announced: null };
  private readonly runs: Run[];
  private nextRun = 0;

  constructor(
    private readonly text: string,
    private readonly speakers: Speakers,
  ) {
    this.runs = runsOf(markersOf(text));
  }

  /** Reads consecutive lines; `section` is the heading above them, in a document that orders without a speaker. */
  read(lines: Span[], section: string | null): void {
    this.issued = section !== null;
    this.state = { ...this.state, spoken: null, lead: section ?? '', announced: null };
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      if (!this.continuesRun(line)) this.closeRun(section);
      let from = line.start;
      for (;;) {
        while (this.nextRun < this.runs.length && this.runs[this.nextRun]!.markers[0]!.words.start < from)
          this.nextRun++;
        const run = this.runs[this.nextRun];
        const first = run?.markers[0];
        if (!run || !first || first.words.start >= line.end) break;
        this.sentences({ start: from, end: first.words.start }, section);
        const end = this.ordinals(run, lines, i, section);
        while (i + 1 < lines.length && lines[i]!.end < end) i++;
        from = end;
        if (from >= lines[i]!.end) break;
        this.sentencesUntilNext(from, lines[i]!.end, section);
        from = this.upTo;
      }
      if (from < lines[i]!.end) this.sentences({ start: from, end: lines[i]!.end }, section);
    }
    this.closeRun(section);
  }

  private upTo = 0;

  /** Sentences behind a list, up to the next list of the same line. */
  private sentencesUntilNext(from: number, end: number, section: string | null): void {
    while (this.nextRun < this.runs.length && this.runs[this.nextRun]!.markers[0]!.words.start < from)
      this.nextRun++;
    const next = this.runs[this.nextRun]?.markers[0]?.words.start ?? Number.POSITIVE_INFINITY;
    this.upTo = Math.min(end, Math.max(from, next));
    if (next > from) this.sentences({ start: from, end: this.upTo }, section);
  }

  /** A run of orders goes on in a line that opens with an order of its own: 要… behind 《意见》强调，要…. */
  private continuesRun(line: Span): boolean {
    if (this.run.length === 0) return false;
    const sentence = sentencesOf(this.text, line)[0]!;
    return !this.speakers.introductionIn(sentence) && orderIn(this.text, sentence)?.explicit === true;
  }

  private closeRun(section: string | null): void {
    const { speaker, announced } = this.state;
    if (this.run.length >= 2)
      this.lists.push({
        form: 'parallel',
        speaker,
        announcedCount: announced,
        section,
        items: this.run.map((span) => ({ marker: null, span })),
      });
    this.run = [];
  }

  private sentences(span: Span, section: string | null): void {
    for (const sentence of sentencesOf(this.text, span)) this.sentence(sentence, section);
  }

  private sentence(sentence: Span, section: string | null): void {
    const words = this.text.slice(sentence.start, sentence.end).trim();
    const introduction = this.speakers.introductionIn(sentence);
    let said = sentence;
    if (introduction) {
      const speaker = introduction.document ? null : (introduction.speaker ?? this.state.speaker);
      const same =
        speaker?.name === this.state.speaker?.name && this.run.length > 0 && this.sameLine(sentence);
      if (!same || this.run.length > 1) this.closeRun(section);
      this.state = {
        speaker,
        spoken: anyOf(NO_COMMANDERS, speaker?.title ?? speaker?.name ?? '') ? 'wish' : introduction.strength,
        document: introduction.document,
        lead: words,
        announced: announcedIn(words),
      };
      said = { start: introduction.from, end: sentence.end };
    } else if (REPORT.test(words) || this.speakers.tellsOf(sentence, this.state.speaker)) {
      this.closeRun(section);
      this.state = { ...this.state, spoken: null, lead: words, announced: null };
    }
    this.speakers.pass(sentence);
    if (!introduction) {
      this.state.lead = words;
      this.state.announced = announcedIn(words) ?? this.state.announced;
    }
    this.orders(said, introduction !== null);
  }

  private sameLine(sentence: Span): boolean {
    const last = this.run.at(-1)!;
    return !this.text.slice(last.end, sentence.start).includes('\n');
  }

  /** Adds the orders of a sentence to the run; what explains them belongs to the one before. */
  private orders(said: Span, introduced: boolean): void {
    const { spoken } = this.state;
    if (spoken === 'wish' || (spoken === null && !this.issued)) return;
    const parts = partsOf(this.text, said);
    const each =
      parts.length > 1 && parts.every((part) => orderIn(this.text, part)?.explicit) ? parts : [said];
    for (const part of each) {
      const order = orderIn(this.text, part);
      const words = this.text.slice(part.start, part.end).trim();
      const counts = order && (order.explicit || this.run.length > 0 || (introduced && spoken === 'order'));
      if (counts) this.run.push({ start: order.start, end: part.end });
      else if (this.run.length > 0 && !isSituation(words)) this.run.at(-1)!.end = part.end;
    }
  }

  /** Adds an ordinal list if its items are orders. Returns where it ends. */
  private ordinals(run: Run, lines: Span[], at: number, section: string | null): number {
    const { markers, form } = run;
    const items = markers.map((marker, i) => {
      const next = markers[i + 1]?.words.start;
      const end =
        next === undefined ? this.endOfLast(marker.start, lines, at) : this.endOfItem(marker.start, next);
      return { marker: marker.words, span: { start: marker.start, end } };
    });
    const end = items.at(-1)!.span.end;
    const { state } = this;
    const lead = state.lead;
    const verdict = this.areOrders(
      lead,
      run,
      items.map(({ span }) => span),
    );
    this.closeRun(section);
    if (verdict)
      this.lists.push({ form, speaker: state.speaker, announcedCount: state.announced, section, items });
    this.state = { ...state, announced: null };
    return end;
  }

  /** An item ends before the next marker, and before a line that tells of something else. */
  private endOfItem(start: number, next: number): number {
    const own = this.text.slice(start, next);
    const lineEnd = own.indexOf('\n');
    if (lineEnd < 0) return next;
    const rest = own.slice(lineEnd + 1).trim();
    return rest && !REPORT.test(rest) && !/^[（(【图]/.test(rest) ? next : start + lineEnd;
  }

  /** The last item ends with its line, or before the sentence in which another speaks or the report goes on. */
  private endOfLast(start: number, lines: Span[], at: number): number {
    let line = lines[at]!;
    for (let i = at; i < lines.length && lines[i]!.start <= start; i++) line = lines[i]!;
    const sentences = sentencesOf(this.text, { start, end: line.end });
    for (const sentence of sentences.slice(1)) {
      const words = this.text.slice(sentence.start, sentence.end).trim();
      const introduction = this.speakers.introductionIn(sentence);
      const another = introduction && (introduction.speaker || introduction.document);
      if (another || REPORT.test(words) || this.speakers.opensWithPerson(sentence)) return sentence.start;
    }
    return line.end;
  }

  private areOrders(lead: string, run: Run, items: Span[]): boolean {
    const { spoken } = this.state;
    const words = items.map(({ start, end }) => this.text.slice(start, Math.min(end, start + 300)).trim());
    const share = (test: (text: string, i: number) => boolean) => words.filter(test).length / words.length;
    if (spoken === 'wish') return false;
    const leadOrders =
      /(?:要求|强调)[^，。]{0,8}$/.test(lead) || /(?:^|[，；])[^，；需重主]{0,12}要(?!求)/.test(lead);
    if (!leadOrders && anyOf(LEADS_OF_NO_ORDERS, lead)) return false;
    if (share((item) => isSituation(item)) > 0.5) return false;
    const orders = share((item, i) => opensWithVerb(item) || hasExplicitOrder(this.text, items[i]!));
    const outright = run.markers.filter(({ words: { start, end } }) =>
      this.text.slice(start, end).includes('要'),
    ).length;
    if (outright * 2 >= items.length) return spoken !== null || this.issued || leadOrders || orders > 0.5;
    if (share((item) => isExplanation(item)) > 0.5) return false;
    if (spoken === 'order') return true;
    return (spoken !== null || this.issued || leadOrders) && orders >= 0.5;
  }
}
