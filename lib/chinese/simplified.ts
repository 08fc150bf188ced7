import { replaced, unitTable } from './characterTable.ts';
import { SIMPLIFIED, TRADITIONAL } from './ruleScriptTable.ts';

/** The characters in rules' words only: the whole table weighs too much in a page. */
const SCRIPT = unitTable(TRADITIONAL, SIMPLIFIED);

/**
 * A line in simplified characters with its punctuation unchanged: 責任編輯: → 责任编辑:. For rules of lib/article, which
 * read both widths; characters that no rule has in its words stay. Replaces unit by unit, as `fold` does.
 */
export function simplified(line: string): string {
  // A dozen rules ask for the same line in a row.
  if (line !== asked) [asked, answer] = [line, replaced(line, SCRIPT)];
  return answer;
}
let asked = '';
let answer = '';
