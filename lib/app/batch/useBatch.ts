import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { findByAddress, type Store } from '../../store/index.ts';
import { z } from '../../zod.ts';
import { ALL_SITES } from '../hostAccess.ts';
import {
  Batch,
  type BatchPage,
  batchOf,
  COLLECTED,
  FoundPage,
  isBegun,
  isLeft,
  originsOf,
  resumed,
  toRetry,
  withLeft,
} from './batch.ts';
import { becomeKeeper } from './keeper.ts';
import { KEPT } from './kept.ts';
import { runBatch } from './runBatch.ts';
import { closeOpenedTabs, closeTabsLeftBehind, tabBrowser } from './tabBrowser.ts';
import { useSitesToAsk } from './useSitesToAsk.ts';

/** The window whose tabs are to be saved, from the address of this page. Null for a batch of links. */
function windowAsked(): number | null {
  const asked = new URLSearchParams(location.search).get('window');
  return asked === null ? null : Number(asked);
}

/** The ids of the articles that are saved at these addresses, by address. */
async function articlesSaved(db: Store, urls: string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const url of urls) {
    const saved = URL.canParse(url) ? await findByAddress(db, { url, canonicalUrl: null }) : null;
    if (saved) ids.set(url, saved.id);
  }
  return ids;
}

async function prepared(db: Store, found: (FoundPage & { tabId?: number })[]): Promise<Batch> {
  const known = await articlesSaved(
    db,
    found.map(({ url }) => url),
  );
  return batchOf(found, (url) => known.has(url));
}

/** Loads the stored batch so that it can be continued. */
async function keptBatch(db: Store): Promise<Batch> {
  const { [KEPT]: kept } = await browser.storage.local.get(KEPT);
  const batch = Batch.safeParse(kept).data ?? { pages: [] };
  const saved = await articlesSaved(
    db,
    batch.pages.filter(isLeft).map(({ url }) => url),
  );
  return resumed(batch, (url) => saved.get(url) ?? null);
}

/** Takes the links that the background has collected out of the storage. Null where there are none. */
async function collectedLinks(): Promise<FoundPage[] | null> {
  const stored = await browser.storage.session.get(COLLECTED);
  await browser.storage.session.remove(COLLECTED);
  return z.array(FoundPage).safeParse(stored[COLLECTED]).data ?? null;
}

async function tabsOf(windowId: number): Promise<(FoundPage & { tabId?: number })[]> {
  const tabs = await browser.tabs.query({ windowId });
  return tabs.flatMap(({ id, url, title = '' }) =>
    id !== undefined && url ? [{ url, title, tabId: id }] : [],
  );
}

/** Whether the browser hides the address of a web page that is open in a window, because a permission is missing. */
async function hidesTabs(windowId: number): Promise<boolean> {
  const may = (asked: object) => browser.permissions.contains(asked);
  if ((await may({ permissions: ['tabs'] })) || (await may({ origins: [ALL_SITES] }))) return false;
  return (await browser.tabs.query({ windowId })).some(({ url }) => url === undefined);
}

/**
 * Calls `forget` when the stored batch is erased. Otherwise, an open page would go on with its batch and store it again.
 * Returns a function that stops listening.
 */
function onErased(forget: () => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEPT in changes && changes[KEPT]!.newValue === undefined) forget();
  };
  browser.storage.local.onChanged.addListener(listen);
  return () => browser.storage.local.onChanged.removeListener(listen);
}

