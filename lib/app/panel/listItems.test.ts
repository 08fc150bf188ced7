import { expect, test } from 'vitest';
import { linesOf } from './listItems.ts';

const ids = ['a', 'b', 'c', 'd'];
const groups = [
  { value: '水', at: Uint32Array.of(0, 2) },
  { value: '', at: Uint32Array.of(1, 3) },
];
const shown = (...of: Parameters<typeof linesOf>) => {
  const { lines, more } = linesOf(...of);
  return [...lines.map((one) => (one.kind === 'group' ? `${one.value}:${one.count}` : one.id)), more];
};

test('each group has a heading, and a closed one nothing below it', () => {
  expect(shown(ids, groups, new Set(), 50)).toEqual(['水:2', 'a', 'c', ':2', 'b', 'd', false]);
  expect(shown(ids, groups, new Set(['水']), 50)).toEqual(['水:2', ':2', 'b', 'd', false]);
  expect(shown(ids, [], new Set(), 3)).toEqual(['a', 'b', 'c', true]);
});

test('no more lines are made than are asked for, and more are told of', () => {
  for (let limit = 1; limit <= 6; limit++) {
    const lines = shown(ids, groups, new Set(), limit);
    expect(lines).toHaveLength(limit + 1);
    expect(lines.at(-1)).toBe(limit < 6);
  }
});
