import { ACTOR_END, BODY_END, COMMAND_END, JOINED_END, UNIT_END } from '../../chinese/organisations.ts';
import { matchesIn } from '../../chinese/patterns.ts';
import { actorBeforeVerb, actorOf, NO_BODY } from '../lists/actors.ts';
import { bodyBeforeVerb, startsWithVerb } from '../lists/orders.ts';
import { clausesOf, linesIn, partsOf } from '../paragraphs.ts';
import type { Rules } from '../rules.ts';
import type { Span } from '../schema.ts';

/** Roles of a responsible organisation, at the end of a bracket or sentence: 按职责分工负责, 牵头, 配合. */
const ROLE =
  /(?:按(?:照)?(?:各自)?(?:职责|职能|任务)(?:分工)?(?:负责|落实|配合)?|(?:共同)?牵头(?:负责|组织|落实)?|(?:分工|分别|共同|具体)?负责(?:落实|组织实施|实施)?|(?:积极|参与)?配合|参与|组织实施|协同(?:推进)?|指导|落实)+$/;

/** The name of a public body in an enumeration: 市教育局, 各县（区）人民政府. */
const BODY_NAME = `[\\u4e00-\\u9fff]{1,20}?(?:（[^（）]{1,12}）[\\u4e00-\\u9fff]{1,10}?)?(?:${ACTOR_END}|${COMMAND_END}|分行|[协工学商]会)`;
/** A bracket that may name who is responsible: （市教育局牵头，市财政局配合） */
const BRACKET = /（((?:[^（）]|（[^（）]{1,20}）){2,400})）/g;
/** A part of such a bracket, between ， and ；. */
const BRACKET_PART = /[^，；。]+/g;
/**
 * The content of a bracket that names public bodies without a role, at the end of a paragraph: …互助幸福院。（市民政局、市农业农村局）.
 */
const BODIES_ALONE = new RegExp(`^(?:${BODY_NAME}[、，；])*${BODY_NAME}$`);
const IS_ROLE = /(?:负责|牵头|指导$|配合|按职责|责任单位|组织实施|责任部门|参与|落实)/;
/** A label with the responsible organisations: 责任单位：…; 牵头部门：…，配合部门：… */
const LABEL =
  /(牵头|责任|主管|配合|协办|承办|主办|参与|责任|落实)(?:单位|部门|人|领导|科室|处室)?：((?:[^；。（）：\n]|（[^（）]{1,20}）){2,200})/g;
/** Words of a sentence that name who is responsible: 由市水务局牵头，市财政局、各镇配合; 由…负责. */
const SENTENCE = /由([^，。；：由对把将]{2,240}?)(?:作为)?(按职责|牵头|负责|会同|组织实施|落实|统一)(?!的)/g;

/** A role at the end of a clause: 市水务局牵头，各街道配合. */
const ROLE_OF_CLAUSE =
  /(牵头(?:负责)?|负责(?:统筹|组织|协调|具体|落实)?|配合)(?:(?:推进|实施|做好|开展|抓好|协调)[\u4e00-\u9fff]{0,14})?(?=[，。；]|$)/g;
/** The organisations that fill a clause before such a role. */
const BODIES_OF_CLAUSE = new RegExp(`^[\\u4e00-\\u9fff、]{1,40}?(?:${BODY_END}|${UNIT_END})$`);
/**
 * A clause without 由, or the rest of a clause after 牵头、, up to the role. `BODIES_OF_CLAUSE` cannot match longer words.
 */
const CLAUSE_BEFORE = /(?<=^|[，。；：]|牵头、)(?:(?!由)[\u4e00-\u9fff、]){2,48}$/;
/** How far before a role the beginning of its clause is sought, in UTF-16 units. */
const LONGEST_BEFORE_ROLE = 50;

/** An organisation or several, and the role that a sentence gives to them. */
type Named = { bodies: Span; role: string };

/** Finds the organisations in 由…负责, 由…牵头 and the like. */
function namedBehindBy(words: string): Named[] {
  if (!words.includes('由')) return [];
  return matchesIn(words, SENTENCE).map(({ index, 1: bodies, 2: role }) => ({
    bodies: { start: index + 1, end: index + 1 + bodies!.length },
    role: role!,
  }));
}

/**
 * Finds the organisations of clauses that end with their role. Finds the roles first, because a text has few of them.
 * Otherwise every clause would have to be tried on the many endings of organisations.
 */
