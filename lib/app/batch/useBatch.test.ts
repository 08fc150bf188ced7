// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading, sampleSaved } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { type Store, saveReading } from '../../store/index.ts';
import { COLLECTED } from './batch.ts';
import { KEPT } from './kept.ts';
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
  // Without access to a site, the browser hides the addresses of its tabs.
  Object.assign(page.tabs, { get: async (id: number) => ({ id, status: 'complete' }) });
  [db] = contexts(1) as [Store];
});
afterEach(async () => {
  vi.unstubAllGlobals();
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
  expect((await batch()).now().batch).toMatchObject({ pages });
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
  expect(other.now().batch).toMatchObject({ pages: [] });
  await other.end();
  page.storage.session.get = () => Promise.reject(new Error('gone'));
  page.storage.local.get = () => Promise.reject(new Error('gone'));
  expect((await batch()).now().batch).toEqual({ pages: [] });
});

test('a page that was saved after the batch was left is not saved again', async () => {
  const { saved } = await saveReading(db, sampleReading({}, 'https://a.cn/1'));
  const pages = links.map(({ url, title }) => waiting(url, title, { state: 'working' }));
  await page.storage.local.set({ [KEPT]: { pages } });
  const { now } = await batch();
  expect(now().batch!.pages.map(({ state, articleId }) => [state, articleId])).toEqual([
    ['saved', saved.id],
    ['waiting', null],
  ]);
  background.answers['tab.save'] = () => ({ saved, created: true });
  background.answers['tab.open'] = () => ({ tabId: 9 });
  Object.assign(page.tabs, { get: async () => ({ status: 'complete' }), remove: async () => {} });
  await act(async () => now().start());
  await vi.waitFor(() => expect(now().batch!.pages[1]!.state).toBe('saved'), 5000);
  await done(now);
  const asked = background.asked.filter(({ name }) => name === 'tab.open');
  expect(asked.map(({ request }) => request)).toEqual([{ url: 'https://b.cn/2', ownerId: 7 }]);
});

test('a new batch keeps what the last one has left', async () => {
  const left = [waiting('https://c.cn/3', '丙', { state: 'saved' }), waiting('https://d.cn/4', '丁')];
  await page.storage.local.set({ [KEPT]: { pages: left } });
  await page.storage.session.set({ [COLLECTED]: links });
  const { now } = await batch();
  const all = ['https://a.cn/1', 'https://b.cn/2', 'https://d.cn/4'];
  expect(now().batch!.pages.map(({ url }) => url)).toEqual(all);
  await vi.waitFor(() => expect(page.storage.local.held.get(KEPT)).toEqual(now().batch));
  const { now: unfinished } = await useInPage(useUnfinished);
  await vi.waitFor(() => expect(unfinished()).toBe(3));
});

test('of two batch pages one keeps its batch, and the other takes over when the first is closed', async () => {
  const { locks, release } = fakeLocks();
  vi.stubGlobal('navigator', { locks });
  const pages = [waiting('https://c.cn/3', '丙', { state: 'saved' }), waiting('https://d.cn/4', '丁')];
  await page.storage.local.set({ [KEPT]: { pages } });
  await page.storage.session.set({ [COLLECTED]: links });
  const { now, end } = await batch();
  expect(now().batch!.pages.map(({ url }) => url)).toEqual(['https://a.cn/1', 'https://b.cn/2']);
  await act(() => now().choose(0, false));
  expect(page.storage.local.held.get(KEPT)).toEqual({ pages });
  await act(async () => release());
  await vi.waitFor(() =>
    expect(now().batch!.pages.map(({ url, chosen }) => [url, chosen])).toEqual([
      ['https://a.cn/1', false],
      ['https://b.cn/2', true],
      ['https://d.cn/4', true],
    ]),
  );
  expect(page.storage.local.held.get(KEPT)).toEqual(now().batch);
  await end();
});

/** A lock that another page holds until `release`. */
function fakeLocks() {
  let release = () => {};
  const free = new Promise<void>((done) => (release = done));
  type Hold = (lock: object | null) => unknown;
  const request = async (_name: string, { ifAvailable }: { ifAvailable?: boolean }, hold: Hold) => {
    if (ifAvailable) return hold(null);
    await free;
    return hold({});
  };
  return { locks: { request }, release };
}

