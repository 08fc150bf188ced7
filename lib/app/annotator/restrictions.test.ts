// @vitest-environment jsdom
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { liftRestrictions } from './restrictions.ts';

const TYPES = ['selectstart', 'copy', 'cut', 'contextmenu', 'dragstart', 'mousedown', 'mouseup'];
const heard = vi.fn();

beforeAll(() => {
  document.body.innerHTML =
    '<p id="words">字</p><a id="link" href="/1"><b>链接</b></a><input id="field"><span id="clicked" onclick="1">点</span>';
  for (const type of TYPES) {
    document.body.setAttribute(`on${type}`, 'return false');
    document.documentElement.setAttribute(`on${type}`, 'return false');
  }
  liftRestrictions(document);
  // Stands for a listener that the page adds to the document. The extension's listener is on the window, so it runs
  // first.
  for (const type of [...TYPES, 'keydown', 'click']) document.addEventListener(type, heard, true);
});
beforeEach(() => heard.mockClear());

/** Dispatches an event on an element. Returns whether the page's listener was called. */
function send(type: string, to = '#words', more: KeyboardEventInit = {}): boolean {
  heard.mockClear();
  const event =
    type === 'keydown'
      ? new KeyboardEvent(type, { bubbles: true, cancelable: true, ...more })
      : new MouseEvent(type, { bubbles: true, cancelable: true });
  document.querySelector(to)!.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
  return heard.mock.calls.length > 0;
}

test.each(TYPES)('a page hears nothing of %s on its words', (type) => {
  expect(send(type)).toBe(false);
  for (const element of [document.body, document.documentElement])
    expect(element.hasAttribute(`on${type}`)).toBe(false);
});

test.each(['#link', '#link b', '#field', '#clicked'])(
  'a page hears of the mouse on what %s operates',
  (to) => {
    expect([send('mousedown', to), send('mouseup', to)]).toEqual([true, true]);
    expect([send('copy', to), send('contextmenu', to)]).toEqual([false, false]);
  },
);

test.each(['c', 'a', 'x', 'p', 's', 'C'])(
  'a page hears nothing of the key %s for copying and its like',
  (key) => {
    expect(send('keydown', '#words', { key, ctrlKey: true })).toBe(false);
    expect(send('keydown', '#words', { key, metaKey: true })).toBe(false);
    expect(send('keydown', '#words', { key })).toBe(true);
  },
);

test('other keys and clicks reach the page', () => {
  expect(send('keydown', '#words', { key: 'f', ctrlKey: true })).toBe(true);
  expect(send('click')).toBe(true);
});
