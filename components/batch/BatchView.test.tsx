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
  page.tabs.query.mockResolvedValue([{ id: 1, url: 'https://a.cn/1', title: '甲' }, { id: 2 }]);
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

const kept = (url: string, more: object = {}) => ({
  ...{
    url,
    title: '',
    tabId: null,
    chosen: true,
    known: false,
    state: 'waiting',
    code: null,
    articleId: null,
  },
  ...more,
});
/** Shows the page with a batch that was stored. */
async function showKept(pages: object[], begun = false) {
  await page.storage.local.set({ batch: { begun, pages } });
  await show(<BatchView />);
  await vi.waitFor(() => expect(document.querySelector('[data-testid=batch-page]')).not.toBeNull());
}
const words = () => document.body.textContent ?? '';
const status = () => document.querySelector('[role=status]')!.textContent;
const LINKS = '每个链接在后台标签页中打开';
const TABS = '已打开的标签页就地读取';

test.each([
  ['links', [null], [LINKS]],
  ['open tabs', [1], [TABS]],
  ['both', [null, 1], [LINKS, TABS]],
])('of %s the page says only what is true of them', async (_, tabIds, said) => {
  await showKept(tabIds.map((tabId, n) => kept(`https://a.cn/${n}`, { tabId })));
  expect([LINKS, TABS].filter((one) => words().includes(one))).toEqual(said);
  expect(words()).toContain('请让本页一直开着');
});

test('before the start the page says how many sites will be asked for, if any', async () => {
  await showKept([kept('https://a.cn/1'), kept('https://b.cn/2')]);
  await vi.waitFor(() => expect(status()).toBe('开始时将请求访问 2 个网站'));
  page.permissions.contains.mockResolvedValue(true);
  await act(async () => page.permissions.onAdded.fire({}));
  await vi.waitFor(() => expect(status()).toBe('这些网站都已授权，开始时不会再询问'));
});

test('a batch that is finished says so, and offers no start', async () => {
  await showKept(
    [
      kept('https://a.cn/1', { state: 'saved' }),
      kept('https://b.cn/2', { state: 'failed', code: 'notLoaded' }),
      kept('https://c.cn/3', { chosen: false }),
    ],
    true,
  );
  expect(status()).toBe('全部完成：已保存 1，已更新 0，失败 1');
  expect(button('batch-start')).toBeNull();
  expect(words()).not.toContain('请让本页一直开着');
  expect(button('batch-retry')!.textContent).toBe('重试失败的 1 个');
  // Another page can still be chosen, and then there is something to start.
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-testid=batch-page] input')];
  await act(async () => boxes[2]!.click());
  expect(button('batch-start')!.textContent).toBe('继续（还有 1 个）');
});

test.each([
  ['notLoaded', '网页没有加载出来，网站可能无法访问。请稍后再试。', false],
  ['pageNotFound', '网站上没有这个网页。', true],
  ['notArticle', '网页上没有文章，几乎没有文字。', true],
  ['notArticleButLinks', '这是首页、目录、搜索或登录页，不是文章。', true],
  ['noPermission', '没有获准访问此网站；重试时会再次请求。', false],
  ['pdf', '这是 PDF 文件，不是网页，无法读取。', false],
])(
  'a page that failed with %s says so, and only what can be read can be saved anyway',
  async (code, said, anyway) => {
    await showKept([kept('https://a.cn/1', { state: 'failed', code })], true);
    expect(document.querySelector('.batch-problem')!.textContent).toBe(said);
    expect(button('batch-anyway') !== null).toBe(anyway);
  },
);

test('a batch that is being stopped says so until its last page is done', async () => {
  await showKept([kept('https://a.cn/1', { tabId: 1 }), kept('https://b.cn/2')]);
  Object.assign(page.tabs, {
    get: async (id: number) => ({ id, status: 'complete' }),
    remove: async () => {},
  });
  background.answers['tab.open'] = () => ({ tabId: 9 });
  const answers: ((value: unknown) => void)[] = [];
  background.answers['tab.save'] = () => new Promise((resolve) => answers.push(resolve));
  await act(async () => button('batch-start')!.click());
  await vi.waitFor(() => expect(answers).toHaveLength(2), 5000);
  await act(async () => button('batch-stop')!.click());
  expect([button('batch-stop')!.textContent, button('batch-stop')!.disabled]).toEqual(['正在停止…', true]);
  await act(async () => {
    for (const answer of answers) answer({ saved: sampleSaved(), created: true });
  });
  await vi.waitFor(() => expect(button('batch-stop')).toBeNull());
  expect(status()).toBe('全部完成：已保存 2，已更新 0，失败 0');
});