function namedBeforeRole(words: string): Named[] {
  const found: Named[] = [];
  let reached = 0;
  ROLE_OF_CLAUSE.lastIndex = 0;
  for (let match = ROLE_OF_CLAUSE.exec(words); match; match = ROLE_OF_CLAUSE.exec(words)) {
    const { index: end, 1: role } = match;
    const before = words.slice(Math.max(reached, end - LONGEST_BEFORE_ROLE), end);
    const bodies = CLAUSE_BEFORE.exec(before)?.[0] ?? '';
    if (BODIES_OF_CLAUSE.test(bodies)) {
      found.push({ bodies: { start: end - bodies.length, end }, role: role! });
      reached = ROLE_OF_CLAUSE.lastIndex;
    } else ROLE_OF_CLAUSE.lastIndex = end + 1;
  }
  return found;
}

/** A partner that must take part in an action: 市市场监管局要会同市教育局, 交警大队联合农业农村局，, 信息科配合医务部在…. */
const TOGETHER = new RegExp(
  `(?:会同|(?<=[局队办委所站心镇道院部科处])(?:联合(?!执法|检查)|配合))(?!(?:有关|相关)(?:部门|单位)[\\u4e00-\\u9fff])([\\u4e00-\\u9fff、]{2,40}?(?:${BODY_END}|${UNIT_END}))(?=[，；。对于在按每“，])`,
  'g',
);

/** A partner with a name of its own, before what both organisations do: 县委编办要会同县教育局盘活编制. */
const NAMED_PARTNER =
  /(?<!将)会同((?:[省市县区州旗]|[\u4e00-\u9fff]{2,6}(?=司))[\u4e00-\u9fff]{0,12}?(?:局|办|中心|司|集团|公司|队))(?![\u4e00-\u9fff]{0,3}[局办队司站])(?=[\u4e00-\u9fff“])/g;

/** A partner that acts beside the subject: 各县区须和市文明办一道培树典型. */
const BESIDE =
  /(?<=[须要])[和与](?!相关|有关)([\u4e00-\u9fff、]{2,16}?(?:局|办|委|部|院|会|中心|公司|集团))(?:一道|一起|共同)/g;

/** Subjects of orders. Group 1 is the public body that must act. */
export const SUBJECTS: Rules = [
  // ✓ 各镇、街道要逐户排查
  // ✓ 同时，各责任单位务必按期完成
  // ✓ 市生态环境局要牵头制定方案
  // ✓ 国家防总、应急管理部要加强会商
  // ✓ 各地要抓好落实
  // ✓ 各省（区、市）人民政府要定期公布
  // ✓ 各警种要联动作战
  // ✓ 各单位主要领导要亲自抓
  // ✓ 各镇于每周五前报送进度
  // ✓ 分线领导对领办的任务要牵头抓总
  // ✓ 其他责任单位要主动配合
  // ✓ 全体干警须9月底前交齐计划
  // ✓ 农商行3月10日前必须放款
  // ✓ 人事司要会同规划司核定编制
  // ✓ 企业主要负责人是第一责任人
  // ✗ 一时难以办结的要说明原因
  // ✓ 综合执法队、消防救援站要逐家复查
  // ✓ 整改工作领导小组办公室要及时督办
  // ✗ 电网企业不得收取费用
  // ✗ 这项工作必须抓好
  {
    name: 'body before a modal',
    pattern: new RegExp(
      `^(?:同时，?|此外，?|特别是|尤其是|会后，?|下一步，?|当前，?)?((?:[\\u4e00-\\u9fff“”]{1,20}(（[^）]{1,16}）)?、){0,8}[\\u4e00-\\u9fff“”]{0,24}?(（[^）]{1,16}）[\\u4e00-\\u9fff]{0,10}?)?(?:${BODY_END}|${UNIT_END}|总|(?<![\\u4e00-\\u9fff])各(?![项类种个环阶])[\\u4e00-\\u9fff]{2,6}?)(（[^）]{1,16}）)?)(主要领导|主要负责人|主要负责同志|一把手)?(都|也|还|更|均|一定|定期|及时|每[\\u4e00-\\u9fff]{1,2}|作为[^，。]{2,20}|对[^，。；要]{2,24}|[^，。；要]{1,12}(?:[前底末]|[旬日天周月]内?))?(?:(?<![需重主])要(?!求)|必须|务必|应当?(?![急对用]|.尽)|须|(?:请)?于[^，。；]{2,16}前|(?:是|为|作为)第一责任人)`,
    ),
  },
  // ✓ 各乡镇、牧场要落实责任
  // ✓ 各窗口不得拒收材料
  // ✓ 你镇要严格按照规划实施
  // ✓ 各县（市）不得另设关卡
  // ✓ 机关各部室要下沉一线
  // ✗ 各环节要衔接
  // ✗ 各项工作要往前赶
  {
    name: 'each of a kind before a modal',
    pattern:
      /^((?:(?:[省市县区]直|[省市县区]属|机关|下属|所属|沿[江河湖海线]|全[省市县区])?各(?![项类种个环阶方])[\u4e00-\u9fff]{1,10}?(?:（[^（）]{1,10}）)?|你[省市州县区镇乡街道局委办厅校院]{1,3})(?:、[\u4e00-\u9fff]{2,8}?){0,6})(?<!之间|工作|环节|任务|措施|问题)(?:都|也|均)?(?:(?<![需重主])要(?!求)|必须|务必|应当|须|不得|不准|不许)/,
  },
  // ✓ 县城投公司不得擅自改线
  // ✓ 驻村工作队不准擅自离村
  // ✗ 电力企业不得拒绝
  {
    name: 'named body before a prohibition',
    pattern:
      /^((?:[省市县区镇乡州旗]|驻[村镇社])[\u4e00-\u9fff]{1,14}?(?:[局委办院处科司所站队部]|公司|集团|中心))(?:均|都|也)?(?:不得|不准|不许|严禁)/,
  },
];
/**
 * Every clause with a subject of an order contains one of these words. Other clauses are not searched, to save time.
 */
