import type { Strength } from '../../lexicon/speech.ts';
import { announcedIn, mentions } from '../announced.ts';
import type { Person } from '../people/person.ts';

/** How many of the announced numbers (三点, 22条) are remembered until the next list. */
const COUNTS = 6;

/** Whether words of this kind (see `Strength`) are only a hope or a wish, which gives no orders in running text. */
export const isHopeOrWish = (strength: Strength | null): boolean =>
  strength === 'wish' || strength === 'hope';

/**
 * Remembers who speaks in running text, and how many items a speaker has announced (三点要求). Follows the text from left
 * to right.
 */
export class Speech {
  speaker: Person | null = null;
  /** The kind of the last verb of speech (see `Strength`); null until somebody speaks. */
  strength: Strength | null = null;
  /** The previous sentence, which may introduce a list. */
  lead = '';
  /** Whether the present line no longer belongs to the last speaker's words, so that its orders have no speaker. */
  isApart = false;
  /** The number of items announced since the speaker began to speak: 3 after 提出三点要求. */
  private announced: number | null = null;
  /** The number of items that the same speaker announced in an earlier introduction: 李平讲了三点。他说，…. */
  private earlier: number | null = null;
  /**
   * All numbers of items announced since the last list: 提出5个方面22条措施。《意见》明确，一是… (5 aspects, 22 measures. The Opinions
   * say, first, …). Each number may be the length of the next list.
   */
  private counts: number[] = [];

  /** Begins the lines under a new heading, where nobody has spoken yet. */
  beginSection(section: string | null): void {
    this.strength = null;
    this.lead = section ?? '';
    this.announced = null;
    this.isApart = false;
  }

  /**
   * Records that somebody begins to speak in a sentence. A number before the spoken words announces a list (提出三点要求,
   * makes three demands). A number inside an order (要落实12条措施, must carry out 12 measures) usually counts something
   * else. It is used only for a list of that length.
   */
  introduce(
    speaker: Person | null,
    strength: Strength,
    sentence: string,
    counts: { announced: number[]; all: number[] } = { announced: [], all: [] },
  ): void {
    this.earlier = speaker === (this.speaker ?? speaker) ? (this.announced ?? this.earlier) : null;
    this.speaker = speaker;
    this.strength = strength;
    this.lead = sentence;
    this.announced = counts.announced.at(-1) ?? null;
    this.isApart = false;
    this.remember(counts.all);
  }

  /** Whether somebody speaks, or has announced a number of items. */
  get isOpen(): boolean {
    return this.strength !== null || this.announced !== null;
  }

  /** Records that nobody speaks any more, because the report continues with something else. */
  end(): void {
    this.strength = null;
    this.announced = null;
  }

  /** Adds a further sentence of the speech. A number inside an order (抓好“三项任务”) does not announce a list by itself. */
  goOn(sentence: string, counts: number[], isOrder: boolean): void {
    this.lead = sentence;
    if (!isOrder) this.announced = counts.at(-1) ?? this.announced;
    this.remember(counts);
  }

  private remember(counts: number[]): void {
    this.counts = [...this.counts, ...counts].slice(-COUNTS);
  }

  /**
   * Returns the announced number of items for a list that has `items` items; null where none was announced. Prefers an
   * announced number that equals `items`.
   */
  announcedFor(items: number, hasMarkers: boolean): number | null {
    const fits = hasMarkers && this.counts.includes(items) ? items : null;
    const isMentioned = hasMarkers && mentions(this.lead, items) ? items : null;
    return (
      fits ??
      isMentioned ??
      (hasMarkers ? announcedIn(this.lead) : null) ??
      this.announced ??
      (this.earlier === items ? items : null)
    );
  }

  /** Whether this number of items has been announced. */
  announces(items: number): boolean {
    return this.announcedFor(items, true) === items;
  }

  /** Whether the speaker's words are only a hope or a wish. */
  get isWish(): boolean {
    return isHopeOrWish(this.strength);
  }

  /** Whether a number of items has been announced since the last list. */
  get hasCounts(): boolean {
    return this.counts.length > 0;
  }

  /**
   * Drops the numbers announced so far, because a list has used them or another person speaks. Keeps those in `kept`:
   * the numbers in the line of the other person.
   */
  forgetCounts(kept: number[] = []): void {
    this.counts = kept;
  }

  /** Drops the number that the speaker announced last, so that no later list has it. */
  forgetAnnounced(): void {
    this.announced = null;
  }
}
