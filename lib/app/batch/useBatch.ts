import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { findByAddress, type Store } from '../../store/index.ts';
import { z } from '../../zod.ts';
import { Batch, type BatchPage, batchOf, COLLECTED, FoundPage, KEPT, originsOf, resumed } from './batch.ts';
import { runBatch } from './runBatch.ts';
import { tabBrowser } from './tabBrowser.ts';

/** The window whose tabs are to be saved, from the address of this page. Null for a batch of links. */
function windowAsked(): number | null {
  const asked = new URLSearchParams(location.search).get('window');
  return asked === null ? null : Number(asked);
}

async function prepared(db: Store, found: (FoundPage & { tabId?: number })[]): Promise<Batch> {
  const known = new Set<string>();
  for (const { url } of found)
    if (URL.canParse(url) && (await findByAddress(db, { url, canonicalUrl: null }))) known.add(url);
  return batchOf(found, (url) => known.has(url));
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

/** The batch of this page: its pages, whether it is running, and the user's actions. `batch` is null while it loads. */
export function useBatch(db: Store) {
  const [batch, setBatch] = useState<Batch | null>(null);
  const [running, setRunning] = useState(false);
  /** Whether the browser hides the addresses of tabs because a permission is missing. */
  const [hidden, setHidden] = useState(false);
  const latest = useRef<Batch>({ pages: [] });
  const stop = useRef(false);
  const windowId = windowAsked();
  const take = (next: Batch) => {
    latest.current = next;
    setBatch(next);
    void browser.storage.local.set({ [KEPT]: next }).catch(() => {});
  };
  const takeTabs = async (id: number) => take(await prepared(db, await tabsOf(id)));
  useEffect(() => {
    (async () => {
      if (windowId !== null) {
        setHidden(!(await browser.permissions.contains({ permissions: ['tabs'] })));
        return takeTabs(windowId);
      }
      const links = await collectedLinks();
      if (links) return take(await prepared(db, links));
      const kept = await browser.storage.local.get(KEPT);
      take(resumed(Batch.safeParse(kept[KEPT]).data ?? { pages: [] }));
    })().catch(() => take({ pages: [] }));
    return () => {
      stop.current = true;
    };
  }, [db]);
  const note = (at: number, change: Partial<BatchPage>) =>
    take({ pages: latest.current.pages.map((page, i) => (i === at ? { ...page, ...change } : page)) });
  const run = async () => {
    stop.current = false;
    setRunning(true);
    await runBatch(latest.current.pages, { browser: tabBrowser, note, stopped: () => stop.current });
    setRunning(false);
  };
  return {
    batch,
    running,
    hidden,
    /**
     * Asks for the permission and shows the addresses of the window's tabs. The browser accepts the request only during
     * a click, so nothing is awaited before it.
     */
    showTabs: () =>
      void browser.permissions
        .request({ permissions: ['tabs'] })
        .then(async (granted) => {
          if (!granted || windowId === null) return;
          setHidden(false);
          await takeTabs(windowId);
          // Gives the permission back at once, because the addresses are known now.
          await browser.permissions.remove({ permissions: ['tabs'] });
        })
        .catch(() => {}),
    /**
     * Asks for access to the sites of the chosen pages, then saves the pages. If access is refused, the pages fail with
     * that reason.
     */
    start: () =>
      void browser.permissions
        .request({ origins: originsOf(latest.current) })
        .catch(() => false)
        .then(run),
    stop: () => {
      stop.current = true;
    },
    retry: () =>
      take({
        pages: latest.current.pages.map((page) =>
          page.state === 'failed' ? { ...page, state: 'waiting', code: null } : page,
        ),
      }),
    choose: (at: number, chosen: boolean) => note(at, { chosen }),
    chooseAll: (chosen: boolean) =>
      take({
        pages: latest.current.pages.map((page) => (page.state === 'waiting' ? { ...page, chosen } : page)),
      }),
  };
}