const MODAL = /[要应须于]|务必|第一责任人|不[得准许]|严禁/;
/** Finds the subject at the beginning of a clause, by the first rule that matches. */
const subjectOf = (head: string): RegExpExecArray | null => {
  for (const { pattern } of SUBJECTS) {
    const found = pattern.exec(head);
    if (found) return found;
  }
  return null;
};

export type Responsible = { bodies: Span[]; leads: Span[] };

/**
 * Separators between the names of two public bodies. The pattern tries whole brackets first (县（市、区）), so that a
 * character inside a bracket separates nothing.
 */
const BETWEEN_BODIES = new RegExp(
  `（[^（）]*）|[、，；\\s/]|等(?=(?:有关|相关|其他)[\\u4e00-\\u9fff]{2}(?!和单位))|(?:以及|会同|联合)|等?和(?=各|其他)|(?<=${JOINED_END})(?:和|及|与)(?!单位|地方|企业|信息|改革|相关|有关)(?=[\\u4e00-\\u9fff]{2,})`,
  'g',
);

/** Places between two public bodies before 要: before 各, and after the usual ending of a body's name. */
const BETWEEN_SUBJECTS = new RegExp(
  `(?<=、)(?=各)|(?<=(?:^|[\\u4e00-\\u9fff]{2})${ACTOR_END}、)(?!部门|单位|机关)|(?<=${JOINED_END}(?:和|及|与))(?!单位|地方|企业|信息|改革|政府|部门|相关|有关)(?=[\\u4e00-\\u9fff]{2,})|(?<=等)(?=有关|相关)|(?<=[和及])(?=广大)`,
);
/** A sign between two public bodies before 要. */
const MAY_BE_SEVERAL = /[、和及与等]/;
/** Titles of persons, who are no public bodies. In 各单位负责人 the organisation that they head is responsible: 各单位. */
const PERSONS =
  /(?:负责人|责任人|书记|主任|[局院处站所组校队厂科]长|(?:主要)?负责同志|班子成员|(?<!分线|分管)领导|主官|网格员|护林员|班主任|教师|学生)$/;
/** A single person named by office, who is no public body: 党委书记. */
const HEAD_OF_BODY = /(?:书记|主任|[局院处站所组校园队厂科镇乡县市区]长)(?:（[^（）]*）)?$/;
/** Words for any public body, and words for any persons, that may follow an attribute (欠账的单位). */
const ANY_BODY = /^(?:单位|部门|企业|乡镇|街道|社区|村|学校|商户)$/;
const ANY_PERSON = /^(?:班子|干部|人员|同志|员工|地方|地区)$/;
const IS_WHOLE = /^[^和与及]{0,12}各?(?:单位|部门|科室|学校|[乡镇县市区局]|街道|企业|党支部)$/;
/** 县财政局 or 各镇 at the beginning of a clause: the public body of a place, or all of a kind. */
const OF_A_PLACE =
  /^\s*(?:(?:沿线|沿河|所在|属地|当地|机关|[省市县区][属直])?各|有关|相关|[省市县区镇乡](?=[\u4e00-\u9fff]{1,12}?(?:[局委办厅院站所校队司]|中心|公司|集团)))/;

