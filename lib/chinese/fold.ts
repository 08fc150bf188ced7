import { replaced } from './characterTable.ts';
import { SCRIPT } from './script.ts';

/** The punctuation and blanks that `fold` replaces, each with its replacement: variants of one sign get one form. */
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

/** Maps each code unit to the unit that `fold` writes instead. 0 means that the unit does not change. */
const FOLDED = SCRIPT.slice();
for (const [from, to] of Object.entries(SIGNS)) FOLDED[from.charCodeAt(0)] = to.charCodeAt(0);
for (const [first, last] of ['０９', 'ＡＺ', 'ａｚ'])
  for (let code = first!.charCodeAt(0); code <= last!.charCodeAt(0); code++) FOLDED[code] = code - 0xfee0;

const isDigit = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

/**
 * Folds a text: normalises its characters, so that rules and search need one form only. Writes simplified characters,
 * full-width punctuation, half-width letters and digits, and one form of brackets and quotation marks. Keeps the comma
 * of 1,200 and the colon of 9:30.
 *
 * Replaces each UTF-16 unit by one unit, so that an offset in the folded text is valid in the original. Takes linear
 * time. Where a character has several simplified forms, takes the first of OpenCC (乾 → 干, 後 → 后, 於 → 于). That is
 * enough, because folded text is only compared with folded text, and never shown or stored.
 */
export const fold = (text: string): string =>
  replaced(text, FOLDED, (at) => /[,:]/.test(text[at]!) && isDigit(text, at - 1) && isDigit(text, at + 1));

/** Folds a single code unit (see `fold`) without regard to its neighbours: the comma of 1,200 changes too. */
export const foldUnit = (code: number): number => FOLDED[code] || code;
