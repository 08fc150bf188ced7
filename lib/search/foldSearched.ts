import { foldUnit } from '../chinese/fold.ts';

/**
 * The value in the table `foldedUnits` for a character that the search ignores. U+0000 is free for this: nobody
 * searches for it.
 */
const IGNORED_UNIT = 0;
const SPACE = 0x20;
const NEWLINE = 0x0a;

/**
 * Separators that writers use or omit in the same words: 双随机、一公开 and 双随机一公开 (random inspections, open results), “放管服”改革
 * and 放管服改革 (deregulation reform).
 */
const SEPARATORS = '、·・•‧∙“”‘’"\'`«»〝〞＂＇｢｣\u00ad\u200b\u200c\u200d\u2060\ufeff';
/** Characters that the search replaces in addition to those of `fold`, each with its replacement. */
const FORMS: Record<string, string> = {
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '〜': '~',
  '∼': '~',
  '﹝': '（',
  '﹞': '）',
  '〖': '（',
  '〗': '）',
  '\v': ' ',
  '\f': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\r': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
};

/**
 * Whether a UTF-16 unit is a Chinese character, a Korean syllable or half of a surrogate pair. Such units have no lower
 * case.
 */
const hasNoCase = (unit: number): boolean =>
  (unit >= 0x3400 && unit < 0xa000) || (unit >= 0xac00 && unit < 0xe000);

function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) {
    // Full-width forms begin at U+FF01 and follow the order of ASCII, so a subtraction gives the half-width form.
    const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
    const folded = foldUnit(narrow);
    table[code] = folded;
    if (hasNoCase(folded)) continue;
    const sign = String.fromCharCode(folded);
    const lower = sign.toLowerCase();
    const unit = FORMS[sign] ?? (lower.length === 1 ? lower : sign);
    table[code] = SEPARATORS.includes(unit) ? IGNORED_UNIT : unit.charCodeAt(0);
  }
  return table;
}

let table: Uint16Array | undefined;
/**
 * For each UTF-16 unit, the unit that the search compares in its place; see `foldSearched`. Made at the first use,
 * because this takes several milliseconds.
 */
const foldedUnits = (): Uint16Array => {
  table ??= makeTable();
  return table;
};

/** Whether a UTF-16 unit belongs to a script that is written without blanks between words, like Chinese. */
export const isWide = (unit: number): boolean =>
  (unit >= 0x2e80 && unit < 0xd800) || (unit >= 0xf900 && unit !== 0xfffd);

/**
 * Folds a text into `units`; see `foldSearched`. Writes the offset of each unit in `text` to `places`, if given.
 * Returns the number of units written.
 */
function foldInto(text: string, units: Uint16Array, places: Uint32Array | null): number {
  const folded = foldedUnits();
  let length = 0;
  let blank = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = folded[text.charCodeAt(at)]!;
    if (unit === IGNORED_UNIT) continue;
    if (unit === SPACE) {
      if (blank < 0) blank = at;
      continue;
    }
    const before = length === 0 ? NEWLINE : units[length - 1]!;
    if (unit === NEWLINE && before === NEWLINE) {
      blank = -1;
      continue;
    }
    // A blank is kept only between two words of Latin letters or digits. Beside a Chinese character it is dropped, so
    // that 第 5 号 matches 第5号 (no. 5).
    if (blank >= 0 && unit !== NEWLINE && before !== NEWLINE && !isWide(unit) && !isWide(before)) {
      if (places) places[length] = blank;
      units[length++] = SPACE;
    }
    blank = -1;
    if (places) places[length] = at;
    units[length++] = unit;
  }
  return length;
}

/** Turns the folded units into a string. One shared decoder is faster than `fromCharCode`. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * Brings a text into the form in which the search compares texts. Different ways to write the same words become equal:
 * characters become simplified, half-width and lower-case, and brackets and dashes get one form. Removes quotation
 * marks, separators within lists, and blanks beside Chinese characters; joins other blanks into one. Keeps line breaks.
 * A part of a text folds to a part of the folded text, so that substring search stays exact.
 */
export function foldSearched(text: string): string {
  const units = new Uint16Array(text.length);
  return decoder.decode(units.subarray(0, foldInto(text, units, null)));
}

/** Folds a text (see `foldSearched`), and gives for each folded unit its offset in the text as written. */
export function foldWithPlaces(text: string): { folded: string; places: Uint32Array } {
  const units = new Uint16Array(text.length);
  const places = new Uint32Array(text.length);
  const length = foldInto(text, units, places);
  return { folded: decoder.decode(units.subarray(0, length)), places: places.subarray(0, length) };
}
