import { beforeEach, expect, test } from 'vitest';
import type { Annotation } from '../../annotation/schema.ts';
import { History } from './history.ts';

const mark = (color: Annotation['color']) => ({ color }) as Annotation;
let marks: Map<string, Annotation>;
let history: History;
let refused = false;
beforeEach(() => {
  marks = new Map();
  refused = false;
  history = new History(async (id, annotation) => {
    await Promise.resolve();
    if (refused) throw new Error('full');
    if (annotation) marks.set(id, annotation);
    else marks.delete(id);
  });
});

/** Performs an action and records it, as the page's session does. */
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

test('a write that is refused leaves everything where it was, to be tried again', async () => {
  act('a', mark('yellow'));
  act('a', mark('blue'));
  refused = true;
  await expect(history.go(false)).rejects.toThrow('full');
  expect(history.can(true)).toBe(false);
  refused = false;
  await history.go(false);
  expect(marks.get('a')?.color).toBe('yellow');
  refused = true;
  await expect(history.go(true)).rejects.toThrow('full');
  expect(history.can(true)).toBe(true);
  refused = false;
  await history.go(true);
  expect(marks.get('a')?.color).toBe('blue');
});

test('two undos at once undo two actions, one after the other', async () => {
  act('a', mark('yellow'));
  act('b', mark('blue'));
  await Promise.all([history.go(false), history.go(false), history.go(false)]);
  expect(marks.size).toBe(0);
  await history.go(true);
  expect([...marks.keys()]).toEqual(['a']);
});

test('what is done while an undo is under way stays done', async () => {
  act('a', mark('yellow'));
  const undone = history.go(false);
  // The write is then under way.
  await Promise.resolve();
  act('b', mark('blue'));
  await undone;
  expect([...marks.keys()]).toEqual(['b']);
  await history.go(false);
  expect(marks.size).toBe(0);
  expect(history.can(false)).toBe(false);
});

test('edits of two marks, or by two fields, are steps of their own', async () => {
  act('a', mark('yellow'));
  act('b', mark('yellow'));
  act('a', mark('green'), 'color');
  act('b', mark('green'), 'color');
  act('b', mark('blue'), 'note');
  await history.go(false);
  expect(marks.get('b')?.color).toBe('green');
  await history.go(false);
  expect([marks.get('a')?.color, marks.get('b')?.color]).toEqual(['green', 'yellow']);
});
