import { SIMPLIFIED, TRADITIONAL } from './foldTable.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Reads a column of the table: differences of code points in base64 VLQ. */
function codesOf(column: string): number[] {
  const codes: number[] = [];
  let [code, value, shift] = [0, 0, 0];
  for (const sign of column) {
    const bits = DIGITS.indexOf(sign);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    code += value & 1 ? -(value >> 1) : value >> 1;
    codes.push(code);
    [value, shift] = [0, 0];
  }
  return codes;
}

/** Signs of another width or form, and the one that Chinese punctuation has for them. */
const SIGNS: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '〔': '（',
  '〕': '）',
  '【': '（',
  '】': '）',
  '[': '（',
  ']': '）',
  '．': '.',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
};

/** Code unit → the code unit of its simplified form; 0 where it has no other. A table, for every unit is asked. */
const SCRIPT = new Uint16Array(0x10000);
const simplifiedCodes = codesOf(SIMPLIFIED);
codesOf(TRADITIONAL).forEach((code, i) => {
  SCRIPT[code] = simplifiedCodes[i]!;
});

/** Code unit → the code unit that rules read in its place, by script, width and form; 0 where it stays. */
const FOLDED = SCRIPT.slice();
for (const [from, to] of Object.entries(SIGNS)) FOLDED[from.charCodeAt(0)] = to.charCodeAt(0);
for (const [first, last] of ['０９', 'ＡＺ', 'ａｚ'])
  for (let code = first!.charCodeAt(0); code <= last!.charCodeAt(0); code++) FOLDED[code] = code - 0xfee0;

/** Replaces each unit that the table has another for and that is not kept. Copies nothing where none is. */
function replaced(text: string, table: Uint16Array, keeps?: (at: number) => boolean): string {
  let done = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = table[text.charCodeAt(i)]!;
    if (unit === 0 || keeps?.(i)) continue;
    done += text.slice(from, i) + String.fromCharCode(unit);
    from = i + 1;
  }
  return from === 0 ? text : done + text.slice(from);
}

const isDigit = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

/**
 * A text as rules and search read it: simplified characters, full-width punctuation, half-width letters and digits,
 * one form of brackets and quotation marks. The comma of 1,200 and the colon of 9:30 stay. One UTF-16 unit for each of
 * the original's, so that every offset holds in both. Linear.
 *
 * A character with several simplified forms gets OpenCC's first (乾 → 干, 後 → 后, 於 → 于): folded texts are compared
 * with folded texts only, and nothing that is shown or stored is rewritten.
 */
export const fold = (text: string): string =>
  replaced(text, FOLDED, (at) => /[,:]/.test(text[at]!) && isDigit(text, at - 1) && isDigit(text, at + 1));

/** A unit as `fold` reads it, whatever stands beside it. */
export const foldUnit = (code: number): number => FOLDED[code] || code;

/**
 * A line in simplified characters, its punctuation as it stands: 責任編輯: → 责任编辑:. For rules that read both widths
 * themselves. Unit for unit, as `fold`.
 */
export function simplified(line: string): string {
  // One line is asked by a dozen rules in a row.
  if (line !== asked) [asked, answer] = [line, replaced(line, SCRIPT)];
  return answer;
}
let asked = '';
let answer = '';
