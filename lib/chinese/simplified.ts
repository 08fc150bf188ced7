import { replaced, unitTable } from './characterTable.ts';
import { SIMPLIFIED, TRADITIONAL } from './ruleScriptTable.ts';

/** The characters in rules' words only: the whole table weighs too much in a page. */
const SCRIPT = unitTable(TRADITIONAL, SIMPLIFIED);

/**
 * Writes a line in simplified characters and leaves its punctuation: 責任編輯: → 责任编辑:. For the rules of lib/article, which
 * read both widths. Replaces only characters that occur in rules. Replaces unit by unit, as `fold` does.
 */
export function simplified(line: string): string {
  // Remembers the last line, because a dozen rules ask for the same line in a row.
  if (line !== asked) [asked, answer] = [line, replaced(line, SCRIPT)];
  return answer;
}
let asked = '';
let answer = '';
