/** A tab whose page can be saved. `title` is empty where the browser hides it. */
export type OwnTab = { tabId: number; title: string };

/** The part of the browser that is needed here. */
type Querying = {
  tabs: {
    query(which: {
      active: true;
      currentWindow: true;
    }): Promise<{ id?: number | undefined; url?: string | undefined; title?: string | undefined }[]>;
  };
};

/** The active tab of the window; null where its page cannot be saved. */
export async function ownTab({ tabs }: Querying): Promise<OwnTab | null> {
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  // Ignores pages of the extension and of the browser, which cannot be saved. If the browser hides the address, the
  // page may be of any kind.
  if (tab.url !== undefined && !/^(https?|file):/.test(tab.url)) return null;
  return { tabId: tab.id, title: tab.title ?? '' };
}
