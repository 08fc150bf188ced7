import type { Context } from './context.ts';

type Toolbar = Pick<Context, 'browser'>;

/**
 * Shows on the toolbar icon whether the page of a tab is saved. When the tab loads another page, the browser itself
 * clears this.
 */
export async function showSaved({ browser }: Toolbar, tabId: number, saved: boolean): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: saved ? '✓' : '' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#b5362a' });
    await browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' });
    await browser.action.setTitle({
      tabId,
      title: browser.i18n.getMessage(saved ? 'page_actionSaved' : 'extensionName'),
    });
  } catch {
    // Ignores the error: the tab has been closed, so nothing needs to be shown.
  }
}

/** Shows on the toolbar icon that a command failed on this page, and why. */
export async function showRefused({ browser }: Toolbar, tabId: number, words: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '!' }).catch(() => {});
  await browser.action.setTitle({ tabId, title: words }).catch(() => {});
}
