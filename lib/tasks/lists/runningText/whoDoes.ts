import type { Span } from '../../schema.ts';
import { isLedByBody } from '../actors.ts';

/**
 * A part of a sentence that says who does what: 改造资金由县财政局统筹解决 (funds are found by the finance bureau). The 由 (by)
 * must be a word of its own. It is one in 垃圾治理由镇政府负责 (… by the town government), but not in 理由 (reason).
 */
export const DONE_BY =
  /(?:^\s*(?:“[^”]{1,8}”)?[^，。；：“”由要了]{0,24}(?<![事缘]|(?<![治管办处清整护修])理)|，)由[^，。；]{2,20}(?:负责|牵头|承担|解决|落实|完成|办理|邀请|组织|安排|签约)/;

/** The thing to be done, before 由 and the public body that does it: 沙袋由县水利局备足. Group 1 is the thing. */
const THING_BEFORE_BY =
  /^(\s*(?:“[^”]{1,8}”)?[^，。；：“”由要了]{1,14}(?<![事缘自]|(?<![治管办处清整护修])理))由(?=[\u4e00-\u9fff]{2})/;

/** The matter on which a public body acts, before a comma: 用地指标，县资源局周五前答复. Excludes words that say when. */
const MATTER = /^\s*(?![目当近今去上下前随此同会])[\u4e00-\u9fff]{2,10}(?<![年月日后前时来间])，/;

/** Whether a part of a sentence says who does what. */
export function saysWhoDoes(text: string, part: Span): boolean {
  const words = text.slice(part.start, part.end);
  if (isLedByBody(text, part) || DONE_BY.test(words)) return true;
  const thing = THING_BEFORE_BY.exec(words)?.[1] ?? MATTER.exec(words)?.[0];
  return thing !== undefined && isLedByBody(text, { start: part.start + thing.length, end: part.end });
}
