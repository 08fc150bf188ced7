import { ACTOR_END, BODY_END } from '../../../chinese/organisations.ts';
import { SERVICE_END } from '../../lexicon/bodies.ts';
import type { Rules } from '../../rules.ts';

const MODAL = '(?:要(?!求)|必须|务必|应当?(?![急对用])|须)';

/**
 * The beginning of a demand: 要 (must) or the like, possibly after a clause that says how or about what. It matches
 * 对以上工作，要 in 对以上工作，要主动认领 (as to the work above, they must volunteer for it).
 */
export const DEMANDS = new RegExp(`^(?:[^，。；要]{2,24}，)?${MODAL}`);

const THEN = `(?:[^，。；要]{2,24}，)?${MODAL}`;

/**
 * The names of public bodies at the beginning of a clause. Excludes words with 的, such as 入库的企业 (the registered
 * companies). A sentence is about these, and orders them nothing.
 */
const BODIES = `(?:(?!的|作为)[\\u4e00-\\u9fff、]){0,40}?(?:${ACTOR_END}|${SERVICE_END})`;

/** All public bodies of a kind, possibly beside others: 各地, 各有关部门和高校. */
const EACH = `(?:全[省市县区镇校院])?各(?![项类种个环阶方])(?:(?!的)[\\u4e00-\\u9fff、]){0,40}?(?:${BODY_END}|(?<=各)地)`;

/**
 * Verbs for the work of an organisation, before 时 (when) or 后 (after): 收到 (receive) in 各镇收到预案后，要演练 (after towns
 * receive the plan, they must rehearse it). 成立 (be founded) and 放假 (have holidays) are no such verbs.
 */
const WORK =
  '(?:接诊|收治|发现|收到|接到|接收|接报|接警|受理|办理|开展|组织|实施|审批|审核|制定|制订|编制|签订|采购|招聘|招录|录用|使用|处理|处置|检查|巡查|运输|承接|举办|召开|发放|拨付|出具|设置|设立|拆除|执法|执行|申请|申报|提交|报送|采集|收集|公布|发布|销售|购买)';

/**
 * Clauses that name public bodies, where the next clause demands something of these: 各地、各有关部门，要抓紧排查 (all places and
 * departments concerned must check soon). Group 1 is the names.
 */
export const CARRIED: Rules = [
  // ✓ 市直部门、各乡镇，对以上工作，要主动认领
  // ✓ 各地、各有关部门和高校，要抓紧排查
  // ✗ 入库的企业，要有一张清晰的画像
  // ✗ 各类培训会，要开出成效
  {
    name: 'bodies alone in their clause',
    pattern: new RegExp(
      `^((?:(?!的|作为)[\\u4e00-\\u9fff、]){2,40}${ACTOR_END}|${EACH})(?:，|对[^，。；]{2,20}(?:负总责|负责)，)${THEN}`,
    ),
  },
  // ✓ 民政、卫生、旅游等与群众生活密切相关的部门，要组织好值守
  // ✗ 民政、卫生、旅游等与群众生活密切相关的事项，要登记
  {
    name: 'bodies by their trades and what they have in common',
    pattern: new RegExp(
      `^([\\u4e00-\\u9fff]{2,6}(?:、[\\u4e00-\\u9fff]{2,6}){1,20}等(?:[^，。；、]{2,16}的)?(?:部门|单位))，${THEN}`,
    ),
  },
  // ✓ 水务中心肩负着供水的重任，要加密巡查
  // ✓ 各地承担防汛的主体责任，要细化措施
  // ✓ 县水务局是防汛工作的牵头部门，必须盯紧险段
  // ✓ 公司作为供水的主体，要加密巡查
  // ✗ 水库承担供水的任务，要加密巡查
  {
    name: 'bodies before their charge',
    pattern: new RegExp(
      `^(${BODIES}|${EACH})(?:(?:肩负|担负|承担|担当|负有)着?[^，。；]{1,30}(?:重任|责任|使命|职责|任务|重担)|是[^，。；]{2,20}(?:责任主体|责任单位|主管部门|牵头部门|牵头单位|主力军)|作为[^，。；]{2,20})，${THEN}`,
    ),
  },
  // ✓ 医疗机构接诊发热病人时，应主动询问
  // ✓ 各镇收到预案后，要立即演练
  // ✓ 施工单位在拆除围堰前，必须报告
  // ✓ 各级监管部门发现问题产品，要及时报告
  // ✗ 水务公司成立后，要健全制度
  // ✗ 学校放假时，要锁好门窗
  {
    name: 'bodies before an act at which the order applies',
    pattern: new RegExp(
      `^(${BODIES}|${EACH})(?:在?${WORK}[^，。；]{0,24}?(?<!的)(?:[时前后]|过程中|期间|的同时)|(?:发现|收到|接到|获知)(?:(?!的)[^，。；]){2,24})，${THEN}`,
    ),
  },
];
