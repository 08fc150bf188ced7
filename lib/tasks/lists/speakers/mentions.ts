import type { Span } from '../../schema.ts';
import type { People, Person } from '../people/person.ts';

/** Words before a person that show that this person is not the subject: 听取 in 听取李平汇报 (hears Li Ping's report). */
const OBLIQUE_BEFORE =
  /(?:听取|传达|学习|贯彻|根据|按照|与|向|同|陪同|会见|宣读|通报|邀请|慰问|落实|看望|和|给|对)(?:了)?$/;

/**
 * Words after a name that show that the person is not the subject: 陪同 in 在王海陪同下 (accompanied by Wang Hai), 讲话精神 in
 * 传达李平讲话精神 (pass on the spirit of Li Ping's speech).
 */
const OBLIQUE_AFTER =
  /^(等[^，。；]{0,4}|同志|总书记|总理|主席|[省市区县州镇乡局院校]长|书记)?(?:陪同|的(?!(?:讲话|发言|点评|要求|意见)(?:没|不|很|只|直|简|言|朴|实|开门|从|围绕|结合))|在[^，。；：]{1,9}上的重要讲话|重要讲话|讲话精神|(?:系列)?(?:重要)?(?:[指批]示){1,2}精神|汇报(?!了)|发言[，。；]|要求和|重要指示和|指示和)/;

/** The greatest distance between two persons of an enumeration, in UTF-16 units: 教授、 in 何苗教授、汪海. */
const LONGEST_RANK = 24;

/** The number of a heading before a name: 三、 in 三、县长何苗强调 (3. County head He Miao stressed). */
const NUMBER = /(?:^|\n)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})、$/;

/** How many UTF-16 units before the end of a name are searched for its beginning. */
const LONGEST_NAME = 16;

/** The mentions of people in a text. Callers should ask from left to right, so that all calls take linear time. */
export class Mentions {
  /** The index of the first mention at or after the offset of the last call. */
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly mentions: People['mentions'],
  ) {}

  /** Returns the first mention at or after an offset. */
  firstFrom(place: number): People['mentions'][number] | undefined {
    this.seek(place);
    return this.mentions[this.next];
  }

  /** Whether the name of a person ends at an offset. */
  hasNameEndingAt(place: number): boolean {
    const { mentions } = this;
    this.seek(place - LONGEST_NAME);
    for (let i = this.next; i < mentions.length && mentions[i]!.name.end <= place; i++)
      if (mentions[i]!.name.end === place) return true;
    return false;
  }

  /** Finds the first person in a passage who is its subject. */
  subjectIn({ start, end }: Span): Person | null {
    const { mentions } = this;
    this.seek(start);
    let spare: Person | null = null;
    for (let i = this.next; i < mentions.length && mentions[i]!.name.end <= end; i++) {
      const { whole, name, person } = mentions[i]!;
      const before = this.text.slice(Math.max(start, whole.start - 6), whole.start);
      const after = this.text.slice(name.end, Math.min(end, name.end + 16));
      if (OBLIQUE_BEFORE.test(before) || OBLIQUE_AFTER.test(after)) continue;
      // Passes over a person whom 、 joins to the person before. In 学会、协会主任委员何苗 (He Miao, chair of the society) the
      // person counts, because an organisation stands before 、.
      const last = mentions[i - 1]?.name.end ?? Number.NEGATIVE_INFINITY;
      if (before.endsWith('、') && !NUMBER.test(before) && whole.start - last <= LONGEST_RANK) continue;
      // In 会议由王海主持，李平强调 (Wang Hai chaired the meeting, Li Ping stressed) the chair 王海 counts as speaker only where
      // nobody else is named.
      if (before.endsWith('由')) spare ??= person;
      else return person;
    }
    return spare;
  }

  /** Moves `next` to the first mention at or after an offset. Offsets come nearly in order, so few steps suffice. */
  private seek(start: number): void {
    const { mentions } = this;
    while (this.next > 0 && mentions[this.next - 1]!.name.start >= start) this.next--;
    while (this.next < mentions.length && mentions[this.next]!.name.start < start) this.next++;
  }
}
