import { isReport } from '../../lexicon/notOrders/reports.ts';
import { isWish, opensWithPast, saysWhatBodyWillDo } from '../../lexicon/notOrders/statements.ts';
import { sentencesOf } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import type { FoundItem } from '../found.ts';
import { hasExplicitOrder, orderIn } from '../orders/orders.ts';
import type { Speakers } from '../speakers/speakers.ts';
import { type Marker, markersOf } from './markers.ts';
import { type Run, runsOf } from './runs.ts';

/** The reporter's name in brackets at the end of a report. */
const BYLINE = /^\s*（[^（）负责牵头配合]{2,20}）\s*$/;
/** Whether words are only a reporter's name in brackets: （记者 李平）. */
export const isByline = (words: string): boolean => BYLINE.test(words);

/** Words that begin a separate order after the last item: 同时，要…. An order to everybody (各镇要…) belongs to the item. */
const ANOTHER = /^(?:同时|此外|另外|最后)/;

/** Words that show that a sentence is an order. */
const MODAL = /要(?![求点素])|必须|务必|不得|不准|一律|严禁/;

/**
 * An order that announces a number of parts and ends with a comma or colon, so that the parts follow directly:
 * 各站要做到“三个到位”，.
 */
const LEADS_TO_PARTS =
  /[^。；\n]{0,60}(?:要|务必|必须)[^。；，\n]{0,8}“?[两二三四五六七八](?:个|项|点)[^。；\n]{0,16}[，：]$/;

/** The greatest length of an item that is a heading on a line of its own, in UTF-16 units. */
const LONGEST_HEADING = 24;

/** How many UTF-16 units after a marker are searched for a person with title and name. */
const LONGEST_PERSON = 40;

/** How many UTF-16 units of an item are searched for an order. */
const ENOUGH = 160;

/**
 * Finds the series of markers (一要…二要…, see `Run`) of a text, from left to right, and the items between the markers.
 */
