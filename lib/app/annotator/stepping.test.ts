import { expect, test } from 'vitest';
import { stepFrom } from './stepping.ts';

const order = ['a', 'b', 'c'];

test.each([
  ['a', 1, 'b'],
  ['c', 1, 'a'],
  ['a', -1, 'c'],
  ['b', -1, 'a'],
  [null, 1, 'a'],
  [null, -1, 'c'],
  ['gone', 1, 'a'],
  ['gone', -1, 'c'],
] as const)('from %s by %s to %s', (from, by, to) => {
  expect(stepFrom(order, from, by)).toBe(to);
});

test('a page without marks has none to step to', () => {
  expect(stepFrom([], null, 1)).toBeUndefined();
  expect(stepFrom([], 'a', -1)).toBeUndefined();
});
