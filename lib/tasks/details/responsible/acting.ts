import { ACTOR_END, UNIT_END } from '../../../chinese/organisations.ts';
import { actorBeforeVerb, actorOf, NO_BODY } from '../../lists/actors.ts';
import { startsWithVerb } from '../../lists/orders/openings.ts';
import type { Span } from '../../schema.ts';
import { CARRIED, DEMANDS } from './carried.ts';

/** How many UTF-16 units are read after a clause, or after 由 (by) or 请 (please), to see whether an order follows. */
export const BEHIND = 60;

/**
 * The beginning of a clause with one public body (县财政局, the county's finance bureau) or all of a kind (各镇, all
 * towns). Such a name can be that of the one who must act even in the middle of a sentence.
 */
const OF_A_PLACE =
  /^\s*(?:(?:沿[线河江湖海]|所在|属地|当地|机关|[省市县区][属直])?各|有关|相关|沿[河江湖海]|[省市县区镇乡州旗盟](?=委|[\u4e00-\u9fff]{1,12}?(?:[局委办厅院站所校队司台馆协厂段社]|中心|公司|集团)))/;

/**
 * A clause that begins with the name of a unit (督察支队、警务保障处, inspection team, police support office) or another word
 * that clearly names a public body. Such a name, too, can be that of the one who must act in the middle of a
 * sentence.
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

/**
 * Finds the public bodies after the first one, where the same verb follows each: 交通局 (traffic bureau) in
 * 水务局管好河道、交通局管好道路 (the water bureau looks after the rivers, the traffic bureau after the roads).
 */
export function repeatedIn(head: string, actor: Span): Span[] {
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
export function actorIn(head: string, opensPart: boolean, text: string, end: number): Span | null {
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

/**
 * A verb that is a noun, or part of one, because a modal follows: 改革 in 国有企业改革要深化 (the reform of state companies must
 * go deeper), 采购 in 政府采购合同应载明期限 (contracts of government purchase should state a term).
 */
const NOUN_BEFORE_MODAL =
  /^[\u4e00-\u9fff]{2}(?:合同|文件|项目|资金|方案|服务|制度|活动)?(?:要(?![求素点])|必须|务必|应(?![急用届对])|须)/;
/**
 * A public body of one place, or each of a kind. It must act even where the verb after it is a noun: 各镇 (all towns)
 * in 各镇建设要提速 (building in all towns must speed up).
 */
const IS_NAMED = /^(?:各|[省市县区州镇乡])/;

/**
 * An activity as the subject of 要 or the like. The organisation before it is not told to act: 商会 in 商会组织开展评选活动要公开
 * (the selections that the chamber of commerce holds must be public).
 */
const ACTIVITY_BEFORE_MODAL =
  /^(?:组织)?(?:开展|举办|组织|实施|从事)[^，。；]{2,20}(?:活动|业务|服务|行为|项目)(?:要(?![求素点])|必须|应当?(?![急用对])|须)/;

/**
 * A public body before a verb and the duty that it must fulfil: 学校 in 学校切实履行主体责任 (schools really fulfil their main
 * responsibility). Group 1 is the public body.
 */
const CHARGED = new RegExp(
  `^((?:(?!由)[\\u4e00-\\u9fff]){0,12}?(?:${ACTOR_END}|高校|医院)|属地)(?:切实|认真|严格|全面|主动)?(?:履行|扛[起牢]|压实)(?![^，。；]{0,24}的)[^，。；]{0,16}(?:责任|职责|义务)`,
);

/**
 * Public bodies before a phrase which says that each does its own part: 水利、城管等部门和各镇 in 水利、城管等部门和各镇各负其责 (the water,
 * city management and other departments and all towns each take their responsibility). Group 1 names them.
 */
const EACH_ITS_PART = new RegExp(
  `^((?:(?![的要由])[\\u4e00-\\u9fff、]){2,60}?(?:${ACTOR_END}|[镇乡村]))(?:要|都|应)?(?:各负其责|各司其职|各尽其[职责能])`,
);

/** A clause that only says on what an action is based: 结合实际，. */
const BASIS = /^(?:结合|根据|按照|依据|围绕|针对|聚焦|立足|对照|贯彻|落实)[^，。；]{2,30}，$/;
/**
 * The beginning of a next clause that reports the action as done, so that the sentence is no order: 及时制定了 (drew up in
 * time) in 县水务局结合实际，及时制定了预案.
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
