/**
 * A day as a number that can be sorted: 20250304. Month or day 00 sorts before all days of its year or month, 99 after
 * them.
 */
export type Day = number;

/** The first and the last day of the period that a typed date stands for: 2025-03 is all of March. */
export type Days = { from: Day; to: Day };

/** Forms of a date: year, year and month, or year, month and day, with or without separators. */
const FORMS = [
  /^(\d{4})年?$/,
  /^(\d{4})[年\-/.](\d{1,2})月?$/,
  /^(\d{4})[年\-/.](\d{1,2})[月\-/.](\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** Parses 2025, 2025-03, 2025.3.4, 2025年3月4日 or 20250304 as a range of days; null for other words. */
export function daysOf(words: string): Days | null {
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

/** Parses one date, or two dates joined by `..`, as a range of days. Either of the two dates can be missing. */
export function daysBetween(words: string): Days | null {
  const [first, last, more] = words.split(/\.{2,}|…+/);
  if (last === undefined) return daysOf(words);
  const from = first ? daysOf(first) : { from: 0, to: 0 };
  const to = last ? daysOf(last) : { from: 0, to: 99_999_999 };
  return from && to && more === undefined ? { from: from.from, to: to.to } : null;
}

/** Returns the day of an ISO 8601 date or date and time, without conversion of time zones; 0 where there is none. */
export const dayOf = (iso: string | null): Day => daysOf((iso ?? '').slice(0, 10))?.from ?? 0;
