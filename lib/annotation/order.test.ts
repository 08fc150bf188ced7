import { expect, test } from 'vitest';
import { sampleAnnotation } from '../../test/support/samples.ts';
import { inTextOrder } from './order.ts';
import { randomName } from './randomName.ts';
import { TASK_TAG } from './taskTag.ts';

const at = (start: number | null, created: string) => ({
  ...sampleAnnotation('管网', [], start === null ? null : { sha256: 'a'.repeat(64), start, end: start + 2 }),
  created: `2025-03-0${created}T00:00:00.000Z`,
});

test('marks are in the order of the text, the older first at one place, and those outside it last', () => {
  const marks = [at(null, '2'), at(7, '1'), at(3, '9'), at(null, '1'), at(3, '2'), at(0, '5')];
  const sorted = inTextOrder(marks);
  expect(sorted.map((mark) => marks.indexOf(mark as (typeof marks)[number]))).toEqual([5, 4, 2, 1, 3, 0]);
  expect(inTextOrder([...marks].reverse())).toEqual(sorted);
});

test('a name is twelve letters, another for each document', () => {
  const names = Array.from({ length: 50 }, randomName);
  for (const name of names) expect(name).toMatch(/^[a-z]{12}$/);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(names.join('')).size).toBeGreaterThan(20);
});

test('the tag of a task is the same in every language', () => {
  expect(TASK_TAG).toBe('任务');
});
