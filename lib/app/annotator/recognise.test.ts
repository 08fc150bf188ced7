// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { trusted } from '@/test/support/trusted.ts';
import type { StubWorld } from './recognise.ts';

const { sendMessage } = vi.hoisted(() => {
  const sendMessage = vi.fn(async (_: unknown) => {});
  (globalThis as { browser?: unknown }).browser = { runtime: { id: 'pizhuextension', sendMessage } };
  return { sendMessage };
});
const { watchForSavedPage } = await import('./recognise.ts');

const idle: (() => void)[] = [];
vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run));

beforeEach(() => {
  sendMessage.mockClear();
  idle.splice(0);
  delete (globalThis as StubWorld).pizhuStub;
  document.getSelection()!.removeAllRanges();
  document.head.innerHTML = '<link rel="canonical" href="/1.html">';
  document.body.innerHTML = '<p>清理管网</p>';
});
const asked = () => sendMessage.mock.calls.map(([raw]) => raw);
const recognise = { pizhu: 'visit.recognise', request: { canonicalUrl: `${location.origin}/1.html` } };

// Must be the first test, because each start adds listeners that are never removed.
test('the reader is sent for when words are selected, once', () => {
  watchForSavedPage();
  document.body.dispatchEvent(new MouseEvent('pointerup', { bubbles: true }));
  document.body.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
  expect(asked()).toEqual([]);
  document.getSelection()!.selectAllChildren(document.querySelector('p')!);
  // A script has selected the words. Untrusted key events and a plain click do not count as selecting.
  document.body.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift', bubbles: true }));
  document.body.dispatchEvent(trusted(new MouseEvent('pointerdown', { bubbles: true, clientX: 9 })));
  document.body.dispatchEvent(trusted(new MouseEvent('pointerup', { bubbles: true, clientX: 9 })));
  expect(asked()).toEqual([]);
  expect((globalThis as StubWorld).pizhuSelected).toBeUndefined();
  document.body.dispatchEvent(trusted(new MouseEvent('pointerdown', { bubbles: true, clientX: 9 })));
  expect((globalThis as StubWorld).pizhuGesture!.isHeld).toBe(true);
  document.body.dispatchEvent(trusted(new MouseEvent('pointerup', { bubbles: true, clientX: 9 })));
  document.body.dispatchEvent(trusted(new KeyboardEvent('keyup', { key: 'Shift', bubbles: true })));
  document.body.dispatchEvent(trusted(new KeyboardEvent('keyup', { key: 'Shift', bubbles: true })));
  expect(asked()).toEqual([{ pizhu: 'visit.reader', request: {} }]);
  expect((globalThis as StubWorld).pizhuSelected).toBe(true);
});

test('when the page is idle it is asked for once, by its canonical address', () => {
  watchForSavedPage();
  expect(asked()).toEqual([]);
  for (const run of idle) run();
  expect(asked()).toEqual([recognise]);
});

test('put in twice it asks once, and the background can make it ask again', () => {
  watchForSavedPage();
  watchForSavedPage();
  expect(idle).toHaveLength(1);
  (globalThis as StubWorld).pizhuStub!();
  expect(asked()).toEqual([recognise]);
});

test('a background that is not there throws nothing into the page', async () => {
  sendMessage.mockRejectedValueOnce(new Error('Extension context invalidated.'));
  watchForSavedPage();
  for (const run of idle) run();
  await Promise.resolve();
  expect(sendMessage).toHaveBeenCalledTimes(1);
});
