// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, resetPage } from '@/test/support/ownPage.ts';
import { copyText } from '../copyText.ts';
import { eraseStorage } from '../eraseStorage.ts';
import { sessionTags, setSessionTags } from '../sessionTags.ts';
import { SETTINGS } from '../settings.ts';
import { commandsNow, openShortcuts } from '../shortcuts.ts';
import { openInTab } from './openInTab.ts';
import { openPanel, openSidePanel } from './openSidePanel.ts';

const COLLECTION = 'chrome-extension://test/collection.html';
const update = vi.fn(async (_id: number, _change: object) => ({}));
const updateWindow = vi.fn(async (_id: number, _change: object) => ({}));
beforeEach(() => {
  resetPage();
  for (const mock of [update, updateWindow]) mock.mockClear();
  Object.assign(page.tabs, { update });
  Object.assign(page.windows, { update: updateWindow });
});
afterEach(resetPage);

test('the collection opens in a tab, at an article where one is given', async () => {
  page.tabs.query.mockResolvedValue([{ id: 1 }, { id: 2, url: 'https://a.cn/collection.html' }]);
  await openInTab(null);
  await openInTab('a/1');
  expect(page.tabs.create.mock.calls).toEqual([[{ url: COLLECTION }], [{ url: `${COLLECTION}#a%2F1` }]]);
  expect(update).not.toHaveBeenCalled();
});

test('a tab that shows the collection is used again, and its window comes to the front', async () => {
  page.tabs.query.mockResolvedValue([{ id: 1 }, { id: 2, windowId: 5, url: `${COLLECTION}#old` }]);
  await openInTab(null);
  await openInTab('a');
  expect(update.mock.calls).toEqual([
    [2, { active: true }],
    [2, { active: true, url: `${COLLECTION}#a` }],
  ]);
  expect(updateWindow.mock.calls).toEqual([
    [5, { focused: true }],
    [5, { focused: true }],
  ]);
  expect(page.tabs.create).not.toHaveBeenCalled();
  page.tabs.query.mockResolvedValue([{ id: 2, url: COLLECTION }]);
  await openInTab(null);
  expect(updateWindow).toHaveBeenCalledTimes(2);
});

test('the panel opens in its window, or as the sidebar of a browser that has one', async () => {
  await openPanel(3);
  expect(page.sidePanel.open).toHaveBeenCalledWith({ windowId: 3 });
  await openPanel(undefined);
  expect(page.sidePanel.open).toHaveBeenCalledTimes(1);
  const open = vi.fn(async () => {});
  Object.assign((globalThis as unknown as { chrome: object }).chrome, { sidebarAction: { open } });
  await openSidePanel(3, 'a');
  Object.assign((globalThis as unknown as { chrome: object }).chrome, { sidebarAction: undefined });
  expect([open.mock.calls.length, page.sidePanel.open.mock.calls.length]).toEqual([1, 1]);
  expect(page.storage.session.held.get('panelArticle')).toBe('a');
});

test('commands have the keys that they have now, and a name in words', async () => {
  page.commands.getAll.mockResolvedValue([
    { name: '_execute_action', shortcut: 'Alt+B' },
    { name: 'mark', description: '标记', shortcut: 'Alt+M' },
    {},
  ]);
  expect(await commandsNow()).toEqual([
    { name: '_execute_action', label: expect.stringMatching(/./), shortcut: 'Alt+B' },
    { name: 'mark', label: '标记', shortcut: 'Alt+M' },
    { name: '', label: '', shortcut: '' },
  ]);
});

test('the page for shortcuts opens by an address, or by the function of a browser that has one', () => {
  openShortcuts();
  expect(page.tabs.create.mock.calls).toEqual([[{ url: 'chrome://extensions/shortcuts' }]]);
  const openShortcutSettings = vi.fn(async () => {});
  Object.assign(page.commands, { openShortcutSettings });
  openShortcuts();
  expect([openShortcutSettings.mock.calls.length, page.tabs.create.mock.calls.length]).toEqual([1, 1]);
});

test('a text is copied without what nobody sees, and from a field where the browser refuses', async () => {
  const writeText = vi.fn(async (_: string) => {});
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  expect(await copyText('水\u200B务')).toBe(true);
  expect(writeText).toHaveBeenCalledWith('水务');
  writeText.mockRejectedValue(new Error('no focus'));
  const copied: string[] = [];
  for (const permits of [true, false]) {
    document.execCommand = (name) => {
      copied.push(`${name} ${document.querySelector('textarea')?.value}`);
      return permits;
    };
    expect(await copyText('水\u200B务')).toBe(permits);
  }
  expect(copied).toEqual(['copy 水务', 'copy 水务']);
  expect(document.querySelector('textarea')).toBeNull();
  vi.unstubAllGlobals();
});

test('erasing leaves the settings, which tell nothing of what was read', async () => {
  await page.storage.local.set({ [SETTINGS]: 1, batch: 2, backedUp: 3 });
  await page.storage.session.set({ sessionTags: ['水务'] });
  await eraseStorage(page.storage as never);
  expect([...page.storage.local.held]).toEqual([[SETTINGS, 1]]);
  expect(page.storage.session.held.size).toBe(0);
});

test('tags of a session are kept clean, and none where they cannot be read', async () => {
  const { session } = page.storage;
  expect(await sessionTags(session)).toEqual([]);
  await setSessionTags(session, [' 水务', '水务', '']);
  expect(await sessionTags(session)).toEqual(['水务']);
  await session.set({ sessionTags: '水务' });
  expect(await sessionTags(session)).toEqual([]);
  expect(await sessionTags({ ...session, get: () => Promise.reject(new Error('gone')) })).toEqual([]);
});
