import { recognisedAddress } from '../../record/address.ts';
import { z } from '../../zod.ts';
import { showsBatch } from './batchPage.ts';

// A batch opens links in tabs, saves their pages, and closes the tabs again. If the page that runs the batch is
// closed while a tab is being opened, it never learns the tab's id. So the background opens the tabs, and remembers
// them for the session of the browser.

/** The beginning of the keys of session storage under which the tabs are remembered. */
const PREFIX = 'batchTab.';
/** A tab that a batch has opened: the address, and the tab of the batch page. */
const OpenedTab = z.object({ url: z.string(), ownerId: z.int() });
type OpenedTab = z.infer<typeof OpenedTab>;

type Tab = { url?: string | undefined; pendingUrl?: string | undefined; active?: boolean };
/** The browser functions that are needed here. */
export type TabKeeper = {
  runtime: Parameters<typeof showsBatch>[0];
  tabs: { get(id: number): Promise<Tab>; remove(id: number): Promise<unknown> };
  storage: {
    session: {
      get(key: null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<unknown>;
      remove(key: string): Promise<unknown>;
    };
  };
};

/** Remembers a tab that a batch has opened. Each tab has a key of its own, because several are opened at one time. */
export const rememberTab = ({ storage }: TabKeeper, tabId: number, opened: OpenedTab): Promise<unknown> =>
  storage.session.set({ [`${PREFIX}${tabId}`]: opened });

/** Forgets a tab that is closed, or is about to be. */
export const forgetTab = ({ storage }: TabKeeper, tabId: number): Promise<unknown> =>
  storage.session.remove(`${PREFIX}${tabId}`);

/** Whether a batch page is open in a tab. */
export const isBatchPage = async ({ runtime, tabs }: TabKeeper, tabId: number): Promise<boolean> =>
  showsBatch(runtime, await tabs.get(tabId).catch((): Tab => ({})));

/**
 * Whether a tab is still in the background, at the address that the batch has opened in it. Otherwise, the person uses
 * the tab.
 */
const isUntouched = ({ active, url, pendingUrl }: Tab, opened: OpenedTab): boolean =>
  active === false && recognisedAddress(url || pendingUrl || '') === recognisedAddress(opened.url);

/**
 * Closes the tabs that a batch page has left behind when it was closed. `ownId`: the tab of this batch page; `isOwn`:
 * whether this page itself has opened a tab and not closed it yet. Leaves the tabs of other batch pages that are open.
 */
export async function closeLeftTabs(
  browser: TabKeeper,
  ownId: number,
  isOwn: (tabId: number) => boolean,
): Promise<void> {
  for (const [key, value] of Object.entries(await browser.storage.session.get(null))) {
    if (!key.startsWith(PREFIX)) continue;
    const tabId = Number(key.slice(PREFIX.length));
    const opened = OpenedTab.safeParse(value).data;
    if (isOwn(tabId)) continue;
    if (opened && opened.ownerId !== ownId && (await isBatchPage(browser, opened.ownerId))) continue;
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab && opened && isUntouched(tab, opened)) await browser.tabs.remove(tabId).catch(() => {});
    await forgetTab(browser, tabId);
  }
}
