import { replaced, unitTable } from './characterTable.ts';
import { SIMPLIFIED, TRADITIONAL } from './ruleScriptTable.ts';

/**
 * The characters that `simplified` converts: only those that occur in our rules, because the whole table is too large
 * for a script in every page.
 */
const SCRIPT = unitTable(TRADITIONAL, SIMPLIFIED);

/**
 * Writes a line in simplified characters and leaves its punctuation: 責任編輯: → 责任编辑:. Serves the rules of lib/article,
 * which accept punctuation of both widths. Replaces only characters that occur in rules. Each UTF-16 unit becomes one
 * unit, so that offsets stay valid.
 */
export function simplified(line: string): string {
  // Keeps the last line with its result, because a dozen rules ask for the same line in a row.
  if (line !== asked) [asked, answer] = [line, replaced(line, SCRIPT)];
  return answer;
}
let asked = '';
let answer = '';
