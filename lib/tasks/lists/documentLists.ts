import { lineAbove } from '../paragraphs.ts';
import type { Span } from '../schema.ts';
import type { FoundList } from './found.ts';
import { announcesContents, announcesMinutes, isDoneThere } from './headed/agenda.ts';
import type { Headed } from './headed/headed.ts';
import { officialLists, soundsOfficial } from './headed/official.ts';
import type { Outline } from './outline/outline.ts';
import { markersIn } from './outline/section.ts';
import type { People, Person } from './people/person.ts';
import { RunningText } from './runningText/runningText.ts';
import { MEETING } from './speakers/organisations.ts';
import { Speakers } from './speakers/speakers.ts';

/** The greatest length of a table's header row and the first cells below it, in UTF-16 units. */
const LONGEST_HEADS = 200;

/**
 * Reads the lists of a document: its headed sections and the lines between them, from left to right. The lines above a
 * headed list can name the speaker of its orders.
 */
export class DocumentLists {
  private readonly speakers: Speakers;
  private readonly running: RunningText;
  private readonly lists: FoundList[] = [];
  /** The lines since the last list or section. They are read together, once the next list or section begins. */
  private lines: Span[] = [];
  /**
   * The speaker whom the last line above the sections names (报告对工作作出安排：). The lists of the sections have this
   * speaker if they name no other.
   */
  private above: Person | null = null;
  /** The headed lists that sound official (see `officialLists`); null until they are first needed. */
  private official: ReadonlySet<FoundList> | null = null;

  constructor(
    private readonly text: string,
    /** The page's title, folded like the text. */
    title: string,
    people: People,
    private readonly outline: Outline,
    private readonly headed: Headed,
    /** The tables that assign work. */
    private readonly tables: readonly FoundList[],
    /** Whether the text is a document that somebody has issued, so that its lists need no speaker. */
    private readonly issued: boolean,
  ) {
    this.speakers = new Speakers(text, people, title);
    this.running = new RunningText(text, this.speakers, markersIn(outline.sections));
  }

  /** Reads the whole text and returns its lists, unsorted. */
  read(): FoundList[] {
    const steps = [
      ...this.outline.loose.map((line) => ({ at: line.start, take: () => void this.lines.push(line) })),
      ...this.headed.running
        .filter(({ agenda }) => this.issued || agenda)
        .map((below) => ({ at: below.lines[0]!.start, take: () => this.takeLines(below) })),
      ...this.headed.lists.map((list) => ({
        at: list.items[0]!.span.start,
        take: () => this.takeList(list),
      })),
      ...this.tables.map((table) => ({
        at: table.items[0]!.span.start,
        take: () => this.takeTable(table),
      })),
    ].sort((a, b) => a.at - b.at);
    for (const { take } of steps) take();
    this.flush();
    // In a printed speech, the person who gives it is the speaker of all lists without another speaker.
    const said = this.running.lists.map((list) => ({
      ...list,
      speaker: list.speaker ?? this.oratorOf(list),
    }));
    return [...this.lists, ...said];
  }

  /** Reads the lines since the last list or section as running text. */
  private flush(): void {
    if (this.lines.length) this.running.read(this.lines, null);
    this.lines = [];
  }

  /** Reads the lines under a heading that are no items. */
  private takeLines({ lines, section, topic = section, resolved }: Headed['running'][number]): void {
    this.flush();
    this.running.read(lines, section, topic, resolved);
  }

  /**
   * Adds a headed or numbered list, with its speaker. A list without a heading counts only if a speaker introduces it,
   * the document has an issuer, or the items sound official.
   */
  private takeList(list: FoundList): void {
    const before = this.lines.at(-1);
    this.flush();
    if (before) this.above = this.speakerIn(before);
    // In a printed speech, the orders under its headings are orders of the person who gives the speech.
    const speaker = this.oratorOf(list) ?? list.speaker;
    if (list.section !== null) {
      this.lists.push({ ...list, speaker: speaker ?? this.speakerAbove(list) ?? this.above });
      return;
    }
    const words = before ? this.text.slice(before.start, before.end) : '';
    const tells = announcesContents(words);
    const introduced = before
      ? this.running.introducesList(list.items, tells)
      : { speaker: null, announcedCount: null, ordered: false };
    if (!introduced) return;
    const { ordered, ...lead } = introduced;
    const resolves = tells || announcesMinutes(words);
    const items = tells ? list.items.filter(({ span }) => !isDoneThere(this.text, span)) : list.items;
    // Items of a meeting's contents may be reports, so neither a speaker nor an issuer makes orders of them.
    const isList = !tells && (ordered || this.issued || speaker !== null);
    const sounds = () => (tells ? soundsOfficial(this.text, items) : this.isOfficial(list));
    if (isList || (items.length > 1 && sounds()))
      this.lists.push({
        ...list,
        ...lead,
        items,
        speaker: lead.speaker ?? speaker ?? (resolves ? MEETING : null),
      });
  }

  /** Whether a list sounds official, or belongs to a series of lists under titles of which one does. */
  private isOfficial(list: FoundList): boolean {
    this.official ??= officialLists(this.text, this.headed.lists);
    return this.official.has(list);
  }

  /** Adds a table, with the speaker whom the line directly above it names: 局长李平作如下安排：. */
  private takeTable(table: FoundList): void {
    const { start } = table.items[0]!.span;
    const before = this.lines.at(-1);
    // The line above (`before`) names the speaker only if at most the header row stands between it and the first row.
    const isAbove =
      before &&
      start - before.end <= LONGEST_HEADS &&
      this.text.slice(before.end, start).trim().split('\n').length <= 2;
    const speaker = isAbove ? this.speakerIn(before) : null;
    const isNamed = speaker && this.text.slice(before!.start, before!.end).includes(speaker.name);
    this.lists.push(isNamed ? { ...table, speaker } : table);
  }

  /** Returns the person who gives the printed speech to which a list belongs; null where it belongs to none. */
  private oratorOf({ items: [first] }: FoundList): Person | null {
    const { orator } = this.speakers;
    return orator && orator.from <= first!.span.start ? orator.person : null;
  }

  /** Finds the speaker in the line between the heading of a section and its list: 会议议定以下事项：. */
  private speakerAbove({ items: [first] }: FoundList): Person | null {
    const line = lineAbove(this.text, (first!.marker ?? first!.span).start);
    return line && this.speakerIn(line);
  }

  /** Finds the speaker whom a line with a colon at its end introduces. */
  private speakerIn(line: Span): Person | null {
    if (!this.text.slice(line.start, line.end).trimEnd().endsWith('：')) return null;
    const introduction = this.speakers.introductionIn(line);
    return introduction && introduction.strength !== 'wish' ? introduction.speaker : null;
  }
}
