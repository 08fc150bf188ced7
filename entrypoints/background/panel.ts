import { browser } from 'wxt/browser';

type Sidebar = { sidebarAction?: { open(): Promise<void> } };

/** Opens the side panel (Chromium) or the sidebar (Firefox). To be called within a user's gesture. */
export async function openPanel(windowId: number | undefined): Promise<void> {
  const { sidebarAction } = browser as unknown as Sidebar;
  if (sidebarAction) return sidebarAction.open();
  if (windowId !== undefined) await browser.sidePanel.open({ windowId });
}
