import { BODY_END } from '../../../chinese/organisations.ts';
import { HAN } from '../../../chinese/patterns.ts';
import { isNoName, TITLE_END } from '../../../chinese/people.ts';
import { nameless, type Person } from '../people/person.ts';
import type { PeopleByTitle } from './peopleByTitle.ts';
import type { Saying } from './sayings.ts';

/**
 * A title directly before a verb of speech: 县长, 专家. A name whose surname our tables lack may follow it: 县长揭东. Group 1
 * is the title, group 2 the name.
 */
const TITLE_BEFORE_VERB = new RegExp(`^([${HAN}]{0,16}?${TITLE_END})([${HAN}]{2,3})?$`);

/**
 * Words between a person and the verb that name the occasion: 在主持时 (while chairing) in 镇长揭东在主持时要求, 听完汇报后 (after
 * hearing the report) in 馆长听完汇报后强调.
 */
const WHEN = /(?:在|听[取完])[^，。；：]{1,14}[时中上后]$/;

/**
 * A title without a name: 县长 (county head), 区委书记 (party secretary), 环保专家 (expert). At most an organisation or group
 * stands before the title, because any other words there may be a name.
 */
const SOMEBODY = new RegExp(`^(?:[${HAN}]{0,14}?(?:${BODY_END}|办公室)|总|分管|常务)?副?${TITLE_END}$|专家$`);

/**
 * Finds the official whose title stands directly before the verb: 区委书记 in 区委书记强调 (the party secretary stressed).
 * Returns null where no title stands there. The `speaker` is null where the words before the title may be a name, so
 * that nobody is known to speak.
 */
export function officialBefore(
  { span, clause, near }: Saying,
  people: PeopleByTitle,
): { speaker: Person | null } | null {
  const words = near.replace(WHEN, '');
  const match = TITLE_BEFORE_VERB.exec(words);
  if (!match) return null;
  const end = span.end - clause.length + clause.indexOf(near) + words.length;
  const [all, title, name] = match as unknown as [string, string, string | undefined];
  // In 分管副市长留下来要求 (the vice mayor stayed and demanded) no name follows the title.
  if (!name || isNoName(name)) {
    const titleEnd = end - (name?.length ?? 0);
    const nameAt = { start: titleEnd - title.length, end: titleEnd };
    const speaker = SOMEBODY.test(title) ? (people.onlyOneWith(title) ?? nameless(title, nameAt)) : null;
    return { speaker };
  }
  const nameAt = { start: end - name.length, end };
  const own = all.trimStart();
  const titleEnd = end - own.length + own.indexOf(title) + title.length;
  const titleAt = { start: titleEnd - title.length, end: titleEnd };
  return { speaker: { name, title, nameAt, titleAt } };
}

/** An office without a name as the subject of a sentence: 市长当场叫来负责人，严肃指出：. Group 1 is the office. */
const OFFICE_AT_HEAD =
  /^\s*(?:(?:会上|会后|随后|最后)，)?((?:(?:分管|主管|生产|行政|安全|业务)?副)?(?:书记|[省市区县镇乡州局厅院部校厂矿]长|检察长|主任|总?经理|总工程师))(?![一们])[^，。；：]{2,40}，/;

/** Finds the official whose office without a name is the subject of a sentence: 市长当场叫来负责人，严肃指出：. */
export function officialAtHead({ span, before }: Saying, people: PeopleByTitle): Person | null {
  const match = OFFICE_AT_HEAD.exec(before);
  if (!match) return null;
  const title = match[1]!;
  const start = span.start + match[0].indexOf(title);
  return people.onlyOneWith(title) ?? nameless(title, { start, end: start + title.length });
}

/** An office without a name as the subject of a sentence about what the person does: 会上，县长向消防员表示慰问. Group 1 is the office. */
const OFFICE_ACTS = new RegExp(
  `^\\s*(?:[^，。；：]{0,8}(?:最后|[上中时后])，)?([${HAN}、]{0,24}?${TITLE_END})(?=代表[${HAN}]{2,12}?[向对]|向|对|主持|出席|参加)`,
);
/** Titles that many persons share, so that nobody in particular is meant. */
const ANY_OF_MANY = /(?:代表|成员|同志|专家|委员|领导|负责人)$/;

/**
 * Finds the official whom a sentence about an act names only by the office: 县长 in 县长向消防员表示慰问. `start` is the offset of
 * `words`.
 */
export function officialActing(words: string, start: number, people: PeopleByTitle): Person | null {
  const match = OFFICE_ACTS.exec(words);
  if (!match) return null;
  const title = match[1]!;
  if (ANY_OF_MANY.test(title) || !title.split('、').every((one) => SOMEBODY.test(one))) return null;
  const end = start + match[0].length;
  return people.onlyOneWith(title) ?? nameless(title, { start: end - title.length, end });
}
