import { ACTOR_END, BODY_END, UNIT_END } from '../../../chinese/organisations.ts';
import { HAN } from '../../../chinese/patterns.ts';
import { isNoName, NAME, TITLE_END } from '../../../chinese/people.ts';
import { SERVICE_END } from '../../lexicon/bodies.ts';

/**
 * Words that no name of a public body contains: adverbs, words of time and place, and words of an order. Without this test,
 * 手续办理一律走代办 (all formalities are done by an agent) would look like a name, because 办 (office) ends many names. In
 * 变更签证须报县水务局 the name comes only after the order 须报 (must report to).
 */
const NEVER_IN_NAME =
  /一律|至少|须|务必|应当|不得|不准|严禁|尽快|尽早|尽量|及时|立即|随时|如期|已经|正在|仍然|自行(?!车)|逐[一户家个项站处案条件村级栋]|(?<=[\u4e00-\u9fff])涉及|要求|落实(?!政策|办)|《|依照|[\u4e00-\u9fff](?:根据(?!地)|按照|依据)|(?<=[\u4e00-\u9fff])[需要][报经](?!济|营)|年[内底]|月底|(?:部门|单位)[到在向](?=[\u4e00-\u9fff])|(?:部门|单位|[局委办])报(?=[\u4e00-\u9fff])|圆满|完成|确需|之[外内]|[用抓做管搞守开]好|[\u4e00-\u9fff]{2}地[用做抓把将推加强提]/;

/**
 * Words that are no name of a public body. Examples are an attribute without its noun (主要, main) and a kind of
 * organisation (专业机构, professional body). The beginning of a longer name is none either (各县党政 of 各县党政机关, party and
 * government organs of all counties). Nor are words with only one of two quotation marks or brackets.
 */
const NO_NAME =
  /^组织(?![部人科处委局办])|^(?:主要|专门|专职|专业|专班|专人|具体|其他|双方|本人|自己|专业(?:机构|公司|单位|队伍|人员)|(?:年轻|青年|骨干|优秀|退休|退役)[\u4e00-\u9fff]{0,4}(?:医师|医生|护士|干部|教师|党员|职工|人员))$|(?:的|党政|不仅|既|主要|[前后])$|建成区$|城中村$|(?:我们|咱们|你们|他们|大家|带队)$|^[每各]一?[位名]|^(?:签约|值班|责任|家庭|专科|带班|当班|首诊|主治)(?:医师|医生|护士|民警|干部|教师|律师)$|^(?:\d+|[一二两三四五六七八九十]+)[处所站段]$|自动[\u4e00-\u9fff]{0,3}站$|^(?:东西部|哪[个些一][\u4e00-\u9fff]{0,4})$|(?:听|评|公开|党|思政|法治|新|网|精品|选修|必修)课$|(?:考勤|监控|信息|预警)系统$|“[^”]*$|^[^“]*”|（[^（）]*$|^[^（）]*）/;

/**
 * Beginnings that show that words are not the name of a responsible organisation. Some are no part of a name: 当天, 联系, 未
 * (not) in 未登记商户. After others, an organisation is named but does not act: 根据 (according to), 感谢 (thank), 引导 (guide).
 */
const BEFORE_NAME =
  /^(?:带头(?!人)|会同(?!县)|(?:选[取择]|抓[实好紧牢]|推[进动]|支持|操办|请?督促|首接|成立)(?!单位|部门|办公?|中心|组|专班|领导小组|[科处])|无(?!线|锡|为|棣|极)|未(?!检|成年)|新[入增](?=[\u4e00-\u9fff]{2})|当[天日晚]|今[天日晚年]|明[天日早年]|本[周月]|近期|日前|连夜|随后|联系|确保|拨[打通]|报告|走访|慰问|近年来?|多年来|长期以来|根据(?!地)|依据|针对|围绕|参照|遵照|第一时间|就近|服从|听从|接受|感谢|祝贺|欢迎|表扬|引导|帮助|鼓励|动员|促使|提醒|敦促|催[促办请]|通知(?=[各有相全省市县区镇乡])|告知|号召|呼吁|叮嘱|嘱[托咐]|吩咐|恳请|请求|劝[导说]|扩[充大建](?!工程|办)|求(?=[省市县区州镇乡有相各上])|加强|强化)/;

/**
 * Words that end with 方面 (side) and name a matter, not a party: 一方面 (on the one hand), 资金方面 (as to funds). But 各方面
 * (all sides) and 铁路公司方面 (the railway company's side) name parties.
 */
const MATTER = new RegExp(`(?<!各|有关|相关|${ACTOR_END}|高校|医院)方面$`);

