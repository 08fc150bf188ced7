import { quotedIn } from './paragraphs.ts';
import type { People } from './people.ts';
import { anyOf, type Rules } from './rules.ts';
import type { Span, Speaker } from './schema.ts';

/** Somebody speaks: who, where their words begin, and whether the verb gives orders (强调, 要求) or only tells (表示, 说). */
export type Introduction = {
  speaker: Speaker | null;
  /** The first place of what is said. */
  from: number;
  /** Where the sentence's words before the verb begin and the verb ends. */
  verb: Span;
  strength: 'order' | 'tell' | 'wish';
  /** True where a document speaks (《意见》提出) and not a person or meeting. */
  document: boolean;
};

const VERBS: Record<string, Introduction['strength']> = {
  强调: 'order',
  指出: 'order',
  要求: 'order',
  提出: 'order',
  明确: 'order',
  指示: 'order',
  批示: 'order',
  部署: 'order',
  叮嘱: 'order',
  嘱咐: 'order',
  提醒: 'order',
  号召: 'order',
  安排: 'order',
  讲话: 'order',
  意见: 'order',
  表示: 'tell',
  认为: 'tell',
  说: 'tell',
  介绍: 'wish',
  希望: 'wish',
  勉励: 'wish',
  建议: 'wish',
  呼吁: 'wish',
};

/**
 * A verb by which somebody speaks, with what follows it: a comma or colon, the order itself, or a count of demands
 * (提出三点要求, 就…提出要求). `d`: the place of the verb is needed.
 */
const SAYING =
  /(强调|指出|要求|提出|明确|指示|批示|部署|叮嘱|嘱咐|提醒|号召|安排|讲话|意见|表示|认为|说|介绍|希望|勉励|建议|呼吁)(?:了?(?:[^，。；：]{0,14}?(?:以下|如下|几|[一二三四五六七八九十两\d]{1,2})(?:个?方面|点|条|项|个)[^，。；：]{0,10}|(?:明确|具体|相关)?(?:的)?(?:工作)?要求))?(?=[，：\s“]*(?:第?[一二三四五六七八九十1①]{1}(?:是|要|、|，|\.)?)|[，：“]|要(?!求)|各|全[市县区镇体校省系院]|必须|务必|应当|相关|有关|。|(?<=要求)(?![的是和与了及]))/g;

/** 要求 and the like as nouns: 按照上级要求，; 落实工作部署，. */
const NOUN_BEFORE =
  /(?:的|之|工作|任务|总|各项|有关|相关|具体|按|部署|新|明确|标准|目标|责任|质量|决策|重要|统一|本)$/;
const NOUN_CLAUSE = /^(?:按照?|根据|依照|对照|围绕|为|落实|贯彻|学习|符合|达到|结合|遵照|聚焦)/;

/** Meetings by the ends of their names: 会议强调, 座谈会指出, 全会要求. */
const MEETING =
  /(?:^|[，。；：\s”]|[^，。；：]{0,24})(?:会议|大会|全会|座谈会|推进会|动员会|调度会|部署会|例会|培训会|现场会|[^，。]{1,8}会)$/;
const NAMED_DOCUMENT =
  /《([^》]{1,60})》$|(?:^|[，。])(?:该|这[一份]?|上述)?(文件|意见|通知|方案|规划|纲要|计划|指南|公报|报告|文章|条例|办法|规定|细则|决定)$/;
/** 分管领导, 校领导, 与会领导: a role without a name. */
const ROLE = /(?:^|[，。；：\s])([\u4e00-\u9fff]{0,12}(?:领导|负责同志|负责人|主持人|主要领导))$/;
/** Bodies that speak: 市委、市政府要求. */
const BODY =
  /(?:^|[，。；：\s])([\u4e00-\u9fff、（）]{2,24}(?:党委|政府|委员会|办公室|指挥部|部|局|委|办|厅|署|院|省委|市委|县委|区委|领导小组|国务院|中央|公司|大学|学校|学院))$/;

/** Words before a name that make another the subject: 在副市长王海陪同下, 听取李平汇报, 传达…讲话精神. */
const OBLIQUE_BEFORE =
  /(?:听取|传达|学习|贯彻|根据|按照|与|向|同|陪同|会见|宣读|通报|邀请|慰问|落实|看望|和|给|对|、)(?:了)?$/;
const OBLIQUE_AFTER =
  /^(?:[^，。；]{0,12}(?:陪同|的|重要讲话|讲话精神|指示精神|批示精神|汇报|介绍|发言|要求和|指示和|代表性))/;

/** What stands between the subject and the verb of speakers: 在会上, 就做好防汛工作, 讲话时, 还. */
const FILLING: Rules = [
  // ✓ 还
  // ✓ 同时
  /^(?:，|还|并|又|也|同时|最后|进一步|特别|再次|一再|反复|多次|分别|随后|会上|现场|当场|首先)+$/,
];

export class Speakers {
  /** The mention that the next question may start from: questions go from left to right. */
  private next = 0;
  /** The person spoken of last, for 他强调. */
  private person: Speaker | null = null;

  constructor(
    private readonly text: string,
    private readonly people: People,
  ) {}

  /** Takes note of the people of a stretch of text that has been read, so that 他 means the right one. */
  pass(span: Span): void {
    const own = this.subjectIn(span);
    if (own) this.person = own;
  }

