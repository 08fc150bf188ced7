import { beforeEach, expect, test } from 'vitest';
import type { Annotation } from '../../annotation/schema.ts';
import { History } from './history.ts';

const mark = (color: Annotation['color']) => ({ color }) as Annotation;
let marks: Map<string, Annotation>;
let history: History;
beforeEach(() => {
  marks = new Map();
  history = new History(async (id, annotation) => {
    if (annotation) marks.set(id, annotation);
    else marks.delete(id);
  });
});

/** Does something and says so, as the page's session does. */
function act(id: string, after: Annotation | null, key?: string) {
  const before = marks.get(id) ?? null;
  if (after) marks.set(id, after);
  else marks.delete(id);
  history.add(id, before, after, key);
}

test('what was done is taken back step by step, and done again', async () => {
  act('a', mark('yellow'));
  act('a', mark('blue'), 'color');
  act('a', null);
  await history.go(false);
  expect(marks.get('a')?.color).toBe('blue');
  await history.go(false);
  expect(marks.get('a')?.color).toBe('yellow');
  await history.go(true);
  expect(marks.get('a')?.color).toBe('blue');
  await history.go(true);
  expect(marks.has('a')).toBe(false);
  expect(history.can(true)).toBe(false);
});

test('a note typed letter after letter is one step, and done again it is whole', async () => {
  act('a', mark('yellow'));
  for (const color of ['green', 'blue', 'pink'] as const) act('a', mark(color), 'note');
  await history.go(false);
  expect(marks.get('a')?.color).toBe('yellow');
  await history.go(true);
  expect(marks.get('a')?.color).toBe('pink');
});

test('after something new, what was taken back is not done again', async () => {
  act('a', mark('yellow'));
  await history.go(false);
  act('b', mark('blue'));
  expect(history.can(true)).toBe(false);
  expect(history.can(false)).toBe(true);
});
