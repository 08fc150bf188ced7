import { ACTOR_END, BODY_END, JOINED_END, UNIT_END } from '../../../chinese/organisations.ts';
import { FORCE, PROVINCE, SERVICE_END } from '../../lexicon/bodies.ts';
import { NO_BODY } from '../../lists/actors.ts';
import { bodyBeforeVerb, startsWithVerb } from '../../lists/orders/openings.ts';
import type { Span } from '../../schema.ts';
import { EXAMPLES, FULL_NAME, HALF_NAME } from './enumerations.ts';
import { ALL_PERSONS, ATTRIBUTE_OF_STATE, KIND_OF_BODY, PERSON_END } from './names.ts';
import { SUBJECTS, WHEN } from './subjectRules.ts';

/**
 * Every clause that `SUBJECTS` matches has one of these words after its subject. Other clauses, such as those that
 * begin with 要, are not tried on `SUBJECTS`, to save time.
 */
const MODAL = /.(?:[要应须于]|务必|第一责任人|(?:责任|实施|建设)主体|不[得准许可能]|严禁|切忌)/;
/** The first characters of the words in `MODAL`. */
export const MODAL_BEGINNINGS = '要应须于务第责实建不严切';

/** The subject of an order, which names one public body or several. */
export type Subject = {
  bodies: string;
  /** The offset of these words in the clause. */
  start: number;
  /** Whether the clause makes the subject the one who is first responsible: …是第一责任人. */
  isFirstResponsible: boolean;
};

/**
 * The words after the first name, from a further 要 (must), 会同 (together with) or 作为 (as) on. They are cut off. An
 * example is 要牵头、配合部门 in 牵头部门要牵头、配合部门要配合 (leading departments must lead, supporting departments must support).
 */
const BEHIND_FIRST = /(?:(?<![需重主])要(?![求素点])|(?<=.)(?:会同|作为)).*$/;

/**
 * Words between a public body and 要 that are no part of its name: a time, or the marker of a list, as in 各站一是要备料 or
 * 各站一要备料 (all stations must, first, stock material).
 */
const WHEN_AT_END = new RegExp(`(?:${WHEN}|(?<!第)[一二三四五六七八九]是?|首先|其次|另?一方面)$`);

/**
 * Words after a public body that say on what its action is based: 按照区政府统一安排 (as the district government arranges) in
 * 各校按照区政府统一安排错峰放学.
 */
const BY_WHAT = /(?<=..)(?:按照|根据(?!地)|依照|依据|遵照|围绕).*$/;

/** Finds the subject at the beginning of a clause, before a modal verb or before the verb of an order. */
export function subjectIn(clause: string): Subject | null {
  const match = MODAL.test(clause) ? matchOf(clause) : null;
  if (!match) return actingSubjectOf(clause);
  const bodies = match[1]!.replace(BEHIND_FIRST, '').replace(BY_WHAT, '').replace(WHEN_AT_END, '');
  if (!bodies) return null;
  const isFirstResponsible = match[0].endsWith('第一责任人');
  // In 各单位主要领导要亲自抓 (the heads of all units must see to it themselves) the order is to persons, and to no public body.
  const isToHeads = match.groups?.heads !== undefined && !/、|(?:特别|尤其)是/.test(bodies);
  return {
    bodies: isToHeads && !isFirstResponsible ? '' : bodies,
    start: match[0].indexOf(bodies),
    isFirstResponsible,
  };
}

/**
 * Finds the subject before the verb of an order, in a clause without a modal verb: 各镇 in 各镇切实扛起责任 (all towns really
 * shoulder their responsibility).
 */
export function actingSubjectOf(clause: string): Subject | null {
  const bodies = bodyBeforeVerb(clause)?.replace(BY_WHAT, '');
  return bodies ? { bodies, start: 0, isFirstResponsible: false } : null;
}

/** Matches a clause with the first rule of `SUBJECTS` that finds a subject in it. */
const matchOf = (clause: string): RegExpExecArray | null => {
  for (const { pattern } of SUBJECTS) {
    const found = pattern.exec(clause);
    if (found) return found;
  }
  return null;
};

