import { browser } from 'wxt/browser';

type Sidebar = { sidebarAction?: { open(): Promise<void> } };

/** Opens the panel at an article, or at the list. To be called in a click, with nothing awaited before. */
export function openSidePanel(windowId: number, articleId: string | null): Promise<unknown> {
  const { sidebarAction } = browser as unknown as Sidebar;
  const opened = sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId });
  return Promise.all([opened, browser.storage.session.set({ panelArticle: articleId })]);
}
