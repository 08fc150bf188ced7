import { expect, test } from 'vitest';
import { endsSelecting, keyCommand, type ToolState } from './keyCommand.ts';
import type { Choice } from './keys.ts';

const last: Choice = { action: 'note', color: 'pink' };
const idle: ToolState = {
  offers: false,
  reattaching: false,
  shown: false,
  last,
  canUndoOrRedo: () => false,
};
const key = (code: string, more = {}) => ({
  code,
  key: code.replace(/^(Key|Digit)/, ''),
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const green = { type: 'choose', choice: { action: 'highlight', color: 'green' } };

test('a key of a choice counts while the toolbar offers it, and is the page’s else', () => {
  expect(keyCommand(key('Digit2'), { ...idle, offers: true, shown: true })).toEqual(green);
  expect(keyCommand(key('Period'), { ...idle, offers: true })).toEqual({ type: 'choose', choice: last });
  expect(keyCommand(key('Digit2'), { ...idle, shown: true })).toBeNull();
  expect(keyCommand(key('KeyQ'), { ...idle, offers: true })).toBeNull();
});

test('while a new place is asked for, no key makes anything else of the selection', () => {
  expect(keyCommand(key('Digit2'), { ...idle, offers: true, reattaching: true })).toBeNull();
});

test('Escape closes what is shown and stops there; with nothing shown the page gets it too', () => {
  const pressed = key('Escape');
  expect(keyCommand(pressed, { ...idle, shown: true })).toEqual({ type: 'close', passes: false });
  expect(keyCommand(pressed, idle)).toEqual({ type: 'close', passes: true });
});

test('undo and redo are taken from the page only where there is something to undo or redo', () => {
  const undo = key('KeyZ', { ctrlKey: true });
  const redo = key('KeyZ', { ctrlKey: true, shiftKey: true });
  const undoable = { ...idle, canUndoOrRedo: (again: boolean) => !again };
  expect(keyCommand(undo, undoable)).toEqual({ type: 'go', redo: false });
  expect(keyCommand(redo, undoable)).toBeNull();
  expect(keyCommand(redo, { ...idle, canUndoOrRedo: (again) => again })).toEqual({ type: 'go', redo: true });
  expect(keyCommand(undo, idle)).toBeNull();
});

test.each([
  ['Shift', false, true],
  ['ArrowRight', true, true],
  ['End', true, true],
  ['PageDown', true, true],
  ['ArrowRight', false, false],
  ['Home', false, false],
  ['a', true, false],
])('the release of %s (with Shift: %s) ends a selection: %s', (name, shiftKey, ends) => {
  expect(endsSelecting({ key: name, shiftKey })).toBe(ends);
});

test('the release of the keys that select all ends a selection, every time', () => {
  expect(endsSelecting({ key: 'a', shiftKey: false, ctrlKey: true })).toBe(true);
  expect(endsSelecting({ key: 'A', shiftKey: false, metaKey: true })).toBe(true);
  expect(endsSelecting({ key: 'a', shiftKey: false })).toBe(false);
  expect(endsSelecting({ key: 'c', shiftKey: false, ctrlKey: true })).toBe(false);
});
