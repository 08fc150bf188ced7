import {
  DOCUMENT,
  FIRST_PERSON,
  ORDERING_DOCUMENT,
  PUBLIC,
  RESOLVES,
  SAID_AT_ONCE,
  type Strength,
  strengthOf,
  withoutAdverbs,
} from '../../lexicon/speech.ts';
import { quotedIn } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import type { People, Person } from '../people/person.ts';
import { lengthBeforeInstructions, lengthBeforeQuotation } from './instructions.ts';
import { answererOf } from './interview.ts';
import type { Introduction } from './introduction.ts';
import { Mentions } from './mentions.ts';
import { officialAtHead, officialBefore } from './officials.ts';
import { type Orator, oratorOf } from './orator.ts';
import { anybodyAtHead, hasMeetingBefore, MEETING, organisationBefore } from './organisations.ts';
import { PeopleByTitle } from './peopleByTitle.ts';
import { HE, Recall } from './recall.ts';
import { type Saying, sayingsIn } from './sayings.ts';
import { opensWithShortName, SURNAME, SURNAME_IN_FIRST_CLAUSE, shortNameIn } from './shortNames.ts';
import { type Turn, turnIn } from './turns.ts';

/** How many UTF-16 units of a sentence are searched for a speaker. */
const LONGEST_LEAD = 400;

/** Words directly after a quotation that name its speaker: 何苗对各站站长说。 Group 1 is the verb of speech. */
const NAMED_BEHIND = /^[^，。：“”]{1,24}?(强调|叮嘱|嘱咐|要求|说)道?[。，]/;

/** How many UTF-16 units after a quotation are searched for its speaker. */
const LONGEST_NAMING = 32;

/**
 * What a person does at a meeting, before the verb of speech: 何苗主持会议并要求. Then the person speaks, and not the meeting.
 */
const ATTENDS = /(?:主持|召开|出席|参加|列席)了?[^，。；：]{0,16}(?:会议|大会|全会)$/;

/** The words of a sentence before the verb 希望 (to hope), where at least three characters follow it. */
const HOPES = /^[^“”]{2,160}?(?=(?<![有的为点条项])希望(?!的|工程)[^，。；：]{2,24}[^，。；：])/;

/** Verbs that only report what stands in a document. The words after them are orders only with 要 or the like. */
const ACCOUNTS: ReadonlySet<string> = new Set(['明确', '提出']);

/**
 * A hope with 要 (must) that counts what is to be done, so that it is an order: 希望各站要把握好三个方面 (hopes that stations will
 * mind three things).
 */
const DEMANDS_POINTS =
  /(?<![需重主])(?:要(?![求点素])|必须|务必)[^，。；]{2,24}[两二三四五六七八](?:个方面|点|项|个)[^，。；]{0,12}[。：]?\s*$/;

/** Words after a verb of speech and a comma, in the same sentence, that are no marked item of a list: ，从严查处欠薪. */
const SAID_ON = /^，(?!第?[一1①])[^，。；：]/;

/** Words with which a report continues, before a clause without a subject: 其次 (next) in 其次，对培训提出要求. */
const SEQUENCE = /^\s*(?:其次|再次|此外|另外|随后|接着|最后)，/;

/** 他 (he) or 她 (she) as the subject of the last clause before a verb of speech. */
const HE_BEFORE_VERB =
  /(?:^|[，。；：\s”后时上中]|此外|期间)[他她](?!们)[^，。；：]{0,40}(?:，对[^，。；：]+)?$/;

/** Makes the part of an introduction that names the speaker, who is no document. */
const by = (speaker: Person | null): Pick<Introduction, 'speaker' | 'document'> => ({
  speaker,
  document: false,
});

/** Makes the introduction of words that a person speaks. */
const spoken = (speaker: Person, strength: Strength, from: number): Introduction => ({
  ...by(speaker),
  strength,
  resolves: false,
  from,
});

