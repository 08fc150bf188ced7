import { BODY_END } from '../../chinese/organisations.ts';
import { HAN, matchesIn } from '../../chinese/patterns.ts';
import { NAME, TITLE_END } from '../../chinese/people.ts';
import { isSurname } from '../../chinese/surnames.ts';
import {
  ADVERBS,
  BODY,
  BODY_AT_HEAD,
  COLON_ONLY,
  COUNT_ONLY,
  DOCUMENT,
  DONE,
  GROUP_END,
  isNoun,
  MEETINGS,
  NOUNS,
  ORDERING_DOCUMENT,
  PUBLIC,
  RESOLVES,
  ROLE,
  SAID_AT_ONCE,
  SAYING,
  type Strength,
  strengthOf,
} from '../lexicon/speech.ts';
import { quotedIn } from '../paragraphs.ts';
import { anyOf } from '../rules.ts';
import type { Span } from '../schema.ts';
import type { People, Person } from './people/person.ts';

/** The words of a sentence with which somebody begins to speak. */
export type Introduction = {
  /** The speaker; null where the sentence names nobody, so that the last speaker goes on. */
  speaker: Person | null;
  /** Whether a document speaks (《意见》提出), instead of a person or meeting. */
  document: boolean;
  strength: Strength;
  /** Whether a meeting decides something: 会议议定. */
  resolves: boolean;
  /** The offset at which the spoken words begin. */
  from: number;
};

/** Words before a name that show that the person is not the subject: 在副市长王海陪同下, 听取李平汇报, 传达…讲话精神. */
const OBLIQUE_BEFORE =
  /(?:听取|传达|学习|贯彻|根据|按照|与|向|同|陪同|会见|宣读|通报|邀请|慰问|落实|看望|和|给|对|、)(?:了)?$/;
const OBLIQUE_AFTER =
  /^(?:等[^，。；]{0,4}|同志|总书记|总理|主席)?(?:陪同|的|重要讲话|讲话精神|重要指示精神|指示精神|批示精神|汇报|发言[，。；]|要求和|重要指示和|指示和)/;

/** How far from the beginning of a sentence a speaker is sought, in UTF-16 units. */
const LONGEST_LEAD = 400;
/**
 * A short name, which is a surname with a title: 查副校长. It stands directly before the verb or at the beginning of a
 * sentence.
 */
const SHORT =
  '(?<surname>[\\u4e00-\\u9fff])副?(?<title>书记|市长|省长|区长|县长|镇长|乡长|州长|局长|厅长|处长|院长|校长|主任|主席|部长|总(?:会计师|工程师|经济师)|总|会长|所长|站长|董事长|总经理|专员|委员)';
type ShortName = { surname: string; title: string };
/**
 * The last characters of the titles in `SHORT`. Words without any of these characters are not searched for a short
 * name.
 */
const TITLE_SIGN = /[记长任席总理员师]/;
const SURNAME = new RegExp(`${SHORT}[^，。；]{0,12}$`);
/** A short name in the first clause of a sentence. Only an occasion may stand before the name: 点评会上，李县长逐项点评，. */
const SURNAME_IN_FIRST_CLAUSE = new RegExp(
  `^\\s*(?:[^，。；：]{0,12}[上中时后]，)?${SHORT}(?=[^，。；：]{0,40}，)`,
);
const SURNAME_AT_HEAD = new RegExp(`^(会上，|随后，|最后，)?${SHORT}`);

/**
 * A title directly before a verb of speech: 县长, 专家. A name whose surname our tables lack may follow it: 县长揭东. Group 1
 * is the title, group 2 the name.
 */
const TITLE_BEFORE_VERB = new RegExp(`^([${HAN}]{0,16}?${TITLE_END})([${HAN}]{2,3})?$`);

