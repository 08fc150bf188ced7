// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading, sampleSaved } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { type Store, saveReading } from '../../store/index.ts';
import { COLLECTED, KEPT } from './batch.ts';
import { batchThisWindow, continueBatch } from './startBatch.ts';
import { useBatch } from './useBatch.ts';
import { useUnfinished } from './useUnfinished.ts';

let db: Store;
const links = [
  { url: 'https://a.cn/1', title: '甲' },
  { url: 'https://b.cn/2', title: '乙' },
];
const waiting = (url: string, title: string, more: object = {}) => ({
  url,
  title,
  tabId: null,
  chosen: true,
  known: false,
  state: 'waiting',
  code: null,
  articleId: null,
  ...more,
});
beforeEach(() => {
  resetPage();
  [db] = contexts(1) as [Store];
});
afterEach(async () => {
  history.replaceState(null, '', '/');
  resetPage();
  await db.close();
});
async function batch() {
  const hook = await useInPage(() => useBatch(db));
  await vi.waitFor(() => expect(hook.now().batch).not.toBeNull());
  return hook;
}
const done = (now: () => { running: boolean }) => vi.waitFor(() => expect(now().running).toBe(false));

test('the links that were collected are a batch, once, and it is kept', async () => {
  await page.storage.session.set({ [COLLECTED]: links });
  const { now, end } = await batch();
  const pages = [waiting('https://a.cn/1', '甲'), waiting('https://b.cn/2', '乙')];
  expect(now().batch).toEqual({ pages });
  expect([now().running, now().hidden]).toEqual([false, false]);
  expect(page.storage.session.held.has(COLLECTED)).toBe(false);
  await vi.waitFor(() => expect(page.storage.local.held.get(KEPT)).toEqual({ pages }));
  await end();
  expect((await batch()).now().batch).toEqual({ pages });
});

test('a page that is saved already is not chosen', async () => {
  await saveReading(db, sampleReading({}, 'https://a.cn/1'));
  await page.storage.session.set({ [COLLECTED]: links });
  const { now } = await batch();
  expect(now().batch!.pages.map(({ chosen, known }) => [chosen, known])).toEqual([
    [false, true],
    [true, false],
  ]);
});

test('a batch that was left goes on where it was, and one that cannot be read is empty', async () => {
  const pages = [
    waiting('https://a.cn/1', '甲', { state: 'working' }),
    waiting('https://b.cn/2', '乙', { state: 'saved' }),
  ];
  await page.storage.local.set({ [KEPT]: { pages } });
  const { now, end } = await batch();
  expect(now().batch!.pages.map(({ state }) => state)).toEqual(['waiting', 'saved']);
  await end();
  await page.storage.local.set({ [KEPT]: { pages: 1 } });
  const other = await batch();
  expect(other.now().batch).toEqual({ pages: [] });
  await other.end();
  page.storage.session.get = () => Promise.reject(new Error('gone'));
  expect((await batch()).now().batch).toEqual({ pages: [] });
});

test('pages are chosen one by one or all, save for those that are done', async () => {
  await page.storage.local.set({
    [KEPT]: {
      pages: [
        ...links.map(({ url, title }) => waiting(url, title)),
        waiting('https://c.cn/3', '丙', { state: 'saved' }),
      ],
    },
  });
  const { now } = await batch();
  const chosen = () => now().batch!.pages.map((one) => one.chosen);
  await act(() => now().choose(0, false));
  expect(chosen()).toEqual([false, true, true]);
  await act(() => now().chooseAll(false));
  expect(chosen()).toEqual([false, false, true]);
  await act(() => now().chooseAll(true));
  expect(chosen()).toEqual([true, true, true]);
});

test('the tabs of a window are saved where they are: each is read and stays open', async () => {
  history.replaceState(null, '', '/batch.html?window=5');
  page.tabs.query.mockResolvedValue([
    { id: 1, url: 'https://a.cn/1', title: '甲' },
    { id: 2, title: '乙' },
    { id: 3, url: 'https://c.cn/3' },
  ]);
  page.permissions.contains.mockResolvedValue(true);
  const { now } = await batch();
  expect(page.tabs.query).toHaveBeenCalledWith({ windowId: 5 });
  expect(now().hidden).toBe(false);
  expect(now().batch!.pages.map(({ url, tabId, title }) => [url, tabId, title])).toEqual([
    ['https://a.cn/1', 1, '甲'],
    ['https://c.cn/3', 3, ''],
  ]);
  const saved = sampleSaved();
  background.answers['tab.save'] = ({ tabId }: { tabId: number }) => {
    if (tabId === 3) throw { code: 'restricted' };
    return { saved, created: true };
  };
  await act(async () => now().start());
  await vi.waitFor(() => expect(now().batch!.pages.map(({ state }) => state)).toEqual(['saved', 'failed']));
  await done(now);
  expect(page.permissions.request).toHaveBeenCalledWith({ origins: ['*://a.cn/*', '*://c.cn/*'] });
  expect(now().batch!.pages.map(({ code, articleId }) => [code, articleId])).toEqual([
    [null, saved.id],
    ['restricted', null],
  ]);
  background.answers['tab.save'] = () => ({ saved, created: false });
  await act(() => now().retry());
  expect(now().batch!.pages[1]).toMatchObject({ state: 'waiting', code: null });
  await act(async () => now().start());
  await vi.waitFor(() => expect(now().batch!.pages[1]!.state).toBe('updated'));
});