/** A clause that begins with the name of a unit of an organisation: 督察支队、警务保障处. */
const NAMED_UNIT =
  /^\s*[\u4e00-\u9fff、]{1,20}?(?:支队|大队|总队|中队|[局厅处股]|科(?!学|技|研)|办公室|工商联|妇联|残联|团委|工会|(?:施工|监理|监测|建设)单位|纪委|发改委|乡镇|部门|机关|指挥部|管委会)/;

/**
 * Public bodies that fill a clause, where the next clause or the one after it demands something: 市直部门、各乡镇，对以上工作，要主动认领.
 */
const ALONE = new RegExp(
  `^([\\u4e00-\\u9fff、]{2,40}${ACTOR_END})(?:，|对[^，。；]{2,20}(?:负总责|负责)，)$`,
);
const DEMANDS = /^(?:[^，。；要]{2,24}，)?(?:要(?!求)|必须|务必|应当?(?![急对用])|须)/;
function bodiesAlone(clause: string, behind: string): Span | null {
  const body = DEMANDS.test(behind) ? ALONE.exec(clause)?.[1] : null;
  return body && !NO_BODY.test(body) && !startsWithVerb(body) ? { start: 0, end: body.length } : null;
}

/** Words before the public body that must act: 由某局统一编制, 请某县政府组织, 会同某局开展. */
const BEFORE_ADDRESSEE = /(?<![理自事缘])[由请](?=[\u4e00-\u9fff])|(?<!将)会同(?=[\u4e00-\u9fff])/g;
const MAY_ADDRESS = /[由请]|会同/;
/** A day or a period before all public bodies of a kind: 3月底前各县区. */
const DAY_BEFORE_ALL =
  /^(?:(?:[今明本]年|[\d一二三四五六七八九十]{1,4}(?:年|月|日|号|季度)|[年月]底)[^，。；：要]{0,10}?(?:前|内|[底末])|年内|[\u4e00-\u9fff]{2,10}期间)(?=各|每个)/;

/** Labels of roles, which are no names of public bodies: （责任单位；住建局、各乡镇）. */
const LABEL_ALONE = /^(?:责任|牵头|主管|配合|协办|承办|主办|参与|落实)(?:单位|部门)$/;
/** Words before a public body that must act: 请, or words that end with 需, as in 安全生产工作需行业主管部门要履职. */
const NEEDS = /^(?:请(?=各|有关|相关)|[\u4e00-\u9fff]{2,12}(?<![必急亟])需(?=[\u4e00-\u9fff]{3}))/;

const HAS_END = new RegExp(`(?:${ACTOR_END}|${BODY_END}|组|村|）)$`);
/** Splits an enumeration into the public bodies that it names: 市教育局、市财政局和各镇. 工业和信息化部 stays whole. */
export function bodiesOf(text: string, span: Span, isSubject = false): Span[] {
  const bodies: Span[] = [];
  let from = span.start;
  const add = (end: number) => {
    let own = text.slice(from, end);
    let start = from;
    const lead = /^(?:由|责任单位：|牵头单位：|责任部门：|牵头部门：|配合单位：|各自)+/.exec(own);
    if (lead) [own, start] = [own.slice(lead[0].length), start + lead[0].length];
    own = own
      .replace(ROLE, '')
      .replace(/等(?:部门|单位|方面)?$/, (end, at, all) =>
        // In 交警、医疗等单位, no word before 等 is a full name, so the whole is kept as one name.
        end.length > 1 && !HAS_END.test(all.slice(0, at)) ? end : '',
      )
      .replace(/(?:分别|共同|等部门)$/, '');
    if (
      own.length >= 2 &&
      own.length <= 40 &&
      !LABEL_ALONE.test(own) &&
      !/^(?:下同|排在|列第|其他$|按|等|具体|进行|年内|长期|持续|全年)|：|时限|\d[年月]|[一-十]月|(?:完成|推进|坚持)$/.test(
        own,
      )
    )
      bodies.push({ start, end: start + own.length });
  };
  for (const match of matchesIn(text.slice(span.start, span.end), BETWEEN_BODIES)) {
    if (match[0].startsWith('（')) continue;
    // In 钢铁、焦化企业, 钢铁 has no ending of its own and shares 企业, so nothing is cut at 、.
    if (match[0] === '、' && isSubject && !HAS_END.test(text.slice(from, span.start + match.index))) continue;
    add(span.start + match.index);
    from = span.start + match.index + match[0].length;
  }
  add(span.end);
  return bodies;
}

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
 * Finds the offset from which the first public body of each bracket leads the work, by a sentence that says so.
 * Infinite where the text has no such sentence. The bracket that contains the sentence follows the rule, too.
 */
