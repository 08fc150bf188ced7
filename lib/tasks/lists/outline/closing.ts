import { SIGNATORY_END } from '../../../chinese/organisations.ts';
import { closesDocument } from '../../lexicon/notOrders/closings.ts';
import type { Span } from '../../schema.ts';
import { hasExplicitOrder } from '../orders/orders.ts';
import { hasBareHeading, headingOf, type Section } from './section.ts';

/** Lines at the end of a document: issuer, date, distribution, attachments. */
export const CLOSING = new RegExp(
  // The lookahead ends the search at the first comma of most lines, before all endings are tried after each character.
  `^\\s*(?:(?=[^，。；：]*$)[^，。；：]{0,30}(?:${SIGNATORY_END}|会)\\s*$|\\d{4}年\\d{1,2}月\\d{1,2}日\\s*$|（此件|（联系|(值班|联系|咨询|监督|举报|服务|投诉|报名)?(?:电话|传真|邮箱|热线|地址)：|附件|抄送|(?:出席|列席|参加|参会|缺席|请假|记录|主持|发送|分送|主送|抄报|抄发)(人员|人|单位)?：|联系[人电]|扫一扫|-->|(?:本|该)(?:意见|通知|方案|办法|规定|措施|细则|规划|计划|决定|批复|纪要|条例|函)(?:自|由[^，。；]{2,30}解释)|特此(?:通知|公告)|谢谢|此页无正文|未尽事宜)`,
);

/**
 * A paragraph that addresses everybody: 各级党组织要…, 全县上下要…. It may first say when: 整改完成后，. Also a paragraph that lets
 * others follow the document: 可参照本通知执行.
 */
const ADDRESSES =
  /^(?:[^，。；：要]{4,30}(?:结束|完成)后，)?(?:各(?!项|类|种)|全[市县区省州镇乡校])[^，。；：]{1,24}(?:要|应当?|须|必须)|^[^\n]{0,120}参照本(?:通知|意见|方案|办法|规定)/;

/** Returns the last section and the sections around it, outermost first. */
function lastOf(sections: Section[]): Section[] {
  const path: Section[] = [];
  for (let last = sections.at(-1); last; last = last.children.at(-1)) path.push(last);
  return path;
}

/**
 * Removes from the last item the paragraphs that close the document and ask to carry out the whole document. Where the
 * last item has more paragraphs than its siblings, a paragraph that addresses everybody also closes the document.
 * Returns the lines outside all sections, which then include the removed ones.
 */
export function withoutClosing(text: string, sections: Section[], loose: Span[]): Span[] {
  const path = lastOf(sections);
  const last = path.at(-1);
  if (!last || last.lines.length < 2) return loose;
  const siblings = (path.at(-2)?.children ?? sections).slice(0, -1);
  const most = Math.max(1, ...siblings.map(({ lines, children }) => (children.length ? 0 : lines.length)));
  // A heading on a line of its own (四、加强领导, 4. Better leadership) keeps at least one paragraph.
  const isBare = hasBareHeading(text, last);
  // All paragraphs of a section such as 三、有关要求 (3. Demands) may be requests to everybody.
  const isRequests =
    isBare && /^(?:有关|相关|工作|几点|其他|报送)?(?:要求|事项)$/.test(headingOf(text, last));
  const from = last.lines.findIndex((line, i) => {
    if (i < (isBare && !isRequests ? 2 : 1)) return false;
    const words = text.slice(line.start, Math.min(line.end, line.start + 160)).trim();
    if (isRequests && i === 1) return /^请|^以上/.test(words);
    return (
      closesDocument(words) || (!isRequests && siblings.length > 0 && i >= most && ADDRESSES.test(words))
    );
  });
  if (from < 0) return loose;
  // Also removes the paragraphs directly before the closing one that tell nobody to do anything, such as
  // 整改完成后，你市可申请摘牌。 (After the improvements, your city may apply.)
  let first = from;
  while (first > most && first > (isBare ? 2 : 1) && !hasExplicitOrder(text, last.lines[first - 1]!)) first--;
  const closing = last.lines.splice(first);
  if (isRequests && last.lines.length === 1) (path.at(-2)?.children ?? sections).pop();
  return [...loose, ...closing].sort((a, b) => a.start - b.start);
}
