import type { Context } from './context.ts';

type Toolbar = Pick<Context, 'browser'>;

/** Marks the toolbar icon of a tab as saved or not. The browser clears it when the tab goes elsewhere. */
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
    // The tab was closed meanwhile: there is nothing left to mark.
  }
}

/** Says on the toolbar icon that a command could not do its work on this page. */
export async function showRefused({ browser }: Toolbar, tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '!' }).catch(() => {});
  await browser.action
    .setTitle({ tabId, title: browser.i18n.getMessage('error_restricted') })
    .catch(() => {});
}
