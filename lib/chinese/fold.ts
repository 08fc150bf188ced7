import { SIMPLIFIED, TRADITIONAL } from './foldTable.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes a column of the table: differences of code points in base64 VLQ. */
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

/** Punctuation of another width or form, with the form that Chinese texts usually have. */
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

/**
 * Code unit → the code unit of its simplified form; 0 where there is no other. An array, because every unit is looked
 * up.
 */
const SCRIPT = new Uint16Array(0x10000);
const simplifiedCodes = codesOf(SIMPLIFIED);
codesOf(TRADITIONAL).forEach((code, i) => {
  SCRIPT[code] = simplifiedCodes[i]!;
});

/** Code unit → the code unit that rules read in its place, by script, width and form; 0 where it is read as it is. */
const FOLDED = SCRIPT.slice();
for (const [from, to] of Object.entries(SIGNS)) FOLDED[from.charCodeAt(0)] = to.charCodeAt(0);
for (const [first, last] of ['０９', 'ＡＺ', 'ａｚ'])
  for (let code = first!.charCodeAt(0); code <= last!.charCodeAt(0); code++) FOLDED[code] = code - 0xfee0;

/**
 * Replaces each unit for which the table has another, unless `keeps` excepts it. Returns the text itself where nothing
 * changes.
 */
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
 * Folds a text for rules and search: simplified characters, full-width punctuation, half-width letters and digits, one
 * form of brackets and quotation marks. Keeps the comma of 1,200 and the colon of 9:30. Replaces unit by unit
 * (UTF-16), so that every offset holds in both texts. Takes linear time. Of several simplified forms, OpenCC's first
 * is taken (乾 → 干, 後 → 后, 於 → 于): folded texts are only compared with folded texts, and nothing shown or stored
 * is rewritten.
 */
export const fold = (text: string): string =>
  replaced(text, FOLDED, (at) => /[,:]/.test(text[at]!) && isDigit(text, at - 1) && isDigit(text, at + 1));

/** A single unit folded without regard to its neighbours. */
export const foldUnit = (code: number): number => FOLDED[code] || code;

/**
 * A line in simplified characters with its punctuation unchanged: 責任編輯: → 责任编辑:. For rules that read both
 * widths. Replaces unit by unit, as `fold` does.
 */
export function simplified(line: string): string {
  // A dozen rules ask for the same line in a row.
  if (line !== asked) [asked, answer] = [line, replaced(line, SCRIPT)];
  return answer;
}
let asked = '';
let answer = '';