export function firstLeadsFrom(text: string): number {
  const places = FIRST_LEADS.map(({ pattern }) => text.search(pattern)).filter((place) => place >= 0);
  return Math.min(...places, Number.POSITIVE_INFINITY);
}

/** Whether a bracket follows a full stop and is the last one of its paragraph. */
const closesParagraph = (
  words: string,
  { 0: { length }, index }: RegExpExecArray | RegExpMatchArray,
): boolean =>
  /[。；]\s*$/.test(words.slice(0, index)) && /^[。；]?\s*(?:\n|$)/.test(words.slice(index! + length));

/** Cuts a clause after the role of a first body: 区委政法委牵头、|区司法局提供支持. */
function behindRole(text: string, clause: Span): Span[] {
  const at = text.slice(clause.start, clause.end).indexOf('牵头、');
  // In 由政府牵头、部门参与的机制 the words describe a thing.
  if (at < 0 || text.slice(clause.start + at, clause.end).includes('的')) return [clause];
  const middle = clause.start + at + '牵头、'.length;
  return [
    { start: clause.start, end: middle },
    { start: middle, end: clause.end },
  ];
}

/** Finds the public bodies responsible for a task: in brackets, after 责任单位：, in 由…负责, and as subjects of its orders. */
export function responsibleIn(text: string, task: Span, firstIsLead: boolean): Responsible {
  const bodies: Span[] = [];
  const leads: Span[] = [];
  const words = text.slice(task.start, task.end);
  const place = ({ start, end }: Span) => ({ start: task.start + start, end: task.start + end });
  for (const match of words.includes('（') ? matchesIn(words, BRACKET) : []) {
    if (!IS_ROLE.test(match[1]!) && !(closesParagraph(words, match) && BODIES_ALONE.test(match[1]!)))
      continue;
    const from = match.index + 1;
    // 排在第一位的部门为牵头部门，下同 is a rule about brackets and names no public body.
    const rule = /[。；，](?:排|列)(?:在)?(?:第一|首).*$/.exec(match[1]!);
    const to = from + (rule ? rule.index : match[1]!.length);
    brackets(words, { start: from, end: to }, firstIsLead, (found, lead) => {
      bodies.push(place(found));
      if (lead) leads.push(place(found));
    });
  }
  for (const match of words.includes('：') ? matchesIn(words, LABEL) : []) {
    const from = match.index + match[0].length - match[2]!.length;
    for (const body of bodiesOf(words, { start: from, end: from + match[2]!.length })) {
      bodies.push(place(body));
      if (match[1] === '牵头') leads.push(place(body));
    }
  }
  for (const named of [...namedBehindBy(words), ...namedBeforeRole(words)])
    for (const body of bodiesOf(words, named.bodies)) {
      bodies.push(place(body));
      if (/^(?:牵头|会同)/.test(named.role)) leads.push(place(body));
    }
  for (const pattern of /会同|联合|配合/.test(words) ? [TOGETHER, NAMED_PARTNER] : [])
    for (const match of matchesIn(words, pattern)) {
      const from = match.index + 2;
      for (const body of bodiesOf(words, { start: from, end: from + match[1]!.length }))
        bodies.push(place(body));
    }
  for (const match of /一道|一起|共同/.test(words) ? matchesIn(words, BESIDE) : [])
    for (const body of bodiesOf(words, { start: match.index + 1, end: match.index + 1 + match[1]!.length }))
      bodies.push(place(body));
  const lines = linesIn(text, task);
  const heads = new Set(lines.flatMap((line) => partsOf(text, line).map(({ start }) => start)));
  for (const clause of lines
    .flatMap((line) => clausesOf(text, line))
    .flatMap((one) => behindRole(text, one))) {
    const whole = text.slice(clause.start, clause.end).trimStart();
    const own = whole.slice(DAY_BEFORE_ALL.exec(whole)?.[0].length ?? 0);
    const head = own.slice(0, 90);
    const subject = MODAL.test(head) ? subjectOf(head) : null;
    // In 牵头部门要牵头、配合部门要配合 the name of the first public body ends at the first 要. The name also ends at 会同.
    const body =
      subject?.[1]?.replace(/(?:(?<![需重主])要(?![求素点])|(?<=.)会同).*$/, '') ?? bodyBeforeVerb(head);
    const at = clause.end - own.length;
    const actor = body
      ? null
      : (actorOf(head) ??
        (heads.has(clause.start) || OF_A_PLACE.test(head) || NAMED_UNIT.test(head)
          ? (actorBeforeVerb(head) ?? bodiesAlone(head, text.slice(clause.end, clause.end + 60)))
          : null));
    if (actor)
      for (const one of bodiesOf(text, { start: at + actor.start, end: at + actor.end }, true))
        if (!HEAD_OF_BODY.test(text.slice(one.start, one.end))) bodies.push(one);
    for (const lead of MAY_ADDRESS.test(head) ? matchesIn(head, BEFORE_ADDRESSEE) : []) {
      const from = lead[0] === '会同' ? lead.index + 2 : lead.index;
      const acting = actorBeforeVerb(own.slice(from, from + 60));
      // In 由某部门牵头的制度 the words describe a thing, so nobody is told to act.
      if (acting && !/^[\u4e00-\u9fff]{2,4}的/.test(own.slice(from + acting.end)))
        bodies.push(...bodiesOf(text, { start: at + from + acting.start, end: at + from + acting.end }));
    }
    if (!body || NO_BODY.test(body) || /^(?:要|应(?!急)|须)/.test(body)) continue;
    const needs = NEEDS.exec(body)?.[0].length ?? 0;
    // 各区、各部门 are two public bodies, and so are 财务部、审计部. 城管、住建等部门 and 市、县两级部门 are one.
    let from = at + (subject?.[0].indexOf(body) ?? 0) + needs;
    const named = body.slice(needs);
    for (const one of MAY_BE_SEVERAL.test(named) ? named.split(BETWEEN_SUBJECTS) : [named]) {
      const own = one.replace(/[、和及与等]$/, '');
      // In 各项任务的责任单位 the name of the public body begins after the attribute.
      const attribute = Math.max(own.lastIndexOf('的'), own.lastIndexOf('由')) + 1;
      // In 欠账的单位 the attribute stays, because 单位 alone names nobody.
      const skip = ANY_BODY.test(own.slice(attribute)) ? 0 : attribute;
      if (attribute > 0 && ANY_PERSON.test(own.slice(attribute))) {
        from += one.length;
        continue;
      }
      // In 科主任是第一责任人 a person is meant, so the words stay whole.
      const unnamed = own.replace(/（[^（）]*）$/, '');
      let length = subject?.[0].endsWith('第一责任人')
        ? own.length
        : PERSONS.test(unnamed)
          ? unnamed.replace(PERSONS, '').length
          : own.length;
      if (own.startsWith('广大')) length = 0;
      if (length > skip + 1 && (length === own.length || IS_WHOLE.test(own.slice(0, length))))
        bodies.push({ start: from + skip, end: from + length });
      from += one.length;
    }
  }
  // In 由某镇政府登记造册、落实管护 the name ends before its first verb.
  const isTooLong = ({ start, end }: Span) =>
    bodies.some((one) => one.start === start && one.end < end && startsWithVerb(text.slice(one.end, end)));
  return { bodies: bodies.filter((body) => !isTooLong(body)), leads };
}

/** Reads a bracket: its parts between ， and ；, each with the role at its end. */
function brackets(
  words: string,
  span: Span,
  firstIsLead: boolean,
  take: (body: Span, lead: boolean) => void,
): void {
  let first = true;
  let from = span.start;
  const own = words.slice(span.start, span.end);
  const named = /牵头/.test(own);
  for (const match of matchesIn(own, BRACKET_PART)) {
    from = span.start + match.index;
    const isLead = /牵头/.test(match[0]);
    for (const body of bodiesOf(words, { start: from, end: from + match[0].length })) {
      take(body, isLead || (first && firstIsLead && !named));
      first = false;
    }
  }
}
