import {
  isControl,
  isEdited,
  isLabelledLead,
  isProse,
  isRelated,
  letterLabel,
  withoutAppendix,
} from '../../chinese/phrases.ts';
import { extentInBody } from '../metadata/extent.ts';
import { RuledText } from '../metadata/line.ts';
import { isOriginalTitle, isStamp } from '../metadata/lineKinds.ts';
import type { Paragraph } from './content.ts';

/** The number of a picture in a series: 2/5. */
const COUNTER = /^\d{1,3}\s?\/\s?\d{1,3}$/;

/** From this many times on, a page prints the time of each speech of a talk. Fewer times belong to the article. */
const MANY_STAMPS = 3;

/** The label of a line, or of a row of a table. */
const labelOfLetter = (line: string) => letterLabel(line.split('\t', 1)[0]!);

/** The lines around a letter to an office that belong neither to the letter nor to its answer: 回复单位, 青山区水务局. */
function aroundLetter(lines: readonly string[]): ReadonlySet<number> {
  const around = new Set<number>();
  const labels = lines.map(labelOfLetter);
  // A single such line is a heading of an article.
  if (labels.filter(Boolean).length < 2) return around;
  labels.forEach((label, i) => {
    if (!label) return;
    // 回复内容 and the answer, in a row of a table, hold words of the letter.
    if (label === 'heading' && lines[i]!.includes('\t')) return;
    around.add(i);
    if (lines[i]!.includes('\t')) return;
    if (label === 'value' && !labels[i + 1] && !isProse(lines[i + 1] ?? '')) around.add(i + 1);
  });
  return around;
}

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
  const letter = aroundLetter(paragraphs.map(({ text }) => text));
  const kept: number[] = [];
  const lines: string[] = [];
  for (let i = below; i < end; i++) {
    const { line, linked, isCaption } = all[i]!;
    // Captions are kept where a picture stands between the headline and the names.
    if (i < begin && !isCaption) continue;
    if (letter.has(i) || isControl(line.text) || isOriginalTitle(line)) continue;
    // 2/5 between the texts of a series of pictures.
    if (COUNTER.test(line.text)) continue;
    if (isEdited(line.text) || (hasStamps && isStamp(line))) continue;
    // 相关阅读：…… between two paragraphs
    if (linked > line.text.length / 2 && isRelated(line.text)) continue;
    const words =
      letter.size && labelOfLetter(line.text) ? line.text.slice(line.text.indexOf('\t') + 1) : line.text;
    const text = withoutAppendix(words);
    if (!text) continue;
    kept.push(i);
    lines.push(text);
  }
  return { lines, kept };
}
