import { expect, test } from 'vitest';
import { LEVELS, levelsOf, orderOf } from './levels.ts';
import type { Color } from './schema.ts';

const levels = (...spans: [start: number, end: number, color?: Color][]) =>
  levelsOf(spans.map(([start, end, color = 'yellow']) => ({ start, end, color })));

test('marks are ordered by their starts, and those of one start as they came', () => {
  expect(orderOf([{ start: 8 }, { start: 0 }, { start: 8 }, { start: 3 }])).toEqual([1, 3, 0, 2]);
});

test('a mark that stands alone is plain, whatever its colour', () => {
  expect(levels([0, 4], [5, 8], [8, 9, 'blue'])).toEqual([0, 0, 0]);
});

test('of marks of one colour in a row every second has a line', () => {
  expect(levels([0, 4], [4, 8], [8, 12])).toEqual([0, 1, 0]);
  expect(levels([8, 12], [0, 4], [4, 8])).toEqual([0, 0, 1]);
});

test('a mark within another of its colour has a line of its own, and one within that shares it', () => {
  expect(levels([0, 20], [4, 10])).toEqual([1, 2]);
  expect(levels([0, 20], [4, 10], [5, 7])).toEqual([1, 2, 2]);
  expect(levels([0, 20], [0, 20])).toEqual([1, 2]);
});

test('so have marks of several colours over each other', () => {
  expect(levels([0, 8], [4, 12, 'blue'])).toEqual([1, 2]);
  expect(levels([0, 8], [0, 8, 'pink'], [30, 40])).toEqual([1, 2, 0]);
});

test('beyond what can be told apart the last level stands', () => {
  const many = levels(...Array.from({ length: 40 }, (): [number, number] => [0, 9]));
  expect(Math.max(...many)).toBe(LEVELS - 1);
});
