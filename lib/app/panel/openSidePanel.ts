import { browser } from 'wxt/browser';

type Sidebar = { sidebarAction?: { open(): Promise<void> } };

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox). Requires the user's gesture, with nothing awaited before.
 */
export async function openPanel(windowId: number | undefined): Promise<void> {
  const { sidebarAction } = browser as unknown as Sidebar;
  if (sidebarAction) return sidebarAction.open();
  if (windowId !== undefined) await browser.sidePanel.open({ windowId });
}

/** Opens the panel at an article, or at the list. Requires a click, with nothing awaited before. */
export function openSidePanel(windowId: number, articleId: string | null): Promise<unknown> {
  return Promise.all([openPanel(windowId), browser.storage.session.set({ panelArticle: articleId })]);
}
