import { ACTOR_END, BODY_END } from '../../../chinese/organisations.ts';
import { anyOf, type Rules } from '../../rules.ts';
import { startsWithVerb } from './openings.ts';

/**
 * Characters that form another word with the 要 (must) after them: 需要 (need), 主要 (main), 必要 (necessary). To be used in
 * a character class.
 */
export const NO_MODAL = '需重主只首必摘纪纲概简紧次若正想索不仅';

/** 要 (must) inside a clause, as a word of its own. Excludes the 要 of 要求 (demand), 要点 (main point), 要素 (element). */
const WANT = '要(?!点(?!名|对|亮|面)|[求素闻领害义务件么是])';

/**
 * 要 (must) and similar words of an order: 必须, 务必 (both: must), 应当 (should), 不得 (must not). Excludes the 要 of 要求
 * (demand), 要点 (main point), 要素 (element).
 */
const MODAL =
  '(?:要(?!点(?!名|对|亮|面)|[求素闻领害义塞职道案件么是想地旨津”》、]|务(?!求|实))|必须|务必|务求|务须|应当|应该|(?<![响相供反适对回顺效理])应(?![，。；、急对用有届邀约征付变聘力试允收景承酬答运战])|须(?!知)|不得(?![也，。；、！”]|$)|不准|不许|不可(?![避抗否分逆少或缺持替多预])|不要|不能|严禁|切忌)';

/** Words that may precede 要 in a clause with an order: 尤其要, 还要, 一定要, 当前要, 会后要. */
const BEFORE_MODAL =
  '(?:但(?=必须|务必|绝|决)|同时|此外|另外|特别是?|尤其是?|还|也|更|都|再|就|又|一定|绝对?|决|千万|谁都|谁也|坚决|始终|首先|当前|目前|现在|今后|今年|明年|下一步|下一阶段|接下来|必要时|下半年|年底前|会后|近期|现阶段|各自|共同|分别|既|均|则|越|们|将)';

/** Words that make any clause an order, whatever its subject: 必须, 不得, 一律, 严禁. */
const BINDING =
  '(?:必须(?![的”]|[^，。；]{1,10}的(?:工作|任务|课题|大事|底线)(?:[，。；]|$)|(?:正视|面对|解决|回答)的)|务必|务须|不得(?!不|已|而知|[也，。；、！”]|$)|(?<![说拿看吃])不准(?!确)|不许|一律|严禁|坚决(?=做到|不[让搞准留])|(?<![无必何])须(?![知臾]))';

