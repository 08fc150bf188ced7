import { matchesIn } from '../../../chinese/patterns.ts';
import { ALL_OF_KIND } from '../../lexicon/bodies.ts';
import { actorBeforeVerb } from '../../lists/actors.ts';
import { clausesOf, endsPart, linesIn } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import { actorIn, BEHIND, repeatedIn } from './acting.ts';
import { isCondition, isForbiddenCase } from './conditions.ts';
import { bodiesOf } from './enumerations.ts';
import { PERSON_END } from './names.ts';
import { passingOn } from './passingOn.ts';
import { actingSubjectOf, bodiesOfSubject, MODAL_BEGINNINGS, subjectIn } from './subjects.ts';
import { officesByTrade } from './trades.ts';

/** Persons named by office, possibly of a place: 党委书记, 镇长. */
const PERSON = new RegExp(`(?:${PERSON_END}|[园镇乡县市区河湖林田路街片链段]长)(?:（[^（）]*）)?$`);

/**
 * Words before the public body that must act: 由 (by) in 由某局统一编制, 请 (please) in 请某县政府组织, 会同 (together with) in 会同某局开展.
 */
const BEFORE_ADDRESSEE =
  /(?<![理自事缘聘邀申提报商约函])(?<!不[得能再应宜]|可(?:以|明确|指定|安排|委托|确定|授权|选择)?)(?:由|请(?![求示教]))(?=[\u4e00-\u9fff])|(?<!将)会同(?!步|(?:有关|相关|其他)[\u4e00-\u9fff])/g;

const MAY_ADDRESS = /[由请]|会同/;

/** A day or a period before all public bodies of a kind, which is no part of the name: 3月底前 in 3月底前各县区. */
const DAY_BEFORE_ALL =
  /^(?:(?:[今明本]年|[\d一二三四五六七八九十]{1,4}(?:年|月|日|号|季度)|[年月]底)[^，。；：要]{0,10}?(?:前|内|[底末])|年内|[\u4e00-\u9fff]{2,10}期间)(?=各|每个)/;

/**
 * Flags for a UTF-16 unit, by what can begin with it: a word of `MAY_ADDRESS`, a modal verb such as 要 after a subject,
 * or the words 各 and 每个 (each).
 */
const [ADDRESSES, DEMANDING, ALL] = [1, 2, 4];
const SIGNS = new Uint8Array(0x10000);
for (const [units, sign] of [
  ['由请会', ADDRESSES],
  [MODAL_BEGINNINGS, DEMANDING],
  ['各每', ALL],
] as const)
  for (const unit of units) SIGNS[unit.charCodeAt(0)]! |= sign;

/** Returns the signs of all units of a span. Few clauses have a sign, so most are not tried on the patterns above. */
function signsOf(text: string, { start, end }: Span): number {
  let signs = 0;
  for (let i = start; i < end; i++) signs |= SIGNS[text.charCodeAt(i)]!;
  return signs;
}

/** A clause that only says until when: 6月30日前，. */
const DAY_ALONE = /^\s*[在于]?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)?[之以]?前，$/;

/**
 * A word for the future before the name of a public body, which is no part of the name: 届时 (then) in 届时县水务局, 近期
 * (soon) in 近期各学校.
 */
const TO_COME = /^(?:届时|到时|今后|近期|即日起|下一?步|下一?阶段|接下来)(?=[\u4e00-\u9fff]{2})/;

/** A year before the name of a public body, which is no part of the name: 2025年 in 2025年县水务局要…. */
const YEAR_BEFORE = /^20\d{2}年(?:度)?(?=[\u4e00-\u9fff]{2})(?![底末前内初以之起])/;

/**
 * Words before public bodies of which something is demanded, up to their name: 要求 (demands) in 要求各科室, 责成 (charges) in
 * 责成县水务局.
 */
const DEMANDED_OF =
  /^(?:[^，。；：“”]{0,10}?(?<![按照据合])(?:要求|责成)(?=各(?![项类种个环阶])|(?:有关|相关)(?:部门|单位)(?!的))|(?:要求|责成)(?=[\u4e00-\u9fff]{4}))/;

/** All public bodies of a kind after 要求 (demand), before any words: 各单位 in 要求各单位高度重视. Group 1 names them. */
const ALL_DEMANDED_OF = new RegExp(`^(${ALL_OF_KIND})(?!的)(?=[\\u4e00-\\u9fff]{2})`);

const DEMANDS_AT_HEAD = /^(?:会议|[并还])?(?:再次)?(?:要求|责成)/;

/**
 * What may stand before the public body of a clause, and is skipped: the heading of an item in brackets, as in
 * （压实责任）各站要, or a number, as in 一、各站要.
 */
const BEFORE_BODY = /^（[^（）]{2,16}）|^[一二三四五六七八九十]{1,2}、/;

/** Cuts a clause after the role of its first public body. The vertical bar marks the cut: 区委政法委牵头、|区司法局提供支持. */
function behindRole(text: string, clause: Span): [own: Span, further?: Span] {
  const at = text.slice(clause.start, clause.end).indexOf('牵头、');
  // In 由政府牵头、部门参与的机制 (a mechanism led by government with departments taking part) the words describe a thing, so
  // nothing is cut.
  if (at < 0 || text.slice(clause.start + at, clause.end).includes('的')) return [clause];
  const middle = clause.start + at + '牵头、'.length;
  return [
    { start: clause.start, end: middle },
    { start: middle, end: clause.end },
  ];
}

