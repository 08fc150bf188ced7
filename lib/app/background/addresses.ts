import { askFrames } from '../../messages/toPages.ts';
import type { Context } from './context.ts';

/**
 * Reports that a single-page site has changed its address without a load. The stub (the small content script) then asks
 * again whether the page is saved, and the reader script fetches other marks. Only needed in browsers where pages
 * cannot observe this themselves. A normal load triggers the same report.
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
