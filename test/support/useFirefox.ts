import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { launchFirefox } from '../../scripts/lib/firefox.mjs';
import { press } from '../../scripts/lib/seen.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { isStubRegistered, until } from './page.ts';

/** The folder of the extension that is built for Firefox. */
export const EXTENSION = '.output/firefox-mv3';

type Given = { pages?: Map<string, string>; profile?: string; prefs?: Record<string, boolean> };

type Own = {
  firefox: Awaited<ReturnType<typeof launchFirefox>>;
  server: Awaited<ReturnType<typeof servePages>>;
  /** The settings of the extension, in a tab of their own. */
  options: Page;
};

/**
 * Starts, for the tests of one file, a Firefox with the extension and access to all sites, and a server of pages.
 * `pages`: pages by name, which are served in addition to the pages in test/pages. `profile`: the folder of a profile
 * that the test has prepared. `prefs`: preferences of Firefox, as in about:config.
 */
export function useFirefox({ pages, profile, prefs }: Given = {}): Own {
  const own = {} as Own;
  beforeAll(async () => {
    own.server = await servePages('test/pages', pages);
    own.firefox = await launchFirefox({ extensionDir: EXTENSION, profile, prefs });
    own.options = await own.firefox.openExtensionPage('options.html');
    await press(own.options, '[data-testid=grant-all]');
    await until(() => isStubRegistered(own.options), 'the stub for all sites');
  });
  afterAll(async () => {
    await own.firefox?.close();
    await own.server?.close();
  });
  return own;
}