/** Words between the speaker and the verb that name those who are addressed: 对随行的负责人. */
const ADDRESSEES = /(?<=.)对[^，。；：]{2,24}$/;
/** Words between the speaker and the verb that name the matter: 就近期工作. */
const ABOUT = /(?<=.)就[^，。；：]{2,20}$/;
/** Words between a name and the verb that name the occasion: 镇长揭东在主持时要求, 馆长听完汇报后强调. */
const WHEN = /(?:在|听[取完])[^，。；：]{1,14}[时中上后]$/;
/** An office without a name as the subject of a sentence: 市长当场叫来负责人，严肃指出：. Group 1 is the office. */
const OFFICE_AT_HEAD =
  /^\s*(副?(?:书记|[省市区县镇乡州局厅院部]长|检察长|主任))(?![一们])[^，。；：]{2,40}，/;
/**
 * Words before a colon that introduce somebody's instructions without a verb of speech such as 要求: 何苗把话说在明处：各站要…. Group
 * 1 is those words.
 */
const TELLS =
  /^([^。：]{2,70})：(?=\s*(?:要(?![求点素])|①|1[.、]|第?一[是要、，]|其一|[^，。；：要]{2,16}(?:要(?![求点素])|必?须)))/;
/** Words before a colon that hand out tasks, which follow in lines with markers: 何苗给各站布置了任务：. */
const HANDS_OUT = /^[^。：]{2,70}(?:布置|交办|交代|开出|给出|列出|立下|定下|派出)了?[^，。：]{0,16}：\s*$/;
/** Words before a colon that promise, report or describe, so that no orders follow. */
const TELLS_NO_ORDER =
  /介绍|汇报|承诺|表态|建议|希望|呼吁|认为|原则|经验|问题|原因|特点|体会|感谢|[看听想]到/;

/**
 * A title without a name: 县长, 区委书记, 环保专家. Before the title stands at most an organisation or group. Other words before
 * it may be a name.
 */
const SOMEBODY = new RegExp(`^(?:[${HAN}]{0,14}?${BODY_END}|总|分管|常务)?副?${TITLE_END}$|专家$`);

const nameless = (name: string, nameAt: Span | null): Person => ({
  name,
  title: null,
  nameAt,
  titleAt: null,
});
/** Quoted words before 的, which are the topic of the sentence and not spoken in it. */
const SPOKEN_OF = /^\s?“[^”]{1,12}”的/;
/** 我 as the speaker, directly before the verb: 借这个机会，我再. */
const FIRST_PERSON =
  /(?:^|[，。；：\s])(?:下面|最后|今天|这里|在此)?我(?:再|还|想|现场|着重|重点|就[^，。；：]{2,20})*$/;
/** The address with which a printed speech begins, below the speaker's title and name: 同志们：. */
const ADDRESS = /^[^。]{0,60}\n\s*(?:同志们|各位)/;
/** The day of a speech, in brackets on the line below title and name. */
const DATED = /^\s*\n\s*（[^（）\n]{0,20}\d{1,2}月\d{1,2}日[^（）\n]{0,12}）\s*\n/;
/**
 * The first lines of a printed speech: title and name (县长 李平), or the name alone; the day, before or after the name;
 * and the address (同志们：).
 */
const BYLINE = new RegExp(
  `^(\\s*（[^（）\\n]{4,24}）\\s*\\n)?\\s*([${HAN}、]{0,24}?${TITLE_END})?( *)(${NAME})(?=\\s*\\n(?:\\s*（[^（）\\n]{4,24}）\\s*\\n)?\\s*(?:同志们|各位|[${HAN}]{2,6}们[、，：]))`,
);
/** Every printed speech has this address (同志们：) near its beginning. A text without it is not tried, to save time. */
const MAY_BE_SPEECH = /\n\s*(?:同志们|各位|[\u4e00-\u9fff]{2,6}们[、，：])/;
/** The sentence that introduces a printed speech: 现将李平的讲话摘要刊发如下：. */
const PRINTED = /^[^。，；\n]{0,40}(?:讲话|部署|要求|内容|报告)[^。，；\n]{0,16}如下/;
/**
 * The greatest length of a name before a colon (李平：) that begins a speaker's turn in a conversation, in UTF-16 units.
 */
