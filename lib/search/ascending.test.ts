import { expect, test } from 'vitest';
import { firstNotBelow } from './ascending.ts';

test('the first number that is not below a value is found, also before the first and behind the last', () => {
  const numbers = Uint32Array.of(2, 4, 4, 7);
  expect([0, 2, 3, 4, 5, 7, 8].map((value) => firstNotBelow(numbers, value))).toEqual([0, 0, 1, 1, 3, 3, 4]);
  expect(firstNotBelow(new Uint32Array(0), 1)).toBe(0);
});
