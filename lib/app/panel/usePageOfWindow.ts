import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';
import { onChanged, type Store } from '../../store/index.ts';
import { TAB_READ } from '../background/articleTabs.ts';
import { ALL_SITES } from '../hostAccess.ts';
import { type OwnTab, ownTab } from './ownTab.ts';

/** The page in the active tab of the window with this side panel. */
export type PageOfWindow = OwnTab & {
  /** The saved article of the page; null where the page is not saved, undefined until this is known. */
  articleId: string | null | undefined;
};

/** Milliseconds to wait after a tab has changed before its page is looked up. */
const SETTLED = 150;

async function activePage(): Promise<PageOfWindow | null> {
  const tab = await ownTab(browser);
  if (!tab) return null;
  if (tab.unseen === 'browser') return { ...tab, articleId: null };
  const { articleId } = await ask('tab.article', { tabId: tab.tabId });
  if (tab.unseen === null || articleId !== null) return { ...tab, unseen: null, articleId };
  // With access to all sites, the browser hides only the addresses of its own pages.
  const all = await browser.permissions.contains({ origins: [ALL_SITES] });
  return { ...tab, unseen: all ? 'browser' : 'hidden', articleId };
}

/**
 * The page in the active tab; null where there is none. Updated when tabs, saved articles or the access to sites
 * change. `look` updates it at once. `early`: what is known of it before this view is loaded.
 */
export function usePageOfWindow(
  db: Store,
  early: PageOfWindow | null = null,
): { page: PageOfWindow | null; look: () => Promise<unknown> } {
  const [page, setPage] = useState(early);
  // Takes only the answer to the last question, because answers may arrive in another order.
  const asked = useRef(0);
  const look = async () => {
    const own = ++asked.current;
    const found = await activePage().catch(() => null);
    if (own === asked.current) setPage(found);
  };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED);
    };
    void look();
    const { onActivated, onUpdated } = browser.tabs;
    onActivated.addListener(later);
    onUpdated.addListener(later);
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(later);
    onRemoved.addListener(later);
    // A click on the icon gives access to the tab without an event. The popup then reads the page, and afterwards the
    // person comes back to this view.
    addEventListener('focus', later);
    const session = browser.storage.session.onChanged;
    const lookIfRead = (changes: object) => TAB_READ in changes && later();
    session.addListener(lookIfRead);
    const stop = onChanged(db, ({ refs }) => refs.some(({ kind }) => kind === 'article') && later());
    return () => {
      asked.current++;
      clearTimeout(timer);
      onActivated.removeListener(later);
      onUpdated.removeListener(later);
      onAdded.removeListener(later);
      onRemoved.removeListener(later);
      removeEventListener('focus', later);
      session.removeListener(lookIfRead);
      stop();
    };
  }, [db]);
  return { page, look };
}
