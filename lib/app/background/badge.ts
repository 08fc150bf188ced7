import type { Context } from './context.ts';

type Toolbar = Pick<Context, 'browser'>;

/**
 * Shows on the toolbar icon whether a tab's page is saved. The browser clears the badge when the tab loads another
 * page.
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
    // Nothing needs to be shown, because the tab has been closed.
  }
}

/** Shows on the toolbar icon that a command failed on this page, and why. */
export async function showRefused({ browser }: Toolbar, tabId: number, words: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '!' }).catch(() => {});
  await browser.action.setTitle({ tabId, title: words }).catch(() => {});
}
