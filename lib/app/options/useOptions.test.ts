// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { articleIds, openStore, saveReading } from '../../store/index.ts';
import { t } from '../i18n.ts';
import { Importing } from './importing.ts';
import { importTarget } from './importTarget.ts';
import { useOptions } from './useOptions.ts';

beforeEach(resetPage);
afterEach(() => {
  vi.restoreAllMocks();
  resetPage();
});

const { chrome } = globalThis as unknown as { chrome: { commands: Record<string, unknown> } };

/** The hook behind the options page, with real code for imports. */
const options = () =>
  useOptions(new Importing(importTarget(openStore(), page.storage.local as never), () => {}));

test('what is granted and which keys there are is shown, and changed by the person', async () => {
  page.permissions.getAll.mockResolvedValue({ origins: ['*://a.example/*'] });
  page.commands.getAll.mockResolvedValue([
    { name: '_execute_action', description: '', shortcut: 'Alt+P' },
    { name: 'save-page', description: '保存', shortcut: 'Alt+S' },
    {},
  ]);
  const hook = await useInPage(options);
  await vi.waitFor(() => expect(hook.now().origins).toEqual(['*://a.example/*']));
  expect(hook.now().commands).toEqual([
    { name: '_execute_action', label: '读取此页', shortcut: 'Alt+P' },
    { name: 'save-page', label: '保存', shortcut: 'Alt+S' },
    { name: '', label: '', shortcut: '' },
  ]);
  page.permissions.getAll.mockResolvedValue({});
  await act(async () => void (await hook.now().revoke('*://a.example/*')));
  expect(page.permissions.remove).toHaveBeenCalledWith({ origins: ['*://a.example/*'] });
  await vi.waitFor(() => expect(hook.now().origins).toEqual([]));
  page.permissions.request.mockRejectedValue(new Error('refused'));
  page.permissions.getAll.mockResolvedValue({ origins: ['*://b.example/*'] });
  await act(async () => void (await hook.now().grant('*://b.example/*')));
  expect(page.permissions.request).toHaveBeenCalledWith({ origins: ['*://b.example/*'] });
  await vi.waitFor(() => expect(hook.now().origins).toEqual(['*://b.example/*']));
});

test('the keys are set on the page of the browser, in Firefox by its own function', async () => {
  const hook = await useInPage(options);
  hook.now().openShortcuts();
  expect(page.tabs.create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
  const open = vi.fn(async () => {});
  chrome.commands.openShortcutSettings = open;
  hook.now().openShortcuts();
  expect([open.mock.calls.length, page.tabs.create.mock.calls.length]).toEqual([1, 1]);
});

test('all is erased for good, with backups, searches and the count, and pages are told', async () => {
  const db = openStore();
  const { saved } = await saveReading(db, sampleReading());
  page.storage.local.held.set('keptArticles', 1);
  page.storage.local.held.set('savedSearches', [{ name: '内河', words: '清淤' }]);
  page.storage.local.held.set('settings', { printsMarks: false });
  page.storage.session.held.set('panelSearch', { words: '清淤' });
  localStorage.setItem('lastImport', '{}');
  const removed: string[] = [];
  const name = `2025-03-04T01-30-07.1.${'a'.repeat(64)}.json`;
  const folders: Record<string, string> = { backups: name, exports: 'an export', imports: 'an import' };
  const folderOf = (of: string) => ({
    keys: async function* () {
      yield folders[of];
    },
    removeEntry: async (entry: string) => void removed.push(entry),
  });
  vi.stubGlobal('navigator', {
    ...navigator,
    storage: { getDirectory: async () => ({ getDirectoryHandle: async (of: string) => folderOf(of) }) },
  });
  const hook = await useInPage(options);
  await act(async () => void (await hook.now().eraseAll()));
  vi.unstubAllGlobals();
  expect(await articleIds(db)).toEqual([]);
  expect(removed).toEqual([name, 'an export', 'an import']);
  // No number of articles is remembered. Otherwise the empty collection would later count as lost.
  expect(Object.fromEntries(page.storage.local.held)).toEqual({ settings: { printsMarks: false } });
  expect([page.storage.session.held.size, localStorage.getItem('lastImport')]).toEqual([0, null]);
  expect(background.asked).toEqual([{ name: 'collection.changed', request: { articleIds: [saved.id] } }]);
  expect(hook.now().notice).toContain('已彻底删除');
});

/**
 * Erases a collection of one article. `getDirectory`: a fake of the browser's function for its private file system
 * (OPFS).
 */
async function erasedWith(getDirectory: () => Promise<unknown>) {
  const db = openStore();
  const { saved } = await saveReading(db, sampleReading());
  page.storage.local.held.set('savedSearches', []);
  localStorage.setItem('lastImport', '{}');
  vi.stubGlobal('navigator', { ...navigator, storage: { getDirectory } });
  const hook = await useInPage(options);
  await act(async () => void (await hook.now().eraseAll()));
  vi.unstubAllGlobals();
  expect(await articleIds(db)).toEqual([]);
  expect([page.storage.local.held.size, localStorage.getItem('lastImport')]).toEqual([0, null]);
  expect(background.asked).toEqual([{ name: 'collection.changed', request: { articleIds: [saved.id] } }]);
  return hook.now().notice;
}

test('all is erased also where the browser refuses its file system, or to delete a file of it', async () => {
  const refused = () => Promise.reject(new DOMException('no', 'SecurityError'));
  expect(await erasedWith(refused)).toBe(t('erased'));
  resetPage();
  const folder = {
    keys: async function* () {
      yield `2025-03-04T01-30-07.1.${'a'.repeat(64)}.json`;
    },
    removeEntry: () => Promise.reject(new DOMException('in use', 'NoModificationAllowedError')),
  };
  const notice = await erasedWith(async () => ({ getDirectoryHandle: async () => folder }));
  expect(notice).not.toBe(t('erased'));
  expect(notice).not.toBe('');
});

test('nothing is erased while another tab imports, and the page says so', async () => {
  const db = openStore();
  await saveReading(db, sampleReading());
  localStorage.setItem('lastImport', '{}');
  const locks = { request: async (_: string, __: object, work: (lock: null) => unknown) => work(null) };
  vi.stubGlobal('navigator', { ...navigator, locks });
  const hook = await useInPage(options);
  await act(async () => void (await hook.now().eraseAll()));
  vi.unstubAllGlobals();
  expect(hook.now().notice).toBe(t('error_importElsewhere' as never));
  expect([(await articleIds(db)).length, localStorage.getItem('lastImport')]).toEqual([1, '{}']);
  await act(async () => void (await hook.now().eraseAll()));
  expect([(await articleIds(db)).length, localStorage.getItem('lastImport')]).toEqual([0, null]);
});

test('what is refused is told', async () => {
  const db = openStore();
  await saveReading(db, sampleReading());
  const hook = await useInPage(options);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await act(async () => void (await hook.now().eraseAll()));
  put.mockRestore();
  expect(hook.now().notice).toBe('没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。');
  expect(await articleIds(db)).toHaveLength(1);
});