/** A lock that pages get one after another, in the order of their requests. */
function queuedLock() {
  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;
  type Hold = (lock: object | null) => unknown;
  const request = async (_name: string, { ifAvailable }: { ifAvailable?: boolean }, hold: Hold) => {
    if (ifAvailable && asked > 0) return hold(null);
    asked++;
    const held = last.then(() => hold({}));
    last = held.then(() => asked--);
    return held;
  };
  /** Another page that asks for the lock. */
  const other = () => {
    const its = { holds: false, close: () => {} };
    void request('', {}, () => {
      its.holds = true;
      return new Promise<void>((done) => (its.close = done));
    });
    return its;
  };
  return { locks: { request }, other };
}

test('a page that is closed before its turn comes holds up no other page', async () => {
  const { locks, other } = queuedLock();
  vi.stubGlobal('navigator', { locks });
  const first = other();
  await vi.waitFor(() => expect(first.holds).toBe(true));
  await page.storage.session.set({ [COLLECTED]: links });
  const { end } = await batch();
  const third = other();
  await end();
  first.close();
  await vi.waitFor(() => expect(third.holds).toBe(true));
});

test('a window that is gone after a restart shows the batch that was left', async () => {
  await page.storage.local.set({ [KEPT]: { pages: [waiting('https://a.cn/1', '甲')] } });
  history.replaceState(null, '', '/batch.html?window=5');
  page.tabs.query.mockRejectedValue(new Error('No window with id: 5.'));
  const { now } = await batch();
  expect(now().batch!.pages.map(({ url }) => url)).toEqual(['https://a.cn/1']);
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
  // The address no longer names the window. So a reloaded page continues the batch instead of listing the tabs again.
  expect(location.search).toBe('');
  expect(now().batch!.pages.map(({ code, articleId }) => [code, articleId])).toEqual([
    [null, saved.id],
    ['restricted', null],
  ]);
  background.answers['tab.save'] = () => ({ saved, created: false });
  await act(async () => now().retry());
  await vi.waitFor(() => expect(now().batch!.pages[1]).toMatchObject({ state: 'updated', code: null }));
  // A tab that could be read before is saved where it is, and not opened again.
  expect(background.asked.filter(({ name }) => name === 'tab.open')).toEqual([]);
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
  await act(async () => {
    now().start();
    now().start();
  });
  await vi.waitFor(() => expect(now().batch!.pages[0]!.state).toBe('working'));
  expect(now().running).toBe(true);
  await act(() => now().stop());
  await vi.waitFor(() => expect(background.asked.some(({ name }) => name === 'tab.save')).toBe(true));
  await act(async () => answer({ saved: sampleSaved(), created: true }));
  await done(now);
  expect(now().batch!.pages.map(({ state }) => state)).toEqual(['saved', 'waiting']);
  // The second click has started nothing.
  expect(page.permissions.request).toHaveBeenCalledTimes(1);
});

test('a batch that is erased is dropped, saves nothing more, and is not stored again', async () => {
  await page.storage.session.set({ [COLLECTED]: [...links, { url: 'https://a.cn/3', title: '丙' }] });
  const { now, end } = await batch();
  await vi.waitFor(() => expect(page.storage.local.held.has(KEPT)).toBe(true));
  let answer: (value: unknown) => void = () => {};
  background.answers['tab.save'] = () => new Promise((resolve) => (answer = resolve));
  // The page of the first site is being saved, and that of the second one is still opening.
  let opened: (tab: object) => void = () => {};
  background.answers['tab.open'] = ({ url }: { url: string }) =>
    url === 'https://a.cn/1' ? { tabId: 8 } : new Promise((done) => (opened = done));
  const removed: number[] = [];
  Object.assign(page.tabs, { remove: async (id: number) => void removed.push(id) });
  await act(async () => now().start());
  const saves = () => background.asked.filter(({ name }) => name === 'tab.save').length;
  await vi.waitFor(() => expect(saves()).toBe(1), 5000);
  await act(() => page.storage.local.remove(KEPT));
  expect(now().batch).toEqual({ pages: [] });
  await act(async () => {
    answer({ saved: sampleSaved(), created: true });
    opened({ tabId: 9 });
  });
  await vi.waitFor(() => expect(now().running).toBe(false), 5000);
  expect([saves(), removed]).toEqual([1, [8, 9]]);
  expect([now().batch, page.storage.local.held.has(KEPT)]).toEqual([{ pages: [] }, false]);
  await end();
  expect(page.storage.local.onChanged.size).toBe(0);
});

