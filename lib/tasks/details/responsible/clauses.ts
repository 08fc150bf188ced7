import { ACTOR_END, UNIT_END } from '../../../chinese/organisations.ts';
import { matchesIn } from '../../../chinese/patterns.ts';
import { actorBeforeVerb, actorOf, NO_BODY } from '../../lists/actors.ts';
import { startsWithVerb } from '../../lists/orders/openings.ts';
import { clausesOf, endsPart, linesIn } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import { CARRIED, DEMANDS } from './carried.ts';
import { isCondition, isForbiddenCase } from './conditions.ts';
import { bodiesOf } from './enumerations.ts';
import { PERSON_END } from './names.ts';
import { passingOn } from './passingOn.ts';
import { actingSubjectOf, bodiesOfSubject, MODAL_BEGINNINGS, subjectIn } from './subjects.ts';
import { officesByTrade } from './trades.ts';

/** Persons named by office, possibly of a place: 党委书记, 镇长. */
const PERSON = new RegExp(`(?:${PERSON_END}|[园镇乡县市区河湖林田路街片链段]长)(?:（[^（）]*）)?$`);

/**
 * The beginning of a clause with a public body of one place (县财政局) or with all public bodies of a kind (各镇). There, a
 * public body may act even in the middle of a sentence.
 */
const OF_A_PLACE =
  /^\s*(?:(?:沿[线河江湖海]|所在|属地|当地|机关|[省市县区][属直])?各|有关|相关|沿[河江湖海]|[省市县区镇乡州旗盟](?=委|[\u4e00-\u9fff]{1,12}?(?:[局委办厅院站所校队司台馆协厂段社]|中心|公司|集团)))/;

/**
 * A clause that begins with the name of a unit (督察支队、警务保障处) or another word that clearly names a public body. There,
 * too, a public body may act in the middle of a sentence.
 */
const NAMED_UNIT =
  /^\s*[\u4e00-\u9fff\d、]{0,20}?(?:支队|大队|总队|中队|[局厅处股庭]|部(?<![全内外干局]部)(?![门分])|[营网信气电水热工输]企业|级政府|科(?!学|技|研)|办公室|工商联|妇联|残联|团委|工会|(?:施工|监理|监测|建设|总包|业主|设计|养护|维保|运营|责任|主管|物业|勘察)单位|[查察]室|纪委|发改委|办(?<![举开承协主经创查交督催转]办)|乡镇|部门|机关|指挥部|管委会|专班)/;

/** A clause that only names public bodies by their trades: 民政、卫生等部门，. */
const OF_TRADES = /^[\u4e00-\u9fff、]+等[^，。；、]*(?:部门|单位)，?$/;

const AT_END = new RegExp(`^[\\u4e00-\\u9fff]{1,10}${ACTOR_END}$`);

/** A clause that says in which role an organisation must act: 公司作为供水主体，. */
const AS_WHAT = /^[^，。；：要]{2,20}作为[^，。；]{2,20}，/;

/**
 * Endings of the names of units. Words with such an ending count as a public body even in the middle of a sentence, if
 * a verb follows them: 养护中心清理渠道.
 */
const UNIT_ENDS =
  '(?:[部所站院行]|委会|中心|集团|公司|街道|海关|车间|班组|院校|[机车电工]务段|厂|矿井|煤矿|货场|平台|超市|商场|市场(?![监管秩]))';
const HAS_UNIT = new RegExp(`^[\\u4e00-\\u9fff、]{0,14}${UNIT_ENDS}`);
const UNIT_AT_END = new RegExp(`${UNIT_ENDS}$`);

/** Returns the span of words at the beginning of a clause; null where they cannot name a public body. */
const namedBy = (words: string | undefined): Span | null =>
  words && !NO_BODY.test(words) && !startsWithVerb(words) ? { start: 0, end: words.length } : null;

/** Finds the public bodies that a clause names, if the next clause demands something of them (see `CARRIED`). */
function bodiesCarried(clause: string, text: string, end: number): Span | null {
  const behind = text.slice(end, end + BEHIND);
  if (!DEMANDS.test(behind)) return null;
  for (const { pattern } of CARRIED) {
    const body = namedBy(pattern.exec(clause + behind)?.[1]);
    if (body) return body;
  }
  return null;
}

/** Words before the public body that must act: 由某局统一编制, 请某县政府组织, 会同某局开展. */
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

/** A word for the future before the name of a public body, which is no part of the name: 届时 in 届时县水务局, 近期 in 近期各学校. */
const TO_COME = /^(?:届时|到时|今后|近期|即日起|下一?步|下一?阶段|接下来)(?=[\u4e00-\u9fff]{2})/;