const LONGEST_TURN = 16;
/** How far from the beginning of a text the person is sought who gives the printed speech, in UTF-16 units. */
const HEAD = 600;
/** A second verb of speech that follows the first: 提出要求，强调要…. */
const AGAIN = /^，(?:并)?(?:强调|指出|要求)(?=[，：]?要(?!求))/;
/** An inspection group at the beginning of a sentence about its visit and judgement. Group 1 is the group's name. */
const GROUP_AT_HEAD = new RegExp(
  `^\\s*([\\u4e00-\\u9fff]{0,10}${GROUP_END})(?=(?:一致|充分|高度)?(?:对|认为|肯定|在听取|听取|现场))`,
);
/** Words that tell of a report given to a meeting: 作题为《…》的报告. */
const REPORTS_ORALLY = /作[^，。；]{0,40}报告/;
/** A meeting as a speaker. Its name is always 会议, however the text calls the meeting. */
const MEETING = nameless('会议', null);

/**
 * Finds the speaker of each sentence, from left to right. Remembers the last person mentioned, to know whom 他 means.
 */
export class Speakers {
  private next = 0;
  /** The person mentioned last, whom 他 means in 他强调. */
  private person: Person | null = null;
  /** The person who is the subject of the previous sentence; null where that sentence names nobody. */
  private recent: Person | null = null;
  /** The group or meeting at the beginning of the previous sentence, which is the subject of 同时要求. */
  private group: Person | null = null;
  /** The person who says 我: the one who gives the speech, or whose turn it is in a conversation. */
  private self: Person | null;
  /** The person who gives the speech that the text prints, and the offset at which it begins. */
  readonly orator: { person: Person; from: number } | null;
  /** The person who gave a report in an earlier sentence: 李平作工作报告. */
  private reporter: Person | null = null;
  private readonly bySurname = new Map<string, Person[]>();

  constructor(
    private readonly text: string,
    private readonly people: People,
  ) {
    for (const person of people.byName.values()) {
      const others = this.bySurname.get(person.name[0]!) ?? [];
      if (others.length < 8) this.bySurname.set(person.name[0]!, [...others, person]);
    }
    this.orator = this.findOrator();
    this.self = this.orator?.person ?? null;
  }

  /**
   * Finds the person who gives the speech that the whole text prints, and where the speech begins. Returns null where
   * the text is no speech.
   */
  private findOrator(): { person: Person; from: number } | null {
    const head = this.text.slice(0, HEAD);
    const [all, , title, gap, name] = (MAY_BE_SPEECH.test(head) ? BYLINE.exec(head) : null) ?? [];
    if (all && name) {
      const end = all.trimEnd().length;
      const nameAt = { start: end - name.length, end };
      const titleEnd = nameAt.start - gap!.length;
      const titleAt = title ? { start: titleEnd - title.length, end: titleEnd } : null;
      return { person: { name, title: title ?? null, nameAt, titleAt }, from: end };
    }
    for (const { person, whole, name } of this.people.mentions) {
      if (name.end > HEAD) return null;
      const before = this.text.slice(Math.max(0, whole.start - 24), whole.start);
      const after = this.text.slice(name.end, name.end + 100);
      const isHeld = /(?:^|\n)\s*$/.test(before) && person.title !== null && /^\s*\n/.test(after);
      if (
        (isHeld && (ADDRESS.test(after) || DATED.test(after))) ||
        (/现将[^，。；\n]{0,20}$/.test(before) && PRINTED.test(after))
      )
        return { person, from: name.end };
    }
    return null;
  }

  /** Finds the person whose turn in a conversation begins with this sentence: 李平：请各镇…. */
  private turnIn({ start, end }: Span): { person: Person; from: number } | null {
    const before = this.text.slice(start, Math.min(end, start + LONGEST_TURN)).indexOf('：');
    if (before < 0) return null;
    const colon = start + before;
    if (!/(?:^|\n)\s*$/.test(this.text.slice(Math.max(0, start - 4), start))) return null;
    this.seek(start);
    const first = this.people.mentions[this.next];
    const opens = first?.name.end === colon && this.text.slice(start, first.whole.start).trim() === '';
    return opens ? { person: first.person, from: colon + 1 } : null;
  }

