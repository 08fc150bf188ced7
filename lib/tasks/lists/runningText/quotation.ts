import { sentencesOf } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';

/** A quotation that is all that somebody says. Group 1 is the quoted words. */
const QUOTED = /^“([^“”]*(?:“[^”]*”[^“”]*)*)”[。！]?\s*$/;

/** Words before a colon that settle what is to be done: 我看就这么办：, 今天定个规矩：. */
const SETTLES =
  /^[^。：]{0,14}(?:[这如]么?样?[办定干做分](?:工|下来)?|定[几两三个]?[条个件]?[^。：]{0,4}(?:规矩|办法)?|(?:分工|规矩|办法|意见)(?:如下|是)?)：|^[^。：]{0,14}[几两三四五]件事[^。：]{0,8}(?:：|(?<=[办定][^。：]{0,3})。)/;

/** Words with which a speaker begins to give points, in a quotation: 我再明确几件事。 */
const BEGINS_POINTS =
  /^[^。：]{0,30}(?:明确|强调|交代|布置|讲|提)[^。：]{0,3}(?:[几一两三四五]|\d)[件点条项个][^。：]{0,8}[。：]/;

/** A quotation of several sentences that is all that somebody says. */
export type Quotation = {
  sentences: Span[];
  /**
   * Whether its first words settle what is to be done: 我看就这么办： (let us do it so:). Each sentence is then an order,
   * whatever its words.
   */
  settles: boolean;
  /** Whether the speaker begins to give points: 我再明确几件事。 */
  beginsPoints: boolean;
};

/** Reads a quotation that is all that somebody says: “…。…。” in 他说：“…。…。”. Returns null for any other words. */
export function quotationIn(text: string, said: Span): Quotation | null {
  const words = QUOTED.exec(text.slice(said.start, said.end))?.[1];
  if (words === undefined) return null;
  const start = said.start + '“'.length;
  const lead = SETTLES.exec(words)?.[0].length ?? 0;
  const sentences = sentencesOf(text, { start: start + lead, end: start + words.length });
  return { sentences, settles: lead > 0, beginsPoints: BEGINS_POINTS.test(words) };
}
