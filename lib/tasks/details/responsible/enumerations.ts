import { ACTOR_END, BODY_END, JOINED_END } from '../../../chinese/organisations.ts';
import { matchesIn } from '../../../chinese/patterns.ts';
import type { Span } from '../../schema.ts';

/** Roles of a responsible organisation, at the end of a bracket or sentence: 按职责分工负责, 牵头, 配合. */
const ROLE =
  /(?:按(?:照)?(?:各自)?(?:职责|职能|任务)(?:分工)?(?:负责|落实|配合)?|(?:共同)?牵头(?:负责|组织|落实)?|(?:分工|分别|共同|具体)?负责(?:落实|组织实施|实施)?|(?:积极|参与)?配合|参与|组织实施|协同(?:推进)?|指导|落实)+$/;

/**
 * Separators between the names of two public bodies. The pattern tries whole brackets first (县（市、区）), so that a
 * character inside a bracket separates nothing.
 */
const BETWEEN_BODIES = new RegExp(
  `（[^（）]*）|[、，；\\s/]|等(?=(?:有关|相关|其他)[\\u4e00-\\u9fff]{2}(?!和单位))|(?:以及|会同|联合)|等?和(?=各|其他)|(?<=${JOINED_END})(?:和|及|与)(?!单位|地方|企业|信息|改革|相关|有关)(?=[\\u4e00-\\u9fff]{2,})|(?<=[\\u4e00-\\u9fff]{2}[队组校院])(?:和|及|与)(?=[\\u4e00-\\u9fff]{1,12}(?:${ACTOR_END}|[镇乡村])(?:、|$))`,
  'g',
);

/** Labels of roles, which are no names of public bodies: （责任单位；住建局、各乡镇）. */
const LABEL_ALONE = /^(?:责任|牵头|主管|配合|协办|承办|主办|参与|落实)(?:单位|部门)$/;

const HAS_END = new RegExp(`(?:${ACTOR_END}|${BODY_END}|组|村|）)$`);

/**
 * Splits an enumeration into the public bodies that it names: 市教育局、市财政局和各镇. 工业和信息化部 stays whole. If the enumeration is
 * the subject of a clause (`isSubject`), a 、 separates only after the ending of a full name.
 */
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
    const at = span.start + match.index;
    if (match[0] === '、' && isSubject && (at < from + 2 || !HAS_END.test(text.slice(from, at)))) continue;
    add(at);
    from = at + match[0].length;
  }
  add(span.end);
  return bodies;
}
