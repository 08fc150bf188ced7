import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { grantAll } from './page.ts';

type Own = {
  /** Pages by name, served beside those of test/pages. */
  pages: Map<string, string>;
  chromium: Awaited<ReturnType<typeof launchChromium>>;
  server: Awaited<ReturnType<typeof servePages>>;
};

/** A Chromium with the extension and access to all sites, and a server of pages, for the tests of one file. */
export function useChromium(): Own {
  const own = { pages: new Map() } as Own;
  beforeAll(async () => {
    own.server = await servePages('test/pages', own.pages);
    own.chromium = await launchChromium({ extensionDir: '.output/chrome-mv3' });
    await grantAll(own.chromium.browser, own.chromium.extensionId);
  });
  afterAll(async () => {
    await own.chromium?.close();
    await own.server?.close();
  });
  return own;
}
