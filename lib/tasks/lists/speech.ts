import type { Strength } from '../lexicon/speech.ts';
import { announcedIn } from './announced.ts';
import type { Person } from './people.ts';

/** Counts further back than this announce nothing of the next list. */
const COUNTS = 6;

/** Who speaks at a place of running text, and what was announced. It is read from left to right. */
export class Speech {
  speaker: Person | null = null;
  /** How the last introduction binds; null until somebody speaks. */
  strength: Strength | null = null;
  /** The sentence before: the lead of a list. */
  lead = '';
  /** True in a line of its own that nothing binds to who spoke before: its orders are nobody's. */
  isApart = false;
  /** The count announced since the last introduction. */
  private announced: number | null = null;
  /** All counts named since the last list: 提出5个方面22条措施。《意见》明确，一是…. */
  private counts: number[] = [];

  /** Lines under another heading begin: nobody speaks in them yet. */
  beginSection(section: string | null): void {
    this.strength = null;
    this.lead = section ?? '';
    this.announced = null;
    this.isApart = false;
  }

  /**
   * Somebody begins to speak in a sentence. Of its counts those before what is said announce (提出三点要求); one within
   * an order (要落实12条措施) counts something else, and is only remembered for a list of as many items.
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

  /** The report goes on with something else: nobody speaks any longer. */
  end(): void {
    this.strength = null;
    this.announced = null;
  }

  /** A further sentence. Orders that name a count (抓好“三项任务”) announce nothing of their own list. */
  goOn(sentence: string, counts: number[], isOrder: boolean): void {
    this.lead = sentence;
    if (!isOrder) this.announced = counts.at(-1) ?? this.announced;
    this.remember(counts);
  }

  private remember(counts: number[]): void {
    this.counts = [...this.counts, ...counts].slice(-COUNTS);
  }

  /** The count that was announced for a list of these many items. Of several the one is meant that fits. */
  announcedFor(items: number, hasMarkers: boolean): number | null {
    const fits = hasMarkers && this.counts.includes(items) ? items : null;
    return fits ?? (hasMarkers ? announcedIn(this.lead) : null) ?? this.announced;
  }

  /** The count announced for a list that follows. */
  get announcedNext(): number | null {
    return this.announced;
  }

  /** A list has taken the counts named so far. */
  forgetCounts(): void {
    this.counts = [];
  }

  forgetAnnounced(): void {
    this.announced = null;
  }
}
