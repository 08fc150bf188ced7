import { browser } from 'wxt/browser';
import { BATCH_PAGE, showsBatch } from './batchPage.ts';

/** The address of the extension's batch page for the tabs of a window. */
const batchOfWindow = (windowId: number): string =>
  `${browser.runtime.getURL(BATCH_PAGE)}?window=${windowId}`;

/** Opens the batch page, which saves many pages at once, for the tabs of this window. */
export async function batchThisWindow(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.tabs.create({ url: batchOfWindow(id) });
}

/** Shows the batch page with the last batch: in a tab where it is open, else in a new tab. */
export async function continueBatch(): Promise<void> {
  const open = (await browser.tabs.query({})).find((tab) => showsBatch(browser.runtime, tab));
  if (open?.id === undefined) await browser.tabs.create({ url: browser.runtime.getURL(BATCH_PAGE) });
  else await browser.tabs.update(open.id, { active: true });
}
