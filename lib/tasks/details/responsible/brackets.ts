import { ACTOR_END, COMMAND_END } from '../../../chinese/organisations.ts';
import { matchesIn } from '../../../chinese/patterns.ts';
import type { Rules } from '../../rules.ts';
import type { Span } from '../../schema.ts';
import { bodiesOf } from './enumerations.ts';
import type { FoundBody } from './found.ts';

/** The name of a public body in an enumeration: 市教育局, 各县（区）人民政府, 各县（市、区）. */
const BODY_NAME = `[\\u4e00-\\u9fff]{1,20}?(?:（[^（）]{1,12}）[\\u4e00-\\u9fff]{1,10}?)?(?:${ACTOR_END}|${COMMAND_END}|分行|[协工学商]会)|[工妇团][会联委]|各(?:省|市|州|县|区|地|镇)（[^（）]{1,10}）`;

/** A bracket that may name who is responsible: （市教育局牵头，市财政局配合） */
const BRACKET = /（((?:[^（）]|（[^（）]{1,20}）){2,400})）/g;

/** A part of the content of a bracket, up to the next stop: 市教育局牵头 in 市教育局牵头，市财政局配合. */
const BRACKET_PART = /[^，；。]+/g;

/**
 * The content of a bracket that names public bodies without a role: 市民政局、市农业农村局. At the end of a paragraph, such a
 * bracket says who is responsible.
 */
const BODIES_ALONE = new RegExp(`^(?:(?:${BODY_NAME})[、，；])*(?:${BODY_NAME})$`);

const IS_ROLE = /(?:负责|牵头|指导$|配合|按职责|责任单位|组织实施|责任部门|参与|落实)/;

/** Sentences that say, for all brackets of a text, that the public body named first leads the work. */
export const FIRST_LEADS: Rules = [
  // ✓ 排在第一位的部门为牵头部门，下同
  // ✓ 列首位的为牵头单位
  // ✓ 以下任务，第一个单位为牵头单位
  {
    name: 'first in the bracket leads',
    pattern:
      /(?:排|列)在?(?:第一|首)位?(的|者)?(单位|部门|个)?的?(?:为|是)(?:牵头|主办|责任)|(?:第一个|首个|第一)(?:单位|部门)(?:为|是)(?:牵头|主办)/,
  },
];

/**
 * Finds the sentence that says that the first public body of each bracket leads the work: 列首位的为牵头单位. Returns its
 * offset, from which on the rule holds; infinite where the text has no such sentence.
 */
export function firstLeadsFrom(text: string): number {
  const places = FIRST_LEADS.map(({ pattern }) => text.search(pattern)).filter((place) => place >= 0);
  return Math.min(...places, Number.POSITIVE_INFINITY);
}

/** Whether a bracket follows 。 or ； and nothing but a stop follows it in its paragraph. */
const closesParagraph = (
  words: string,
  { 0: { length }, index }: RegExpExecArray | RegExpMatchArray,
): boolean =>
  /[。；]\s*$/.test(words.slice(0, index)) && /^[。；]?\s*(?:\n|$)/.test(words.slice(index! + length));

/**
 * A remark inside a bracket on the order of its public bodies: ，排在第一位的部门为牵头部门，下同. Its words are skipped, because they
 * name no public body themselves.
 */
const RULE_OF_ORDER = /[。；，](?:排|列)(?:在)?(?:第一|首).*$/;

/**
 * Finds the public bodies in the brackets of a task: （市教育局牵头，市财政局配合）. If `firstIsLead` is true, the public body named
 * first in a bracket without 牵头 (leads) leads the work.
 */
export function bodiesInBrackets(words: string, firstIsLead: boolean): FoundBody[] {
  if (!words.includes('（')) return [];
  return matchesIn(words, BRACKET).flatMap((match) => {
    const own = match[1]!;
    if (!IS_ROLE.test(own) && !(closesParagraph(words, match) && BODIES_ALONE.test(own))) return [];
    const start = match.index + 1;
    const end = start + (RULE_OF_ORDER.exec(own)?.index ?? own.length);
    return bodiesInBracket(words, { start, end }, firstIsLead);
  });
}

/** Reads the parts of a bracket. If a part has 牵头 (leads), all public bodies in it lead the work. */
function bodiesInBracket(words: string, { start, end }: Span, firstIsLead: boolean): FoundBody[] {
  const found: FoundBody[] = [];
  const own = words.slice(start, end);
  const namesLead = own.includes('牵头');
  for (const { 0: part, index } of matchesIn(own, BRACKET_PART)) {
    const isLead = part.includes('牵头');
    const from = start + index;
    for (const body of bodiesOf(words, { start: from, end: from + part.length }))
      found.push({ ...body, leads: isLead || (found.length === 0 && firstIsLead && !namesLead) });
  }
  return found;
}
