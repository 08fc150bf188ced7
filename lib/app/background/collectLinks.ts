import { recognisedAddress } from '../../record/address.ts';
import { COLLECTED } from '../batch/batch.ts';
import { BATCH_PAGE } from '../batch/batchPage.ts';
import type { Context } from './context.ts';
import { tellOnPage } from './tellOnPage.ts';

/** The most links taken from a page. `MOST_PAGES` in batch.ts limits a batch further. */
const MOST_LINKS = 2000;

/**
 * Finds the links that the selection touches, and the address of their page. Runs within the page, so it cannot use
 * anything outside this function.
 */
function selectedLinks(most: number): { page: string; links: { url: string; title: string }[] } {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return { page: '', links: [] };
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter((link) => /^https?:/.test(link.href) && selection.containsNode(link, true))
    .slice(0, most)
    .map((link) => ({ url: link.href, title: (link.textContent ?? '').slice(0, 500) }));
  return { page: document.URL, links };
}

/**
 * Collects the links that the person has selected in a frame of a tab, and opens the page of the extension that saves
 * them. Leaves out links to the page itself, such as one to its top. If no link is left, shows a message on the web
 * page.
 */
export async function collectLinks(context: Context, tabId: number, frameId: number): Promise<void> {
  const { browser } = context;
  const [answer] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: selectedLinks,
    args: [MOST_LINKS],
  });
  const { page, links: found } = answer?.result ?? { page: '', links: [] };
  const listing = recognisedAddress(page);
  const links = found.filter(({ url }) => recognisedAddress(url) !== listing);
  if (links.length === 0) {
    await tellOnPage(context, tabId, browser.i18n.getMessage('noLinksSelected'));
    return;
  }
  await browser.storage.session.set({ [COLLECTED]: links });
  await browser.tabs.create({ url: browser.runtime.getURL(BATCH_PAGE) });
}
