import { browser } from 'wxt/browser';
import { askFrames } from '../../messages/background.ts';
import type { MarkAction } from '../../messages/schema.ts';
import type { Database } from '../../store/database.ts';
import { openPanel } from '../panel/openSidePanel.ts';
import { showRefused } from './badge.ts';
import { injectReader } from './inject.ts';
import { saveTab } from './tabs.ts';

async function markSelection(tabId: number, action: MarkAction): Promise<void> {
  await injectReader(tabId);
  await askFrames(tabId, 'page.markSelection', { action });
}

/** What the context menu offers for a selection. */
const SELECTION_MENU: [id: string, action: MarkAction, title: string][] = [
  ['highlight-selection', 'highlight', 'menuHighlight'],
  ['note-selection', 'note', 'menuNote'],
  ['tag-selection', 'tag', 'menuTag'],
  ['task-selection', 'task', 'menuTask'],
  ['cite-selection', 'cite', 'menuCite'],
];

/** Keyboard commands and the context menu. Both grant `activeTab`, so they work on any page. */
export function listenToCommands(db: Database): void {
  const run = (tabId: number | undefined, work: (tabId: number) => Promise<unknown>) => {
    if (tabId === undefined || tabId < 0) return;
    work(tabId).catch(() => showRefused(tabId));
  };
  const act = (name: string, tab: { id?: number; windowId?: number } | undefined) => {
    if (name === 'save-page') run(tab?.id, (tabId) => saveTab(db, tabId));
    const action = SELECTION_MENU.find(([id]) => id === name)?.[1];
    if (action) run(tab?.id, (tabId) => markSelection(tabId, action));
    // Opening a panel needs the user's gesture, which any await before it would lose.
    if (name === 'open-panel') openPanel(tab?.windowId).catch(() => {});
  };
  browser.commands.onCommand.addListener(act);
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => act(String(menuItemId), tab));
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: 'save-page',
      title: browser.i18n.getMessage('menuSave'),
      contexts: ['page', 'link', 'image'],
    });
    for (const [id, , title] of SELECTION_MENU)
      browser.contextMenus.create({
        id,
        title: browser.i18n.getMessage(title as never),
        contexts: ['selection'],
      });
  });
}
