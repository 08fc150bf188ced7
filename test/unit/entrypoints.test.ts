// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addAnnotation, getAnnotation, openStore, saveReading } from '@/lib/store/index.ts';
import { background, page, resetPage } from '@/test/support/ownPage.ts';
import { sampleAnnotation, sampleDraft, sampleReading } from '@/test/support/samples.ts';

// Starts each page of the extension as the browser does: runs its script in a document with an empty #app.

/** The listeners that a script has added to the window. They are removed after its test. */
let added: [string, EventListenerOrEventListenerObject][] = [];
beforeEach(() => {
  resetPage();
  vi.resetModules();
  document.body.innerHTML = '<div id="app"></div>';
  (globalThis as { ResizeObserver?: unknown }).ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  added = [];
  const add = globalThis.addEventListener.bind(globalThis);
  vi.spyOn(globalThis, 'addEventListener').mockImplementation((...args: Parameters<typeof add>) => {
    added.push([args[0], args[1]]);
    add(...args);
  });
  window.scrollTo = () => {};
});
afterEach(async () => {
  const app = document.getElementById('app');
  if (app) await act(async () => render(null, app));
  vi.restoreAllMocks();
  for (const [type, listener] of added) removeEventListener(type, listener);
  history.replaceState(null, '', '/');
});

const app = () => document.getElementById('app')!;
const start = (script: () => Promise<unknown>) => act(async () => void (await script()));

const mark = sampleAnnotation('堤防', ['汛期'], null);
/** Makes the message with which the page around the card passes a port to the card. */
function pass(words: string) {
  const annotation = {
    ...mark,
    target: { ...mark.target, selector: [] },
    body: [{ type: 'TextualBody', purpose: 'commenting', value: words }],
  };
  const sent: unknown[] = [];
  const port = {
    onmessage: null as null | ((event: { data: unknown }) => void),
    start: () => {},
    postMessage: (message: unknown) => sent.push(message),
  };
  const open = () =>
    act(async () =>
      port.onmessage?.({
        data: {
          type: 'open',
          annotation,
          state: 'found',
          tags: [],
          meanings: {},
          canJoin: false,
          focus: null,
        },
      }),
    );
  const message = new Event('message');
  Object.defineProperty(message, 'ports', { value: [port] });
  return { message, open, sent, port };
}

test('the card takes one port, the first that it is passed, and no other', async () => {
  await start(() => import('@/entrypoints/card/main.tsx'));
  expect(document.title).not.toBe('');
  const first = pass('真');
  await act(async () => void dispatchEvent(first.message));
  await first.open();
  expect(app().querySelector('textarea')!.value).toBe('真');
  // Any script of the page can send a message to the frame. If the card accepted a second port, such a script could
  // control it.
  const second = pass('假');
  await act(async () => void dispatchEvent(second.message));
  await second.open();
  expect(second.port.onmessage).toBeNull();
  expect(app().querySelector('textarea')!.value).toBe('真');
});

test.each([
  ['batch', () => import('@/entrypoints/batch/main.tsx'), '批量保存'],
  ['card', () => import('@/entrypoints/card/main.tsx'), '批注'],
  ['collection', () => import('@/entrypoints/collection/main.tsx'), '批注 · 收藏'],
  ['confirm', () => import('@/entrypoints/confirm/main.tsx'), '确认删除标记'],
  ['sidepanel', () => import('@/entrypoints/sidepanel/main.tsx'), '批注 · 收藏'],
])('the page %s has its own title and the language of the interface', async (_, script, title) => {
  document.title = '';
  document.documentElement.lang = '';
  await start(script);
  expect([document.title, document.documentElement.lang]).toEqual([title, 'zh-CN']);
});

test('the question whether to delete is about the mark that its address names', async () => {
  const db = openStore();
  const { saved } = await saveReading(db, sampleReading());
  const kept = await addAnnotation(db, saved.id, sampleDraft('管网检查'));
  history.replaceState(null, '', `/confirm.html?mark=${kept.id}`);
  await start(() => import('@/entrypoints/confirm/main.tsx'));
  await vi.waitFor(() => expect(app().querySelector('blockquote')?.textContent).toBe('管网检查'));
  const press = (id: string) =>
    act(async () => app().querySelector<HTMLElement>(`[data-testid=${id}]`)!.click());
  const close = vi.spyOn(globalThis, 'close').mockImplementation(() => {});
  await press('confirm-keep');
  expect(close).toHaveBeenCalledTimes(1);
  expect(await getAnnotation(db, kept.id)).not.toBeNull();
  await press('confirm-delete');
  await vi.waitFor(async () => expect(await getAnnotation(db, kept.id)).toBeNull());
});

test('the popup reads the page in front and shows it', async () => {
  background.answers['tab.read'] = () => ({
    reading: sampleReading(),
    saved: null,
    updates: false,
    copies: [],
  });
  await start(() => import('@/entrypoints/popup/main.tsx'));
  await vi.waitFor(() => expect(app().querySelector('[data-testid=state-article]')).not.toBeNull());
  expect(app().textContent).toContain('青山区召开水务工作会议');
  expect(document.title).toBe('批注 Pizhu');
});

test('a popup that fails to be drawn says so, and is drawn at the second try', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  background.answers['tab.read'] = () => ({
    reading: sampleReading(),
    saved: null,
    updates: false,
    copies: [],
  });
  type Words = (key: string, values?: string[]) => string;
  const { i18n } = (globalThis as never as { chrome: { i18n: { getMessage: Words } } }).chrome;
  const before = i18n.getMessage;
  i18n.getMessage = (key, values) => {
    if (key === 'tasks') throw new Error('fails');
    return before(key, values);
  };
  await start(() => import('@/entrypoints/popup/main.tsx'));
  await vi.waitFor(() => expect(app().querySelector('[data-testid=state-error]')).not.toBeNull());
  i18n.getMessage = before;
  await act(async () => app().querySelector('button')!.click());
  await vi.waitFor(() => expect(app().querySelector('[data-testid=state-article]')).not.toBeNull());
});

test('the panel shows the collection, the options page what is granted', async () => {
  await saveReading(openStore(), sampleReading());
  await start(() => import('@/entrypoints/sidepanel/main.tsx'));
  await vi.waitFor(() => expect(app().querySelector('[data-testid=search]')).not.toBeNull());
  await act(async () => render(null, app()));
  page.permissions.getAll.mockResolvedValue({ origins: ['*://a.example/*'] });
  await start(() => import('@/entrypoints/collection/main.tsx'));
  await vi.waitFor(() => expect(app().querySelector('.workspace-list [data-testid=search]')).not.toBeNull());
  await act(async () => render(null, app()));
  await start(() => import('@/entrypoints/options/main.tsx'));
  await vi.waitFor(() => expect(app().textContent).toContain('*://a.example/*'));
  expect(document.title).toBe('批注 · 设置');
});

test('the extractor leaves the reader its function, the offscreen document listens', async () => {
  const { default: extractor } = await import('@/entrypoints/extractor/index.ts');
  const { readArticleInStretches } = await import('@/lib/article/index.ts');
  await (extractor as { main: () => unknown }).main();
  expect((globalThis as { pizhuExtract?: unknown }).pizhuExtract).toBe(readArticleInStretches);
  const { runtime } = (globalThis as never as { chrome: { runtime: Record<string, unknown> } }).chrome;
  const addListener = vi.fn();
  runtime.onMessage = { addListener };
  await import('@/entrypoints/offscreen/main.ts');
  expect(addListener).toHaveBeenCalledTimes(1);
});
