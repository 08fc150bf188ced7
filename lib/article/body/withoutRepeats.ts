import type { Paragraph } from './content.ts';

/** The length up to which a line can occur several times in any article: 记者： (reporter), 答： (answer), 一、 (first). */
const SHORTEST = 16;

/**
 * Removes the second copy of an article's text, because some pages print it twice, for wide and for narrow screens. The
 * second copy begins where a line occurs again in another part of the page. It counts as a copy only if nearly all
 * lines below also occur above. A single repeated sentence stays, and so does what an article itself repeats.
 * `lines[i]` is the text of `paragraphs[i]`.
 */
export function withoutRepeats(lines: string[], paragraphs: Paragraph[]): string[] {
  const first = new Map<string, number>();
  const again: number[] = [];
  lines.forEach((line, i) => {
    if (line.length < SHORTEST) return;
    const at = first.get(line);
    if (at === undefined) first.set(line, i);
    else if (again.length || paragraphs[at]!.within !== paragraphs[i]!.within) again.push(i);
  });
  const begin = again[0];
  if (begin === undefined) return lines;
  const size = (from: string[]) => from.reduce((sum, line) => sum + line.length, 0);
  const repeated = size(again.map((i) => lines[i]!));
  const rest = lines.slice(begin);
  if (repeated < 40 || repeated < size(rest) * 0.8 || repeated < size(lines.slice(0, begin)) * 0.5)
    return lines;
  const said = new Set(lines.slice(0, begin));
  return [...lines.slice(0, begin), ...rest.filter((line) => !said.has(line))];
}
