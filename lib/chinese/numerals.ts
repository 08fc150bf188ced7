const DIGITS = '零一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A Chinese or Arabic number below a thousand, as the source of a pattern. */
// ✓ 二十一
// ✓ 两
// ✓ 120
// ✗ 若干
export const NUMERAL = '(?:[一二三四五六七八九十百两]{1,5}|\\d{1,3})';

/**
 * Reads a number: 三 → 3, 十二 → 12, 二十一 → 21, 一百零五 → 105, 两 → 2, 21 → 21, ③ → 3. Returns null for a text that is no
 * number below 1000.
 */
export function numeral(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (text.length === 1 && CIRCLED.includes(text)) return CIRCLED.indexOf(text) + 1;
  if (text === '两') return 2;
  const match =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, hundreds, tens, ten, ones] = match;
  return (
    (hundreds ? DIGITS.indexOf(hundreds) * 100 : 0) +
    (ten ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0) +
    (ones ? DIGITS.indexOf(ones) : 0)
  );
}