/**
 * Places between the names of two public bodies before 要 (must). One is before 各 (all). Most are after the usual
 * ending of a name, which may be a bracket. In 水利部门和有关县市 (water departments and counties concerned) the words after 和
 * (and) name others, but in 水利部门和有关单位 (… and units concerned) nothing is cut. Nor is anything cut in 各县（市）、区林业局 (the
 * forestry bureaus of all counties, cities and districts).
 */
const BETWEEN_SUBJECTS = new RegExp(
  `(?<=、)(?=各)|(?<=[高院]校、)(?!部门|单位)|(?<=[高院]校(?:和|及|与))(?=[\\u4e00-\\u9fff]{1,8}(?:[高院学]校|单位|机构|院所)$)|(?<=^各[\\u4e00-\\u9fff]{1,4}[镇乡村县区市]、)(?![\\u4e00-\\u9fff、]{2,12}(?:部门|单位)|县(?:（[^（）]{1,4}）)?[\\u4e00-\\u9fff]{0,10}(?:政府|[局委厅])$)|(?<=[\\u4e00-\\u9fff]{2}(?:${SERVICE_END})、)(?!部门|单位|机关)|(?<=企业(?:和|及|与))(?=[\\u4e00-\\u9fff]{1,6}(?:委会|单位|机构|部门|公司|协会|中心)$)|(?<=${FORCE}、)(?![\\u4e00-\\u9fff、]{2,12}(?:部门|单位))|(?<=[\\u4e00-\\u9fff]{2}公安、)(?![\\u4e00-\\u9fff、]{2,12}(?:部门|单位|机关))|(?<=公安、)(?=${FORCE})|(?<=^[\\u4e00-\\u9fff](?:[妇残商侨文]联|工会|[局办])、)|(?<!各县（[市区]）、(?=[市区][\\u4e00-\\u9fff]{1,8}(?:[局委办院府]|部门))|县（[市区]）、(?=[市区]$)|各市、(?=县(?:（[^（）]{1,4}）)?[\\u4e00-\\u9fff]{0,10}(?:政府|[局委厅])$))(?<=(?:^|[\\u4e00-\\u9fff]{2})(?:${ACTOR_END}|委员会|常委会|队伍)、|）、)(?!部门|单位|机关)|(?<=${JOINED_END}(?:和|以?及|与))(?!${HALF_NAME}|政府|部门)(?=[\\u4e00-\\u9fff]{2,})|(?<=[\\u4e00-\\u9fff]{2}[队组校院](?:和|及|与))(?=${FULL_NAME})|(?<=(?:^|、)(?:[\\u4e00-\\u9fff]科|团委|工会|妇联|党委|纪委|人大|政协)、)(?![\\u4e00-\\u9fff、]{2,12}(?:部门|单位|机关|办公室))|(?<=党组织、)(?!部门|单位)|(?<=(?:^|、)[^各、]{2,3}[省市]、)(?=[\\u4e00-\\u9fff]{2,3}[省市](?:[、和与及]|$))|(?<=[\\u4e00-\\u9fff]{2}机关(?:和|及|与))(?!${HALF_NAME}|政府|部门)(?=[\\u4e00-\\u9fff]{2})|(?<=(?:[\\u4e00-\\u9fff]{2}(?:部门|单位|机构)|[局委办行处科厅])或)(?!(?:其他|有关|相关|.)?(?:部门|单位|机构|个人)$)(?=[\\u4e00-\\u9fff]{2})|(?<=师(?:和|及|与))(?=[\\u4e00-\\u9fff]{2,12}(?:机构|单位|部门|公司|中心|[所局院])$)|(?<=(?:^|[、和与及])(?:${PROVINCE})[、和与及])|(?=特别是|尤其是)|(?<=(?:机构|部门|[局委])和)(?=(?:有关|相关)[\\u4e00-\\u9fff]{2})(?!..(?:部门|单位|地[方区]))|(?<=机构和)(?=[\\u4e00-\\u9fff]{2,10}(?:部门|单位|[局委办]|中心|公司)$)|(?<=干部和)|(?<=人(?:和|以?及|与))(?=其[\\u4e00-\\u9fff]{2,4}的)|(?<=等)(?=有关|相关)|(?<=[和及])(?=广大|全体)`,
);

