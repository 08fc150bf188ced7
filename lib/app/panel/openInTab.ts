import { browser } from 'wxt/browser';

/**
 * Shows the collection in a tab of its own, at an article if one is given. Reuses a tab that already shows the
 * collection.
 */
export async function openInTab(articleId: string | null): Promise<void> {
  const page = browser.runtime.getURL('/collection.html');
  const url = articleId === null ? page : `${page}#${encodeURIComponent(articleId)}`;
  const open = (await browser.tabs.query({})).find((tab) => tab.url?.split('#')[0] === page);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true, ...(articleId === null ? {} : { url }) });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