/** A year before the name of a public body, which is no part of the name: 2025年 in 2025年县水务局要…. */
const YEAR_BEFORE = /^20\d{2}年(?:度)?(?=[\u4e00-\u9fff]{2})(?![底末前内初以之起])/;

/** Words before public bodies of which something is demanded, up to their name: 要求 in 要求各科室, 责成 in 责成县水务局. */
const DEMANDED_OF =
  /^(?:[^，。；：“”]{0,10}?(?<![按照据合])(?:要求|责成)(?=各(?![项类种个环阶])|(?:有关|相关)(?:部门|单位)(?!的))|(?:要求|责成)(?=[\u4e00-\u9fff]{4}))/;

/** All public bodies of a kind after 要求 (demand), before any words: 各单位 in 要求各单位高度重视. Group 1 names them. */
const ALL_DEMANDED_OF = new RegExp(
  `^(各(?![项类种个环阶方])[\\u4e00-\\u9fff]{0,8}?(?:${ACTOR_END}|[镇乡村县区])|(?:有关|相关)(?:部门|单位))(?!的)(?=[\\u4e00-\\u9fff]{2})`,
);

const DEMANDS_AT_HEAD = /^(?:会议|[并还])?(?:再次)?(?:要求|责成)/;

/**
 * What may stand before the public body of a clause, and is skipped: the heading of an item in brackets, as in
 * （压实责任）各站要, or a number, as in 一、各站要.
 */
const BEFORE_BODY = /^（[^（）]{2,16}）|^[一二三四五六七八九十]{1,2}、/;

/** Cuts a clause after the role of its first public body. The vertical bar marks the cut: 区委政法委牵头、|区司法局提供支持. */
function behindRole(text: string, clause: Span): [own: Span, further?: Span] {
  const at = text.slice(clause.start, clause.end).indexOf('牵头、');
  // In 由政府牵头、部门参与的机制 the words describe a thing, so nothing is cut.
  if (at < 0 || text.slice(clause.start + at, clause.end).includes('的')) return [clause];
  const middle = clause.start + at + '牵头、'.length;
  return [
    { start: clause.start, end: middle },
    { start: middle, end: clause.end },
  ];
}

/** Private persons, who pay or do something but are no public bodies: 产权人 in 鉴定费用由产权人承担. */
const OWNER = /(?:产权|使用|所有|承租)人$|^(?:户主|业主|个人|本人)$/;

/**
 * Words that permit a public body to act and order nobody: 可由县医院承担. The next clause may name another that is permitted
 * to act.
 */
const PERMITS = /可(?:以|明确|指定|安排|委托|确定|授权|选择)?由/;
const HAS_MODAL = /(?<![需重主])要(?![求素点])|必须|务必|应当?(?![急用对])|须|由/;

/** How many UTF-16 units of a clause are searched for the public body that must act. */
const HEAD = 90;
/** How many UTF-16 units are read after 由 (by), 请 (please) or a clause, to see whether an order follows. */
const BEHIND = 60;

/**
 * Finds the public bodies that the clauses of a task order to act: as subjects (各镇要…), before a verb (县财政局安排…), and
 * after 由, 请 and 会同.
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
  const title = /^[（一二三四五六七八九十]/.test(whole) ? BEFORE_BODY.exec(whole) : null;
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

/** Finds the public bodies after the first one, where the same verb follows each: 交通局 in 水务局管好河道、交通局管好道路. */
function repeatedIn(head: string, actor: Span): Span[] {
  const verb = head.slice(actor.end, actor.end + 2);
  const found: Span[] = [];
  let from = head.indexOf('、', actor.end);
  while (verb.length > 1 && from >= 0) {
    const end = head.indexOf(verb, from);
    if (end < 0) break;
    const start = head.lastIndexOf('、', end) + 1;
    if (end > start + 1 && AT_END.test(head.slice(start, end))) found.push({ start, end });
    from = head.indexOf('、', end);
  }
  return found;
}

/**
 * Finds the public bodies before a verb at the beginning of a clause. In a clause that is not the first of its part,
 * words before a verb count only if they clearly name a public body: 县财政局, 各镇, 督察支队. `end` is the offset of the
 * clause's end in the text.
 */
function actorIn(head: string, opensPart: boolean, text: string, end: number): Span | null {
  const actor = actorOf(head);
  if (actor) return IS_NAMED.test(head) || !ACTIVITY_BEFORE_MODAL.test(head.slice(actor.end)) ? actor : null;
  const every = head.startsWith('每') ? EVERY.exec(head)?.[1] : undefined;
  if (every) return { start: 0, end: every.length };
  const dutiful =
    namedBy(CHARGED.exec(head)?.[1]) ?? (head.includes('各') ? namedBy(EACH_ITS_PART.exec(head)?.[1]) : null);
  if (dutiful) return dutiful;
  if (opensPart || OF_A_PLACE.test(head) || NAMED_UNIT.test(head) || AS_WHAT.test(head))
    return actingNow(head, text, end) ?? bodiesCarried(head, text, end);
  if (OF_TRADES.test(head)) return bodiesCarried(head, text, end);
  const unit = HAS_UNIT.test(head) ? actingNow(head, text, end) : null;
  return unit && UNIT_AT_END.test(head.slice(0, unit.end)) ? unit : null;
}