/** The batch of this page: its pages, whether it is running, and the user's actions. `batch` is null while it loads. */
export function useBatch(db: Store) {
  const [batch, setBatch] = useState<Batch | null>(null);
  const [running, setRunning] = useState(false);
  const [stopping, setStopping] = useState(false);
  /** Whether the browser hides the addresses of tabs because a permission is missing. */
  const [hidden, setHidden] = useState(false);
  const latest = useRef<Batch>({ pages: [] });
  const stop = useRef(false);
  /** Whether the batch was started and has not ended. */
  const busy = useRef(false);
  /** Whether this page stores the batch. If several batch pages are open, only one of them does. */
  const keeps = useRef(false);
  /** The batch that was stored when this page was opened. Its unfinished pages are added to the new batch. */
  const earlier = useRef<Batch>({ pages: [] });
  /** Aborted when the stored batch is erased, to stop a running batch. A new controller then replaces it. */
  const erased = useRef(new AbortController());
  const windowId = useRef(windowAsked()).current;
  const take = (next: Batch) => {
    latest.current = next;
    setBatch(next);
    if (keeps.current) void browser.storage.local.set({ [KEPT]: next }).catch(() => {});
  };
  const takeTabs = async (id: number) => {
    const next = await prepared(db, await tabsOf(id));
    // Does not replace the list of a batch that was started meanwhile, because the batch refers to its pages by index.
    if (busy.current) return;
    setHidden(false);
    take(withLeft(next, isBegun(latest.current) ? latest.current : earlier.current));
  };
  useEffect(() => {
    const own = new AbortController();
    /**
     * The pages for which this page was opened: the tabs of a window, or collected links. Null where the stored batch
     * is to be continued.
     */
    const asked = async (): Promise<Batch | null> => {
      if (windowId !== null) {
        setHidden(await hidesTabs(windowId));
        return prepared(db, await tabsOf(windowId));
      }
      const links = await collectedLinks();
      return links && prepared(db, links);
    };
    // Falls back to the stored batch where the pages cannot be found. After a restart of the browser, for example,
    // the window of the tabs no longer exists.
    const found = asked().catch(() => null);
    const nothing = () => take({ pages: [] });
    becomeKeeper(own.signal, {
      keeps: () => {
        // Closes the tabs of the page that stored the batch before. That page is closed now.
        void closeTabsLeftBehind().catch(() => {});
        void found
          .then(async (next) => {
            earlier.current = await keptBatch(db);
            keeps.current = true;
            // Keeps the batch that is already shown here. The user may have started it while another page still stored
            // the earlier batch.
            const shown = latest.current.pages.length ? latest.current : next;
            take(shown ? withLeft(shown, earlier.current) : earlier.current);
          })
          .catch(nothing);
      },
      waits: () => void found.then((next) => take(next ?? { pages: [] })).catch(nothing),
    });
    addEventListener('pagehide', closeOpenedTabs);
    return () => {
      own.abort();
      removeEventListener('pagehide', closeOpenedTabs);
      stop.current = true;
    };
  }, [db]);
  useEffect(
    () =>
      onErased(() => {
        erased.current.abort();
        erased.current = new AbortController();
        earlier.current = { pages: [] };
        latest.current = { pages: [] };
        // Only shows the empty batch. Storing it would undo the erasure.
        setBatch(latest.current);
      }),
    [],
  );
  const takePages = (change: (page: BatchPage, at: number) => BatchPage) =>
    take({ ...latest.current, pages: latest.current.pages.map(change) });
  const note = (at: number, change: Partial<BatchPage>) =>
    takePages((page, i) => (i === at ? { ...page, ...change } : page));
  const run = async (isWanted: (at: number) => boolean) => {
    stop.current = false;
    const { signal } = erased.current;
    setRunning(true);
    take({ ...latest.current, begun: true });
    // Removes the window from this page's address. A reload then continues the batch instead of listing the tabs again.
    history.replaceState(null, '', location.pathname);
    const pages = latest.current.pages.map((page, at) => (isWanted(at) ? page : { ...page, chosen: false }));
    await runBatch(pages, {
      browser: {
        ...tabBrowser,
        // Does not save a page that was still loading when everything was erased.
        save: async (...asked) => {
          signal.throwIfAborted();
          return tabBrowser.save(...asked);
        },
      },
      note: (at, change) => signal.aborted || note(at, change),
      stopped: () => stop.current || signal.aborted,
    });
    setRunning(false);
    setStopping(false);
  };
  /**
   * Asks for access to the sites of the chosen pages, then saves the pages. If access is refused, the pages fail with
   * that reason. The browser accepts the request only during a click, so nothing is awaited before it. `prepare`
   * changes the pages first.
   */
  const begin = (prepare?: () => void, isWanted: (at: number) => boolean = () => true) => {
    // Ignores a second click while the browser still asks for access, so that no page is saved twice.
    if (busy.current) return;
    busy.current = true;
    prepare?.();
    const pages = latest.current.pages.filter((_, at) => isWanted(at));
    void browser.permissions
      .request({ origins: originsOf({ pages }) })
      .catch(() => false)
      .then(() => run(isWanted))
      .finally(() => {
        busy.current = false;
      });
  };
  return {
    batch,
    running,
    /** Whether the person has stopped the batch, and the pages under way are still being saved. */
    stopping,
    hidden,
    /** How many sites the browser will ask about at the start; null until this is known. */
    sitesToAsk: useSitesToAsk(batch),
    /**
     * Asks for the permission and shows the addresses of the window's tabs. The browser accepts the request only during
     * a click, so nothing is awaited before it.
     */
    showTabs: () => {
      if (busy.current) return;
      void browser.permissions
        .request({ permissions: ['tabs'] })
        .then(async (granted) => {
          if (!granted || windowId === null) return;
          try {
            await takeTabs(windowId);
          } finally {
            // Gives the permission back at once, because the addresses are known now, or could not be read.
            await browser.permissions.remove({ permissions: ['tabs'] });
          }
        })
        .catch(() => {});
    },
    start: () => begin(),
    stop: () => {
      stop.current = true;
      setStopping(true);
    },
    /** Saves the failed pages again. Loads again what did not load. */
    retry: () => begin(() => takePages((page) => (page.state === 'failed' ? toRetry(page) : page))),
    /** Saves a single page, even if it is no article. */
    saveAnyway: (at: number) =>
      begin(
        () => note(at, { state: 'waiting', code: null, anyway: true }),
        (one) => one === at,
      ),
    choose: (at: number, chosen: boolean) => note(at, { chosen }),
    chooseAll: (chosen: boolean) =>
      takePages((page) => (page.state === 'waiting' ? { ...page, chosen } : page)),
  };
}
