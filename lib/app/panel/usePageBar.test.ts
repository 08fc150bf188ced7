// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading, sampleSaved } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { type Store, saveReading } from '../../store/index.ts';
import { t } from '../i18n.ts';
import { usePageBar } from './usePageBar.ts';
import { usePageOfWindow } from './usePageOfWindow.ts';

let db: Store;
let articleId: string | null;
beforeEach(() => {
  resetPage();
  [db] = contexts(1) as [Store];
  articleId = null;
  background.answers['tab.article'] = () => ({ articleId });
});
afterEach(async () => {
  resetPage();
  await db.close();
});
const tab = (more: object) =>
  page.tabs.query.mockResolvedValue([{ id: 7, windowId: 3, title: '水务', ...more }]);
const ofWindow = () => useInPage(() => usePageOfWindow(db));

test('the page in front is that of the active tab, with its article', async () => {
  articleId = sampleSaved().id;
  tab({ url: 'https://a.example/' });
  const { now } = await ofWindow();
  await vi.waitFor(() => expect(now().page).toEqual({ tabId: 7, title: '水务', unseen: null, articleId }));
  expect(page.tabs.query).toHaveBeenCalledWith({ active: true, currentWindow: true });
  expect(background.asked[0]).toEqual({ name: 'tab.article', request: { tabId: 7 } });
});

test.each(['https://a.cn/', 'http://a.cn/', 'file:///a.html'])('%s can be a page', async (url) => {
  tab({ url, title: undefined });
  const { now } = await ofWindow();
  await vi.waitFor(() => expect(now().page).toEqual({ tabId: 7, title: '', unseen: null, articleId: null }));
});

test.each([['chrome-extension://test/panel.html'], ['moz-extension://test/panel.html']])(
  '%s is no page',
  async (url) => {
    tab({ url: 'https://a.cn/' });
    const { now } = await ofWindow();
    await vi.waitFor(() => expect(now().page).not.toBeNull());
    tab({ url });
    await act(async () => void (await now().look()));
    expect(now().page).toBeNull();
    expect(background.asked).toHaveLength(1);
  },
);

test.each([['chrome://extensions'], ['about:blank']])('%s is a page of the browser', async (url) => {
  tab({ url });
  const { now } = await ofWindow();
  await vi.waitFor(() => expect(now().page).toMatchObject({ unseen: 'browser', articleId: null }));
  expect(background.asked).toHaveLength(0);
});

test('a page with a hidden address can be of a site, until there is access to all sites', async () => {
  tab({ url: undefined, title: undefined });
  const { now, end } = await ofWindow();
  await vi.waitFor(() => expect(now().page).toMatchObject({ unseen: 'hidden', articleId: null }));
  page.permissions.contains.mockResolvedValue(true);
  page.permissions.onAdded.fire();
  await vi.waitFor(() => expect(now().page).toMatchObject({ unseen: 'browser' }));
  expect(page.permissions.contains).toHaveBeenLastCalledWith({ origins: ['*://*/*'] });
  // A click on the icon gives access to the tab alone, of which no event tells.
  tab({ url: 'https://a.cn/' });
  dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(now().page).toMatchObject({ title: '水务', unseen: null }));
  await end();
  expect([page.permissions.onAdded.size, page.permissions.onRemoved.size]).toEqual([0, 0]);
});

test('a hidden page whose article is known counts as seen', async () => {
  articleId = sampleSaved().id;
  tab({ url: undefined, title: undefined });
  const { now } = await ofWindow();
  await vi.waitFor(() => expect(now().page).toMatchObject({ unseen: null, articleId }));
});

test('an answer that comes after that to a later question is not taken', async () => {
  tab({ url: 'https://a.cn/' });
  const { now } = await ofWindow();
  await vi.waitFor(() => expect(now().page).not.toBeNull());
  let answerFirst = () => {};
  background.answers['tab.article'] = () =>
    new Promise((done) => {
      answerFirst = () => done({ articleId: null });
    });
  const first = now().look();
  await vi.waitFor(() => expect(background.asked).toHaveLength(2));
  articleId = sampleSaved().id;
  background.answers['tab.article'] = () => ({ articleId });
  await act(async () => void (await now().look()));
  await act(async () => {
    answerFirst();
    await first;
  });
  expect(now().page).toMatchObject({ articleId });
});

test('a window without a tab, and a background that fails, show no page', async () => {
  tab({ url: 'https://a.cn/' });
  const { now } = await ofWindow();
  await vi.waitFor(() => expect(now().page).not.toBeNull());
  page.tabs.query.mockResolvedValue([]);
  await act(async () => void (await now().look()));
  expect(now().page).toBeNull();
});

test('the page is looked at anew when another tab comes to the front, and when an article is saved', async () => {
  tab({ url: 'https://a.cn/' });
  const { now, end } = await ofWindow();
  await vi.waitFor(() => expect(now().page?.title).toBe('水务'));
  for (const [fire, title] of [
    [() => page.tabs.onActivated.fire(), '汛期'],
    [() => page.tabs.onUpdated.fire(), '督查'],
    [() => saveReading(db, sampleReading()), '管网'],
  ] as const) {
    tab({ url: 'https://a.cn/', title });
    await act(async () => void (await fire()));
    await vi.waitFor(() => expect(now().page?.title).toBe(title));
  }
  await end();
  expect([page.tabs.onActivated.size, page.tabs.onUpdated.size]).toEqual([0, 0]);
});

test('saving the page shows its article, and says whether it is new', async () => {
  tab({ url: 'https://a.cn/' });
  const [show, notify] = [vi.fn(), vi.fn()];
  const { now } = await useInPage(() => usePageBar(db, null, show, notify));
  await vi.waitFor(() => expect(now().beside).toMatchObject({ tabId: 7 }));
  expect(now().saving).toBe(false);
  const saved = sampleSaved();
  background.answers['tab.save'] = () => ({ saved, created: true });
  await act(() => now().save(7));
  expect(show).toHaveBeenCalledWith(saved.id);
  expect(notify).toHaveBeenLastCalledWith(t('savedNow'));
  background.answers['tab.save'] = () => ({ saved, created: false });
  await act(() => now().save(7));
  expect(notify).toHaveBeenLastCalledWith(t('updatedNow'));
  background.answers['tab.save'] = () => Promise.reject({ code: 'restricted' });
  show.mockClear();
  await act(() => now().save(7));
  expect(notify).toHaveBeenLastCalledWith(t('error_restricted' as never));
  expect(show).not.toHaveBeenCalled();
  expect(now().saving).toBe(false);
});