/** Beginnings of clauses that give an order with 要, 必须 or the like. */
export const EXPLICIT: Rules = [
  // ✓ 要把防汛责任落实到人
  // ✓ 尤其要盯紧老旧小区
  // ✓ 务必在汛期前完工
  // ✓ 要点名通报
  // ✓ 一律停用封存
  // ✓ 谁都不许提前离岗
  // ✓ 要务求清淤见底
  // ✓ 必要时要再查一遍
  // ✓ 但必须带着紧迫感去办
  // ✗ 要求明确
  // ✗ 既有成绩，又有不足
  // The group captures although no code reads it: otherwise the RegExp engine would compile the pattern of the group
  // three times (see patterns.ts).
  { name: 'modal at the head', pattern: new RegExp(`^(${BEFORE_MODAL}[，、]?){0,3}(?:${MODAL}|一律)`) },
  // ✓ 各镇（街道）要倒排工期
  // ✓ 市县两级教育部门、公安机关和各学校应建立联动机制
  // ✗ 治水需要全民参与
  // ✗ 个别办事人员“吃拿卡要”屡禁不止
  // ✗ 群众的主要诉求
  {
    name: 'body before a modal',
    pattern: new RegExp(
      `^(?:[^，。；：要]|(?<=主)要){0,40}?${BODY_END}(?:（[^）]{1,16}）)?(?:[^，。；：要]{0,6}?)(?<![${NO_MODAL}能])${MODAL}(?!.{0,2}手段)`,
    ),
  },
  // ✓ 两个乡镇对去年以来没有验收的全部灌溉工程都要重新丈量
  // ✗ 县水务局对去年以来没有验收的全部灌溉工程的需要
  {
    name: 'body and the object of its work before 要',
    pattern: new RegExp(
      `^[^，。；：要对]{0,12}?${BODY_END}对[^，。；：要]{6,30}[都也均还](?:${WANT}|必须|务必)`,
    ),
  },
  // ✓ 巡查既要抓险段，也要抓日常
  // ✗ 这既要时间，又费力气
  {
    name: 'subject of two demands',
    pattern:
      /^[^，。；：要我]{2,8}既要(?:抓|管|守|查|盯|贯彻|落实|加强|坚持|注重|立足|着眼|解决|推[进动]|做|把|确保|突出|严格)/,
  },
  // ✓ 对排查出的隐患要逐一销号
  // ✓ 在推进过程中要注意方法
  {
    name: 'lead-in before a modal',
    opens: '在对从就通按针凡',
    pattern: new RegExp(
      `^(?:在|对于?|从|就|通过|按照?|针对|凡)[^，。；：要]{2,40}(?<![${NO_MODAL}])(?:${WANT}|必须|务必|应当|(?<![响相供反适对回顺效理])应(?![，。；、急对用有])|一律)`,
    ),
  },
  // ✓ 由区水务局牵头
  // ✓ 由办公室负责
  // ✓ 由街道城管中队去谈
  // ✓ 由村委会派人看守
  // ✗ 由李平主持
  {
    name: '由 before who leads',
    opens: '由',
    pattern: new RegExp(
      `^由(?!于)[^，。；：由]{2,40}(?:牵头|负责|会同)|^由(?!于)[^，。；：由]{0,20}(?:${ACTOR_END}|${BODY_END})(?:去|来|统一|派|出面|汇总|承担|协调|组织)`,
    ),
  },
  // ✓ 平台运行中要做好备份
  // ✓ 汛期值守期间必须双人在岗
  // ✗ 会议中的主要发言
  {
    name: 'time or place before a modal',
    pattern: new RegExp(
      `^[^，。；：要]{2,14}(?:[中上下后时前内里]|期间)(?:还|也|更|都)?(?:${WANT}|必须|务必)`,
    ),
  },
  // ✓ 楼道杂物一律清走
  // ✓ 闸门钥匙必须专人保管
  // ✓ 各镇街3月底前须全部签约
  // ✓ 没有预案的工地不准开工
  // ✗ 水位深浅不得而知
  // ✓ 住宿不能乱涨价
  // ✓ 码头坚决做到大风不离岸
  // ✗ 这是必须的代价
  // ✗ 有的工地仍不能开工
  // ✗ 产业急不得也等不得
  // ✗ 谁也说不准哪天涨水
  // ✗ 关系全村能不能增收
  // ✗ 丝毫不能松劲
  {
    name: 'any subject before a word that binds',
    pattern: new RegExp(
      `^[^，。；：要]{2,28}?${BINDING}|^[^，。；：要]{2,8}(?<!能|仍|还|尚|却|都|也|就|才|只|丝毫|有的.*|部分.*|[们人户者])不能(?!不)`,
    ),
  },
  // ✓ 停电期间禁止货车进入厂区
  // ✓ 库区内一律禁止露营
  // ✓ 全镇禁止焚烧秸秆
  // ✗ 此前禁止货车进入厂区
  // ✗ 当时禁止露营
  // ✗ 汛期内禁止通行的路段
  {
    name: 'where or when before 禁止',
    pattern:
      /^[^，。；：要“”]{0,14}(?:期间|(?<!此|目|以|之|先|日)前|(?<!当|同|一|暂)时|(?<![国境海省市]|[\u4e00-\u9fff]年)内|后|全(?![面部球国世体然])[\u4e00-\u9fff])(?:都|均|一律|严格|全面|绝对)?禁止(?![的令区性]|[^，。；：]{1,16}的[^，。；：]{1,3}[，。；]?$)/,
  },
  // ✓ 对主动报告的班组不扣分
  // ✓ 对屡查屡犯的从严处罚
  // ✓ 对截留挪用的严肃处理
  // ✗ 对此不予置评
  {
    name: 'how a case is treated',
    opens: '对',
    pattern:
      /^对(?!此|于此|我|他)[^，。；：]{2,30}(?:的[^，。；：]{0,8}(?:不(?!同|足|一|少|断)|从[严重快轻宽](?!治党)|依法|严肃)|一律)/,
  },
];

