import { browser } from 'wxt/browser';

/** Opens the panel at an article, or at the list. To be called in a click, with nothing awaited before. */
export function openSidePanel(windowId: number, articleId: string | null): Promise<unknown> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } };
  const opened = sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId });
  return Promise.all([opened, browser.storage.session.set({ panelArticle: articleId })]);
}
