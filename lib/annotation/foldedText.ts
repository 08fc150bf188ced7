import { foldUnit } from '../chinese/fold.ts';

/** Characters outside ASCII that exist in two widths, each with the character that replaces it in comparisons. */
const HALF_WIDTH: [string, string][] = [
  ['｡', '。'],
  ['､', '、'],
  ['￥', '¥'],
];
/**
 * Quotation marks. All are compared as one, because they change when a page switches between simplified and traditional
 * characters, or when an editor retypes them.
 */
const QUOTATION_MARKS = '“”„‟‘’‚‛«»‹›「」『』｢｣﹁﹂﹃﹄〝〞〟"＂\'＇';
/**
 * Code units that comparisons ignore: white space, control codes, soft hyphens, zero-width characters, variation
 * selectors.
 */
const IGNORED: [first: number, last: number][] = [
  [0, 0x20],
  [0x7f, 0x7f],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0xad, 0xad],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

const halfWidth = (code: number) => (code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);

/** Code unit → the unit compared in its place; 0 for a unit that comparisons ignore. */
function comparisonTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const comparable = (code: number) => halfWidth(foldUnit(code));
  for (let code = 0; code < table.length; code++) table[code] = comparable(code);
  for (const [from, to] of HALF_WIDTH) table[from.charCodeAt(0)] = comparable(to.charCodeAt(0));
  for (const mark of QUOTATION_MARKS) table[mark.charCodeAt(0)] = 0x22;
  for (const [first, last] of IGNORED) table.fill(0, first, last + 1);
  return table;
}

let table: Uint16Array | null = null;

/** Stretches of a text, as pairs of UTF-16 offsets: start, end, start, end … Sorted, without overlap. */
export type Stretches = Uint32Array;
const NONE: Stretches = new Uint32Array(0);

/** A text folded for comparison, with the offsets that lead back to the original. */
export type FoldedText = {
  raw: string;
  folded: string;
  /** Folded offset → raw offset, in UTF-16 units. One entry longer than `folded`, for the end. */
  toRaw: Uint32Array;
  /** Stretches of `raw` that nobody sees on the page. `folded` leaves them out. */
  unseen: Stretches;
};

/** How many code units are passed to `String.fromCharCode` at once, because engines limit the number of arguments. */
const CHUNK = 8192;

function stringOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += CHUNK)
    text += String.fromCharCode.apply(
      null,
      units.subarray(at, Math.min(length, at + CHUNK)) as unknown as number[],
    );
  return text;
}

/**
 * Folds a text for comparison. Traditional characters become simplified, full-width ones half-width, and all quotation
 * marks the same. Leaves out white space and the unseen stretches. Takes linear time.
 */
export function foldText(raw: string, unseen: Stretches = NONE): FoldedText {
  table ??= comparisonTable();
  const toRaw = new Uint32Array(raw.length + 1);
  const units = new Uint16Array(raw.length);
  let length = 0;
  let next = 0;
  for (let i = 0; i < raw.length; i++) {
    if (i === unseen[next]) {
      i = unseen[next + 1]! - 1;
      next += 2;
      continue;
    }
    const unit = table[raw.charCodeAt(i)]!;
    if (unit === 0) continue;
    toRaw[length] = i;
    units[length++] = unit;
  }
  toRaw[length] = raw.length;
  return { raw, folded: stringOf(units, length), toRaw: toRaw.subarray(0, length + 1), unseen };
}

let scratch = new Uint16Array(1024);

/** Folds a short text for comparison, without the offsets of the original characters. */
export function foldWords(raw: string): string {
  table ??= comparisonTable();
  if (scratch.length < raw.length) scratch = new Uint16Array(raw.length);
  let length = 0;
  for (let i = 0; i < raw.length; i++) {
    const unit = table[raw.charCodeAt(i)]!;
    if (unit !== 0) scratch[length++] = unit;
  }
  return stringOf(scratch, length);
}

/** The last index of a sorted array whose value is at most `value`; -1 where there is none. */
export function lastAtMost(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first offset in the folded text at or after an offset in the raw text. */
export function foldedOffset(text: FoldedText, raw: number): number {
  return raw <= 0 ? 0 : lastAtMost(text.toRaw, raw - 1) + 1;
}

/**
 * The span of raw text that `length` units of folded text stand for, from the folded offset `at`. It has no white space
 * at its ends, because folded text has none.
 */
export function spanOf(text: FoldedText, at: number, length: number): { start: number; end: number } {
  return { start: text.toRaw[at]!, end: text.toRaw[at + length - 1]! + 1 };
}

/** The words between two raw offsets, without the unseen stretches. */
export function wordsBetween({ raw, unseen }: FoldedText, start: number, end: number): string {
  let words = '';
  let from = start;
  // `unseen` is start, end, start, end …, so even entries begin a stretch. The first stretch that matters holds
  // `start`, or is the last one before it.
  const first = Math.max(0, (lastAtMost(unseen, start) >> 1) * 2);
  for (let i = first; i < unseen.length && unseen[i]! < end; i += 2) {
    words += raw.slice(from, Math.max(from, unseen[i]!));
    from = Math.max(from, unseen[i + 1]!);
  }
  return words + raw.slice(from, Math.max(from, end));
}