/** Orders in polite words, without 要. */
export const POLITE: Rules = [
  // ✓ 请各单位于周五前报送
  // ✓ 请认真贯彻执行
  // ✓ 请青山镇政府抓紧清点地上附着物
  // ✓ 请不要在堤脚取土
  // ✓ 请勿在闸口停留
  // ✗ 请假人员名单
  // ✗ 请勿转载
  // ✗ 请示县政府
  // ✗ 请各村村民监督
  {
    name: '请',
    opens: '请',
    pattern: new RegExp(
      `^请(?![来示教求]|[^，。；：]{1,20}监督[。！]?$)(?:各|有关|相关|认真|务必|不要|(?:切)?勿(?!转载|扰|念)|自觉|妥善|提前|主动|遵照|贯彻|结合|抓紧|及时|按|于|将|你|您|贵|[^，。；：]{2,20}?${BODY_END}(?![的长]))`,
    ),
  },
];

/**
 * Any subject before 要: 财政政策要更加积极, 路灯要再亮一些, 泵站要不失时机地检修. Excludes 要 as a part of a noun, and 要不 (or
 * else).
 */
const ANY_SUBJECT = new RegExp(
  `^(?!是)[^，。；：要“”]{1,20}(?<![${NO_MODAL}既就快求将我你他她谁])要(?!紧(?!紧)|(?:实|成|高)?效(?:益|果|率|，|。)|[求素闻领害义塞职道案件么是想地旨津点的了说看问靠“”》、，]|务(?!求|实)|不(?!失时机|折不扣|遗余力|断|懈|等不靠|打折扣|畏))`,
);

/**
 * An order with any subject before 应 (should), then a deadline or a standard to meet: 项目应于6月1日前完成 (the project
 * should be finished by 1 June), 渠道修建应符合安全的原则 (canals should be built safely).
 */
const DUE =
  /^(?!是)[^，。；：要应“”]{2,16}(?<![响相供反适对回顺效理])应当?(?:于[^，。；：]{2,16}前(?:完成|建成|开工|到位|报送|上报|提交|交付)|(?:符合|遵循|满足|具备|达到)[^，。；：]{2,})/;

/**
 * A time, or words for those who are asked, before 请 (please): 停水前 (before the water is cut) in 停水前请, 临街的商户 (shops on
 * the street) in 临街的商户请.
 */
const BEFORE_PLEASE =
  /^[^，。；：请“”]{1,20}(?:[前后时]|期间|单位|部门|企业|商户|住户|业主|车辆|车主|人员|家长|师生|村民|居民|用户|[\u4e00-\u9fff]{2}队|物品)(?=请)/;

/** Whether a clause asks politely with 请, after a time or after those who are asked: 停水前请关好闸门. */
function asksLater(clause: string): boolean {
  if (!clause.includes('请')) return false;
  const before = BEFORE_PLEASE.exec(clause)?.[0].length;
  if (before === undefined) return false;
  const asked = clause.slice(before);
  return anyOf(POLITE, asked) || /^请(?:在|把|自行|及时|尽量)/.test(asked) || startsWithVerb(asked.slice(1));
}

/** What a matter is taken for, with 必须 as a part of its name: 把清淤作为必须打赢的一仗. */
const TAKEN_FOR = /^[^，。；：要]*(?:作为|列为|视为)[^，。；：要]{0,24}必须[^，。；：]{1,10}的/;

/**
 * Every clause with an explicit order matches this pattern. Other clauses are not tried on the long patterns, to save
 * time.
 */
const MAY_ORDER = /[要须应由请]|务[必求须]|不[得准许可能]|严禁|禁止|切忌|一律|坚决|^对/;

/**
 * Whether words may contain an explicit order. A quick test: where it fails, no clause of these words needs a closer
 * look.
 */
export const mayOrder = (words: string): boolean => MAY_ORDER.test(words);

/** Whether a clause gives an explicit order, by 要 or a similar word. */
export function isExplicit(clause: string): boolean {
  if (!mayOrder(clause) || (clause.includes('必须') && TAKEN_FOR.test(clause))) return false;
  if (anyOf(EXPLICIT, clause) || anyOf(POLITE, clause)) return true;
  return ANY_SUBJECT.test(clause) || DUE.test(clause) || asksLater(clause);
}
