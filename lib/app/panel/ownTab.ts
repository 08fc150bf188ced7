/**
 * Why the extension cannot read the page of a tab: it is one of the browser's own pages, or the browser hides its
 * address. An address is hidden where the extension has no access: at sites, and also at pages of the browser.
 */
export type Unseen = 'browser' | 'hidden';

/** The page in a tab. `title` is empty where the browser hides it; `unseen` is null where the page can be read. */
export type OwnTab = { tabId: number; title: string; unseen: Unseen | null };

/** The part of the browser that is needed here. */
type Querying = {
  tabs: {
    query(which: {
      active: true;
      currentWindow: true;
    }): Promise<{ id?: number | undefined; url?: string | undefined; title?: string | undefined }[]>;
  };
};

/** The active tab of the window; null where there is none, or where it shows a page of an extension. */
export async function ownTab({ tabs }: Querying): Promise<OwnTab | null> {
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const { id: tabId, url, title = '' } = tab;
  if (url === undefined) return { tabId, title, unseen: 'hidden' };
  if (/-extension:/.test(url)) return null;
  return { tabId, title, unseen: /^(https?|file):/.test(url) ? null : 'browser' };
}