test('a tab that did not load is loaded again by a retry, in a tab of its own, and asks for access again', async () => {
  history.replaceState(null, '', '/batch.html?window=5');
  page.tabs.query.mockResolvedValue([{ id: 1, url: 'https://a.cn/1', title: '甲' }]);
  Object.assign(page.tabs, { remove: async () => {} });
  background.answers['tab.save'] = () => Promise.reject({ code: 'notLoaded' });
  const { now } = await batch();
  await act(async () => now().start());
  await vi.waitFor(() => expect(now().batch!.pages[0]).toMatchObject({ state: 'failed', code: 'notLoaded' }));
  await done(now);
  background.answers['tab.open'] = () => ({ tabId: 9 });
  background.answers['tab.save'] = () => ({ saved: sampleSaved(), created: true });
  await act(async () => now().retry());
  await vi.waitFor(() => expect(now().batch!.pages[0]!.state).toBe('saved'), 5000);
  await done(now);
  const saves = background.asked.filter(({ name }) => name === 'tab.save');
  expect(saves.map(({ request }) => (request as { tabId: number }).tabId)).toEqual([1, 9]);
  expect(page.permissions.request).toHaveBeenCalledTimes(2);
  expect(page.permissions.request).toHaveBeenLastCalledWith({ origins: ['*://a.cn/*'] });
});

test('a page that is no article is saved by a press for it alone', async () => {
  const pages = [
    waiting('https://a.cn/1', '甲', { state: 'failed', code: 'notArticle', tabId: 1 }),
    waiting('https://b.cn/2', '乙'),
    waiting('https://c.cn/3', '丙', { state: 'failed', code: 'notArticle', tabId: 3 }),
  ];
  await page.storage.local.set({ [KEPT]: { begun: true, pages } });
  background.answers['tab.save'] = () => ({ saved: sampleSaved(), created: true });
  const { now } = await batch();
  await act(async () => now().saveAnyway(0));
  await vi.waitFor(() => expect(states(now)[0]).toEqual(['1', 'saved']));
  await done(now);
  expect(states(now).slice(1)).toEqual([
    ['2', 'waiting'],
    ['3', 'failed'],
  ]);
  expect(page.permissions.request.mock.calls).toEqual([[{ origins: ['*://a.cn/*'] }]]);
  expect(background.asked.filter(({ name }) => name === 'tab.save')).toEqual([
    { name: 'tab.save', request: { tabId: 1, batch: { url: 'https://a.cn/1', anyway: true } } },
  ]);
});

test('no tab counts as hidden where all sites are allowed, or where every address is seen', async () => {
  history.replaceState(null, '', '/batch.html?window=5');
  page.tabs.query.mockResolvedValue([{ id: 1, url: 'https://a.cn/1', title: '甲' }]);
  const seen = await batch();
  expect(seen.now().hidden).toBe(false);
  await seen.end();
  // A page of the browser itself has no address that the extension may see.
  page.tabs.query.mockResolvedValue([{ id: 1, url: 'https://a.cn/1', title: '甲' }, { id: 2 }]);
  const hiding = await batch();
  expect(hiding.now().hidden).toBe(true);
  await hiding.end();
  page.permissions.contains.mockImplementation(async ({ origins }) => origins?.[0] === '*://*/*');
  expect((await batch()).now().hidden).toBe(false);
});

