import { browser } from 'wxt/browser';
import { PANEL_ARTICLE } from './listKeys.ts';

type Sidebar = { sidebarAction?: { open(): Promise<void> } };

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox). The browser allows this only during the user's gesture, so
 * callers must await nothing before.
 */
export async function openPanel(windowId: number | undefined): Promise<void> {
  const { sidebarAction } = browser as unknown as Sidebar;
  if (sidebarAction) return sidebarAction.open();
  if (windowId !== undefined) await browser.sidePanel.open({ windowId });
}

/**
 * Opens the side panel at an article, or at the list (null). Allowed only during a click, so callers must await nothing
 * before.
 */
export function openSidePanel(windowId: number, articleId: string | null): Promise<unknown> {
  return Promise.all([openPanel(windowId), browser.storage.session.set({ [PANEL_ARTICLE]: articleId })]);
}
