import { ACTOR_END, BODY_END } from '../../chinese/organisations.ts';
import { FOREIGN_PARTIES } from '../lexicon/notOrders/parties.ts';
import { isExplanation, isSituation, isWish } from '../lexicon/notOrders/statements.ts';
import { DISPOSAL, endOfOrder, PREPOSITION } from '../lexicon/verbs.ts';
import { clausesOf } from '../paragraphs.ts';
import { anyOf, type Rules } from '../rules.ts';
import type { Span } from '../schema.ts';

/** 要 and similar words of an order: 必须, 务必, 应当, 不得. Excludes the 要 of 要求, 要点, 要素. */
const MODAL =
  '(?:要(?!点(?!名|对|亮|面)|[求素闻领害义塞职务道案件么是想地旨津”、])|必须|务必|务求|务须|应当|应该|(?<![响相供反适对回顺效理])应(?![，。；、急对用有届邀约征付变聘力试允收景承酬答运战])|须(?!知)|不得(?![也，。；、！”]|$)|不准|不许|不可(?![避抗否分逆少或缺持替多预])|不要|不能|严禁|切忌)';

/** Words that may precede 要 in a clause with an order: 尤其要, 还要, 一定要, 当前要, 会后要. */
const BEFORE_MODAL =
  '(?:同时|此外|另外|特别是?|尤其是?|还|也|更|都|再|就|又|一定|绝对?|决|千万|谁都|谁也|坚决|始终|首先|当前|目前|现在|今后|今年|明年|下一步|下一阶段|接下来|下半年|年底前|会后|近期|现阶段|各自|共同|分别|既|均|则|们|将)';

/** Words that make an order of any clause, whatever subject precedes them. */
const BINDING =
  '(?:必须(?!的|(?:正视|面对|解决|回答)的)|务必|务须|不得(?!不|已|而知|[也，。；、！”]|$)|不准(?!确)|不许|一律|严禁|坚决(?=做到|不[让搞准留])|(?<![无必何])须(?![知臾]))';

