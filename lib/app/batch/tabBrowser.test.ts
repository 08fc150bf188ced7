// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage } from '@/test/support/ownPage.ts';
import { sampleSaved } from '@/test/support/samples.ts';
import { tabBrowser } from './tabBrowser.ts';

const get = vi.fn(async (_id: number) => ({ status: 'loading' }));
const remove = vi.fn(async (_id: number) => {});
beforeEach(() => {
  vi.useFakeTimers();
  resetPage();
  page.tabs.create.mockResolvedValue({ id: 9 });
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
  expect(page.tabs.create).toHaveBeenCalledWith({ url: 'https://a.cn/1', active: false });
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
  expect(await tabBrowser.save(9)).toEqual({ articleId: saved.id, created: true });
  expect(background.asked).toEqual([{ name: 'tab.save', request: { tabId: 9 } }]);
  await tabBrowser.close(9);
  expect(remove).toHaveBeenCalledWith(9);
  const paused = vi.fn();
  void tabBrowser.pause().then(paused);
  await vi.advanceTimersByTimeAsync(1999);
  expect(paused).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(paused).toHaveBeenCalled();
});
