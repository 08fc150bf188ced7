import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowHost, launchChromium, openPopup } from '../../scripts/lib/chromium.mjs';
import { servePages } from '../../scripts/lib/server.mjs';
import { expectAccessible } from '../support/accessibility.ts';
import { newsPage, paragraphs, selectWords } from '../support/journey.ts';
import { BAR, grantAll, textOf, until } from '../support/page.ts';

// Tests in a private window of Chromium, in which the user has allowed the extension. Puppeteer's own browser contexts
// are no substitute, because no extension runs in them.

const words = '六月底前完成全部管网清淤';
const profile = mkdtempSync(join(tmpdir(), 'pizhu-private-'));
const pages = new Map<string, string>();
let server: Awaited<ReturnType<typeof servePages>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let options: Page;

const start = () => launchChromium({ extensionDir: '.output/chrome-mv3', profile });
/** Opens a page of the extension. Tries again until the browser has loaded the extension. */
const open = (file: string) =>
  until(async () => {
    const page = await chromium.browser.newPage();
    try {
      await page.goto(`chrome-extension://${chromium.extensionId}/${file}`);
      return page;
    } catch {
      await page.close();
      return null;
    }
  }, 'the extension');

/**
 * Allows the extension in private windows, as the switch in chrome://extensions does. Only works while the browser is
 * closed.
 */
function allowInPrivateWindows() {
  const file = join(profile, 'Default/Preferences');
  const preferences = JSON.parse(readFileSync(file, 'utf8'));
  preferences.extensions.settings[chromium.extensionId].incognito = true;
  writeFileSync(file, JSON.stringify(preferences));
}

beforeAll(async () => {
  pages.set(
    'private.html',
    newsPage('市里部署管网清淤', paragraphs(`会议要求，各区要在${words}，并公布进度。`, '各街道逐日上报。')),
  );
  server = await servePages('test/pages', pages);
  chromium = await start();
  await open('notices.txt');
  await chromium.close();
  allowInPrivateWindows();
  chromium = await start();
  options = await open('options.html');
  await allowHost(chromium.browser, chromium.extensionId, '*://*/*');
  await grantAll(chromium.browser, chromium.extensionId);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const articles = () =>
  options.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open('pizhu');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const counting = db.objectStoreNames.contains('articles')
            ? db.transaction('articles').objectStore('articles').count()
            : null;
          if (!counting) return done(0);
          counting.onsuccess = () => {
            db.close();
            done(counting.result);
          };
        };
      }),
  );

test('from a private window nothing is kept before the person has said so, and then it is', async () => {
  const address = `${server.origin}/private.html`;
  expect(
    await options.evaluate(
      (url) =>
        (
          globalThis as unknown as {
            chrome: { windows: { create(what: object): Promise<{ incognito: boolean }> } };
          }
        ).chrome.windows
          .create({ incognito: true, url })
          .then(({ incognito }) => incognito),
      address,
    ),
  ).toBe(true);
  const page = await until(
    async () => (await chromium.browser.pages()).find((one) => one.url() === address),
    'the private window',
  );
  await page.waitForSelector('#content');
  await page.bringToFront();
  await until(async () => {
    await selectWords(page, words);
    return page.waitForSelector(BAR, { timeout: 2000 });
  }, 'the toolbar');
  await page.keyboard.press('1');

  const popup: Page = await openPopup(chromium.browser, page, chromium.extensionId);
  await popup.waitForSelector('[data-testid=allow-private]');
  expect(await textOf(popup)).toContain('隐私窗口');
  await expectAccessible(popup, 'popup in a private window');
  // By now, the key pressed above has had its effect, because the popup has read the page since.
  expect(await articles()).toBe(0);
  await popup.$eval('[data-testid=allow-private]', (one) => (one as HTMLElement).click());
  await until(async () => {
    await (await popup.$('[data-testid=save]:not([disabled])'))?.evaluate((one) =>
      (one as HTMLElement).click(),
    );
    return (await articles()) === 1;
  }, 'the article');
});