/** Beginnings of clauses that give an order with 要, 必须 or the like. */
export const EXPLICIT: Rules = [
  // ✓ 要把防汛责任落实到人
  // ✓ 尤其要盯紧老旧小区
  // ✓ 务必在汛期前完工
  // ✓ 要点名通报
  // ✓ 一律停用封存
  // ✓ 谁都不许提前离岗
  // ✗ 要求明确
  // ✗ 既有成绩，又有不足
  // The group captures, because the RegExp engine would otherwise compile its pattern three times (see patterns.ts).
  { name: 'modal at the head', pattern: new RegExp(`^(${BEFORE_MODAL}[，、]?){0,3}(?:${MODAL}|一律)`) },
  // ✓ 各镇（街道）要倒排工期
  // ✓ 市县两级教育部门、公安机关和各学校应建立联动机制
  // ✗ 治水需要全民参与
  // ✗ 个别办事人员“吃拿卡要”屡禁不止
  // ✗ 群众的主要诉求
  {
    name: 'body before a modal',
    pattern: new RegExp(
      `^(?:[^，。；：要]|(?<=主)要){0,40}?${BODY_END}(?:（[^）]{1,16}）)?(?:[^，。；：要]{0,6}?)(?<![需重主只首必摘纪概简紧次若正想索不仅])${MODAL}(?!.{0,2}手段)`,
    ),
  },
  // ✓ 对排查出的隐患要逐一销号
  // ✓ 在推进过程中要注意方法
  {
    name: 'lead-in before a modal',
    opens: '在对从就通按针凡',
    pattern:
      /^(?:在|对于?|从|就|通过|按照?|针对|凡)[^，。；：要]{2,40}(?<![需重主只首必摘纪概简紧次若正想索不仅])(?:要(?!点(?!名|对|亮|面)|[求素闻领害义务件么是])|必须|务必|应当|(?<![响相供反适对回顺效理])应(?![，。；、急对用有])|一律)/,
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
    pattern:
      /^[^，。；：要]{2,14}(?:[中上下后时前内里]|期间)(?:还|也|更|都)?(?:要(?!点(?!名|对|亮|面)|[求素闻领害义务件么是])|必须|务必)/,
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
  {
    name: 'any subject before a word that binds',
    pattern: new RegExp(
      `^[^，。；：要]{2,28}?${BINDING}|^[^，。；：要]{2,8}(?<!仍|还|尚|却|都|也|就|才|只|有的.*|部分.*|[们人户者])不能(?!不)`,
    ),
  },
  // ✓ 对主动报告的班组不扣分
  // ✓ 对屡查屡犯的从严处罚
  // ✗ 对此不予置评
  {
    name: 'how a case is treated',
    opens: '对',
    pattern:
      /^对(?!此|于此|我|他)[^，。；：]{2,30}(?:的[^，。；：]{0,8}(?:不(?!同|足|一|少|断)|从[严重快轻宽]|依法)|一律)/,
  },
];

/** Orders in polite words, without 要. */
export const POLITE: Rules = [
  // ✓ 请各单位于周五前报送
  // ✓ 请认真贯彻执行
  // ✓ 请青山镇政府抓紧清点地上附着物
  // ✗ 请假人员名单
  {
    name: '请',
    opens: '请',
    pattern: new RegExp(
      `^请(?:各|有关|相关|认真|务必|遵照|贯彻|结合|抓紧|及时|按|于|将|你|您|贵|[^，。；：]{2,20}?${BODY_END}(?![的长]))`,
    ),
  },
];

/** Sentences whose 要 does not order, but weighs, explains or reports something. */
export const WEIGHING: Rules = [
  // ✓ 不仅要建好
  // ✓ 既要金山银山
  // ✗ 还要建好
  {
    name: 'one thing weighed against another',
    opens: '不只既如若一',
    pattern: /^(?:不仅|不但|只|既|如果|若|一旦|不是)要/,
  },
  // ✓ 无论条件多艰苦
  // ✓ 实践证明
  {
    name: 'whatever may be',
    opens: '无不关重实事历经只',
    pattern: /^(?:无论|不管|关键要|重点要|(?:实践|事实|历史|经验)(?:充分|一再)?(?:证明|表明|告诉)|只有)/,
  },
  // ✓ 同时要看到
  // ✓ 也要清醒认识到
  // ✗ 要认识到位
  {
    name: 'insight',
    pattern:
      /^(?:同时|但|但是|也|还|更|又|我们|，)*(?:要|必须|应)(?:清醒|充分)?(?:地)?(?:看到|认识到(?!位)|注意到|知道|承认)/,
  },
  // ✓ 监管既不能管死，也不能放乱，要
  { name: 'two sides of a matter', pattern: /^[^，。；：]{1,8}既不能/ },
  // ✓ 必须采取更有力的措施
  // ✓ 必须引起高度重视
  // ✗ 必须采取断然措施关停矿井
  {
    name: 'attention alone',
    opens: '必需要',
    pattern:
      /^(?:必须|需要|要)(予以|引起)?(高度重视|采取[^，。；]{0,10}措施)?(、?(?:妥善|切实|认真|着力)(加以)?解决)?[，。；]?$/,
  },
  // ✓ 会议提出要建设水利枢纽
  { name: 'order of another, reported', pattern: /^[^，。；]{0,20}(?:提出|要求|强调|认为)要/ },
];

/** Every sentence that `WEIGHING` matches contains one of these words. They are tried first, to save time. */
const MAY_WEIGH = /[要必应既]|无论|不管|证明|表明|告诉|只有/;

/** Phrases that introduce an order and belong to it: 在…基础上，, 围绕…，, 会后，, 各部门，. */
const LEAD_IN = new RegExp(
  `^(?:在|对|围绕|按照?|以|通过|针对|结合|根据|从|就|为|凡|同时|此外|另外|当前|下一步|今后|会后|特别是|尤其是|[^，。；：]{0,30}${BODY_END}[，、]$)`,
);

/**
 * First clauses with which an order begins, even where other clauses stand between them and its 要. Such a clause names
 * the object, the case, the day or the matter: 超期的，先停用，后送检，不得拖延.
 */
const OPENS_ORDER =
  /^(?:对(?!我|他|此|于此|比)|把|将(?!来)|[^，。；：]{2,24}的(?:事情?)?，$|(?:到|于|在)?[^，。；：]{0,16}(?:(?<![目此当眼以先面空提]|(?<!\d)日)前|(?<=[年月日周天季度时期])之?内|(?<=[年月季周期])[底末]|[上中下]旬|之前)，$|从[^，。；：]{2,8}[起到至][^，。；：]{0,10}，$)/;

/** A first clause with 不能 that gives the reason for the order after it: 群众的心不能凉，要…. */
const REASON =
  /^(?:[^，。；：要]{2,8}|[更也])不能[^，。；：]{1,4}，(?:[更也][^，。；：]{1,10}，)?要(?![求点素])/;

/** Any subject before 要: 财政政策要更加积极, 路灯要再亮一些. Excludes 要 as a part of a noun. */
const ANY_SUBJECT =
  /^(?!是)[^，。；：要“”]{2,20}(?<![需重主只首必摘纪概简紧次若正想索不仅既就快求将我你他她谁])要(?![求素闻领害义塞职务道案件么是想地旨津点的不了紧说看问靠“”、，])/;

/** Every clause with an explicit order contains one of these signs. Other clauses are not tried on the patterns. */
const MAY_ORDER = /[要须务应得准许可能禁忌律由请]|坚决|^对/;

/** Whether a clause gives an explicit order, by 要 or a similar word. */
function isExplicit(clause: string): boolean {
  if (!MAY_ORDER.test(clause)) return false;
  if (anyOf(EXPLICIT, clause) || anyOf(POLITE, clause)) return true;
  return ANY_SUBJECT.test(clause);
}

export type Order = {
  /** The offset at which the order begins: at 要 or its verb, or at a subject or a phrase (在…基础上) before these. */
  start: number;
  /** Whether the order contains 要, 必须 or the like. */
  explicit: boolean;
};

export const startsWithVerb = (clause: string): boolean => {
  const end = endOfOrder(clause, 0);
  if (end < 0) return DISPOSAL.test(clause);
  const next = clause[end];
  return next !== '了' && next !== '过' && !(next === '的' && /^(?:严肃|严密)的/.test(clause));
};

/** A public body directly before the verb of an order: 各镇切实扛起责任. */
const BODY_FIRST = new RegExp(
  `^(?:各|全[市县区镇校体省]|有关|相关|所有|广大)[^，。；：]{0,24}?${BODY_END}(?=[^的])`,
);

const BODY_LAST = new RegExp(`${BODY_END}$`);

const bodyFirst = (clause: string): RegExpExecArray | null =>
  '各全有相所广'.includes(clause[0] ?? '-') ? BODY_FIRST.exec(clause) : null;

/**
 * Finds the public body at the beginning of a clause that orders without 要: 各镇 in 各镇切实扛起责任. Returns null where there is
 * none.
 */
export function bodyBeforeVerb(clause: string): string | null {
  const first = bodyFirst(clause)?.[0];
  if (!first) return null;
  // In 各二级学院, 各二级 also looks like a public body, but only the longer name has a verb after it.
  for (let end = first.length; end <= Math.min(clause.length, first.length + 6); end++) {
    if (/[，。；：]/.test(clause[end - 1]!)) return null;
    const body = clause.slice(0, end);
    if (/.[对把将]/.test(body)) return null;
    if (BODY_LAST.test(body) && startsWithVerb(clause.slice(end))) return body;
  }
  return null;
}

/**
 * Whether a text begins with the verb of an order, possibly after 在…上, 围绕…, 对…, or after the public body that must act.
 */
export function opensWithVerb(text: string): boolean {
  const opening = text.replace(/^[\s“]+/, '').slice(0, 120);
  if (startsWithVerb(opening)) return true;
  const lead = PREPOSITION.exec(opening) ?? bodyFirst(opening);
  return lead !== null && startsWithVerb(opening.slice(lead[0].length));
}

/**
 * Finds the order in a sentence; null where it has none. Examines the beginning of every clause outside quotations.
 * Leaves out reasons that stand before the order.
 */
export function orderIn(text: string, sentence: Span): Order | null {
  const words = text.slice(sentence.start, sentence.end).replace(/^[\s，：]+/, '');
  // Returns early for most sentences: they begin with no verb of an order and lack words like 要.
  const opens = opensWithVerb(words);
  if (!opens && !MAY_ORDER.test(words)) return null;
  if (isWish(words) || anyOf(FOREIGN_PARTIES, words)) return null;
  const opening = Math.min(sentence.end, text.length) - words.length;
  // Most sentences have no explicit order. So the clauses before an explicit order are judged only once that order is
  // found.
  const passed: { at: number; own: string }[] = [];
  for (const clause of clausesOf(text, sentence)) {
    const own = text.slice(clause.start, clause.end).trimStart();
    const at = clause.end - own.length;
    if (MAY_WEIGH.test(own) && anyOf(WEIGHING, own)) return null;
    if (isExplicit(own)) {
      if (REASON.test(text.slice(at, Math.min(sentence.end, at + 40)))) continue;
      // In 自觉统一思想，…；要学深悟透 the order includes the clauses before 要, unless these explain something.
      const before = text.slice(opening, at);
      const all =
        (opensWithVerb(before) && !isExplanation(before)) ||
        passed.some((one) => one.at === opening && OPENS_ORDER.test(one.own));
      const other = passed.findLastIndex((one) => !LEAD_IN.test(one.own));
      return { start: all ? opening : (passed[other + 1]?.at ?? at), explicit: true };
    }
    passed.push({ at, own });
  }
  if (!opens || isSituation(words) || isExplanation(words)) return null;
  return { start: opening, explicit: false };
}

/** Whether a clause of the span gives an explicit order, by 要 or a similar word. */
export const hasExplicitOrder = (text: string, span: Span): boolean =>
  clausesOf(text, span).some(({ start, end }) => isExplicit(text.slice(start, end).trim()));