export class OrdinalItems {
  private readonly runs: Run[];
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly speakers: Speakers,
    /** The offsets of markers of headed sections. These markers form no list of running text. */
    headings: ReadonlySet<number>,
  ) {
    const markers = markersOf(text).filter(
      (marker) => !headings.has(marker.words.start) && !this.isOfReport(marker),
    );
    this.runs = runsOf(markers).filter((run) => this.isOfOrders(run));
  }

  /**
   * Whether a marker such as 首先 (first) only gives the sequence of a report, because a person acts after it:
   * 首先，局长李平传达了文件。 (First, Director Li Ping passed on the document.)
   */
  private isOfReport({ family, start }: Marker): boolean {
    return family === 'sequence' && this.speakers.opensWithPerson({ start, end: start + LONGEST_PERSON });
  }

  /**
   * Whether a series of markers gives orders. 一方面…另一方面… (on the one hand, on the other) and 一看…二看… (first look, …)
   * have many other uses, so their items must contain orders.
   */
  private isOfOrders({ markers }: Run): boolean {
    const { family } = markers[0]!;
    if (family !== 'side' && family !== 'deed') return true;
    const orders = markers.filter(({ start }, i) => {
      const end = Math.min(start + ENOUGH, markers[i + 1]?.words.start ?? this.text.length);
      const line = this.text.slice(start, end).indexOf('\n');
      const item = { start, end: line < 0 ? end : start + line };
      return (
        hasExplicitOrder(this.text, item) ||
        (family === 'deed' && MODAL.test(this.text.slice(item.start, item.end)))
      );
    }).length;
    return family === 'side' ? orders === markers.length : orders * 2 >= markers.length;
  }

  /** Finds the next series of markers that begins at or after an offset. */
  runFrom(place: number): Run | undefined {
    while (this.next < this.runs.length && this.runs[this.next]!.markers[0]!.words.start < place) this.next++;
    return this.runs[this.next];
  }

  /** Whether a line begins with the first marker of the next series of markers. */
  opensWithMarker({ start, end }: Span): boolean {
    const first = this.runFrom(start)?.markers[0];
    return first !== undefined && first.words.start < end && first.opensLine;
  }

  /**
   * Cuts the series that `runFrom` returned last into items, one for each marker. `lines[at]` is the line in which
   * the series begins.
   */
  itemsOf({ markers }: Run, lines: Span[], at: number): FoundItem[] {
    return markers.map((marker, i) => {
      const next = markers[i + 1]?.words.start;
      const end =
        next === undefined ? this.endOfLast(markers, lines, at) : this.endOfItem(marker.start, next);
      return { marker: marker.words, span: { start: marker.start, end } };
    });
  }

  /** Finds the end of an item: the next marker, or the end of its line if the next line is a report or a caption. */
  private endOfItem(start: number, next: number): number {
    const own = this.text.slice(start, next);
    const lineEnd = own.indexOf('\n');
    if (lineEnd < 0) return next;
    const rest = own.slice(lineEnd + 1).trim();
    return rest && !isReport(rest) && !/^[（【图]/.test(rest) ? next : start + lineEnd;
  }

  /**
   * Finds the end of the last item: the end of its line, or of the line below it (see `lineBelowHeading`). The item
   * ends earlier where another speaker, the report or the next list begins.
   */
  private endOfLast(markers: Marker[], lines: Span[], at: number): number {
    const { start } = markers.at(-1)!;
    let line = lines[at]!;
    for (let i = at; i < lines.length && lines[i]!.start <= start; i++) line = lines[i]!;
    const next = this.runs[this.next + 1];
    const following =
      next && !this.isInside(next, start) && !this.isInsideEach(next, markers) ? next.markers[0] : undefined;
    const end = following ? Math.min(line.end, following.words.start) : line.end;
    const below = this.lineBelowHeading(markers, lines);
    if (below) return below.end;
    const isBrief = this.areSentences(markers);
    const [, ...further] = sentencesOf(this.text, { start, end });
    // A sentence before the next list introduces that list: 同时，他提出了要求：一要…；二要… (he also made demands: first, …;
    // second, …).
    const leads = (sentence: Span) => sentence.end === following?.words.start && following.rank === 1;
    const inside = further.length ? this.speakerInside(markers) : null;
    return (
      further.find((sentence) => leads(sentence) || this.endsList(sentence, isBrief, inside))?.start ?? end
    );
  }

  /**
   * Whether every earlier item of a list (`outer`) contains the first marker of this series, too. Then the series
   * belongs to the last item: 一是…。1.…2.…；二是…。1.…2.….
   */
  private isInsideEach({ markers: [first] }: Run, outer: Marker[]): boolean {
    const { words } = first!;
    const last = outer.at(-1)!;
    if (this.text.slice(last.start, words.start).includes('\n')) return false;
    const marker = this.text.slice(words.start, words.end);
    return outer
      .slice(0, -1)
      .every(({ start }, i) => this.text.slice(start, outer[i + 1]!.words.start).includes(`。${marker}`));
  }

  /** Whether a series of markers stands inside the last item of the series before it. That item begins at `start`. */
  private isInside({ markers: [first] }: Run, start: number): boolean {
    const { family, words } = first!;
    const between = this.text.slice(start, words.start);
    if (between.includes('\n')) return false;
    // In 二、抓好禁烧，一方面要管源头；另一方面要巡查 (2. Prevent burning, on the one hand control the sources; on the other, patrol) the
    // two sides belong to the item.
    if (family === 'side') return !between.includes('。');
    // In 各站要做到“三个到位”，一要人员到位 (all stations must achieve “three in place”, first, staff in place) the sentence that
    // introduces the markers is an order of the item.
    const lead = LEADS_TO_PARTS.exec(between)?.[0].length;
    return (
      lead !== undefined &&
      this.speakers.introductionIn({ start: words.start - lead, end: words.start }) === null
    );
  }

  /**
   * Finds the line below the last item, where each item is a heading on a line of its own with one line below it. An
   * example is 一要管住源头。 with 各镇要逐户登记。 on the next line.
   */
  private lineBelowHeading(markers: Marker[], lines: Span[]): Span | null {
    const last = markers.at(-1)!;
    const at = lines.findIndex(({ start, end }) => start <= last.words.start && last.words.start < end);
    const [heading, below] = [lines[at], lines[at + 1]];
    if (!heading || !below || heading.end - last.start > LONGEST_HEADING) return null;
    const haveLine = markers.slice(0, -1).every(({ start, opensLine }, i) => {
      const own = this.text.slice(start, markers[i + 1]!.words.start).trim();
      return opensLine && own.indexOf('\n') <= LONGEST_HEADING && own.split('\n').length === 2;
    });
    const words = this.text.slice(below.start, below.end).trim();
    return haveLine && !isReport(words) && !this.speakers.introductionIn(below) ? below : null;
  }

  /**
   * Returns the name of the person who speaks inside each item but the last: 一是防汛。何苗强调，各站要备泵。二是…. In the last item,
   * too, that person's words belong to the item. For documents (《通知》要求，…) the name is 《》. Returns null where nobody
   * speaks in each item.
   */
  private speakerInside(markers: Marker[]): string | null {
    let inside: string | null = null;
    for (const [i, { start }] of markers.slice(0, -1).entries()) {
      const [, ...further] = sentencesOf(this.text, { start, end: markers[i + 1]!.words.start });
      const speaker = further.map((sentence) => this.speakerOf(sentence)).find((one) => one !== null);
      if (!speaker || (inside !== null && speaker !== inside)) return null;
      inside = speaker;
    }
    return inside;
  }

  /** Returns the name of who speaks in a sentence, with 《》 for every document; null where nobody speaks. */
  private speakerOf(sentence: Span): string | null {
    const introduction = this.speakers.introductionIn(sentence);
    return introduction?.document ? '《》' : (introduction?.speaker?.name ?? null);
  }

  /** Whether every item but the last says what a document demands: 一是管住源头。《通知》要求，…. */
  areOfDocument({ markers }: Run): boolean {
    return this.speakerInside(markers) === '《》';
  }

  /** Whether every item but the last has only one sentence. */
  private areSentences(markers: Marker[]): boolean {
    return markers.every((marker, i) => {
      const next = markers[i + 1]?.words.start;
      return next === undefined || sentencesOf(this.text, { start: marker.start, end: next }).length === 1;
    });
  }

  /** Whether a sentence after the last item no longer belongs to that item. */
  private endsList(sentence: Span, isBrief: boolean, inside: string | null): boolean {
    const words = this.text.slice(sentence.start, sentence.end).trim();
    const speaker = this.speakerOf(sentence);
    const speaks = speaker !== null;
    return (
      (speaks && speaker !== inside) ||
      isByline(words) ||
      isReport(words) ||
      /^总[之的]/.test(words) ||
      (isWish(words) && !hasExplicitOrder(this.text, sentence)) ||
      // Where every item is one sentence, the last item ends before an order with 同时，要… (also, must …). It also ends
      // before a report with 今年以来，… (since the beginning of the year, …), and before what a public body will do.
      (isBrief &&
        (opensWithPast(words) ||
          saysWhatBodyWillDo(words) ||
          /^并(?:根据|按照|结合)[^。]{2,60}了/.test(words) ||
          (ANOTHER.test(words) && orderIn(this.text, sentence)?.explicit === true))) ||
      (!speaks && this.speakers.opensWithPerson(sentence))
    );
  }
}
