import { askFrames } from '../../messages/toPages.ts';
import type { Context } from './context.ts';

/**
 * Follows a single-page site that changes its address without a load: its stub asks again, its reader fetches other
 * marks. Needed only in browsers whose pages do not learn of such changes; a load counts as a change here too.
 */
export function followAddresses({ browser }: Pick<Context, 'browser'>): void {
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (!url) return;
    const ask = () => (globalThis as { pizhuStub?: () => void }).pizhuStub?.();
    browser.scripting
      .executeScript({ target: { tabId }, func: ask, injectImmediately: true })
      .catch(() => {});
    askFrames(browser, tabId, 'page.refresh', {}).catch(() => {});
  });
}
