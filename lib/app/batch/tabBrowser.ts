import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';
import { recognisedAddress } from '../../record/address.ts';
import { mayAccess } from '../hostAccess.ts';
import { closeLeftTabs, forgetTab, type TabKeeper } from './leftTabs.ts';
import type { BatchBrowser } from './runBatch.ts';

/** Milliseconds to wait until a page has loaded. After that, the page is read as it is. */
const PATIENCE = 30_000;
/**
 * Milliseconds to wait for the address of a page. Firefox calls a new tab complete while it is still empty, if the page
 * does not begin to load at once.
 */
const BEGINS = 5000;
/** Milliseconds between two checks whether a tab has loaded. */
const LOOK = 500;
/** Milliseconds to wait after loading, for pages whose scripts write the text. */
const SETTLED = 700;
/** Milliseconds between two pages of one site, so that a batch does not burden the site or get blocked by it. */
const PAUSE = 2000;

type Loading = { status?: string | undefined; url?: string | undefined };

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Resolves when a tab has loaded, after `PATIENCE` milliseconds, or when the tab is closed. Also checks the tab
 * repeatedly, because the browser may send the event before the listener is added. `isSeen`: whether the browser shows
 * the address of the page that is to be loaded, because the extension may access its site.
 */
function loaded(tabId: number, isSeen: boolean): Promise<void> {
  return new Promise((resolve) => {
    const begins = Date.now() + BEGINS;
    const isComplete = ({ status, url }: Loading) =>
      status === 'complete' && (!isSeen || /^https?:/.test(url ?? '') || Date.now() >= begins);
    const { onUpdated, onRemoved } = browser.tabs;
    const end = () => {
      clearTimeout(timer);
      clearInterval(looking);
      onUpdated.removeListener(updated);
      onRemoved.removeListener(removed);
      resolve();
    };
    const updated = (id: number, { status }: Loading, tab?: Loading) => {
      if (id === tabId && isComplete({ ...tab, status })) end();
    };
    const removed = (id: number) => {
      if (id === tabId) end();
    };
    const timer = setTimeout(end, PATIENCE);
    onUpdated.addListener(updated);
    onRemoved.addListener(removed);
    const look = () =>
      void browser.tabs.get(tabId).then((tab) => {
        if (isComplete(tab)) end();
      }, end);
    const looking = setInterval(look, LOOK);
    look();
  });
}

/** The tabs that the batch has opened and not closed yet. */
const opened = new Set<number>();

/**
 * Closes the tabs that the batch has opened. Called when the page of the batch is closed, because nothing else would
 * close these tabs.
 */
export function closeOpenedTabs(): void {
  for (const tabId of opened) browser.tabs.remove(tabId).catch(() => {});
}

/** The tab of this batch page. Negative where the page is in no tab. */
const ownTab = async (): Promise<number> => (await browser.tabs.getCurrent())?.id ?? -1;

/** Closes the tabs that an earlier batch page, or this one before it was loaded again, has left behind. */
export const closeTabsLeftBehind = async (): Promise<void> =>
  closeLeftTabs(browser as TabKeeper, await ownTab(), (tabId) => opened.has(tabId));

/** Opens and saves pages of a batch in tabs of the browser. The extension itself requests nothing from the sites. */
export const tabBrowser: BatchBrowser = {
  shows: async (tabId, url) => {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    // Without access, the browser hides the tab's address. The tab then counts as showing the page, and reading it will
    // report the missing access.
    return tab !== null && (!tab.url || recognisedAddress(tab.url) === recognisedAddress(url));
  },
  open: async (url) => {
    const { tabId } = await ask('tab.open', { url, ownerId: await ownTab() });
    opened.add(tabId);
    await loaded(tabId, await mayAccess(browser.permissions, url));
    await wait(SETTLED);
    return tabId;
  },
  save: async (tabId, batch) => {
    const { saved, created } = await ask('tab.save', { tabId, batch });
    // The tab is closed afterwards, so its snapshot must be there first.
    const snapshot = await ask('tab.snapshot', { tabId }).catch(() => undefined);
    return { articleId: saved.id, created, snapshot };
  },
  close: async (tabId) => {
    opened.delete(tabId);
    try {
      await browser.tabs.remove(tabId);
    } finally {
      await forgetTab(browser as TabKeeper, tabId);
    }
  },
  pause: () => wait(PAUSE),
};