/** Characters that may join several public bodies in a subject: 各区、各部门要…. */
const MAY_BE_SEVERAL = /[、和及与等或]|特别是|尤其是/;

/**
 * Words for persons, who are no public bodies: 负责人, 局长. For 各单位负责人 the organisations that they head are responsible:
 * 各单位.
 */
const PERSONS = new RegExp(
  `(?:${PERSON_END}|负责人|责任人|(?:主要)?负责同志|班子成员|(?<!分线|分管)领导|主官|“?一把手|班主任|(?:值班|值守|在岗|作业|施工|驾驶|经办)人员)$`,
);

/** All teachers of an organisation, who receive orders as a public body does: 全院教师. */
const ALL_TEACHERS = /^全(?:体|[院校县市区镇乡])[\u4e00-\u9fff]{0,4}教师$/;

/**
 * A word for public bodies that names none by itself, so that the attribute before it must stay: 单位 in 欠账的单位 (units
 * in debt).
 */
const ANY_BODY = new RegExp(`^(?:${KIND_OF_BODY}|县（[市区]）、[市区])$`);
/**
 * Words for persons or places that name no public body, whatever stands before them: 干部 in 带班的干部 (officials on duty).
 */
const ANY_PERSON = /^(?:班子|干部|人员|队伍|同志|员工|地方|地区)$/;

/** Persons of some group: 全体人员, 党员干部. */
const GROUP_OF_PERSONS = /(?:人员|干部|党员|同志)$/;

const IS_WHOLE = /^(?=.{4}|.{0,2}各)[^和与及]{0,12}(?:单位|部门|科室|学校|[乡镇县市区局]|街道|企业|党支部)$/;

/** Words before a public body that must act: 请, or words that end with 需, as in 安全生产工作需行业主管部门要履职. */
const NEEDS = /^(?:请(?=各|有关|相关)|[\u4e00-\u9fff]{2,12}(?<![必急亟])需(?=[\u4e00-\u9fff]{3}))/;

/**
 * A heading without a stop, before all public bodies of a kind: 切实加强堤防管理 (better care of dikes) in 切实加强堤防管理相关部门要 (…
 * departments concerned must).
 */
const HEADING_BEFORE = /^[\u4e00-\u9fff、]{6,24}?(?=(?:相关|有关|各)[\u4e00-\u9fff、]{2,14}$)/;

/**
 * All of society beside public bodies: 全社会 in 各级政府及全社会 (governments at all levels and all of society). It is dropped,
 * because it is no public body.
 */
const AND_SOCIETY = /(?:和|以?及|与|、)全社会$/;

/**
 * An attribute with 以 that says what an organisation works at: 以养护为主业的 in 以养护为主业的公司 (companies that mainly do
 * maintenance). It belongs to the name.
 */
const ATTRIBUTE_OF_TRADE = /^以[^，。；、的]{2,12}为[^，。；、的]{1,8}的(?=[\u4e00-\u9fff]{2})/;

const ATTRIBUTE = new RegExp(`${ATTRIBUTE_OF_TRADE.source}|${ATTRIBUTE_OF_STATE.source}`);

/**
 * The full name of a public body, which takes no words from the names beside it. Excludes 各乡镇 in 各乡镇、街道, because 各
 * belongs to both names.
 */
const ALONE = new RegExp(`^(?![各有相]|全[省市县区])[\\u4e00-\\u9fff]{2,}(?:${BODY_END}|${UNIT_END})$`);

/** Splits the words of a subject into the names of public bodies. */
const partsOf = (words: string): string[] =>
  words.split(BETWEEN_SUBJECTS).flatMap((part) => {
    // In 坝管会、龙潭乡、征收中心 (dam committee, Longtan township, collection centre) each name has its ending, so 、 separates
    // all. In 各地水利、应急等部门 (water, emergency and other departments of all places), 各地 (all places) belongs to all.
    const names = ALL_PERSONS.test(part) ? [] : part.split(/(?<=、)/);
    const isEach =
      (EXAMPLES.test(part) && !/^各[地级]/.test(part)) ||
      names.every((name) => ALONE.test(name.replace(/、$/, '')));
    return names.length > 1 && isEach ? names : [part];
  });

