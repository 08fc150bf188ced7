// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { background, page, resetPage, show } from '@/test/support/ownPage.ts';
import { sampleSaved } from '@/test/support/samples.ts';
import { BatchView } from './BatchView.tsx';

resetPage();
afterEach(() => {
  history.replaceState(null, '', '/');
  resetPage();
});

const button = (testId: string) => document.querySelector<HTMLButtonElement>(`[data-testid=${testId}]`);

test('while a batch runs the hidden addresses cannot be shown', async () => {
  history.replaceState(null, '', '/batch.html?window=5');
  page.tabs.query.mockResolvedValue([{ id: 1, url: 'https://a.cn/1', title: '甲' }]);
  Object.assign(page.tabs, { get: async (id: number) => ({ id, status: 'complete' }) });
  let answer: (value: unknown) => void = () => {};
  background.answers['tab.save'] = () => new Promise((resolve) => (answer = resolve));
  await show(<BatchView />);
  await vi.waitFor(() => expect(button('batch-start')).not.toBeNull());
  expect(button('batch-show-tabs')!.disabled).toBe(false);
  await act(async () => button('batch-start')!.click());
  await vi.waitFor(() => expect(background.asked.some(({ name }) => name === 'tab.save')).toBe(true));
  expect(button('batch-show-tabs')!.disabled).toBe(true);
  await act(async () => answer({ saved: sampleSaved(), created: true }));
  await vi.waitFor(() => expect(button('batch-stop')).toBeNull());
  expect(button('batch-show-tabs')!.disabled).toBe(false);
});

test('a batch that was begun is gone on with by name, though none of its pages is done', async () => {
  const tab = { title: '', tabId: null, known: false, state: 'waiting', code: null, articleId: null };
  const pages = [{ ...tab, url: 'https://a.cn/1', chosen: true }];
  await page.storage.local.set({ batch: { pages } });
  await show(<BatchView />);
  await vi.waitFor(() => expect(button('batch-start')).not.toBeNull());
  const before = button('batch-start')!.textContent;
  resetPage();
  await page.storage.local.set({ batch: { begun: true, pages } });
  await show(<BatchView />);
  await vi.waitFor(() => expect(button('batch-start')).not.toBeNull());
  expect(button('batch-start')!.textContent).not.toBe(before);
});

test('a page that is saved without its snapshot says why', async () => {
  const snapshot = { outcome: 'slow', size: null };
  const saved = { url: 'https://a.cn/1', title: '', tabId: null, chosen: true, known: false, state: 'saved' };
  const pages = [{ ...saved, code: null, articleId: crypto.randomUUID(), snapshot }];
  await page.storage.local.set({ batch: { begun: true, pages } });
  await show(<BatchView />);
  const problem = () => document.querySelector('.batch-problem')?.textContent;
  await vi.waitFor(() => expect(problem()).toBe('文章已保存。网页太久没有响应，网页快照没有保存。'));
});
