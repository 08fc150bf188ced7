import type { Browser, Page } from 'puppeteer-core';
import { seen } from '../../scripts/lib/seen.mjs';
import { until } from './page.ts';

/**
 * Selects the list with the id `list` on a page, and chooses the command that saves the selected links, as in the
 * context menu. Returns the batch page that opens.
 */
export async function batchOfList(browser: Browser, page: Page): Promise<Page> {
  await page.evaluate(() => getSelection()!.selectAllChildren(document.getElementById('list')!));
  const worker = await browser.waitForTarget((one) => one.type() === 'service_worker');
  await (await worker.worker())!.evaluate(`chrome.tabs.query({}).then((all) =>
    chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-links', frameId: 0 },
      all.find(({ url }) => url === '${page.url()}')))`);
  const batch = await openedBatch(browser);
  await seen(batch, '[data-testid=batch-page]');
  return batch;
}

/** The batch page, once it is open. */
export async function openedBatch(browser: Browser): Promise<Page> {
  const target = await browser.waitForTarget((one) => one.url().includes('/batch.html'));
  const batch = (await target.page())!;
  await batch.setViewport({ width: 900, height: 800 });
  return batch;
}

/** Starts a batch: clicks until it runs or has ended. */
export const begin = (batch: Page) =>
  until(async () => {
    const start = await batch.$('[data-testid=batch-start]:not([disabled])');
    await start?.click();
    return start === null;
  }, 'the batch to start');
