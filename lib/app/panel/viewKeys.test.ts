// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import { useEscape, useNextKeys } from './useNextKeys.ts';
import { useStepKeys } from './useStepKeys.ts';

beforeEach(resetPage);
afterEach(resetPage);

/** Presses a key on an element of the page. Returns whether the browser's default action was prevented. */
function press(code: string, keys: KeyboardEventInit = {}, target: Element = document.body): boolean {
  const event = new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...keys });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}
/** Adds an element to the page and returns it. */
function put(html: string): Element {
  const host = document.createElement('div');
  host.innerHTML = html;
  document.documentElement.append(host);
  return host.firstElementChild!;
}

test('J and K go to the next article and the previous one, and arrows only where nothing has the focus', async () => {
  const go = vi.fn();
  const { end } = await useInPage(() => useNextKeys(go, { in: '[role=list]' }));
  const list = put('<div role=list><b>甲</b></div>');
  const elsewhere = put('<div><b>乙</b></div>');
  expect([press('KeyJ'), press('KeyK'), press('ArrowDown'), press('ArrowUp')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([press('ArrowDown', {}, list.firstElementChild!), press('KeyJ', {}, elsewhere)]).toEqual([
    true,
    true,
  ]);
  expect(go.mock.calls.flat()).toEqual([1, -1, 1, -1, 1, 1]);
  go.mockClear();
  expect([press('ArrowDown', {}, elsewhere), press('KeyL'), press('ArrowLeft')]).toEqual([
    false,
    false,
    false,
  ]);
  await end();
  expect(press('KeyJ')).toBe(false);
  expect(go).not.toHaveBeenCalled();
});

test('beside an article that the arrows up and down scroll, left and right go on, but not in tabs', async () => {
  const go = vi.fn();
  await useInPage(() => useNextKeys(go, 'sideways'));
  expect([press('ArrowDown'), press('ArrowUp'), press('KeyJ')]).toEqual([false, false, true]);
  expect([press('ArrowLeft'), press('ArrowRight')]).toEqual([true, true]);
  const tabs = put('<div role=tablist><button>甲</button></div>');
  expect(press('ArrowRight', {}, tabs.firstElementChild!)).toBe(false);
  expect(go.mock.calls).toEqual([[1], [-1], [1]]);
});

test('Escape leaves, but not out of a field or a dialog, and not after another has taken it', async () => {
  const leave = vi.fn();
  const { again } = await useInPage(() => useEscape(leave));
  const press = (target: Element, more: KeyboardEventInit = {}) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, ...more }));
  press(put('<input>'));
  press(put('<dialog open><button>甲</button></dialog>').firstElementChild!);
  press(document.body, { isComposing: true });
  expect(leave).not.toHaveBeenCalled();
  press(put('<button>甲</button>'));
  press(document.body);
  expect(leave).toHaveBeenCalledTimes(2);
  await again();
});

test.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])(
  'with %s a key belongs to the browser',
  async (name) => {
    const go = vi.fn();
    await useInPage(() => useNextKeys(go, { in: 'ul' }));
    expect(press('KeyJ', { [name]: true })).toBe(false);
    expect(go).not.toHaveBeenCalled();
  },
);

test.each(['<input>', '<textarea></textarea>', '<select></select>', '<dialog><b></b></dialog>'])(
  '%s keeps its keys',
  async (html) => {
    const go = vi.fn();
    await useInPage(() => useNextKeys(go, { in: 'ul' }));
    const element = put(html);
    expect(press('KeyJ', {}, element.firstElementChild ?? element)).toBe(false);
    expect(go).not.toHaveBeenCalled();
  },
);

test('a box to tick takes no letters', async () => {
  const go = vi.fn();
  await useInPage(() => useNextKeys(go, { in: 'ul' }));
  expect(press('KeyJ', {}, put('<input type=checkbox>'))).toBe(true);
});

test('the latest function is called, not that of the first view', async () => {
  let go = vi.fn();
  const first = go;
  const { again } = await useInPage(() => useNextKeys(go, { in: 'ul' }));
  go = vi.fn();
  await again();
  press('KeyK');
  expect(first).not.toHaveBeenCalled();
  expect(go).toHaveBeenCalledWith(-1);
});

test('undo and redo are called by their keys, except in a field', async () => {
  const go = vi.fn();
  const { end } = await useInPage(() => useStepKeys(go));
  const ctrl = { ctrlKey: true };
  expect([press('KeyZ', ctrl), press('KeyZ', { ...ctrl, shiftKey: true }), press('KeyY', ctrl)]).toEqual([
    true,
    true,
    true,
  ]);
  expect(press('KeyZ', ctrl, put('<input type=checkbox>'))).toBe(true);
  expect(go.mock.calls.flat()).toEqual([false, true, true, false]);
  go.mockClear();
  for (const html of ['<input>', '<textarea></textarea>', '<select></select>'])
    expect(press('KeyZ', ctrl, put(html))).toBe(false);
  expect([press('KeyZ'), press('KeyA', ctrl)]).toEqual([false, false]);
  await end();
  expect(press('KeyZ', ctrl)).toBe(false);
  expect(go).not.toHaveBeenCalled();
});