  /** Records the people in a passage that has been read, so that a later 他 means the right person. */
  pass(span: Span): void {
    const words = this.text.slice(span.start, Math.min(span.end, span.start + 14));
    this.recent = this.subjectIn(span) ?? this.shortNameIn(words, SURNAME_AT_HEAD, span.start);
    this.person = this.recent ?? this.person;
    if (this.recent && REPORTS_ORALLY.test(this.text.slice(span.start, span.end)))
      this.reporter = this.recent;
    this.group = this.recent ? null : this.groupIn(span);
    this.self = this.turnIn(span)?.person ?? this.self;
  }

  /** Whether a sentence begins with a person, so that the report turns to that person. */
  opensWithPerson({ start, end }: Span): boolean {
    this.seek(start);
    const first = this.people.mentions[this.next];
    if (first !== undefined && first.name.end <= end && first.whole.start - start <= 4) return true;
    // A short name at the beginning of a sentence, such as 李书记 in 李书记还讲了意见, also counts.
    const head = this.text.slice(start, Math.min(end, start + 10)).trimStart();
    const short = TITLE_SIGN.test(head) ? SURNAME_AT_HEAD.exec(head) : null;
    if (!short) return false;
    const { surname, title } = short.groups as ShortName;
    return this.withTitle(surname, title) !== null;
  }

  /** Whether a sentence is about the speaker's actions, and not about words: 李平随后察看了泵站. */
  tellsOf(sentence: Span, speaker: Person | null): boolean {
    return speaker !== null && this.subjectIn(sentence)?.name === speaker.name;
  }

  /** Finds the words of a sentence with which somebody begins to speak; null where nobody does. */
  introductionIn(sentence: Span): Introduction | null {
    const { start } = sentence;
    const words = this.text.slice(start, Math.min(sentence.end, start + LONGEST_LEAD));
    const turn = this.turnIn(sentence);
    let quoted: ((place: number) => boolean) | null = null;
    for (const match of matchesIn(words, SAYING)) {
      const at = start + match.index;
      quoted ??= quotedIn(this.text, { start, end: start + words.length });
      if (quoted(at)) continue;
      const verb = match[1]!;
      const counted = match[2] !== undefined;
      const before = words.slice(0, match.index);
      const behind = words.slice(match.index + match[0].length, match.index + match[0].length + 20);
      // In 说“不行”的，要追责 the quoted words are the topic, and nobody speaks them.
      if (SPOKEN_OF.test(behind)) continue;
      const clause = /[^，。；：]*$/.exec(before)![0];
      const done = DONE.test(clause) && /^[：。]/.test(behind);
      // In 王立新要求 the word 新 ends a name, and 要求 is a verb.
      if (!counted && !done && NOUNS.test(verb) && isNoun(clause) && !this.endsName(at)) continue;
      const isNounOnly = COLON_ONLY.test(verb) && !behind.startsWith('：');
      // In 会议部署，抓紧清淤 the word 部署 is a verb, because only 会议 stands before it.
      const byMeeting = behind.startsWith('，') && /^\s*会议还?$/.test(clause);
      if (!counted && !done && isNounOnly && !byMeeting) continue;
      if (!counted && COUNT_ONLY.test(verb)) continue;
      // In 把问题及时交办。 the verb has its object before it, and introduces no words.
      if (!counted && behind.startsWith('。') && /^(?:把|将)/.test(clause)) continue;
      const isSelf = FIRST_PERSON.test(clause);
      const self = turn?.person ?? this.self;
      const read =
        isSelf && self
          ? { speaker: self, document: false }
          : this.speakerBefore({ start, end: at }, before, clause);
      if (!read) continue;
      const atOnce = SAID_AT_ONCE.test(behind);
      if (!counted && !atOnce && !read.speaker && !read.document) continue;
      const advises = verb === '提醒' && (!read.speaker?.title || PUBLIC.test(behind));
      // In 提出要求，强调要… two verbs introduce one speech.
      const again = AGAIN.exec(words.slice(match.index + match[0].length))?.[0].length ?? 0;
      return {
        ...read,
        strength: advises ? 'wish' : strengthOf(verb),
        resolves: read.speaker === MEETING && RESOLVES.test(verb),
        from: at + match[0].length + again,
      };
    }
    const told = words.includes('：')
      ? (TELLS.exec(words)?.[1] ?? HANDS_OUT.exec(words)?.[0].trimEnd().slice(0, -1))
      : null;
    const teller =
      told && !TELLS_NO_ORDER.test(told) ? this.subjectIn({ start, end: start + told.length }) : null;
    if (teller && !turn && !quotedIn(this.text, { start, end: start + words.length })(start + told!.length))
      return {
        speaker: teller,
        document: false,
        strength: 'order',
        resolves: false,
        from: start + told!.length + 1,
      };
    return (
      turn && { speaker: turn.person, document: false, strength: 'tell', resolves: false, from: turn.from }
    );
  }

