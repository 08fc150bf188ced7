import { numeral } from './numerals.ts';

// Patterns for the words of deadlines, such as 明年三季度末 (the end of next year's third quarter), as sources of a RegExp.
// In vocabulary.test.ts each ✓ and ✗ example is tried at the end of a text. Optional groups capture, although no code
// reads them: patterns.ts says why.

/** A month, possibly with a day or a part of the month after it. */
// ✓ 六月
// ✓ 6月30日
// ✓ 十二月三十一日
// ✓ 9月底
// ✓ 5月中旬
// ✗ 3个月份额
export const MONTH =
  '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月((?:\\d{1,2}|[二三]?十?[一二三四五六七八九]|[二三]?十)[日号]|份?(?:底|末|初|[上中下]旬))?';

/**
 * A part of a year: a month, a quarter, a half or 年底 (the year's end). After a year, 底, 末 (both: end) or 中 (middle)
 * is enough: 底 in 今年底 (the end of this year).
 */
// ✓ 三季度末
// ✓ 上半年
// ✓ 年底
// ✓ 6月
// ✗ 年度
export const PART = `(?:${MONTH}|(?:第?[一二三四1-4]季度|上半年|下半年|年)(底|末|中)?|(?:底|末|中))`;

/** A year by its number (2025年), or relative to the year of publication (明年). */
// ✓ 2025年
// ✓ 明年
// ✗ 去年
export const YEAR = '(?:20\\d{2}年|[今明本当后]年)';

/** Words after a day or a period that make it a time limit: 前 (before) in 年底前 (before the end of the year). */
// ✓ 年底之前
// ✓ 6月前
// ✓ 6月9日（周一）前
// ✗ 6月
export const BEFORE = '(?:（[^（）]{1,12}）)?(?:之?前(?![后夕])|以前)';

/** The time of day that may follow a day. Also matches no characters, because most days have no time after them. */
// ✓ 17时
// ✓ 下午3点半
// ✓ 当晚24:00
// ✓ 下班
// ✓ 零时
// ✓ 晚八点
// ✓ 傍晚
// ✓ 清晨6时
export const CLOCK =
  '((?:凌晨|清晨|早[上晨]|上午|中午|下午|傍晚|晚上|晚间?|当晚|深夜)?((?:\\d{1,2}|[零一二两三四五六七八九十]{1,2})(?:[时点](?:\\d{1,2}分|半)?|[:：]\\d{2})|下班)?)';

/** The first year of each five-year plan: 十五 (“十五五”, the 15th plan) begins in 2026. */
export const FIVE_YEAR_PLANS: Record<string, number> = { 十三: 2016, 十四: 2021, 十五: 2026, 十六: 2031 };

export type Day = { year: number; month: number; day: number };

/** Writes a number with at least two digits: 7 → 07. */
export const twoDigits = (digits: number | string): string => String(digits).padStart(2, '0');

/**
 * Writes a day in ISO 8601. Returns null where the calendar has no such day: `Date` would move 2023-02-31 into March.
 */
export const iso = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : null;
};
export const lastOf = (year: number, month: number) =>
  iso(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());

const QUARTERS = '一二三四';

/**
 * Returns the last day of the part of a year that words name: 上半年, 三季度, 6月30日, 9月底, 5月中旬. Where the words name no part,
 * returns the last day of the year.
 */
export function endOfPart(year: number, words: string): string | null {
  const part = words.replace(/[一二三四五六七八九十]+(?=[月日号])/g, (sign) => String(numeral(sign) ?? sign));
  const month = /(\d{1,2})月/.exec(part);
  if (month) {
    const day = /(\d{1,2})[日号]/.exec(part);
    if (day) return iso(year, Number(month[1]), Number(day[1]));
    // 上旬 and 初 (6月初) mean the first ten days of a month, so they end on the 10th; 中旬 ends on the 20th.
    const decade = /(中)旬|上旬|初/.exec(part);
    return decade ? iso(year, Number(month[1]), decade[1] ? 20 : 10) : lastOf(year, Number(month[1]));
  }
  const quarter = /([一二三四1-4])季度/.exec(part);
  if (quarter) return lastOf(year, 3 * (QUARTERS.indexOf(quarter[1]!) + 1 || Number(quarter[1])));
  return /上半年|年中/.test(part) ? iso(year, 6, 30) : iso(year, 12, 31);
}

const YEARS: Record<string, number> = { 今: 0, 本: 0, 当: 0, 明: 1, 后: 2 };
/**
 * Returns the year that words name (2025年) or mean. 明年 (next year) counts from the day of publication, and words
 * without a year mean the year of that day. Returns null where the words name no year and the day of publication is
 * unknown.
 */
export const yearOf = (words: string, now: Day | null): number | null => {
  const named = /(20\d{2})年/.exec(words);
  if (named) return Number(named[1]);
  const relative = /([今本当明后])年/.exec(words);
  return now && (relative ? now.year + YEARS[relative[1]!]! : now.year);
};
