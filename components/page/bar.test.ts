// @vitest-environment jsdom
import '@/test/support/interface.ts';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { trusted } from '@/test/support/trusted.ts';
import { mountBar } from './bar.ts';

let bar: ReturnType<typeof mountBar>;
let now: number;
const press = vi.fn();
const button = document.createElement('button');
button.addEventListener('click', press);

beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  press.mockClear();
  document.body.innerHTML = '<p>清理管网</p>';
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('p')!);
  // jsdom computes no layout, so the test gives the range a box.
  const box = { left: 10, right: 90, top: 20, bottom: 40, width: 80, height: 20 } as DOMRect;
  range.getBoundingClientRect = () => box;
  range.getClientRects = () => [box] as unknown as DOMRectList;
  bar = mountBar(document, () => {});
  bar.show(button, range, '');
});
afterEach(() => {
  bar.close();
  vi.restoreAllMocks();
});

const down = () => trusted(new MouseEvent('pointerdown', { bubbles: true }));
/** A click; `detail` is 0 for a click by a key. */
const click = (detail: number) => new MouseEvent('click', { bubbles: true, cancelable: true, detail });

test('a click counts after the toolbar has stood still for a moment, and only one that began on it', () => {
  button.dispatchEvent(down());
  button.dispatchEvent(trusted(click(1)));
  expect(press).not.toHaveBeenCalled();
  now += 300;
  button.dispatchEvent(trusted(click(1)));
  expect(press).not.toHaveBeenCalled();
  button.dispatchEvent(down());
  button.dispatchEvent(trusted(click(1)));
  expect(press).toHaveBeenCalledTimes(1);
});

test('a toolbar that has moved since the press takes no click', () => {
  now += 300;
  button.dispatchEvent(down());
  bar.host.getBoundingClientRect = () => ({ left: 7, top: 7, width: 9, height: 9 }) as DOMRect;
  button.dispatchEvent(trusted(click(1)));
  expect(press).not.toHaveBeenCalled();
});

test('a key presses a button at once, and a script of the page presses none', () => {
  button.dispatchEvent(click(0));
  button.dispatchEvent(click(1));
  expect(press).not.toHaveBeenCalled();
  button.dispatchEvent(trusted(click(0)));
  expect(press).toHaveBeenCalledTimes(1);
});

test('a toolbar that the page has hidden takes no click', () => {
  now += 300;
  document.documentElement.style.opacity = '0.1';
  button.dispatchEvent(down());
  button.dispatchEvent(trusted(click(1)));
  document.documentElement.style.opacity = '';
  expect(press).not.toHaveBeenCalled();
});