/**
 * Private persons, who pay or do something but are no public bodies: 产权人 in 鉴定费用由产权人承担 (the owner bears the costs of
 * the survey).
 */
const OWNER = /(?:产权|使用|所有|承租)人$|^(?:户主|业主|个人|本人)$/;

/**
 * Words that permit a public body to act and order nobody: 可由县医院承担. The next clause may name another that is permitted
 * to act.
 */
const PERMITS = /可(?:以|明确|指定|安排|委托|确定|授权|选择)?由/;
const HAS_MODAL = /(?<![需重主])要(?![求素点])|必须|务必|应当?(?![急用对])|须|由/;

/** How many UTF-16 units of a clause are searched for the public body that must act. */
const HEAD = 90;

/**
 * Finds the public bodies that the clauses of a task order to act. They are subjects (各镇要…, all towns must …) or
 * stand before a verb (县财政局安排…, the finance bureau arranges …). Others follow 由 (by), 请 (please) or 会同 (together
 * with).
 */
export function bodiesInClauses(text: string, task: Span): Span[] {
  const found: Span[] = [];
  for (const line of linesIn(text, task)) {
    let before: Span | null = null;
    let isPermitted = false;
    for (const clause of clausesOf(text, line)) {
      const opensPart: boolean =
        before === null ||
        endsPart(text, before) ||
        text[clause.start - 1] === '：' ||
        DAY_ALONE.test(text.slice(before.start, before.end));
      const words = text.slice(clause.start, clause.end);
      isPermitted = PERMITS.test(words) || (isPermitted && !opensPart && !HAS_MODAL.test(words));
      before = clause;
      if (isPermitted && !PERMITS.test(words)) continue;
      const [own, further] = behindRole(text, clause);
      found.push(...bodiesInClause(text, own, opensPart));
      if (further) found.push(...bodiesInClause(text, further, false));
    }
  }
  return found;
}

/**
 * Finds the public bodies that a clause orders to act. `opensPart` says whether the clause is the first of its part of
 * the sentence: parts end with ；.
 */
function bodiesInClause(text: string, clause: Span, opensPart: boolean): Span[] {
  const whole = text.slice(clause.start, clause.end).trimStart();
  const signs = signsOf(text, clause);
  const day =
    (signs & ALL || DEMANDS_AT_HEAD.test(whole)
      ? (DAY_BEFORE_ALL.exec(whole) ?? DEMANDED_OF.exec(whole))
      : null) ??
    (whole.startsWith('20') ? YEAR_BEFORE.exec(whole) : null) ??
    ('届到今近即下接'.includes(whole[0] ?? '-') ? TO_COME.exec(whole) : null);
  const title = BEFORE_BODY.exec(whole);
  const own = whole.slice((day ?? title)?.[0].length ?? 0);
  const at = clause.end - own.length;
  const inText = ({ start, end }: Span) => ({ start: at + start, end: at + end });
  const head = own.slice(0, HEAD);
  const relay = head.includes('的') ? passingOn(text.slice(at, at + HEAD)) : null;
  if (relay) return [inText(relay)];
  const subject = signs & DEMANDING ? subjectIn(head) : actingSubjectOf(head);
  const isCase = isCondition(own) || isForbiddenCase(own, text.slice(clause.end, clause.end + 4));
  const actor =
    subject || isCase
      ? null
      : (actorIn(head, opensPart, text, clause.end) ?? (day && allDemandedOf(day[0], head)));
  const isTold = (signs & ADDRESSES) !== 0 && MAY_ADDRESS.test(head);
  const offices = subject || actor ? [] : officesByTrade(head).map(inText);
  // Returns early, because most clauses tell nobody to act.
  if (!subject && !actor && !isTold) return offices;
  const actors = actor
    ? [actor, ...repeatedIn(head, actor)]
        .flatMap((one) => bodiesOf(text, inText(one), true))
        .filter(({ start, end }) => !PERSON.test(text.slice(start, end)))
    : [];
  const addressees = isTold
    ? addresseesIn(own, head)
        .flatMap((named) => bodiesOf(text, inText(named), true))
        .filter(
          (one) => ![...actors, ...offices].some(({ start, end }) => start <= one.start && one.end <= end),
        )
    : [];
  const subjects = subject ? bodiesOfSubject(subject).map(inText) : [];
  return [...actors, ...addressees, ...offices, ...subjects];
}

/** Finds all public bodies of a kind after the words that demand something of them: 各单位 after 要求. */
function allDemandedOf(demand: string, head: string): Span | null {
  const all = /(?:要求|责成)$/.test(demand) ? ALL_DEMANDED_OF.exec(head)?.[1] : undefined;
  return all ? { start: 0, end: all.length } : null;
}

/** Finds the public bodies after 由, 请 or 会同 in the first words (`head`) of a clause. */
function addresseesIn(clause: string, head: string): Span[] {
  return matchesIn(head, BEFORE_ADDRESSEE).flatMap(({ 0: lead, index }) => {
    const from = lead === '会同' ? index + lead.length : index;
    const acting = actorBeforeVerb(clause.slice(from, from + BEHIND));
    // In 由某部门牵头的制度 (the system led by some department) the words describe a thing, so nobody is told to act.
    if (!acting || /^[\u4e00-\u9fff]{2,4}的/.test(clause.slice(from + acting.end))) return [];
    if (OWNER.test(clause.slice(from + acting.start, from + acting.end))) return [];
    return [{ start: from + acting.start, end: from + acting.end }];
  });
}