/** Finds the speaker of each sentence, from left to right. */
export class Speakers {
  /** The person who gives the speech that the text prints; null where the text is no speech. */
  readonly orator: Orator | null;
  /** The person who says 我 (I): the one who gives the speech, or whose turn it is in a conversation. */
  private self: Person | null;
  private last: (Span & { sayings: Saying[] }) | null = null;
  private lastTurn: (Span & { turn: Turn | null }) | null = null;
  private readonly mentions: Mentions;
  private readonly titled: PeopleByTitle;
  private readonly recall: Recall;
  /** The person who answers the questions of a printed interview; null where the text is none. */
  private readonly answerer: Person | null;

  constructor(
    private readonly text: string,
    people: People,
    /** The page's title, which can name the person who gives the printed speech. */
    title = '',
  ) {
    this.mentions = new Mentions(text, people.mentions);
    this.titled = new PeopleByTitle(people);
    this.recall = new Recall(text, this.mentions, this.titled);
    this.orator = oratorOf(text, people, title);
    this.answerer = answererOf(text, people, title);
    this.self = this.orator?.person ?? null;
  }

  /** Records the people of a sentence that has been read, so that a later 他 (he) means the right person. */
  pass(span: Span): void {
    this.recall.pass(span);
    this.self = this.turnIn(span)?.person ?? this.self;
  }

  /** Whether a sentence begins with a person, which means that the report turns to that person. */
  opensWithPerson({ start, end }: Span): boolean {
    const first = this.mentions.firstFrom(start);
    const before = first && this.text.slice(start, first.whole.start);
    // In 要把李平同志的要求记牢 (Comrade Li Ping's demands must be remembered) the person is no subject.
    if (first && first.name.end <= end && before!.length <= 4 && !/[要把将对以按向学]/.test(before!))
      return true;
    const head = this.text.slice(start, Math.min(end, start + 10)).trimStart();
    return opensWithShortName(head, this.titled);
  }

  /**
   * Whether the speaker is the subject of a sentence without spoken words, which then tells what he or she does:
   * 李平随后察看了泵站.
   */
  tellsOf(sentence: Span, speaker: Person | null): boolean {
    return speaker !== null && this.mentions.subjectIn(sentence)?.name === speaker.name;
  }

  /** Finds the words of a sentence with which somebody begins to speak; null where nobody does. */
  introductionIn({ start, end }: Span): Introduction | null {
    const head = { start, end: Math.min(end, start + LONGEST_LEAD) };
    const turn = this.turnIn({ start, end });
    const said = this.saidIn(head, turn?.person ?? this.self);
    // In 答：会议作出部署，要抓紧落实 (Answer: the meeting made arrangements, they must be carried out) the person who answers
    // tells of the meeting.
    if (said && !(turn && said.speaker === MEETING)) return said;
    return turn
      ? spoken(turn.person, 'tell', turn.from)
      : (this.instructedIn(head) ??
          this.quotedOf(head) ??
          this.namedBehind({ start, end }) ??
          this.hopedIn({ start, end }));
  }

  /**
   * Returns the speaker's turn in a conversation that begins with a sentence. Keeps the last result, because two
   * rules ask for each sentence.
   */
  private turnIn(sentence: Span): Turn | null {
    if (this.lastTurn?.start !== sentence.start || this.lastTurn.end !== sentence.end)
      this.lastTurn = {
        start: sentence.start,
        end: sentence.end,
        turn: turnIn(this.text, sentence, this.mentions, this.answerer),
      };
    return this.lastTurn.turn;
  }

  /** Returns the verbs of speech in a sentence. Keeps those of the last sentence, because several rules ask for them. */
  private sayingsIn({ start, end }: Span): Saying[] {
    if (this.last?.start !== start || this.last.end !== end) {
      const endsName = (place: number) => this.mentions.hasNameEndingAt(place);
      this.last = { start, end, sayings: sayingsIn(this.text, { start, end }, endsName) };
    }
    return this.last.sayings;
  }

