import { TITLE_END, TITLES } from '../../../chinese/people.ts';
import { endOfOrder } from '../../lexicon/verbs.ts';
import { TITLE_BEGINS, UNITS } from './characters.ts';

/** The greatest length of a title with its organisation, in UTF-16 units. */
const LONGEST_TITLE = 60;

/**
 * The words before an offset, back to a stop, a quotation mark or a blank. A lookbehind, because it reads backwards from
 * the offset.
 */
const BACK_TO_STOP = new RegExp(`(?<=([^，。；：！？“”《》\\s]{0,${LONGEST_TITLE}}))`, 'y');

/** A title at the end of words: 副区长, 总经理. */
export const TITLE_AT_END = new RegExp(`${TITLE_END}$`);

/** The length of the longest word of `TITLE_END`, in UTF-16 units. */
export const LONGEST_TITLE_END = Math.max(...TITLES.map(({ length }) => length));

/** Words before a title that do not belong to the title: 会上 (at the meeting), 5月6日 (on 6 May), 由 (by). */
const BEFORE_TITLE =
  /^.{0,30}?(?:会上|会后|期间|当天|上午|下午|今日|今天|昨日|日前|近日|\d日|召开|举行|发表|刊发|刊登|记者对|随后|最后|陪同|听取|邀请|传达|学习|会见|根据|(?<!自|理|事)由)(?=[\u4e00-\u9fff]{2})/;

/**
 * Words up to a particle or verb after which a title begins: 主抓防汛的 (in charge of floods) in 主抓防汛的副区长, 任命了 (appointed)
 * in 任命了新局长.
 */
const RELATIVE = /^.*(?:的|了|报请|任命|曾是|[一二三四五六七八九十]是)(?=[\u4e00-\u9fff]{2})/;

/** A preposition, conjunction or the like before a title, which is no part of the title: 由, 与, 该县. */
const PARTICLE =
  /^(?:该[市区县省校院局镇州](?=[\u4e00-\u9fff])|由|在|请|经(?![济开信贸管营发])|受|和(?![平谐田县龙顺静政])|同(?![安江仁心济德里])|与|及|向(?![阳东前明荣])|对(?![外口台])|但|获|为(?!民)|是)(?=[\u4e00-\u9fff]{2})/;

/**
 * Finds the beginning of the title that ends at an offset: directly after the last stop. Includes words before a 、 only
 * if a title also ends there: 县委副书记、县长.
 */
export function titleBefore(text: string, end: number): number {
  BACK_TO_STOP.lastIndex = end;
  const words = BACK_TO_STOP.exec(text)![1]!;
  let start = end - words.length;
  for (let at = words.lastIndexOf('、'); at >= 0; at = words.slice(0, at).lastIndexOf('、')) {
    const place = end - words.length + at;
    if (TITLE_AT_END.test(text.slice(Math.max(0, place - LONGEST_TITLE_END), place))) continue;
    start = place + 1;
    break;
  }
  for (const lead of [BEFORE_TITLE, RELATIVE, PARTICLE]) {
    const length = lead.exec(text.slice(start, end))?.[0].length ?? 0;
    if (length < end - start - 1) start += length;
  }
  return start;
}

const DEPUTY = '副'.charCodeAt(0);

/** A verb of posture after a name and before 在 (on): 蹲 (squat) in 李平蹲在堤脚 (Li Ping squats on the dike). */
const POSTURES = '蹲站坐守住跪';

/** Cuts a verb of posture off the end of a name. `next` is the character after the name. */
export const withoutPosture = (name: string, next: string): string =>
  next === '在' && name.length > 2 && POSTURES.includes(name.at(-1)!) ? name.slice(0, -1) : name;

/** A title that many persons have, so that no name follows it: 各级党组织成员, 全体代表. */
const OF_MANY = /^(?:各|全体|所有|有关|相关|广大)/;
/**
 * A title of members of a group. After the verb of an order, it names no particular person: 经理层成员 (managers) in
 * 推进经理层成员任期制 (promote terms of office for managers).
 */
const OF_GROUP = /(?:成员|代表|领导|同志|负责人)$/;

/** Whether words that end like a title name many persons, so that no name follows. */
export const isOfMany = (title: string): boolean =>
  OF_MANY.test(title) || (OF_GROUP.test(title) && endOfOrder(title, 0) >= 0);

/** The titles of `TITLE_END` by their first two characters. */
const BY_HEAD = new Map<string, string[]>();
for (const title of TITLES) {
  const head = title.slice(0, 2);
  BY_HEAD.set(head, [...(BY_HEAD.get(head) ?? []), title]);
}

/** Whether a title stands at an offset: 局长, 副书记. */
export function isTitleAt(text: string, place: number): boolean {
  const at = text.charCodeAt(place) === DEPUTY ? place + 1 : place;
  if ((UNITS[text.charCodeAt(at)]! & TITLE_BEGINS) === 0) return false;
  return BY_HEAD.get(text.slice(at, at + 2))?.some((title) => text.startsWith(title, at)) ?? false;
}

/**
 * Whether a title may follow a name of two to four characters that begins at this offset. Rules out most offsets
 * without the pattern `TITLE_BEHIND`, which takes long to compile.
 */
export function isTitleBehind(text: string, place: number): boolean {
  // A title has at least two characters.
  for (let end = place + 2; end <= place + 4 && end < text.length - 1; end++)
    if (isTitleAt(text, end)) return true;
  return false;
}
