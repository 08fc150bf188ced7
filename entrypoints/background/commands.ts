import { browser } from 'wxt/browser';
import type { Database } from '@/lib/collection/database.ts';
import { askPage } from '@/lib/messages/index.ts';
import { showRefused } from './badge.ts';
import { openPanel } from './panel.ts';
import { injectReader } from './reader.ts';
import { saveTab } from './tabs.ts';

async function markSelection(tabId: number): Promise<void> {
  await injectReader(tabId);
  await askPage(tabId, 'page.markSelection', { action: 'highlight' });
}

/** Keyboard commands and the context menu. Both grant `activeTab`, so they work on any page. */
export function listenToCommands(db: Database): void {
  const run = (tabId: number | undefined, work: (tabId: number) => Promise<unknown>) => {
    if (tabId === undefined || tabId < 0) return;
    work(tabId).catch(() => showRefused(tabId));
  };
  const act = (name: string, tab: { id?: number; windowId?: number } | undefined) => {
    if (name === 'save-page') run(tab?.id, (tabId) => saveTab(db, tabId));
    if (name === 'highlight-selection') run(tab?.id, markSelection);
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
    browser.contextMenus.create({
      id: 'highlight-selection',
      title: browser.i18n.getMessage('menuHighlight'),
      contexts: ['selection'],
    });
  });
}
