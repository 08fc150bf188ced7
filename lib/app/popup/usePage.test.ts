// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading, sampleSaved } from '@/test/support/samples.ts';
import { sha256 } from '../../record/sha256.ts';
import { addAnnotation, openStore, saveReading } from '../../store/index.ts';
import { PRIVATE_ALLOWED } from '../privateWindows.ts';
import { type Page, usePage } from './usePage.ts';
import { usePageView } from './usePageView.ts';
import { useWindowId } from './useWindowId.ts';

beforeEach(resetPage);
afterEach(resetPage);

const reading = sampleReading();
const hash = await sha256(reading.article.text);
const answer = { reading, saved: null as ReturnType<typeof sampleSaved> | null, updates: false, copies: [] };

async function read() {
  const hook = await useInPage(() => usePage());
  await vi.waitFor(() => expect(hook.now().state.kind).not.toBe('loading'));
  return { ...hook, page: () => (hook.now().state as { page: Page }).page };
}

test('the page of the active tab is read, with its tab and its state', async () => {
  background.answers['tab.read'] = () => answer;
  const hook = await read();
  expect(page.tabs.query).toHaveBeenCalledWith({ active: true, currentWindow: true });
  expect(background.asked).toEqual([{ name: 'tab.read', request: { tabId: 7 } }]);
  expect(hook.page()).toMatchObject({
    tab: { id: 7, windowId: 3, url: 'https://a.example/' },
    asksFirst: false,
    saved: null,
    changed: false,
  });
});

test('a tab whose address is not to be seen has that of its reading', async () => {
  page.tabs.query.mockResolvedValue([{ id: 7, windowId: 3 }]);
  background.answers['tab.read'] = () => answer;
  expect((await read()).page().tab.url).toBe(reading.url);
});

test('a saved page has changed where its text is another one', async () => {
  background.answers['tab.read'] = () => ({ ...answer, saved: sampleSaved({ sha256: hash }) });
  const hook = await read();
  expect(hook.page().changed).toBe(false);
  background.answers['tab.read'] = () => ({ ...answer, saved: sampleSaved({ sha256: 'b'.repeat(64) }) });
  await act(async () => void (await hook.now().reload()));
  expect(hook.page().changed).toBe(true);
});

test('a page that cannot be read says why, and can be tried again', async () => {
  background.answers['tab.read'] = () => Promise.reject({ code: 'noPermission' });
  const hook = await read();
  expect(hook.now().state).toMatchObject({ kind: 'failed', error: { code: 'noPermission' } });
  background.answers['tab.read'] = () => answer;
  await act(async () => hook.now().retry());
  await vi.waitFor(() => expect(hook.now().state.kind).toBe('read'));
  page.tabs.query.mockResolvedValue([]);
  await act(async () => hook.now().retry());
  await vi.waitFor(() => expect(hook.now().state).toEqual({ kind: 'failed', error: { code: 'restricted' } }));
});

test('in a private window it is asked first, until the person has said that things may be kept', async () => {
  page.tabs.query.mockResolvedValue([{ id: 7, windowId: 3, incognito: true }]);
  background.answers['tab.read'] = () => answer;
  const hook = await read();
  expect(hook.page().asksFirst).toBe(true);
  const view = await useInPage(() => usePageView(hook.page(), hook.now().reload));
  await act(async () => void (await view.now().allow!()));
  expect(page.storage.session.held.get(PRIVATE_ALLOWED)).toBe(true);
  expect((await read()).page().asksFirst).toBe(false);
});

const shown = (more: Partial<Page> = {}): Page => ({
  tab: { id: 7, windowId: 3, url: 'https://a.example/' },
  asksFirst: false,
  reading,
  saved: null,
  updates: false,
  copies: [],
  changed: false,
  ...more,
});

test('the popup shows what a page is, saves it, and says what became of that', async () => {
  background.answers['tab.save'] = () => ({ saved: sampleSaved({ sha256: hash }), created: true });
  const reload = vi.fn(async () => {});
  const view = await useInPage(() => usePageView(shown(), reload));
  expect(view.now()).toMatchObject({ count: null, status: '尚未保存', urged: true, allow: null });
  await act(async () => void (await view.now().actions.save()));
  expect(background.asked.slice(-2)).toEqual(
    ['tab.save', 'tab.snapshot'].map((name) => ({ name, request: { tabId: 7 } })),
  );
  expect(view.now().status).toBe('已保存');
  expect(reload).toHaveBeenCalledTimes(1);
});

test('the marks of tasks show where the page is saved, and the page shows where they cannot be read', async () => {
  const db = openStore();
  const text = reading.article.text;
  const { saved } = await saveReading(db, reading);
  const start = text.indexOf('完成管网检查');
  const draft = {
    color: 'yellow' as const,
    body: [{ type: 'TextualBody' as const, purpose: 'tagging' as const, value: '任务' }],
    target: {
      source: reading.url,
      selector: [{ type: 'TextQuoteSelector' as const, exact: '完成管网检查', prefix: '', suffix: '' }],
      captured: null,
    },
  };
  const mark = await addAnnotation(db, saved.id, draft);
  const task = { marker: null, text: '完成管网检查', start, end: start + 6, responsible: [], deadlines: [] };
  const list = {
    form: 'parallel' as const,
    speaker: null,
    announcedCount: null,
    section: null,
    tasks: [task],
  };
  const page = shown({ saved, reading: { ...reading, taskLists: [list] as never } });
  const view = await useInPage(() => usePageView(page, async () => {}));
  expect(view.now().count).toBe('1 项任务');
  await vi.waitFor(() => expect(view.now().onTasks.markOf(view.now().lists[0]!.tasks[0]!)?.id).toBe(mark.id));
  expect(view.now().onTasks).toMatchObject({ openMark: null, correct: null });
});

test('the panel opens at the article, at a copy of it, or at the list', async () => {
  const saved = sampleSaved();
  const view = await useInPage(() => usePageView(shown({ saved }), async () => {}));
  const opened = () => page.storage.session.held.get('panelArticle');
  await view.now().openPanel();
  expect(opened()).toBe(saved.id);
  await view.now().openCopy('another');
  expect([opened(), page.sidePanel.open.mock.calls]).toEqual([
    'another',
    [[{ windowId: 3 }], [{ windowId: 3 }]],
  ]);
  const unsaved = await useInPage(() => usePageView(shown(), async () => {}));
  await unsaved.now().openPanel();
  expect(opened()).toBeNull();
});

test('the marks of a copy are shown on the page, or it is said why not', async () => {
  const reload = vi.fn(async () => {});
  const view = await useInPage(() => usePageView(shown(), reload));
  const articleId = sampleSaved().id;
  await act(async () => void (await view.now().showCopy(articleId, true)));
  expect(background.asked.at(-1)).toEqual({
    name: 'tab.showMarksOf',
    request: { tabId: 7, articleId, shown: true },
  });
  expect(reload).toHaveBeenCalledTimes(1);
  background.answers['tab.showMarksOf'] = () => Promise.reject({ code: 'notFound' });
  await act(async () => void (await view.now().showCopy(articleId, true)));
  expect(view.now().status).toBe('找不到这条记录，可能已被删除。');
});

test('the id of the window is known beforehand; where it has none it is unknown', async () => {
  const hook = await useInPage(() => useWindowId());
  await vi.waitFor(() => expect(hook.now()).toBe(3));
  resetPage();
  page.windows.getCurrent.mockResolvedValue({});
  const none = await useInPage(() => useWindowId());
  await act(async () => {});
  expect(none.now()).toBeNull();
});