  /** The first person of a stretch of text who is its subject. */
  private subjectIn({ start, end }: Span): Speaker | null {
    const { mentions } = this.people;
    this.seek(start);
    let spare: Speaker | null = null;
    for (let i = this.next; i < mentions.length && mentions[i]!.name.end <= end; i++) {
      const { whole, name, person } = mentions[i]!;
      const before = this.text.slice(Math.max(start, whole.start - 6), whole.start);
      const after = this.text.slice(name.end, Math.min(end, name.end + 16));
      if (OBLIQUE_BEFORE.test(before) || OBLIQUE_AFTER.test(after)) continue;
      if (/由$/.test(before)) spare ??= person;
      else return { name: person.name, title: person.title };
    }
    return spare && { name: spare.name, title: spare.title };
  }

  /** True where a person is named at the head of a sentence: the report turns to what that person did or said. */
  opensWithPerson({ start, end }: Span): boolean {
    const { mentions } = this.people;
    this.seek(start);
    const first = mentions[this.next];
    return first !== undefined && first.name.end <= end && first.whole.start - start <= 4;
  }

  /** True where a sentence tells of the speaker and does not let him speak: 李平随后察看了泵站. */
  tellsOf(sentence: Span, speaker: Speaker | null): boolean {
    return speaker !== null && this.subjectIn(sentence)?.name === speaker.name;
  }

  private seek(start: number): void {
    const { mentions } = this.people;
    while (this.next > 0 && mentions[this.next - 1]!.name.start >= start) this.next--;
    while (this.next < mentions.length && mentions[this.next]!.name.start < start) this.next++;
  }

  /** 查副校长 → the person of that surname and title who was named before. */
  private bySurname(words: string): Speaker | null {
    const match =
      /([\u4e00-\u9fff])(副?)(书记|市长|省长|区长|县长|镇长|乡长|州长|局长|厅长|处长|院长|校长|主任|主席|部长|总|会长|所长|站长|董事长|总经理)[^，。；]{0,12}$/.exec(
        words,
      );
    if (!match) return null;
    for (const person of this.people.byName.values())
      if (person.name.startsWith(match[1]!) && person.title?.includes(match[3]!))
        return { name: person.name, title: person.title };
    return null;
  }

  /** Who speaks in a sentence and from where on; null where nobody does. */
  introductionIn(sentence: Span): Introduction | null {
    const words = this.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 400));
    const quoted = quotedIn(this.text, { start: sentence.start, end: sentence.start + words.length });
    for (const match of words.matchAll(SAYING)) {
      const at = sentence.start + match.index;
      if (quoted(at)) continue;
      const verb = { start: at, end: at + match[0].length };
      const before = words.slice(0, match.index);
      const clause = before.slice(
        Math.max(...['，', '。', '；', '：'].map((stop) => before.lastIndexOf(stop))) + 1,
      );
      const counted = match[0].length > match[1]!.length;
      const noun = /^(?:要求|部署|指示|批示|安排|讲话|意见|说|明确|提出|建议|希望|表示)$/.test(match[1]!);
      if (!counted && noun && (NOUN_BEFORE.test(clause) || NOUN_CLAUSE.test(clause))) continue;
      if (
        /^(?:讲话|意见|安排|部署)$/.test(match[1]!) &&
        !counted &&
        !/^[：]/.test(words.slice(match.index + match[0].length))
      )
        continue;
      const read = this.speakerBefore(sentence.start, at, before, clause);
      if (!read) continue;
      return { ...read, verb, from: verb.end, strength: VERBS[match[1]!]! };
    }
    return null;
  }

  private speakerBefore(
    start: number,
    end: number,
    before: string,
    clause: string,
  ): Pick<Introduction, 'speaker' | 'document'> | null {
    const own = before.replace(
      /(?:，|还|并|又|也|同时|最后|进一步|特别|再次|一再|反复|会上|现场|首先|再|强|时|在会上|在会议上|讲话中?|在讲话中?|讲话时|总结时|总结)+$/,
      '',
    );
    const near = clause.replace(/(?:还|并|又|也|同时|最后|进一步|特别|再次|一再|反复|首先|再)+$/, '').trim();
    const document = NAMED_DOCUMENT.exec(near);
    if (document) return { speaker: null, document: true };
    const named = this.subjectIn({ start, end });
    if (named && !/会议$|大会$|全会$/.test(near)) return { speaker: named, document: false };
    if (/(?:^|[，。；：\s”])(?:他|她)(?:[^，。；：]{0,40})$/.test(own) || /^\s*(?:他|她)/.test(before))
      return this.person ? { speaker: this.person, document: false } : { speaker: null, document: false };
    const surname = this.bySurname(near);
    if (surname) return { speaker: surname, document: false };
    if (MEETING.test(near)) return { speaker: { name: '会议', title: null }, document: false };
    const role = ROLE.exec(near)?.[1];
    if (role) return { speaker: { name: role, title: null }, document: false };
    const body = BODY.exec(near)?.[1];
    if (body) return { speaker: { name: body, title: null }, document: false };
    // 会议听取了汇报，强调要…; 主持会议并讲话，要求…: the subject of the clauses before.
    if (/(?:会议|大会|全会|座谈会)(?:[^。；]{0,80})$/.test(own) || /^会上/.test(before))
      return { speaker: { name: '会议', title: null }, document: false };
    return near === '' || anyOf(FILLING, near) ? { speaker: null, document: false } : null;
  }
}