  /**
   * Finds the speaker in the words before the verb. Examines the clause of the verb first. Returns null where the verb
   * has another subject.
   */
  private speakerBefore(
    span: Span,
    before: string,
    clause: string,
  ): Pick<Introduction, 'speaker' | 'document'> | null {
    const by = (speaker: Person | null) => ({ speaker, document: false });
    // In 副省长对随行的负责人提出要求 the persons after 对 are addressed and do not speak.
    const near = clause.replace(ADVERBS, '').replace(ADDRESSEES, '').replace(ABOUT, '').trim();
    const document = DOCUMENT.exec(near);
    // In 报告对工作作出安排 the person orders who gave the report.
    if (document?.[3] === '报告' && this.reporter) return by(this.reporter);
    if (document)
      return ORDERING_DOCUMENT.test(document[1] ?? document[3]!) ? { speaker: null, document: true } : null;
    const named = this.subjectIn(span);
    if (named && !/(?:会议|大会|全会)$/.test(near)) return by(named);
    if (
      /^\s*[他她]/.test(before) ||
      /(?:^|[，。；：\s”]|同时|随后|最后|此外|期间)[他她](?!们)[^，。；：]{0,40}$/.test(before)
    )
      return by(this.person);
    const short = this.shortNameIn(clause, SURNAME, span.end - clause.length);
    if (short) return by(short);
    // In 李县长逐项点评，并提出要求 the subject stands in the first clause.
    const first =
      near.replace(ADVERBS, '') === '' ? this.shortNameIn(before, SURNAME_IN_FIRST_CLAUSE, span.start) : null;
    if (first) return by(first);
    if (anyOf(MEETINGS, near)) return by(MEETING);
    const role = (ROLE.exec(near) ?? BODY.exec(near))?.[1];
    if (role) {
      const end =
        span.end -
        (clause.length - clause.trimEnd().length) -
        (clause.trimEnd().length - clause.replace(ADVERBS, '').trimEnd().length);
      return by(nameless(role, { start: end - role.length, end }));
    }
    const body = BODY_AT_HEAD.exec(before);
    if (body) {
      const at = span.start + body[0].length - body[1]!.length;
      return by(nameless(body[1]!, { start: at, end: at + body[1]!.length }));
    }
    const official = TITLE_BEFORE_VERB.exec(near.replace(WHEN, ''));
    if (official) {
      const end = span.end - (clause.length - clause.replace(ADVERBS, '').replace(WHEN, '').trimEnd().length);
      const [, title, name] = official;
      const nameAt = { start: end - (name ?? title!).length, end };
      if (!name && !SOMEBODY.test(title!)) return null;
      if (!name) return by(this.onlyOneWith(title!) ?? nameless(title!, nameAt));
      const titleEnd =
        end - official[0].trimStart().length + official[0].trimStart().indexOf(title!) + title!.length;
      return by({ name, title: title!, nameAt, titleAt: { start: titleEnd - title!.length, end: titleEnd } });
    }
    // In 会议听取了汇报，强调要… the subject stands in an earlier clause.
    if (/(?:会议|大会|全会|座谈会)[^。；]{0,80}$/.test(before) || before.startsWith('会上'))
      return by(MEETING);
    const office = near === '' ? OFFICE_AT_HEAD.exec(before) : null;
    if (office) {
      const at = span.start + office[0].indexOf(office[1]!);
      return by(
        this.onlyOneWith(office[1]!) ?? nameless(office[1]!, { start: at, end: at + office[1]!.length }),
      );
    }
    return near === '' || near.replace(ADVERBS, '') === ''
      ? by(before.trim() === clause.trim() ? (this.recent ?? this.group) : null)
      : null;
  }