/** Every public body of a kind (每个), before what it must give or hold: 每个班组派出一名联络员, 每个支部组织学习. Group 1 names them. */
const EVERY = new RegExp(
  `^(每(一)?个[\\u4e00-\\u9fff]{1,8}?(?:${ACTOR_END}|${UNIT_END}|小组|支部|[镇乡村院]))(?:派出(?!所)|派(?!出)|选派|提供|安排|报送|推荐|组织|开展|召开)(?!的|[^，。；]*了)`,
);

/** A verb before a modal, which is a noun there or part of one: 改革 in 国有企业改革要深化, 采购 in 政府采购合同应载明期限. */
const NOUN_BEFORE_MODAL =
  /^[\u4e00-\u9fff]{2}(?:合同|文件|项目|资金|方案|服务|制度|活动)?(?:要(?![求素点])|必须|务必|应(?![急用届对])|须)/;
/** A public body of one place, or each of a kind. It must act even where the verb after it is a noun: 各镇 in 各镇建设要提速. */
const IS_NAMED = /^(?:各|[省市县区州镇乡])/;

/** An activity as the subject of 要 or the like. The organisation before it is not told to act: 商会 in 商会组织开展评选活动要公开. */
const ACTIVITY_BEFORE_MODAL =
  /^(?:组织)?(?:开展|举办|组织|实施|从事)[^，。；]{2,20}(?:活动|业务|服务|行为|项目)(?:要(?![求素点])|必须|应当?(?![急用对])|须)/;

/** A public body before a verb and the duty that it must fulfil: 学校 in 学校切实履行主体责任. Group 1 is the public body. */
const CHARGED = new RegExp(
  `^((?:(?!由)[\\u4e00-\\u9fff]){0,12}?(?:${ACTOR_END}|高校|医院)|属地)(?:切实|认真|严格|全面|主动)?(?:履行|扛[起牢]|压实)(?![^，。；]{0,24}的)[^，。；]{0,16}(?:责任|职责|义务)`,
);

/**
 * Public bodies before a phrase which says that each does its own part: 水利、城管等部门和各镇 in 水利、城管等部门和各镇各负其责. Group 1 names
 * them.
 */
const EACH_ITS_PART = new RegExp(
  `^((?:(?![的要由])[\\u4e00-\\u9fff、]){2,60}?(?:${ACTOR_END}|[镇乡村]))(?:要|都|应)?(?:各负其责|各司其职|各尽其[职责能])`,
);

/** A clause that only says on what an action is based: 结合实际，. */
const BASIS = /^(?:结合|根据|按照|依据|围绕|针对|聚焦|立足|对照|贯彻|落实)[^，。；]{2,30}，$/;
/**
 * The beginning of a next clause that reports the action as done, so that the sentence is no order: 及时制定了 in
 * 县水务局结合实际，及时制定了预案.
 */
const DONE_NEXT = /^[^，。；要须应]{0,14}[\u4e00-\u9fff](?<![为除罢])了(?![解然结如不得])/;

function actingIn(head: string): Span | null {
  const acting = actorBeforeVerb(head);
  return acting && (IS_NAMED.test(head) || !NOUN_BEFORE_MODAL.test(head.slice(acting.end))) ? acting : null;
}

/** Finds the public bodies before a verb, unless the next clause reports what they have done. */
function actingNow(head: string, text: string, end: number): Span | null {
  const acting = actingIn(head);
  if (!acting || !BASIS.test(head.slice(acting.end))) return acting;
  return DONE_NEXT.test(text.slice(end, end + 24)) ? null : acting;
}

/** Finds the public bodies after 由, 请 or 会同 in the first words (`head`) of a clause. */
function addresseesIn(clause: string, head: string): Span[] {
  return matchesIn(head, BEFORE_ADDRESSEE).flatMap(({ 0: lead, index }) => {
    const from = lead === '会同' ? index + lead.length : index;
    const acting = actorBeforeVerb(clause.slice(from, from + BEHIND));
    // In 由某部门牵头的制度 the words describe a thing, so nobody is told to act.
    if (!acting || /^[\u4e00-\u9fff]{2,4}的/.test(clause.slice(from + acting.end))) return [];
    if (OWNER.test(clause.slice(from + acting.start, from + acting.end))) return [];
    return [{ start: from + acting.start, end: from + acting.end }];
  });
}
