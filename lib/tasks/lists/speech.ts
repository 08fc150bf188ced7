import type { Strength } from '../lexicon/speech.ts';
import { announcedIn, mentions } from './announced.ts';
import type { Person } from './people.ts';

/** How many counts before a list are kept. */
const COUNTS = 6;

/** Remembers in running text who speaks, and which count was announced. Reads from left to right. */
export class Speech {
  speaker: Person | null = null;
  /** The kind of the last introduction of speech; null until somebody speaks. */
  strength: Strength | null = null;
  /** The sentence before, which may introduce a list. */
  lead = '';
  /** Whether a line has no connection to the last speaker, so that its orders have no speaker. */
  isApart = false;
  /** The count announced since the last introduction. */
  private announced: number | null = null;
  /** All counts since the last list: 提出5个方面22条措施。《意见》明确，一是…. */
  private counts: number[] = [];

  /** Begins the lines under another heading, in which nobody speaks yet. */
  beginSection(section: string | null): void {
    this.strength = null;
    this.lead = section ?? '';
    this.announced = null;
    this.isApart = false;
  }

  /**
   * Records that somebody begins to speak in a sentence. Counts before the spoken words announce a list (提出三点要求). A
   * count within an order (要落实12条措施) usually counts something else, so it only serves for a list of that length.
   */
  introduce(
    speaker: Person | null,
    strength: Strength,
    sentence: string,
    counts: { announced: number[]; all: number[] },
  ): void {
    this.speaker = speaker;
    this.strength = strength;
    this.lead = sentence;
    this.announced = counts.announced.at(-1) ?? null;
    this.isApart = false;
    this.remember(counts.all);
  }

  /** Records that the report continues with something else, and nobody speaks. */
  end(): void {
    this.strength = null;
    this.announced = null;
  }

  /** Adds a further sentence. Orders that contain a count (抓好“三项任务”) announce no list of their own. */
  goOn(sentence: string, counts: number[], isOrder: boolean): void {
    this.lead = sentence;
    if (!isOrder) this.announced = counts.at(-1) ?? this.announced;
    this.remember(counts);
  }

  private remember(counts: number[]): void {
    this.counts = [...this.counts, ...counts].slice(-COUNTS);
  }

  /** The count announced for a list of this many items. Among several counts, prefers the one that fits. */
  announcedFor(items: number, hasMarkers: boolean): number | null {
    const fits = hasMarkers && this.counts.includes(items) ? items : null;
    const isMentioned = hasMarkers && mentions(this.lead, items) ? items : null;
    return fits ?? isMentioned ?? (hasMarkers ? announcedIn(this.lead) : null) ?? this.announced;
  }

  /** The count announced for the following list. */
  get announcedNext(): number | null {
    return this.announced;
  }

  /** Discards the counts that a list has used. */
  forgetCounts(): void {
    this.counts = [];
  }

  forgetAnnounced(): void {
    this.announced = null;
  }
}