  /** Whether the name of a person ends at an offset. */
  private endsName(place: number): boolean {
    const { mentions } = this.people;
    this.seek(place - LONGEST_TURN);
    for (let i = this.next; i < mentions.length && mentions[i]!.name.end <= place; i++)
      if (mentions[i]!.name.end === place) return true;
    return false;
  }

  /** Finds the inspection group or the meeting that is the subject of a sentence: 督导组对前期工作给予肯定. */
  private groupIn({ start, end }: Span): Person | null {
    const words = this.text.slice(start, Math.min(end, start + 24));
    const group = GROUP_AT_HEAD.exec(words);
    if (!group) return null;
    const at = start + group[0].length - group[1]!.length;
    return nameless(group[1]!, { start: at, end: at + group[1]!.length });
  }

  /**
   * Finds the person whom a short name means (查副校长): a person mentioned before, or else the words themselves. `at` is
   * the offset of `words` in the text.
   */
  private shortNameIn(words: string, pattern: RegExp, at: number): Person | null {
    const match = TITLE_SIGN.test(words) ? pattern.exec(words) : null;
    if (!match) return null;
    const { surname, title } = match.groups as ShortName;
    if (!isSurname(surname)) return null;
    const known = this.withTitle(surname, title);
    if (known) return known;
    const start = match.index + match[0].indexOf(surname);
    const end = match.index + match[0].indexOf(title) + title.length;
    // A surname counts only at the beginning of a clause. In 区委书记 the character 委 is no surname.
    if (!/(?:^|[，。\s])$/.test(words.slice(0, start))) return null;
    return nameless(words.slice(start, end), { start: at + start, end: at + end });
  }

  /** Finds the person meant by a title alone (副省长), where the text names only one person with that title. */
  private onlyOneWith(title: string): Person | null {
    const all = [...this.people.byName.values()].filter((person) => person.title?.endsWith(title));
    return all.length === 1 ? all[0]! : null;
  }

  /** Finds the person, mentioned before, who has this surname and title. */
  private withTitle(surname: string, title: string): Person | null {
    return this.bySurname.get(surname)?.find((person) => person.title?.includes(title)) ?? null;
  }

  /** Finds the first person in a passage who is its subject. */
  private subjectIn({ start, end }: Span): Person | null {
    const { mentions } = this.people;
    this.seek(start);
    let spare: Person | null = null;
    for (let i = this.next; i < mentions.length && mentions[i]!.name.end <= end; i++) {
      const { whole, name, person } = mentions[i]!;
      const before = this.text.slice(Math.max(start, whole.start - 6), whole.start);
      const after = this.text.slice(name.end, Math.min(end, name.end + 16));
      if (OBLIQUE_BEFORE.test(before) || OBLIQUE_AFTER.test(after)) continue;
      // In 会议由王海主持，李平强调 the chair 王海 counts as speaker only where nobody else is named.
      if (before.endsWith('由')) spare ??= person;
      else return person;
    }
    return spare;
  }

  /**
   * Moves `next` to the first mention at or after an offset. Calls come nearly in the order of the text, so few steps
   * back suffice.
   */
  private seek(start: number): void {
    const { mentions } = this.people;
    while (this.next > 0 && mentions[this.next - 1]!.name.start >= start) this.next--;
    while (this.next < mentions.length && mentions[this.next]!.name.start < start) this.next++;
  }
}
