import { ACTOR_END, BODY_END, JOINED_END } from '../../../chinese/organisations.ts';
import { matchesIn } from '../../../chinese/patterns.ts';
import type { Span } from '../../schema.ts';

/** Roles of a responsible organisation, at the end of a bracket or sentence: 按职责分工负责, 牵头, 配合. */
const ROLE =
  /(?:按(?:照)?(?:各自)?(?:职责|职能|任务)(?:分工)?(?:负责|落实|配合)?|(?:共同|分别)?牵头(?:负责|组织|落实)?|(?:分工|分别|共同|具体)?负责(?:落实|组织实施|实施)?|(?:积极|参与)?配合|参与|组织实施|协同(?:推进)?|指导|落实)+$/;

/**
 * Words after 和, 及 or 与 (all: and) that belong to the name before it, such as 信息 in 工业和信息化部 (Ministry of Industry and
 * Information Technology). Others are no whole name, such as 其 (its) in 政府及其有关部门. Before these words nothing is cut.
 */
export const HALF_NAME =
  '单位|地方(?![\u4e00-\u9fff]{1,4}[局办委处])|企业|信息|改革|相关|有关|设备|装备|仪器|所属|下属|直属|其(?![他余])';

/**
 * A full name after 和, 及 or 与 (all: and), at the end of an enumeration or before 、. It shows that the words before 和
 * can be a name by themselves, so a cut is possible there.
 */
export const FULL_NAME = `[\\u4e00-\\u9fff]{1,12}(?:${ACTOR_END}|[镇乡村])(?:、|$|共同|分别)`;

/**
 * Separators between the names of two public bodies. The pattern tries whole brackets first (县（市、区）), so that a
 * character inside a bracket separates nothing.
 */
const BETWEEN_BODIES = new RegExp(
  `（[^（）]*）|[、，；\\s/]|等(?=(?:有关|相关|其他)[\\u4e00-\\u9fff]{2}(?!和单位))|(?<=[\\u4e00-\\u9fff]{2}[局厅委办院])等(?=(?!有关|相关|其他)[\\u4e00-\\u9fff]{2,6}(?:部门|单位))|(?:以及|会同|联合|特别是|尤其是)|(?<=[\\u4e00-\\u9fff][局队办委所站处科])配合(?=[\\u4e00-\\u9fff]{2})|等?和(?=各|其他)|(?<=${JOINED_END})(?:和|及|与)(?!${HALF_NAME})(?=[\\u4e00-\\u9fff]{2,})|(?<=[\\u4e00-\\u9fff]{2}[队组校院庭馆段站园])(?:和|及|与)(?=${FULL_NAME})`,
  'g',
);

/** The words of a label that name a role: 责任 in 责任单位： (responsible unit). */
export const ROLE_OF_LABEL = '责任|牵头|主管|配合|协办|承办|主办|参与|落实';

/** Labels of roles, which are no names of public bodies: （责任单位；住建局、各乡镇）. */
const LABEL_ALONE = new RegExp(`^(?:${ROLE_OF_LABEL})(?:单位|部门)$`);

const HAS_END = new RegExp(`(?:${ACTOR_END}|${BODY_END}|组|村|）)$`);
/**
 * Whether words end as the name of a public body does. 农业农村 (agriculture and rural affairs) is none in 水利、农业农村、商务等部门,
 * although 村 (village) ends many names.
 */
const hasEnd = (name: string): boolean => HAS_END.test(name) && !name.endsWith('农村');

/** Words before the name of a public body that are no part of it: 由, 责任单位：. */
const LEAD =
  /^(?:由|所涉及?的|请(?=各|有关|相关)|责任单位：|牵头单位：|责任部门：|牵头部门：|配合单位：|各自)+/;

/**
 * An enumeration with 等部门 (and other departments) at its end. Each of its words names an office by its trade: 水利
 * (water) in 水利、住建等部门.
 */
export const EXAMPLES =
  /^[\u4e00-\u9fff、]{2,60}?等(?:[^，。；、]{2,16}的|有关|相关|职能|多个)?(?:部门|单位|机构)(?:$|[和与及、])/;

/** Words at the end of an enumeration that mean “and other public bodies”: 等部门. */
const AND_OTHERS = /等(?:部门|单位|方面)?$/;

/** Words that are no name of a public body: a remark, a label, a time limit, or what is to be done. */
const NO_NAME =
  /^(?:下同|排在|列第|其他$|按|等|具体|进行|年内|长期|持续|全年)|：|时限|\d[年月]|[一-十]月|(?:完成|推进|坚持)$/;

/**
 * What a public body is responsible for, after its name: 负责建设两门 (is responsible for building two courses) in
 * （各系负责建设两门）.
 */
const FOR_WHAT = /(?<=^.{2,24})(?:具体|分别)?负责(?!人|单位|部门|落实|组织|实施)[\u4e00-\u9fff\d]{1,40}$/;

/** The least and the greatest length of a public body's name, in UTF-16 units. */
const [SHORTEST_NAME, LONGEST_NAME] = [2, 40];

/**
 * Finds the name in the words between two separators: 市教育局 in 由市教育局牵头 (led by the city's education bureau). Returns
 * null where they have none.
 */
function nameIn(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const lead = LEAD.exec(words)?.[0].length ?? 0;
  const name = words
    .slice(lead)
    .replace(FOR_WHAT, '')
    .replace(ROLE, '')
    .replace(AND_OTHERS, (others, at, all) =>
      // In 交警、医疗等单位 (traffic police, medical care and other units) no word before 等 is a full name, so the whole
      // stays one name.
      others.length > 1 && !hasEnd(all.slice(0, at)) ? others : '',
    )
    .replace(/(?:分别|共同)$/, '');
  if (name.length < SHORTEST_NAME || name.length > LONGEST_NAME) return null;
  if (LABEL_ALONE.test(name) || NO_NAME.test(name)) return null;
  return { start: start + lead, end: start + lead + name.length };
}

/**
 * Splits an enumeration into the public bodies that it names: 市教育局、市财政局和各镇 (education bureau, finance bureau and all
 * towns). 工业和信息化部 (Ministry of Industry and Information Technology) stays whole. If the enumeration is the subject of
 * a clause (`isSubject`), a 、 separates less often: only after a full name, or where 等部门 (and other departments)
 * follows.
 */
export function bodiesOf(text: string, span: Span, isSubject = false): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  for (const { 0: separator, index } of matchesIn(text.slice(span.start, span.end), BETWEEN_BODIES)) {
    if (separator.startsWith('（')) continue;
    // In 钢铁、焦化企业 (steel and coking companies), 钢铁 (steel) has no ending of its own and shares 企业 (companies), so
    // nothing is cut at 、.
    const end = span.start + index;
    const isName = () => hasEnd(text.slice(start, end)) || EXAMPLES.test(text.slice(end + 1, span.end));
    if (separator === '、' && isSubject && (end < start + 2 || !isName())) continue;
    parts.push({ start, end });
    start = end + separator.length;
  }
  return [...parts, { start, end: span.end }].flatMap((part) => nameIn(text, part) ?? []);
}
