import { sentencesOf } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import { hasBareHeading, type Section } from '../outline/section.ts';

/**
 * A paragraph with spoken words (副市长何苗强调，…), or with a report of them (何苗听了汇报，并提出三点要求。). The words may follow another
 * sentence: 何苗宣读了名单。他强调，….
 */
const SPEECH =
  /^[^，。：]{2,30}(?:强调|要求|指出)[，：]|^[^：]{2,80}[。，][^，。：]{0,12}(?:强调|指出)[，：]|^会议(?:还|并|同时|最后)?(?:强调|要求|指出)|^[^。：]{2,48}提出[^，。：]{0,8}要求[。：]|^[^。：]{2,48}(?:讲|谈|强调)了?[几两三四五六][点条][^，。：]{0,4}：/;

/**
 * Cuts the last section before its first paragraph with spoken words, because these belong to the report and not to the
 * item. Does so only where each other section has one paragraph, possibly below a heading. Returns the sections without
 * the paragraphs that are cut off, and these paragraphs.
 */
export function withoutSpeech(text: string, sections: Section[]): { sections: Section[]; spoken: Span[] } {
  const whole = { sections, spoken: [] };
  const last = sections.at(-1);
  if (!last || last.children.length || sections.length < 2) return whole;
  const [first] = sections as [Section];
  const most = hasBareHeading(text, first) ? 2 : 1;
  if (sections.some((one) => one !== last && (one.lines.length > most || one.children.length))) return whole;
  const from = last.lines.findIndex(
    ({ start }, i) => i >= most && SPEECH.test(text.slice(start, start + 100)),
  );
  if (from < 0) return whole;
  return {
    sections: [...sections.slice(0, -1), { ...last, lines: last.lines.slice(0, from) }],
    spoken: last.lines.slice(from),
  };
}

/** Points that somebody counts while speaking: 我强调三点：一是…, or 一要…，二要… at the beginning of a sentence. */
const COUNTED_POINTS =
  /(?:强调|讲|提|提出)[^，。：]{0,6}[点条项个][^，。：]{0,6}：\s*(?:第一|一[是要]|其一|1[.、])|[。：]\s*一要.{4,400}?二要/;

/**
 * Whether a paragraph of a section has points that somebody counts (我强调三点：一是…). They form a list of their own, whatever
 * heading they stand under.
 */
export const hasCountedPoints = (text: string, { lines }: Section): boolean =>
  lines.some(({ start, end }) => COUNTED_POINTS.test(text.slice(start, end)));

/** The ordinal at the beginning of a line: 第一，, 一要, 其一，, 首先，. */
const ORDINAL_LINE =
  /^\s*(?:第[一二三四五六七八九十]{1,2}，|[一二三四五六七八九十]{1,2}(?:要(?![求点素])|是(?!否))|其[一二三四五六]，|首先，|其次，|再次，|最后，)/;

/**
 * Whether a section is a heading of one sentence above lines with ordinals (第一，…). At most one of these lines may lack
 * its ordinal.
 */
export const hasOrdinalLines = (text: string, { lines: [heading, ...below] }: Section): boolean =>
  below.length > 1 &&
  sentencesOf(text, heading!).length === 1 &&
  below.filter(({ start }) => ORDINAL_LINE.test(text.slice(start, start + 8))).length >=
    Math.max(2, below.length - 1);