  /** Finds an introduction with a verb of speech. `self` is the person who says 我. */
  private saidIn(head: Span, self: Person | null): Introduction | null {
    const sayings = this.sayingsIn(head);
    for (const saying of this.beforeColon(sayings) ?? sayings) {
      const { verb, counted, clause, behind, from } = saying;
      const speaks = self && FIRST_PERSON.test(clause) ? by(self) : this.speakerBefore(saying);
      if (!speaks) continue;
      const { speaker, document } = speaks;
      if (!counted && !SAID_AT_ONCE.test(behind) && !speaker && !document) continue;
      return {
        speaker,
        document,
        strength: this.strengthIn(saying, speaks, head),
        resolves: speaker === MEETING && RESOLVES.has(verb),
        from,
      };
    }
    return null;
  }

  /**
   * Returns how the words after a verb of speech count (see `Strength`). The verb, the speaker and the words decide.
   */
  private strengthIn(
    { verb, behind, from }: Saying,
    { speaker, document }: Pick<Introduction, 'speaker' | 'document'>,
    head: Span,
  ): Strength {
    const advises = verb === '提醒' && (!speaker?.title || PUBLIC.test(behind));
    const strength = strengthOf(verb);
    if (advises || (strength === 'tell' && this.recall.tellsInsight(speaker, head.start))) return 'wish';
    // In 《意见》明确，从严查处欠薪 (the Opinions say, punish unpaid wages) the report only says what the document contains.
    if (document && ACCOUNTS.has(verb) && SAID_ON.test(behind)) return 'tell';
    return verb === '希望' && DEMANDS_POINTS.test(this.text.slice(from, head.end)) ? 'order' : strength;
  }

  /**
   * Returns the last of several verbs of speech, if a colon follows it and its own clause names a person; null
   * otherwise. In 县领导提出新要求 县长何苗强调：一要… (county leaders make new demands. He Miao stressed: first, …) the list is what
   * that person says.
   */
  private beforeColon(sayings: Saying[]): [Saying] | null {
    const last = sayings.length > 1 ? sayings.at(-1)! : null;
    if (!last?.behind.startsWith('：')) return null;
    const { span, clause } = last;
    return this.mentions.subjectIn({ start: span.end - clause.length, end: span.end }) ? [last] : null;
  }

  /** Finds a quotation directly after a sentence in which somebody calls others together: 他把干部叫到院里。“…”. */
  private quotedOf({ start }: Span): Introduction | null {
    const { host } = this.recall;
    if (!host || this.text[start] !== '“' || start < host.end || start > host.end + 1) return null;
    if (this.text.slice(host.end, start).includes('\n')) return null;
    return spoken(host.person, 'tell', start);
  }

  /**
   * Finds the speaker of a quotation in the words after it: 何苗 in “各站要备料。各村要巡堤。”何苗说。 (“All stations must stock
   * material. …” said He Miao.)
   */
  private namedBehind({ start, end }: Span): Introduction | null {
    // In “我们还要修路。”支书说 (“We will also build roads,” the secretary said) the quotation is a plan of the speaker, and no
    // order.
    if (this.text[end - 1] !== '”' || !/^“(?!我们)/.test(this.text.slice(start, start + 3))) return null;
    const [words, verb] = NAMED_BEHIND.exec(this.text.slice(end, end + LONGEST_NAMING)) ?? [];
    if (!words) return null;
    const speaker = /^[他她]/.test(words)
      ? this.recall.person
      : this.mentions.subjectIn({ start: end, end: end + words.length });
    return speaker && spoken(speaker, strengthOf(verb!), start);
  }

