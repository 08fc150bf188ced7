import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';
import { onChanged, type Store } from '../../store/index.ts';
import { ownTab } from './ownTab.ts';

/** The page in the active tab of the window with this side panel. */
export type PageOfWindow = {
  tabId: number;
  /** Empty where the browser hides the title. */
  title: string;
  /** The saved article of the page; null where the page is not saved, undefined until this is known. */
  articleId: string | null | undefined;
};

/** Milliseconds to wait after a tab has changed before its page is looked up. */
const SETTLED = 150;

async function activePage(): Promise<PageOfWindow | null> {
  const tab = await ownTab(browser);
  if (!tab) return null;
  const { articleId } = await ask('tab.article', { tabId: tab.tabId });
  return { ...tab, articleId };
}

/**
 * The page in the active tab; null where there is none. Updated when tabs or saved articles change. `look` updates it
 * at once. `early`: what is known of it before this view is loaded.
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
    const stop = onChanged(db, ({ refs }) => refs.some(({ kind }) => kind === 'article') && later());
    return () => {
      asked.current++;
      clearTimeout(timer);
      onActivated.removeListener(later);
      onUpdated.removeListener(later);
      stop();
    };
  }, [db]);
  return { page, look };
}
