// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shadowHost } from './host.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.documentElement.removeAttribute('style');
});
const lost = vi.fn();
const shown = () => {
  const host = shadowHost(document, '', '', lost);
  lost.mockClear();
  host.attach();
  host.moveTo(10, 20);
  return host;
};
/** Waits until the mutation observers have run. */
const observed = () => new Promise((done) => setTimeout(done));

test('no two elements have one name, and none tells whose it is', () => {
  const names = [shown(), shown()].map(({ host }) => host.localName);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^[a-z]{12}-[a-z]{12}$/);
});

test('what the page does to the style is undone, and a click counts 300 ms later', async () => {
  const { host, isSettled, detach } = shown();
  expect(isSettled()).toBe(false);
  vi.advanceTimersByTime(299);
  expect(isSettled()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(isSettled()).toBe(true);
  for (const [name, value] of Object.entries({
    opacity: '0',
    left: '900px',
    transform: 'scale(9)',
    visibility: 'hidden',
  })) {
    host.style.setProperty(name, value, 'important');
    // The changed style is noticed at once, even before the mutation observer has run.
    expect(isSettled(), name).toBe(false);
    expect(host.style.getPropertyValue('left')).toBe('10px');
    expect(host.style.getPropertyValue(name)).not.toBe(value);
    vi.advanceTimersByTime(300);
    expect(isSettled(), name).toBe(true);
  }
  host.style.cssText = '';
  await observed();
  expect(host.style.left).toBe('10px');
  expect(isSettled()).toBe(false);
  detach();
});

test('a page that does not stop gets rid of the element, and its tools close', async () => {
  const { host } = shown();
  for (let i = 0; i < 30 && host.isConnected; i++) {
    host.style.setProperty('opacity', '0', 'important');
    await observed();
  }
  expect(host.isConnected).toBe(false);
  expect(lost).toHaveBeenCalledTimes(1);
});

test('a move by whatever is around the element is a move', () => {
  const { host, isSettled, detach } = shown();
  vi.advanceTimersByTime(300);
  expect(isSettled()).toBe(true);
  vi.spyOn(host, 'getBoundingClientRect').mockReturnValue({ left: 500, top: 20 } as DOMRect);
  expect(isSettled()).toBe(false);
  vi.advanceTimersByTime(300);
  expect(isSettled()).toBe(true);
  detach();
});

test('a page that is made transparent makes the element so', () => {
  const { isVisible, detach } = shown();
  expect(isVisible()).toBe(true);
  document.documentElement.style.opacity = '0.1';
  expect(isVisible()).toBe(false);
  detach();
});
