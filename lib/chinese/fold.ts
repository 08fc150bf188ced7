import { replaced, unitTable } from './characterTable.ts';
import { SIMPLIFIED, TRADITIONAL } from './wholeScriptTable.ts';

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
 * Maps each code unit to the unit that rules read instead, by script, width and form; 0 where the unit does not change.
 */
const FOLDED = unitTable(TRADITIONAL, SIMPLIFIED);
for (const [from, to] of Object.entries(SIGNS)) FOLDED[from.charCodeAt(0)] = to.charCodeAt(0);
for (const [first, last] of ['０９', 'ＡＺ', 'ａｚ'])
  for (let code = first!.charCodeAt(0); code <= last!.charCodeAt(0); code++) FOLDED[code] = code - 0xfee0;

const isDigit = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

/**
 * Folds a text for rules and search: simplified characters, full-width punctuation, half-width letters and digits, one
 * form of brackets and quotation marks. Keeps the comma of 1,200 and the colon of 9:30. Replaces unit by unit (UTF-16),
 * so that every offset holds in both texts. Takes linear time. Where several simplified forms exist, takes the first of
 * OpenCC (乾 → 干, 後 → 后, 於 → 于). Folded texts are only compared with each other, and nothing shown or stored is changed.
 */
export const fold = (text: string): string =>
  replaced(text, FOLDED, (at) => /[,:]/.test(text[at]!) && isDigit(text, at - 1) && isDigit(text, at + 1));

/** A single unit folded without regard to its neighbours. */
export const foldUnit = (code: number): number => FOLDED[code] || code;
