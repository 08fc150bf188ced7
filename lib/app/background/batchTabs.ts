import { PizhuError } from '../../messages/errors.ts';
import { forgetTab, isBatchPage, rememberTab } from '../batch/leftTabs.ts';
import type { Context } from './context.ts';

/**
 * Opens a link of a batch (pages that are saved together) in a background tab, and remembers the tab. Closes it again
 * where the batch page was closed meanwhile. `ownerId`: the tab of the batch page.
 */
export async function openBatchTab({ browser }: Context, url: string, ownerId: number) {
  // Opens the tab in the window of the batch page, because the person may meanwhile use another window.
  const { windowId } = await browser.tabs.get(ownerId);
  const { id } = await browser.tabs.create({ url, active: false, windowId });
  if (id === undefined) throw new PizhuError('unexpected', 'The browser gave the tab no id.');
  await rememberTab(browser, id, { url, ownerId });
  if (!(await isBatchPage(browser, ownerId))) {
    await browser.tabs.remove(id).catch(() => {});
    await forgetTab(browser, id);
  }
  return { tabId: id };
}