test('a batch that is stopped starts no further page, and a refused permission does not hold it back', async () => {
  history.replaceState(null, '', '/batch.html?window=5');
  page.tabs.query.mockResolvedValue([
    { id: 1, url: 'https://a.cn/1', title: '甲' },
    { id: 2, url: 'https://a.cn/2', title: '乙' },
  ]);
  page.permissions.request.mockRejectedValue(new Error('no click'));
  const { now } = await batch();
  let answer: (value: unknown) => void = () => {};
  background.answers['tab.save'] = () => new Promise((resolve) => (answer = resolve));
  await act(async () => now().start());
  await vi.waitFor(() => expect(now().batch!.pages[0]!.state).toBe('working'));
  expect(now().running).toBe(true);
  await act(() => now().stop());
  await vi.waitFor(() => expect(background.asked.some(({ name }) => name === 'tab.save')).toBe(true));
  await act(async () => answer({ saved: sampleSaved(), created: true }));
  await done(now);
  expect(now().batch!.pages.map(({ state }) => state)).toEqual(['saved', 'waiting']);
});

test('hidden addresses show after a permission, which is given back', async () => {
  history.replaceState(null, '', '/batch.html?window=5');
  page.tabs.query.mockResolvedValue([{ id: 1, title: '甲' }]);
  const { now } = await batch();
  expect([now().hidden, now().batch]).toEqual([true, { pages: [] }]);
  page.permissions.request.mockResolvedValueOnce(false);
  await act(async () => now().showTabs());
  expect(now().hidden).toBe(true);
  page.tabs.query.mockResolvedValue([{ id: 1, url: 'https://a.cn/1', title: '甲' }]);
  await act(async () => now().showTabs());
  await vi.waitFor(() => expect(now().batch!.pages).toHaveLength(1));
  expect(now().hidden).toBe(false);
  await vi.waitFor(() => expect(page.permissions.remove).toHaveBeenCalledWith({ permissions: ['tabs'] }));
});

test('what a batch has left counts once it was begun, and follows it', async () => {
  const pages = [
    waiting('https://a.cn/1', '甲', { state: 'saved' }),
    waiting('https://b.cn/2', '乙', { state: 'working' }),
    waiting('https://c.cn/3', '丙'),
    waiting('https://d.cn/4', '丁', { chosen: false }),
  ];
  await page.storage.local.set({ [KEPT]: { pages } });
  const { now, end } = await useInPage(useUnfinished);
  await vi.waitFor(() => expect(now()).toBe(2));
  await act(() => page.storage.local.set({ other: 1 }));
  expect(now()).toBe(2);
  await act(() => page.storage.local.set({ [KEPT]: { pages: pages.slice(1) } }));
  expect(now()).toBe(0);
  await act(() =>
    page.storage.local.set({ [KEPT]: { pages: [{ ...pages[0], state: 'updated' }, pages[2]] } }),
  );
  expect(now()).toBe(1);
  await act(() => page.storage.local.set({ [KEPT]: 'broken' }));
  expect(now()).toBe(0);
  await end();
  expect(page.storage.local.onChanged.size).toBe(0);
});

test('the batch page opens for the tabs of a window, and the last batch where it is open already', async () => {
  await batchThisWindow();
  expect(page.tabs.create).toHaveBeenCalledWith({ url: 'chrome-extension://test/batch.html?window=3' });
  page.windows.getCurrent.mockResolvedValue({});
  await batchThisWindow();
  expect(page.tabs.create).toHaveBeenCalledTimes(1);
  const update = vi.fn(async () => ({}));
  Object.assign(page.tabs, { update });
  page.tabs.query.mockResolvedValue([{ id: 1, url: 'https://a.cn/batch.html' }, { id: 2 }]);
  await continueBatch();
  expect(page.tabs.create).toHaveBeenLastCalledWith({ url: 'chrome-extension://test/batch.html' });
  page.tabs.query.mockResolvedValue([{ id: 4, url: 'chrome-extension://test/batch.html?window=3' }]);
  await continueBatch();
  expect(update).toHaveBeenCalledWith(4, { active: true });
  expect(page.tabs.create).toHaveBeenCalledTimes(2);
});
