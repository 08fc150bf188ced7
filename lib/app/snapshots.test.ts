import { expect, test } from 'vitest';
import { keepsSnapshots } from './snapshots.ts';

test('a browser that does not know the permission keeps no snapshots, whether it throws or rejects', async () => {
  const refuse = new Error('Type error for parameter permissions: Value "pageCapture" is unknown.');
  const throwing = () => {
    throw refuse;
  };
  expect(await keepsSnapshots({ contains: throwing })).toBe(false);
  expect(await keepsSnapshots({ contains: () => Promise.reject(refuse) })).toBe(false);
  expect(await keepsSnapshots({ contains: async () => true })).toBe(true);
});
