// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, resetPage } from '@/test/support/ownPage.ts';
import { keepListMemory, keepWhenHidden, type ListMemory, readListMemory } from './listMemory.ts';
import { NOTHING_ASKED } from './searchView.ts';

const fresh: ListMemory = { asked: NOTHING_ASKED, ticked: [], closed: [], limit: 50, place: 0, top: null };
const memory: ListMemory = {
  asked: { words: '管网', filtering: {}, order: 'relevance', group: 'none' },
  ticked: ['a'],
  closed: ['2025'],
  limit: 100,
  place: 320,
  top: { key: 'a 2025', offset: 20 },
};

beforeEach(() => {
  vi.useFakeTimers();
  resetPage();
});
afterEach(() => {
  // Writes states that a test has left waiting, so that the next test begins without any.
  keepWhenHidden()();
  vi.useRealTimers();
  resetPage();
});

test('a list begins without a query, and goes on as it was left', async () => {
  expect(await readListMemory('panel')).toEqual(fresh);
  await page.storage.local.set({ panelList: memory });
  expect(await readListMemory('panel')).toEqual(memory);
  await page.storage.local.set({ tabList: { ...memory, place: 1 } });
  expect(await readListMemory('tab')).toEqual({ ...memory, place: 1 });
});

test('a tab without a state takes query and selection of the panel, and begins at its top', async () => {
  expect(await readListMemory('tab')).toEqual(fresh);
  await page.storage.local.set({ panelList: memory });
  expect(await readListMemory('tab')).toEqual({ ...fresh, asked: memory.asked, ticked: ['a'] });
});

test('a state of an earlier version has no row at its upper edge', async () => {
  const { top: _, ...earlier } = memory;
  await page.storage.local.set({ panelList: earlier });
  expect(await readListMemory('panel')).toEqual({ ...memory, top: null });
});

test('a state that cannot be read is none', async () => {
  await page.storage.local.set({ panelList: { ...memory, ticked: 'all' } });
  expect(await readListMemory('panel')).toEqual(fresh);
  page.storage.local.get = () => Promise.reject(new Error('gone'));
  expect(await readListMemory('panel')).toEqual(fresh);
});

test('a state is written soon, the last of each list once', async () => {
  const set = vi.spyOn(page.storage.local, 'set');
  keepListMemory('panel', fresh);
  keepListMemory('tab', fresh);
  vi.advanceTimersByTime(299);
  keepListMemory('panel', memory);
  expect(set).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(set.mock.calls).toEqual([[{ panelList: memory, tabList: fresh }]]);
  vi.advanceTimersByTime(1000);
  expect(set).toHaveBeenCalledTimes(1);
  keepListMemory('tab', memory);
  vi.advanceTimersByTime(300);
  expect(set).toHaveBeenLastCalledWith({ tabList: memory });
});

test.each(['pagehide', 'visibilitychange'])('at %s what waits is written at once', (type) => {
  const set = vi.spyOn(page.storage.local, 'set');
  const target = new EventTarget();
  const end = keepWhenHidden(target);
  target.dispatchEvent(new Event(type));
  expect(set).not.toHaveBeenCalled();
  keepListMemory('panel', memory);
  target.dispatchEvent(new Event(type));
  expect(set.mock.calls).toEqual([[{ panelList: memory }]]);
  keepListMemory('panel', fresh);
  end();
  expect(set).toHaveBeenLastCalledWith({ panelList: fresh });
  keepListMemory('panel', memory);
  target.dispatchEvent(new Event(type));
  expect(set).toHaveBeenCalledTimes(2);
});