  /** Finds an introduction without a verb of speech: 何苗把话说在明处：各站要…, 何苗合上本子：“各站要…”. */
  private instructedIn(head: Span): Introduction | null {
    const own = this.text.slice(head.start, head.end);
    // Most sentences have no colon, and so no instructions.
    if (!own.includes('：')) return null;
    // A sentence ends before the marker of a list, which shows that orders follow its colon: 何苗一锤定音：一要… (He Miao
    // settled it: first, …).
    const ahead = /^\s?一要/.exec(this.text.slice(head.end, head.end + 3))?.[0].length ?? 0;
    const words = ahead ? this.text.slice(head.start, head.end + ahead) : own;
    const instructs = lengthBeforeInstructions(words);
    const length = instructs || lengthBeforeQuotation(words);
    const colon = head.start + length;
    if (length === 0) return null;
    const speaker =
      this.mentions.subjectIn({ start: head.start, end: colon }) ??
      (HE.test(words.slice(0, length)) ? this.recall.person : null);
    if (!speaker || (!instructs && !speaker.title) || quotedIn(this.text, head)(colon)) return null;
    return spoken(speaker, instructs ? 'order' : 'tell', colon + 1);
  }

  /** Finds the person who hopes for something, because demands may follow: 何苗希望各村团结奋进。一是要…. */
  private hopedIn({ start, end }: Span): Introduction | null {
    const words = this.text.slice(start, Math.min(end, start + LONGEST_LEAD));
    const before = words.includes('希望') ? HOPES.exec(words)?.[0].length : undefined;
    if (before === undefined) return null;
    const speaker =
      this.mentions.subjectIn({ start, end: start + before }) ??
      (HE.test(this.text.slice(start, start + before)) ? this.recall.person : null);
    return speaker && spoken(speaker, 'hope', end);
  }

  /**
   * Finds the speaker in the words before the verb. Examines the clause of the verb first. Returns null where the verb
   * has another subject.
   */
  private speakerBefore(saying: Saying): Pick<Introduction, 'speaker' | 'document'> | null {
    const { verb, span, before, clause, near } = saying;
    const document = DOCUMENT.exec(near);
    // In 报告对工作作出安排 (the report arranges the work) the orders come from the person who gave the report.
    if (document?.[3] === '报告' && this.recall.reporter) return by(this.recall.reporter);
    if (document)
      return ORDERING_DOCUMENT.test(document[1] ?? document[3]!) ? { speaker: null, document: true } : null;
    if (/^\s*(?:讲话|发言)$/.test(before) && this.recall.talker) return by(this.recall.talker);
    // In 王海主持会议，李平强调 (Wang Hai chaired, Li Ping stressed) the clause of the verb has a subject of its own.
    const named =
      this.mentions.subjectIn({ start: span.end - clause.length, end: span.end }) ??
      this.mentions.subjectIn(span);
    if (named && (!/(?:会议|大会|全会)$/.test(near) || ATTENDS.test(near))) return by(named);
    if (/^\s*[他她]/.test(before) || HE_BEFORE_VERB.test(before)) return by(this.recall.person);
    // In 随后，他谈了体会，希望各站要… (then he spoke of his experience and hoped …) the person hopes, though a meeting is named in
    // between.
    if (verb === '希望' && HE.test(before)) return by(this.recall.person);
    const isBare = withoutAdverbs(near) === '';
    const known =
      shortNameIn(clause, SURNAME, span.end - clause.length, this.titled) ??
      // In 李县长逐项点评，并提出要求 (county head Li reviewed each and made demands) the subject stands in the first clause.
      (isBare ? shortNameIn(before, SURNAME_IN_FIRST_CLAUSE, span.start, this.titled) : null) ??
      organisationBefore(saying);
    if (known) return by(known);
    const official = officialBefore(saying, this.titled);
    if (official) return official.speaker && by(official.speaker);
    if (hasMeetingBefore(saying)) return by(MEETING);
    const office = near === '' ? officialAtHead(saying, this.titled) : null;
    if (office) return by(office);
    if (!isBare) {
      const anybody = anybodyAtHead(saying);
      return anybody && by(anybody);
    }
    return by(
      before.replace(SEQUENCE, '').trim() === clause.trim()
        ? (this.recall.recent ?? this.recall.group)
        : null,
    );
  }
}
