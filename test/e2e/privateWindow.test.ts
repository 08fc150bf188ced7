import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { openPopup } from '../../scripts/lib/chromium.mjs';
import { seen } from '../../scripts/lib/seen.mjs';
import { expectAccessible } from '../support/accessibility.ts';
import { newsPage, paragraphs, selectWords } from '../support/journey.ts';
import { BAR, textOf, until } from '../support/page.ts';
import { usePreparedChromium } from '../support/preparedChromium.ts';
import { rowsOf } from '../support/rows.ts';

// Tests in a private window of Chromium, in which the user has allowed the extension. Puppeteer's own browser contexts
// are no substitute, because no extension runs in them.

const words = '六月底前完成全部管网清淤';
const pages = new Map([
  [
    'private.html',
    newsPage('市里部署管网清淤', paragraphs(`会议要求，各区要在${words}，并公布进度。`, '各街道逐日上报。')),
  ],
]);
// Allows the extension in private windows, as the switch in chrome://extensions does.
const own = usePreparedChromium(pages, (recorded) => {
  recorded.incognito = true;
});

/** How many articles the collection has. */
const articles = async () => (await rowsOf(own.options, 'articles')).length;

test('from a private window nothing is kept before the person has said so, and then it is', async () => {
  const address = `${own.server.origin}/private.html`;
  expect(
    await own.options.evaluate(
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
    async () => (await own.chromium.browser.pages()).find((one) => one.url() === address),
    'the private window',
  );
  await seen(page, '#content');
  await page.bringToFront();
  await until(async () => {
    await selectWords(page, words);
    return page.waitForSelector(BAR, { timeout: 2000 });
  }, 'the toolbar');
  await page.keyboard.press('1');

  const popup: Page = await openPopup(own.chromium.browser, page, own.chromium.extensionId);
  await seen(popup, '[data-testid=allow-private]');
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