/**
 * Endings of names, each with the characters after it that show it to be the first half of a longer word: 办 (office)
 * in 保障办法 (method of support), 委 in 村监委会.
 */
const HALF_WORD: Readonly<Record<string, RegExp>> = {
  办: /^[法理结案证率]/,
  处: /^[理置罚]/,
  方: /^[案面法向式]/,
  部: /^[署位件]/,
  会: /^议/,
  委: /^(?:员|会(?![同商]))/,
  局: /^面/,
  村: /^改造/,
  区: /^改造/,
};

/** Endings of words for persons by office or occupation, which name no public body: 党委书记, 青年教师. */
export const PERSON_END = '书记|主任|教师|学生|网格员|护林员|[局院处站所组校队厂科]长';

/** Endings that show words to name persons, who are no public body: 县领导, 税务人员. */
const PERSONS_AT_END =
  /(?:[^线]领导|干部|人员|委员|[^各]班子成员|工作队成员|书记|主任|[省市县区乡镇州校院局处所站园科厂]长|(?:会计|税务|工程|律|审计|评估|建造|造价|药|规划)师)$/;
/**
 * Groups of persons who receive orders as a public body does. Some are all people of an organisation or place (全体干部,
 * 全镇所有党员). Others are named by the place where they work (社区工作人员).
 */
const GROUP =
  /^全体|^全[校院局厂省市县区镇乡州司矿][\u4e00-\u9fff]{0,6}(?:干部|党员|人员|职工)$|^(?:村|驻村|纪检监察|机关)干部$|^(?:各(?:级|岗位)|[镇乡村县市区][办直区]?(?:所有)?|街道|机关|所有)?党员干部(?:职工|群众)?$|[\u4e00-\u9fff]{2}(?:工作|从业)人员$/;

/** All persons of some kinds, possibly at a place: 全镇所有党员干部、村民代表. */
export const ALL_PERSONS = /^[\u4e00-\u9fff]{0,4}所有[\u4e00-\u9fff、]{0,20}(?:党员|干部|代表|委员|人员)$/;

/** Words for a kind of public body, which name one only with an attribute: 主管部门, but not 部门. */
export const KIND_OF_BODY =
  '单位|部门|企业|公司|机构|站所|班组|乡镇|街道|社区|村|省份|县区|市县|学校|高校|医院|商户';

/**
 * An attribute that says what organisations have done or not: 已经通过验收的 in 已经通过验收的单位 (units that have passed
 * inspection). Only a word of `KIND_OF_BODY` may follow it.
 */
export const ATTRIBUTE_OF_STATE = new RegExp(`^(?:已经?|尚?未)[^，。；、的]{2,24}的(?=(?:${KIND_OF_BODY})$)`);

/** A person by name, possibly with the title before it: 副镇长方宁. Group 1 is the name. */
const NAMED_PERSON = new RegExp(`^(?:[${HAN}]{0,20}${TITLE_END})?(${NAME})$`);
/** Endings of the name of a public body, or of the trade that stands for its name: 林业 for the forestry office. */
const BODY_OR_TRADE = new RegExp(
  `(?:${ACTOR_END}|${BODY_END}|${UNIT_END}|${SERVICE_END}|[组村社厂场校业管监信政土电保务利警文旅化能区城]|边检|卫生|卫健|公安|司法|应急|文旅)$`,
);

/**
 * Whether words are a person's name, which may stand in a bracket or after 由 (by) instead of a public body: 何苗 in
 * （何苗牵头，财政所配合） (He Miao leads, the finance office supports).
 */
function isPerson(words: string): boolean {
  if (BODY_OR_TRADE.test(words)) return false;
  const name = NAMED_PERSON.exec(words)?.[1];
  return name !== undefined && !isNoName(name);
}

/**
 * Words after a name which show that the public body has no task there. It no longer does something (不再, no longer,
 * in 省自考办不再受理), or a thing of its own is meant (排班表, duty roster, in 急诊科排班表).
 */
const DOES_NOT = /^(?:不[再予必用]|无需|无须|(?:排班|值班|值守|作息)表)/;

/** Whether words that are found in the place of a public body can be its name. `next` is what comes after them. */
export function canBeName(words: string, next: string): boolean {
  const name = words.replace(ATTRIBUTE_OF_STATE, '');
  return (
    !NEVER_IN_NAME.test(name) &&
    !NO_NAME.test(name) &&
    !BEFORE_NAME.test(name) &&
    !MATTER.test(name) &&
    !DOES_NOT.test(next) &&
    !isPerson(name) &&
    (!PERSONS_AT_END.test(name) || GROUP.test(name) || ALL_PERSONS.test(name)) &&
    !HALF_WORD[name.at(-1)!]?.test(next)
  );
}
