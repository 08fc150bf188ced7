import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { grantAll, until } from './page.ts';

/** What a profile of Chromium records of an extension, as far as tests change it. */
type Recorded = {
  incognito?: boolean;
  granted_permissions: { api: string[] };
  runtime_granted_permissions?: { api: string[] };
};

type Own = {
  chromium: Awaited<ReturnType<typeof launchChromium>>;
  server: Awaited<ReturnType<typeof servePages>>;
  /** The settings of the extension, in a tab of their own. */
  options: Page;
  /** Opens a page of the extension in a tab. */
  open: (file: string) => Promise<Page>;
};

/**
 * Starts, for the tests of one file, a Chromium with the extension and access to all sites, and a server of pages.
 * Before that, `prepare` changes what the profile records of the extension, for choices that only the browser's own
 * interface offers. `pages`: pages by name, which are served in addition to the pages in test/pages.
 */
export function usePreparedChromium(pages: Map<string, string>, prepare: (recorded: Recorded) => void): Own {
  const profile = mkdtempSync(join(tmpdir(), 'pizhu-prepared-'));
  const start = () => launchChromium({ extensionDir: '.output/chrome-mv3', profile });
  const own = {
    // Tries again until the browser has loaded the extension.
    open: (file) =>
      until(async () => {
        const page = await own.chromium.browser.newPage();
        try {
          await page.goto(`chrome-extension://${own.chromium.extensionId}/${file}`);
          return page;
        } catch {
          await page.close();
          return null;
        }
      }, 'the extension'),
  } as Own;
  beforeAll(async () => {
    own.server = await servePages('test/pages', pages);
    own.chromium = await start();
    const { extensionId } = own.chromium;
    await own.open('notices.txt');
    // Changes the profile only while the browser is closed, because a running browser would overwrite the changes.
    await own.chromium.close();
    const file = join(profile, 'Default/Preferences');
    const preferences = JSON.parse(readFileSync(file, 'utf8'));
    prepare(preferences.extensions.settings[extensionId]);
    writeFileSync(file, JSON.stringify(preferences));
    own.chromium = await start();
    own.options = await own.open('options.html');
    await grantAll(own.chromium.browser, extensionId);
  });
  afterAll(async () => {
    await own.chromium?.close();
    await own.server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  return own;
}
