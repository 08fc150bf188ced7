import { expect, test } from 'vitest';
import { endOfPart, yearOf } from './calendar.ts';

const now = { year: 2025, month: 3, day: 4 };

test.each([
  ['2027年底', 2027],
  ['今年', 2025],
  ['本年度内，当年', 2025],
  ['明年', 2026],
  ['后年', 2027],
  ['汛期', 2025],
])('%s is in a year', (words, year) => {
  expect(yearOf(words, now)).toBe(year);
});

test('without the day of publication only a named year is known', () => {
  expect([yearOf('2027年底', null), yearOf('明年', null), yearOf('汛期', null)]).toEqual([2027, null, null]);
});

test.each([
  ['6月30日', '2025-06-30'],
  ['六月三十日', '2025-06-30'],
  ['9月底', '2025-09-30'],
  ['2月', '2025-02-28'],
  ['5月上旬', '2025-05-10'],
  ['6月初', '2025-06-10'],
  ['5月中旬', '2025-05-20'],
  ['一季度', '2025-03-31'],
  ['第4季度', '2025-12-31'],
  ['上半年', '2025-06-30'],
  ['年中', '2025-06-30'],
  ['下半年', '2025-12-31'],
  ['', '2025-12-31'],
])('the part of a year %s ends on a day', (words, day) => {
  expect(endOfPart(2025, words)).toBe(day);
});
