import { expect, test } from 'vitest';
import zh from '../../../public/_locales/zh_CN/messages.json';
import { COLOR_IDS } from '../../annotation/colors.ts';
import { type Choice, choiceOfKey, keyLabel, PAGE_KEYS, redoOfKey } from './keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const last: Choice = { action: 'note', color: 'pink' };

test('digits are colours, letters are actions, the full stop repeats', () => {
  expect(choiceOfKey({ ...plain, code: 'Digit3' }, last)).toEqual({ action: 'highlight', color: 'blue' });
  expect(choiceOfKey({ ...plain, code: 'KeyR' }, last)).toEqual({ action: 'task', color: 'pink' });
  expect(choiceOfKey({ ...plain, code: 'Period' }, last)).toEqual(last);
});

test('shortcuts of the browser stay its own', () => {
  expect(choiceOfKey({ ...plain, code: 'KeyC', ctrlKey: true }, last)).toBeNull();
  expect(choiceOfKey({ ...plain, code: 'KeyQ' }, last)).toBeNull();
});

test('tooltips name the key', () => {
  expect(keyLabel({ action: 'highlight', color: 'yellow' })).toBe('1');
  expect(keyLabel({ action: 'cite' })).toBe('C');
});

test('Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo, on a Mac with the command key', () => {
  const key = { ...plain, shiftKey: false };
  expect(redoOfKey({ ...key, code: 'KeyZ', ctrlKey: true })).toBe(false);
  expect(redoOfKey({ ...key, code: 'KeyZ', metaKey: true, shiftKey: true })).toBe(true);
  expect(redoOfKey({ ...key, code: 'KeyY', ctrlKey: true })).toBe(true);
  expect(redoOfKey({ ...key, code: 'KeyZ' })).toBeNull();
  // Cmd+Y is no redo on a Mac, where it opens the browser's history.
  expect(redoOfKey({ ...key, code: 'KeyY', metaKey: true })).toBeNull();
});

test('the list of keys names each action with its keys', () => {
  expect(
    Object.fromEntries(PAGE_KEYS.flatMap(([, rows]) => rows.map(([label, ...keys]) => [label, keys]))),
  ).toEqual({
    keyColours: COLOR_IDS.slice(0, 9).map((_, i) => String(i + 1)),
    page_note: ['N'],
    page_tag: ['T'],
    page_task: ['R'],
    page_cite: ['C'],
    keyRepeat: ['.'],
    keyUndo: ['Ctrl+Z'],
    keyRedo: ['Ctrl+Shift+Z'],
    keyStep: ['↑', '↓'],
    keyEnd: ['Shift+←', 'Shift+→'],
    keyStart: ['Alt+Shift+←', 'Alt+Shift+→'],
    keyJoin: ['J'],
    keyClose: ['Esc'],
    keySheet: ['?'],
  });
  for (const [when, rows] of PAGE_KEYS)
    for (const label of [when, ...rows.map(([name]) => name)]) expect(zh).toHaveProperty(label);
});
