import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { activate, seen, typeInto } from '../../scripts/lib/seen.mjs';
import { keepReadings } from '../../scripts/lib/views.mjs';
import { expectAccessible } from '../support/accessibility.ts';
import { until } from '../support/page.ts';
import { sampleReading } from '../support/samples.ts';
import { useFreshChromium } from '../support/useChromium.ts';

const own = useFreshChromium();
const COUNT = 700;

const briefing = (n: number) =>
  sampleReading(
    { title: `第${n}期水务简报`, text: `青山区水务简报第${n}期。\n检查排水管网。` },
    `https://www.qingshan.example/zw/${n}.html`,
  );

const openOptions = async (page: Page) => {
  await page.goto(`chrome-extension://${own.chromium.extensionId}/options.html`);
  await seen(page, '[data-testid=rebuild-index]');
};
const status = (page: Page) => page.$eval('[data-testid=index-status]', (one) => one.textContent ?? '');

test('an index whose worker is killed while it is built goes on, and agrees with the texts', async () => {
  const { page } = own;
  await openOptions(page);
  await keepReadings(
    page,
    Array.from({ length: COUNT }, (_, i) => briefing(i + 1)),
  );
  for (const moment of [0, 60, 150, 300, 500]) {
    await openOptions(page);
    await activate(page, '[data-testid=rebuild-index]');
    await new Promise((killed) => setTimeout(killed, moment));
    // Leaves the page, which ends its worker in the middle of its work.
    await page.goto('about:blank');
  }
  await openOptions(page);
  await activate(page, '[data-testid=rebuild-index]');
  await until(async () => (await status(page)) === `索引已重建：${COUNT} 篇。`, 'the whole index');
  await expectAccessible(page, 'options, index');
  await activate(page, '[data-testid=check-index]');
  await until(async () => (await status(page)) === `索引与 ${COUNT} 篇文章一致。`, 'an index that agrees');
  const panel = await own.chromium.browser.newPage();
  await panel.goto(`chrome-extension://${own.chromium.extensionId}/sidepanel.html`);
  await typeInto(panel, '[data-testid=search]', '第699期');
  await until(
    async () =>
      (await panel.$$eval('.headline', (all) => all.map((one) => one.textContent))).join() ===
      '第699期水务简报',
    'the article',
  );
  expect(await panel.$eval('[role=status]', (one) => one.textContent)).toBe(`1 / ${COUNT} 篇`);
});
