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

/** The number of a picture in a series, in a line of its own: 2/5. */
const COUNTER = /^\d{1,3}\s?\/\s?\d{1,3}$/;

/**
 * If at least this many lines have only a time, the text is a transcript that prints the time of each speech. These
 * lines are then removed. If there are fewer, they may be part of an ordinary article, and stay.
 */
const MANY_STAMPS = 3;

/** The kind of the label at the beginning of a line or table row, on the page of a letter to an office. */
const labelOfLetter = (line: string) => letterLabel(line.split('\t', 1)[0]!);

/**
 * Finds lines around a letter to an office that are neither the letter nor its answer. Examples: the label 回复单位
 * (answered by) and its value 青山区水务局 (a water bureau). Returns the indexes of these lines.
 */
function aroundLetter(lines: readonly string[]): ReadonlySet<number> {
  const around = new Set<number>();
  const labels = lines.map(labelOfLetter);
  // A citizen's letter has several labels, such as 回复单位. A line that has one alone is a heading of an ordinary article.
  if (labels.filter(Boolean).length < 2) return around;
  labels.forEach((label, i) => {
    if (!label) return;
    // A table row with the label 回复内容 (text of the answer) also contains the answer, so the row stays.
    if (label === 'heading' && lines[i]!.includes('\t')) return;
    around.add(i);
    if (lines[i]!.includes('\t')) return;
    if (label === 'value' && !labels[i + 1] && !isProse(lines[i + 1] ?? '')) around.add(i + 1);
  });
  return around;
}

/**
 * Removes headline, metadata, summary, controls and what follows the article from the paragraphs found on a page.
 * `leads` are texts that the page marks as a summary (摘要, 导读). `kept` has the index in `paragraphs` of each line that
 * remains.
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
    // Captions above the article's text stay: a picture can be between the headline and the names of the reporters.
    if (i < begin && !isCaption) continue;
    if (letter.has(i) || isControl(line.text) || isOriginalTitle(line)) continue;
    // Drops the counter 2/5 between the texts of a series of pictures.
    if (COUNTER.test(line.text)) continue;
    if (isEdited(line.text) || (hasStamps && isStamp(line))) continue;
    // Drops a link to another article between two paragraphs: 相关阅读：…… (related reading)
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
