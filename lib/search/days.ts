/**
 * A day as a number that can be sorted: 20250304. Month or day 00 sorts before all days of its year or month, 99 after
 * them.
 */
export type Day = number;

/** The first and the last day of the period that a typed date stands for: 2025-03 is all of March. */
export type Days = { from: Day; to: Day };

/** Whether a day is in a period. */
export const isWithin = (day: Day, { from, to }: Days): boolean => day >= from && day <= to;

/** Forms of a date: year, year and month, or year, month and day, with or without separators. */
const FORMS = [
  /^(\d{4})年?$/,
  /^(\d{4})[年\-/.](\d{1,2})月?$/,
  /^(\d{4})[年\-/.](\d{1,2})[月\-/.](\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** Parses 2025, 2025-03, 2025.3.4, 2025年3月4日 or 20250304 as a range of days; null for other words. */
function daysOf(words: string): Days | null {
  const bare = words.replaceAll(/\s/g, '');
  const [, year, month, day] = FORMS.map((form) => form.exec(bare)).find((found) => found) ?? [];
  if (!year) return null;
  const y = Number(year) * 10_000;
  if (!month) return { from: y, to: y + 9999 };
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  if (!day) return { from: y + m * 100, to: y + m * 100 + 99 };
  const d = Number(day);
  return d < 1 || d > 31 ? null : { from: y + m * 100 + d, to: y + m * 100 + d };
}

/** The day of a moment in the person's time zone, `days` later. */
function dayAfter(now: Date, days: number): Day {
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate();
}

/** The names of periods around today, folded and without blanks, each with its days. */
const NAMED: [names: readonly string[], days: (now: Date) => Days][] = [
  [['今天', '今日', 'today'], (now) => ({ from: dayAfter(now, 0), to: dayAfter(now, 0) })],
  [
    ['本周', '这周', 'thisweek'],
    (now) => {
      // A week begins on Monday, as in China and in ISO 8601.
      const monday = -((now.getDay() + 6) % 7);
      return { from: dayAfter(now, monday), to: dayAfter(now, monday + 6) };
    },
  ],
  [
    ['本月', '这个月', 'thismonth'],
    (now) => {
      const month = Math.floor(dayAfter(now, 0) / 100) * 100;
      return { from: month, to: month + 99 };
    },
  ],
];

/** The names of all days before today. */
const OVERDUE = ['逾期', '已逾期', 'overdue'];

const bareName = (words: string): string => words.replaceAll(/[\s_-]/g, '').toLowerCase();

/** Parses one date, or the name of a period around today such as 本周 (this week), as a range of days. */
export function periodOf(words: string, now: Date): Days | null {
  const name = bareName(words);
  const [, days] = NAMED.find(([names]) => names.includes(name)) ?? [];
  return days ? days(now) : daysOf(words);
}

/** Parses one period, or two joined by `..`, as a range of days. Either of the two can be missing. */
function daysBetween(words: string, now: Date): Days | null {
  const [first, last, more] = words.split(/\.{2,}|…+/);
  if (last === undefined) return periodOf(words, now);
  const from = first ? periodOf(first, now) : { from: 0, to: 0 };
  const to = last ? periodOf(last, now) : { from: 0, to: 99_999_999 };
  return from && to && more === undefined ? { from: from.from, to: to.to } : null;
}

/** The signs of a comparison: after (>) or before (<) a period, or also in it. */
const COMPARED = /^\s*(?:([>＞])|([<＜]))([=＝])?|^\s*(?:(≥)|(≤))/;

/**
 * Parses what a person can ask of deadlines: one period or two (see `daysBetween`), a period behind a comparison such
 * as >=2027, or 逾期 (overdue).
 */
export function deadlineDays(words: string, now: Date): Days | null {
  if (OVERDUE.includes(bareName(words))) return { from: 0, to: dayAfter(now, 0) - 1 };
  const [signs, after, before, equal, notBefore, notAfter] = COMPARED.exec(words) ?? [];
  if (!signs) return daysBetween(words, now);
  const days = periodOf(words.slice(signs.length), now);
  if (!days) return null;
  if (notBefore || (after && equal)) return { from: days.from, to: 99_999_999 };
  if (notAfter || (before && equal)) return { from: 0, to: days.to };
  return after ? { from: days.to + 1, to: 99_999_999 } : { from: 0, to: days.from - 1 };
}

/** Whether words are meant as days, although they are none: 2027-13, >soon, abc. No deadline is written like these. */
export const looksLikeDays = (words: string): boolean =>
  COMPARED.test(words) || !/\p{Script=Han}/u.test(words) || /^\d{4}[\d年月日号\-/.…]*$/.test(words);

/** Returns the day of an ISO 8601 date or date and time, without conversion of time zones; 0 where there is none. */
export const dayOf = (iso: string | null): Day => daysOf((iso ?? '').slice(0, 10))?.from ?? 0;
