import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { emptyCollection } from './freshState.ts';
import { grantAll, takeGrantsBack } from './page.ts';

type Own = {
  /** Pages by name, which are served in addition to the pages in test/pages. */
  pages: Map<string, string>;
  chromium: Awaited<ReturnType<typeof launchChromium>>;
  server: Awaited<ReturnType<typeof servePages>>;
};

/** Starts, for the tests of one file, a Chromium with the extension and access to all sites, and a server of pages. */
export function useChromium({ granted = true } = {}): Own {
  const own = { pages: new Map() } as Own;
  beforeAll(async () => {
    own.server = await servePages('test/pages', own.pages);
    own.chromium = await launchChromium({ extensionDir: '.output/chrome-mv3' });
    if (granted) await grantAll(own.chromium.browser, own.chromium.extensionId);
  });
  afterAll(async () => {
    await own.chromium?.close();
    await own.server?.close();
  });
  return own;
}

/**
 * Like `useChromium`, but restores a fresh state before each test: an empty collection and a new tab. Closes all other
 * pages except the extension's settings. If `granted` is false, also withdraws the access to sites.
 */
export function useFreshChromium({ granted = true } = {}): Own & { page: Page } {
  const own = useChromium({ granted }) as Own & { page: Page };
  let options: Page;
  beforeAll(async () => {
    options = await own.chromium.browser.newPage();
    await options.goto(`chrome-extension://${own.chromium.extensionId}/options.html`);
  });
  beforeEach(async () => {
    const { browser, extensionId } = own.chromium;
    // Ignores errors, because closing one page may have closed another: the batch page closes the tabs that it has
    // opened.
    for (const one of await browser.pages()) if (one !== options) await one.close().catch(() => {});
    // Closes the side panel, which is not a tab and therefore not among the browser's pages.
    const panel = browser
      .targets()
      .find((one) => one.url() === `chrome-extension://${extensionId}/sidepanel.html`);
    await (await panel?.asPage())?.close();
    await emptyCollection(options);
    if (!granted) await takeGrantsBack(options);
    own.page = await browser.newPage();
  });
  return own;
}