/** Splits a subject into its public bodies, as spans of the clause. 各区、各部门 are two public bodies. 市、县两级部门 are one. */
export function bodiesOfSubject({ bodies: words, start, isFirstResponsible }: Subject): Span[] {
  const bodies = words.replace(AND_SOCIETY, '');
  if (
    (!ALL_PERSONS.test(bodies) && NO_BODY.test(bodies.replace(ATTRIBUTE, ''))) ||
    /^(?:要|应(?!急)|须)/.test(bodies)
  )
    return [];
  const lead =
    NEEDS.exec(bodies) ??
    (startsWithVerb(bodies) && !/^(?:组织|宣传)[部处科]/.test(bodies) ? HEADING_BEFORE.exec(bodies) : null);
  const needs = lead?.[0].length ?? 0;
  const named = bodies.slice(needs);
  const found: Span[] = [];
  let from = start + needs;
  for (const words of MAY_BE_SEVERAL.test(named) ? partsOf(named) : [named]) {
    const body = bodyIn(words, isFirstResponsible);
    if (body) found.push({ start: from + body.start, end: from + body.end });
    from += words.length;
  }
  return found;
}

/**
 * Removes a verb that is a noun after all public bodies of a kind: 建设 (building) from 各镇建设 in 各镇建设要提速 (building in
 * all towns must speed up). Only 各镇 (all towns) must act.
 */
const withoutMatter = (words: string): string =>
  /^各/.test(words) &&
  /[镇乡村县区市州局校院站所队]..$/.test(words) &&
  !/组织$/.test(words) &&
  startsWithVerb(words.slice(-2))
    ? words.slice(0, -2)
    : words;

/** Words that end like the name of a public body or of the person who heads it, possibly with a bracket. */
const NAMES_BODY = new RegExp(
  `(?:${BODY_END}|${UNIT_END}|${SERVICE_END})(?:（[^（）]*）)?$|${PERSONS.source}`,
);

/** Finds the public body in words that name one (各镇) or the person who heads it (各单位负责人). */
function bodyIn(words: string, isFirstResponsible: boolean): Span | null {
  const own = withoutMatter(words.replace(/(?:以及|[、和及与等或])$/, ''));
  if (own.startsWith('广大')) return null;
  // In 各项任务的责任单位 (the responsible units of all tasks) the name of the public body begins after the attribute. In
  // 其委托的机构 (the agency that they commission) the attribute stays, because it says whose.
  const attribute =
    own.startsWith('其') || ATTRIBUTE_OF_TRADE.test(own)
      ? 0
      : Math.max(own.lastIndexOf('的'), own.lastIndexOf('由'), /^(?:特别|尤其)是/.test(own) ? 2 : -1) + 1;
  const behind = own.slice(attribute);
  // In 各镇报送的材料 (the papers that all towns hand in) the attribute tells of a thing.
  if (ANY_PERSON.test(behind) || (attribute > 0 && !NAMES_BODY.test(behind))) return null;
  // In 参与巡堤的全体人员 (all persons who patrol the dikes) the attribute says which persons are meant, and names no
  // organisation.
  if (own[attribute - 1] === '的' && GROUP_OF_PERSONS.test(behind)) return null;
  // In 欠账的单位 (units in debt) the attribute stays, because 单位 without it names nobody.
  const start = ANY_BODY.test(behind) ? 0 : attribute;
  const name = own.replace(/（[^（）]*）$/, '');
  const body = ALL_TEACHERS.test(name) ? name.length : name.replace(PERSONS, '').length;
  // Staff at their post are persons: 值班人员 in 各站值班人员.
  if (name.endsWith('人员') && body < name.length) return null;
  // 党支部书记 (secretary of a party branch) is a person named by office, and no public body.
  if (name.endsWith('支部书记')) return null;
  // A person named by office (教育局长是第一责任人, the head of education is the first person responsible) is no public body.
  // But 企业主要负责人 (heads of companies) stays whole there.
  if ((body < 2 && body < name.length) || (isFirstResponsible && /[长记任]$/.test(name))) return null;
  const end = isFirstResponsible || body === name.length ? own.length : body;
  const isBody = end === own.length || IS_WHOLE.test(own.slice(0, end));
  return end > start + 1 && isBody ? { start, end } : null;
}
