import { GIVES_SPEECH, REPORTS_ORALLY } from '../../lexicon/speech.ts';
import type { Span } from '../../schema.ts';
import type { Person } from '../people/person.ts';
import type { Mentions } from './mentions.ts';
import { officialActing } from './officials.ts';
import { inspectionGroupIn } from './organisations.ts';
import type { PeopleByTitle } from './peopleByTitle.ts';
import { SURNAME_AT_HEAD, shortNameIn } from './shortNames.ts';

/** How many UTF-16 units of a sentence are searched for a short name (李县长) as its subject. */
const LONGEST_NAME = 14;
/** How many UTF-16 units of a sentence are searched for an office without a name (县长) as its subject. */
const LONGEST_OFFICIAL = 48;

/** The act of a person who calls others together and then speaks to them: 他把村组干部叫到院子里。“…” */
const GATHERS =
  /[把将][^，。；：]{2,40}(?:叫|请|喊|召集|聚|拉)(?:到|来|进|在一起|拢)|(?:召集|[叫请喊]来|叫上)[^，。；：]{2,40}(?:到|在|碰头|围|开)/;

/** Words of a person who tells what he or she has learned: 汇报了学习体会. */
const TELLS_INSIGHT = /(?:汇报|畅谈|交流|分享|谈)了?[^，。；]{0,24}(?:体会|心得|感悟|感想|收获)/;

/** 他 or 她 at the beginning of a clause, as its subject. */
export const HE = /(?:^|[，。\s])[他她](?!们)/;
/** 他 or 她 as the first word of a sentence. */
const HE_AT_HEAD = /^\s*[他她](?!们)/;

/**
 * Remembers what the sentences before have said of people, to know whom 他 (he) means, and who speaks without being
 * named.
 */
export class Recall {
  /** The person mentioned last, whom 他 (he) means in 他强调 (he stressed). */
  person: Person | null = null;
  /** The person who is the subject of the previous sentence; null where that sentence names nobody. */
  recent: Person | null = null;
  /**
   * The inspection group (督导组) that is the subject of the previous sentence; null where there is none. 同时要求 (also
   * demands) without a subject is then a demand of this group.
   */
  group: Person | null = null;
  /** The person who gave a report in an earlier sentence: 李平作工作报告. */
  reporter: Person | null = null;
  /**
   * The person who gave a speech in the previous sentence. 讲话指出 (the speech points out) then means that person's
   * words.
   */
  talker: Person | null = null;
  /** The person who called others together in the previous sentence, and the end of that sentence. */
  host: { person: Person; end: number } | null = null;
  /** The person who tells what he or she has learned, in this paragraph: 李平汇报了学习体会。他表示，…. */
  private learner: Person | null = null;

  constructor(
    private readonly text: string,
    private readonly mentions: Mentions,
    private readonly titled: PeopleByTitle,
  ) {}

  /** Records the people of a sentence that has been read. */
  pass(span: Span): void {
    this.recent = this.subjectOf(span);
    this.person = this.recent ?? this.person;
    const said = this.text.slice(span.start, span.end);
    // Who called others together (`host`) matters only where the next words are a quotation.
    const isBeforeQuotation = this.text[span.end] === '“' || this.text[span.end + 1] === '“';
    const host =
      isBeforeQuotation && GATHERS.test(said) ? (this.recent ?? (HE.test(said) ? this.person : null)) : null;
    this.host = host && { person: host, end: span.end };
    if (this.recent && REPORTS_ORALLY.test(said)) this.reporter = this.recent;
    if (this.opensLine(span.start) || (this.recent && this.recent.name !== this.learner?.name))
      this.learner = null;
    if (this.recent && TELLS_INSIGHT.test(said)) this.learner = this.recent;
    this.talker = this.recent && GIVES_SPEECH.test(said) ? this.recent : null;
    this.group = this.recent ? null : inspectionGroupIn(this.text, span);
  }

  /** Finds the person who is the subject of a sentence: by name, short name or office, or by 他. */
  private subjectOf(span: Span): Person | null {
    const first = (length: number) => this.text.slice(span.start, Math.min(span.end, span.start + length));
    return (
      this.mentions.subjectIn(span) ??
      shortNameIn(first(LONGEST_NAME), SURNAME_AT_HEAD, span.start, this.titled) ??
      officialActing(first(LONGEST_OFFICIAL), span.start, this.titled) ??
      // After 他来到工地。 (He came to the site.) the subject of 并要求 (and demanded) is still the same person.
      (HE_AT_HEAD.test(first(LONGEST_NAME)) ? this.person : null)
    );
  }

  /** Whether a person who begins to speak at `start` only continues to tell what he or she has learned. */
  tellsInsight(speaker: Person | null, start: number): boolean {
    return this.learner !== null && speaker?.name === this.learner.name && !this.opensLine(start);
  }

  /** Whether a sentence is the first of its line. */
  private opensLine(start: number): boolean {
    return /(?:^|\n)\s*$/.test(this.text.slice(Math.max(0, start - 4), start));
  }
}
