import { isSurname } from '../../../chinese/surnames.ts';
import { nameless, type Person } from '../people/person.ts';
import type { PeopleByTitle } from './peopleByTitle.ts';

/** A short name: a surname with a title, such as 查副校长. Its groups are `surname` and `title`. */
const SHORT =
  '(?<surname>[\\u4e00-\\u9fff])副?(?<title>书记|组长|队长|经理|市长|省长|区长|县长|镇长|乡长|州长|局长|厅长|处长|院长|校长|主任|主席|部长|总(?:会计师|工程师|经济师)|总|会长|馆长|台长|园长|行长|社长|科长|股长|庭长|所长|站长|董事长|总经理|专员|委员)';

type ShortName = { surname: string; title: string };

/**
 * The last characters of the titles in `SHORT`. Words without any of these characters are not searched for a short
 * name.
 */
const TITLE_SIGN = /[记长任席总理员师]/;

/** A short name shortly before the end of a clause, where the verb follows: 李县长再次(强调). */
export const SURNAME = new RegExp(`${SHORT}[^，。；]{0,12}$`);

/** A short name in the first clause of a sentence. Only an occasion may stand before the name: 点评会上，李县长逐项点评，. */
export const SURNAME_IN_FIRST_CLAUSE = new RegExp(
  `^\\s*(?:[^，。；：]{0,12}[上中时后]，?)?${SHORT}(?=[^，。；：]{0,40}，)`,
);

/** A short name at the beginning of a sentence, possibly after 会上，, 随后， or 最后，. */
export const SURNAME_AT_HEAD = new RegExp(`^(会上，|随后，|最后，)?${SHORT}`);

/**
 * What may stand before a short name, if the text does not also give the full name: 随后县防指 in 随后县防指汪组长提出要求 (then group
 * leader Wang of flood control made demands).
 */
const BEFORE_SURNAME =
  /(?:^|[，。\s]|(?:^|[，。])(?:[^，。]{0,8}会上|(?:随后|最后|接着|随即)?(?:[\u4e00-\u9fff]{1,10}(?:办|局|指|委|项目部|公司|驻地))?))$/;

/**
 * Finds the person whom a short name means (查副校长). Where the text does not also give the full name, makes a speaker
 * with the short name as name. `at` is the offset of `words` in the text.
 */
export function shortNameIn(
  words: string,
  pattern: RegExp,
  at: number,
  people: PeopleByTitle,
): Person | null {
  const match = TITLE_SIGN.test(words) ? pattern.exec(words) : null;
  if (!match) return null;
  const { surname, title } = match.groups as ShortName;
  if (!isSurname(surname)) return null;
  const known = people.withSurname(surname, title);
  if (known) return known;
  const start = match.index + match[0].indexOf(surname);
  const end = match.index + match[0].indexOf(title) + title.length;
  // A surname counts only at the beginning of a clause, after 会上 (at the meeting) or 随后 (then), or after an office.
  // In 区委书记 (party secretary) the character 委 is no surname, and in 县水务局党总支 the character 党 is none.
  if (surname === '党' || !BEFORE_SURNAME.test(words.slice(0, start))) return null;
  return nameless(words.slice(start, end), { start: at + start, end: at + end });
}

/** Whether words begin with the short name of a person of the text: 李书记还讲了意见. */
export function opensWithShortName(words: string, people: PeopleByTitle): boolean {
  const match = TITLE_SIGN.test(words) ? SURNAME_AT_HEAD.exec(words) : null;
  if (!match) return false;
  const { surname, title } = match.groups as ShortName;
  return people.withSurname(surname, title) !== null;
}
