import { isControl, isEdited, isLabelledLead, isRelated, withoutAppendix } from '../../chinese/phrases.ts';
import { extentInBody } from '../metadata/extent.ts';
import { RuledText } from '../metadata/line.ts';
import { isOriginalTitle, isStamp } from '../metadata/lineKinds.ts';
import type { Paragraph } from './content.ts';

/** From this many times on, a talk is published speech by speech; fewer times belong to the article. */
const MANY_STAMPS = 3;

/**
 * Removes headline, metadata, summary, controls and tails from a body's paragraphs. `leads` are texts that the page
 * marks as a summary (摘要, 导读). `kept` has the index in `paragraphs` of each remaining line.
 */
export function trimBody(
  paragraphs: Paragraph[],
  headline: string,
  leads = new Set<string>(),
): { lines: string[]; kept: number[] } {
  const all = paragraphs.map(({ text, linked, isCaption }) => ({
    line: new RuledText(text),
    linked,
    isCaption,
  }));
  const whole = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const isSummary = (text: string) =>
    text.length <= 400 && text.length < whole * 0.4 && (leads.has(text) || isLabelledLead(text));
  const { below, begin, end } = extentInBody(all, headline, isSummary);
  const hasStamps = all.slice(begin, end).filter(({ line }) => isStamp(line)).length >= MANY_STAMPS;
  const kept: number[] = [];
  const lines: string[] = [];
  for (let i = below; i < end; i++) {
    const { line, linked, isCaption } = all[i]!;
    // Captions are kept where a picture stands between the headline and the names.
    if (i < begin && !isCaption) continue;
    if (isControl(line.text) || isOriginalTitle(line)) continue;
    if (isEdited(line.text) || (hasStamps && isStamp(line))) continue;
    // 相关阅读：…… between two paragraphs
    if (linked > line.text.length / 2 && isRelated(line.text)) continue;
    const text = withoutAppendix(line.text);
    if (!text) continue;
    kept.push(i);
    lines.push(text);
  }
  return { lines, kept };
}
