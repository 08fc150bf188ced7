// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage } from '@/test/support/ownPage.ts';
import { sampleSaved } from '@/test/support/samples.ts';
import { closeOpenedTabs, tabBrowser } from './tabBrowser.ts';

const get = vi.fn(async (_id: number): Promise<{ status?: string; url?: string }> => ({ status: 'loading' }));
const remove = vi.fn(async (_id: number) => {});
beforeEach(() => {
  vi.useFakeTimers();
  resetPage();
  background.answers['tab.open'] = () => ({ tabId: 9 });
  Object.assign(page.tabs, { get, remove });
  get.mockReset().mockResolvedValue({ status: 'loading' });
});
afterEach(() => {
  vi.useRealTimers();
  resetPage();
});

/** Begins to open a page. `id` is null until the page is ready. */
function opening() {
  const state = { id: null as number | null };
  void tabBrowser.open('https://a.cn/1').then((id) => (state.id = id));
  return state;
}

test('a page opens behind, and is ready a moment after it has loaded', async () => {
  const state = opening();
  await vi.advanceTimersByTimeAsync(1);
  // The batch page asks the background to open the tab, and names its own tab (`ownerId`).
  expect(background.asked).toEqual([{ name: 'tab.open', request: { url: 'https://a.cn/1', ownerId: 7 } }]);
  page.tabs.onUpdated.fire(8, { status: 'complete' });
  page.tabs.onUpdated.fire(9, { status: 'loading' });
  page.tabs.onRemoved.fire(8);
  await vi.advanceTimersByTimeAsync(1000);
  expect(state.id).toBeNull();
  page.tabs.onUpdated.fire(9, { status: 'complete' });
  await vi.advanceTimersByTimeAsync(699);
  expect(state.id).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(state.id).toBe(9);
  expect([page.tabs.onUpdated.size, page.tabs.onRemoved.size]).toEqual([0, 0]);
});

test.each([
  ['has loaded before', () => get.mockResolvedValue({ status: 'complete' })],
  ['is gone before', () => get.mockRejectedValue(new Error('No tab with id: 9.'))],
])('a tab that %s is not waited for', async (_, arrange) => {
  arrange();
  const state = opening();
  await vi.advanceTimersByTimeAsync(701);
  expect(state.id).toBe(9);
});

test('a tab whose event comes before the listener is known is found to have loaded all the same', async () => {
  const state = opening();
  await vi.advanceTimersByTimeAsync(1);
  get.mockResolvedValue({ status: 'complete' });
  await vi.advanceTimersByTimeAsync(500 + 701);
  expect(state.id).toBe(9);
  get.mockClear();
  await vi.advanceTimersByTimeAsync(5000);
  expect(get).not.toHaveBeenCalled();
});

test('a tab that is complete while it is empty is waited for, but no longer than five seconds', async () => {
  page.permissions.contains.mockResolvedValue(true);
  get.mockResolvedValue({ status: 'complete' });
  const state = opening();
  await vi.advanceTimersByTimeAsync(1000);
  page.tabs.onUpdated.fire(9, { status: 'complete' }, { status: 'complete' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(state.id).toBeNull();
  get.mockResolvedValue({ status: 'loading', url: 'https://a.cn/1' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(state.id).toBeNull();
  page.tabs.onUpdated.fire(9, { status: 'complete' }, { status: 'complete', url: 'https://a.cn/1' });
  await vi.advanceTimersByTimeAsync(701);
  expect(state.id).toBe(9);
  // A link to a file that is downloaded never gives its tab a page.
  get.mockResolvedValue({ status: 'complete' });
  const download = opening();
  await vi.advanceTimersByTimeAsync(4900);
  expect(download.id).toBeNull();
  await vi.advanceTimersByTimeAsync(1400);
  expect(download.id).toBe(9);
});

test('a tab that is closed, and one that never loads, are waited for no longer', async () => {
  const closed = opening();
  await vi.advanceTimersByTimeAsync(1);
  page.tabs.onRemoved.fire(9);
  await vi.advanceTimersByTimeAsync(700);
  expect(closed.id).toBe(9);
  const slow = opening();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(slow.id).toBeNull();
  await vi.advanceTimersByTimeAsync(701);
  expect(slow.id).toBe(9);
});

test('a tab is saved by the background and closed, with two seconds between two pages', async () => {
  const saved = sampleSaved();
  background.answers['tab.save'] = () => ({ saved, created: true });
  // Where the background does not say what became of the snapshot, the page is saved all the same.
  const batch = { url: 'https://a.cn/1', anyway: false };
  expect(await tabBrowser.save(9, batch)).toEqual({
    articleId: saved.id,
    created: true,
    snapshot: undefined,
  });
  const snapshot = { outcome: 'kept', size: 7 };
  background.answers['tab.snapshot'] = () => snapshot;
  expect(await tabBrowser.save(9, batch)).toMatchObject({ snapshot });
  const asked = [
    { name: 'tab.save', request: { tabId: 9, batch } },
    { name: 'tab.snapshot', request: { tabId: 9 } },
  ];
  expect(background.asked).toEqual([...asked, ...asked]);
  await tabBrowser.close(9);
  expect(remove).toHaveBeenCalledWith(9);
  const paused = vi.fn();
  void tabBrowser.pause().then(paused);
  await vi.advanceTimersByTimeAsync(1999);
  expect(paused).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(paused).toHaveBeenCalled();
});

test('a tab shows a page while it is open at the address of the page, however that is written', async () => {
  const shows = () => tabBrowser.shows(9, 'https://a.cn/1');
  get.mockResolvedValueOnce({ url: 'https://a.cn/1?spm=2#top' });
  expect(await shows()).toBe(true);
  get.mockResolvedValueOnce({ url: 'https://a.cn/2' });
  expect(await shows()).toBe(false);
  get.mockRejectedValueOnce(new Error('No tab with id: 9.'));
  expect(await shows()).toBe(false);
  // Without access to the site, the browser hides the tab's address. The tab counts as shown, and reading it will
  // report the missing access.
  get.mockResolvedValueOnce({});
  expect(await shows()).toBe(true);
});

test('when the batch page is closed the tabs that it has opened are closed, and no others', async () => {
  remove.mockReset().mockRejectedValue(new Error('gone'));
  await vi.advanceTimersByTimeAsync(1);
  closeOpenedTabs();
  const before = remove.mock.calls.length;
  get.mockResolvedValue({ status: 'complete' });
  const ids = [31, 32];
  background.answers['tab.open'] = () => ({ tabId: ids.shift()! });
  const [one, two] = [opening(), opening()];
  await vi.advanceTimersByTimeAsync(701);
  expect([one.id, two.id]).toEqual([31, 32]);
  await page.storage.session.set({ 'batchTab.31': {}, 'batchTab.32': {} });
  await tabBrowser.close(31).catch(() => {});
  expect([...page.storage.session.held.keys()]).toEqual(['batchTab.32']);
  remove.mockClear();
  closeOpenedTabs();
  expect(remove.mock.calls.flat()).toContain(32);
  expect(remove.mock.calls.flat()).not.toContain(31);
  expect(remove.mock.calls).toHaveLength(before + 1);
});