test('only sites without access are to be asked for, and only for chosen pages', async () => {
  await page.storage.session.set({ [COLLECTED]: [...links, { url: 'https://c.cn/3', title: '丙' }] });
  let granted = ['*://a.cn/*'];
  page.permissions.contains.mockImplementation(async ({ origins }) =>
    origins.every((one) => granted.includes(one)),
  );
  const { now, end } = await batch();
  await vi.waitFor(() => expect(now().sitesToAsk).toBe(2));
  await act(() => now().choose(1, false));
  expect(now().sitesToAsk).toBe(1);
  granted = ['*://a.cn/*', '*://b.cn/*', '*://c.cn/*'];
  await act(async () => page.permissions.onAdded.fire({}));
  await vi.waitFor(() => expect(now().sitesToAsk).toBe(0));
  await end();
  expect([page.permissions.onAdded.size, page.permissions.onRemoved.size]).toEqual([0, 0]);
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

/** Shows a window with two tabs. The address of the second one is visible only after a permission was granted. */
async function halfHidden() {
  history.replaceState(null, '', '/batch.html?window=5');
  const tab = { id: 1, url: 'https://a.cn/1', title: '甲' };
  const more = [
    { id: 2, url: 'https://a.cn/2', title: '乙' },
    { id: 3, url: 'https://a.cn/3', title: '丙' },
  ];
  page.tabs.query.mockResolvedValue([{ id: 2, title: '乙' }, tab, more[1]!]);
  const { now } = await batch();
  await vi.waitFor(() => expect(page.storage.local.held.has(KEPT)).toBe(true));
  page.tabs.query.mockResolvedValue([more[0]!, tab, more[1]!]);
  const answers: ((value: unknown) => void)[] = [];
  background.answers['tab.save'] = () => new Promise((resolve) => answers.push(resolve));
  const answer = async () => {
    await vi.waitFor(() => expect(answers).toHaveLength(1), 5000);
    await act(async () => answers.pop()!({ saved: sampleSaved(), created: true }));
  };
  return { now, answer };
}
const states = (now: () => { batch: { pages: { url: string; state: string }[] } | null }) =>
  now().batch!.pages.map(({ url, state }) => [url.at(-1), state]);

test('while a batch runs no hidden addresses are asked for, and its pages keep their places', async () => {
  const { now, answer } = await halfHidden();
  // The person starts the batch while the browser asks for the permission.
  let grant: (granted: boolean) => void = () => {};
  page.permissions.request.mockReturnValueOnce(new Promise((done) => (grant = done)));
  await act(async () => now().showTabs());
  await act(async () => now().start());
  await vi.waitFor(() => expect(now().running).toBe(true));
  await act(async () => grant(true));
  await vi.waitFor(() => expect(page.permissions.remove).toHaveBeenCalledWith({ permissions: ['tabs'] }));
  const asked = page.permissions.request.mock.calls.length;
  await act(async () => now().showTabs());
  expect(page.permissions.request).toHaveBeenCalledTimes(asked);
  await answer();
  await answer();
  await done(now);
  expect(states(now)).toEqual([
    ['1', 'saved'],
    ['3', 'saved'],
  ]);
  expect([now().batch!.begun, now().hidden]).toEqual([true, true]);
});

test('after a stop the hidden addresses are added to what the batch has left', async () => {
  const kept = { begun: true, pages: [waiting('https://a.cn/4', '丁'), waiting('https://a.cn/5', '戊')] };
  await page.storage.local.set({ [KEPT]: kept });
  const { now, answer } = await halfHidden();
  await act(() => now().choose(0, false));
  await act(() => now().choose(1, false));
  background.answers['tab.open'] = () => ({ tabId: 9 });
  Object.assign(page.tabs, { get: async () => ({ status: 'complete' }), remove: async () => {} });
  await act(async () => now().start());
  await vi.waitFor(() => expect(states(now)[2]).toEqual(['4', 'working']));
  await act(() => now().stop());
  await answer();
  await done(now);
  await act(async () => now().showTabs());
  await vi.waitFor(() => expect(now().hidden).toBe(false));
  expect(states(now)).toEqual(['2', '1', '3', '5'].map((name) => [name, 'waiting']));
  expect(now().batch!.begun).toBe(true);
});

test('the permission for hidden addresses is given back also where the tabs cannot be listed', async () => {
  const { now } = await halfHidden();
  page.tabs.query.mockRejectedValue(new Error('No window with id: 5.'));
  await act(async () => now().showTabs());
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
  await vi.waitFor(() => expect(now()).toBe(2));
  // The second page was being saved when the batch was interrupted, so it shows that the batch was started.
  await act(() => page.storage.local.set({ [KEPT]: { pages: pages.slice(1) } }));
  await vi.waitFor(() => expect(now()).toBe(2));
  await act(() => page.storage.local.set({ [KEPT]: { pages: pages.slice(2) } }));
  await vi.waitFor(() => expect(now()).toBe(0));
  await act(() => page.storage.local.set({ [KEPT]: { pages: pages.slice(2), begun: true } }));
  await vi.waitFor(() => expect(now()).toBe(1));
  await act(() =>
    page.storage.local.set({ [KEPT]: { pages: [{ ...pages[0], state: 'updated' }, pages[2]] } }),
  );
  await vi.waitFor(() => expect(now()).toBe(1));
  await act(() => page.storage.local.set({ [KEPT]: 'broken' }));
  await vi.waitFor(() => expect(now()).toBe(0));
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
