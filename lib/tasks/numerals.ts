const DIGITS = '零一二三四五六七八九';

/** 三 → 3, 十二 → 12, 二十一 → 21, 两 → 2, 21 → 21; null for what is no number below 100. */
export function numeral(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (text === '两') return 2;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && !ones ? DIGITS.indexOf(tens) : null;
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
