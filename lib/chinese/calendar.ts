import { numeral } from './numerals.ts';

// The words that make up deadlines, as sources of patterns. vocabulary.test.ts tries each ✓ and ✗ at the end of a
// text. Optional groups capture, although nothing reads them: see patterns.ts.

/** A month, with a day or a part of it. */
// ✓ 六月
// ✓ 6月30日
// ✓ 十二月三十一日
// ✓ 9月底
// ✓ 5月中旬
// ✗ 3个月份额
export const MONTH =
  '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月((?:\\d{1,2}|[二三]?十?[一二三四五六七八九]|[二三]?十)[日号]|份?(?:底|末|初|[上中下]旬))?';

/** A part of a year. */
// ✓ 三季度末
// ✓ 上半年
// ✓ 年底
// ✓ 6月
// ✗ 年度
export const PART = `(?:${MONTH}|(?:第?[一二三四1-4]季度|上半年|下半年|年)(底|末|中)?|(?:底|末|中))`;

/** A year by number or by the year of publication. */
// ✓ 2025年
// ✓ 明年
// ✗ 去年
export const YEAR = '(?:20\\d{2}年|[今明本当后]年)';

/** Until a given time. */
// ✓ 年底之前
// ✓ 6月前
// ✗ 6月
export const BEFORE = '(?:之?前|以前)';

/** The time of day that may follow a day. */
// ✓ 17时
// ✓ 下午3点半
// ✓ 当晚24:00
// ✓ 下班
// ✓ 零时
export const CLOCK =
  '((?:凌晨|早上|上午|中午|下午|晚上|晚间?|当晚)?((?:\\d{1,2}|零)(?:[时点](?:\\d{1,2}分|半)?|[:：]\\d{2})|下班)?)';

export type Day = { year: number; month: number; day: number };

/** Writes a number with at least two digits: 7 → 07. */
export const twoDigits = (digits: number | string): string => String(digits).padStart(2, '0');

/**
 * A day in ISO 8601; null where the calendar has no such day, like `2023-02-31`, which `Date` would move into March.
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
 * The last day of a part of a year: 上半年, 三季度, 6月30日, 9月底, 5月中旬; of the whole year where no part is named.
 */
export function endOfPart(year: number, words: string): string | null {
  const part = words.replace(/[一二三四五六七八九十]+(?=[月日号])/g, (sign) => String(numeral(sign) ?? sign));
  const month = /(\d{1,2})月/.exec(part);
  if (month) {
    const day = /(\d{1,2})[日号]/.exec(part);
    if (day) return iso(year, Number(month[1]), Number(day[1]));
    // 6月初 ends with the first ten days of the month.
    const decade = /(中)旬|上旬|初/.exec(part);
    return decade ? iso(year, Number(month[1]), decade[1] ? 20 : 10) : lastOf(year, Number(month[1]));
  }
  const quarter = /([一二三四1-4])季度/.exec(part);
  if (quarter) return lastOf(year, 3 * (QUARTERS.indexOf(quarter[1]!) + 1 || Number(quarter[1])));
  return /上半年|年中/.test(part) ? iso(year, 6, 30) : iso(year, 12, 31);
}

const YEARS: Record<string, number> = { 今: 0, 本: 0, 当: 0, 明: 1, 后: 2 };
/** The year that words name, or mean relative to the day of publication; null where that day is unknown. */
export const yearOf = (words: string, now: Day | null): number | null => {
  const named = /(20\d{2})年/.exec(words);
  if (named) return Number(named[1]);
  const relative = /([今本当明后])年/.exec(words);
  return now && (relative ? now.year + YEARS[relative[1]!]! : now.year);
};
