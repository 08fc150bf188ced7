import type { SnapshotOutcome } from '../../messages/schema.ts';
import { type BatchPage, hostOf, isDue } from './batch.ts';

/** The browser functions that the batch needs. Tests pass fake ones. */
export type BatchBrowser = {
  /** Whether a tab is still open and still shows a page. */
  shows: (tabId: number, url: string) => Promise<boolean>;
  /** Opens a page in a new background tab and waits until it has loaded. Returns the id of the tab. */
  open: (url: string) => Promise<number>;
  /** Reads and saves the page of a tab. `anyway`: even if it is no article. */
  save: (
    tabId: number,
    page: { url: string; anyway: boolean },
  ) => Promise<{ articleId: string; created: boolean; snapshot?: SnapshotOutcome | undefined }>;
  close: (tabId: number) => Promise<unknown>;
  /** Waits between two pages of one site. */
  pause: () => Promise<unknown>;
};

type Run = {
  browser: BatchBrowser;
  /** Changes the state of the page at index `at`. */
  note: (at: number, change: Partial<BatchPage>) => void;
  /** Whether the person has stopped the batch. No further page may then be started. */
  stopped: () => boolean;
};

/** The number of sites from which pages are open at the same time. */
const SITES_AT_ONCE = 3;

async function saveOne(
  { browser }: Run,
  { url, anyway = false }: BatchPage,
  tabId: number | null,
): Promise<Partial<BatchPage>> {
  let opened: number | null = null;
  try {
    opened = tabId === null ? await browser.open(url) : null;
    const { articleId, created, snapshot } = await browser.save(tabId ?? opened!, { url, anyway });
    return { state: created ? 'saved' : 'updated', articleId, code: null, ...(snapshot && { snapshot }) };
  } catch (error) {
    return { state: 'failed', code: (error as { code?: string } | null)?.code ?? 'unexpected' };
  } finally {
    if (opened !== null) await browser.close(opened).catch(() => {});
  }
}

/**
 * Saves the chosen pages that are waiting. Opens only one page of each site at a time, and pauses between pages of a
 * site. Resolves when all pages are done or, after a stop, when those already started are done.
 */
export async function runBatch(pages: BatchPage[], run: Run): Promise<void> {
  const sites = new Map<string, number[]>();
  pages.forEach((page, at) => {
    if (!isDue(page)) return;
    const host = hostOf(page.url);
    sites.set(host, [...(sites.get(host) ?? []), at]);
  });
  const queue = [...sites.values()];
  const next = async (): Promise<void> => {
    for (let site = queue.shift(); site && !run.stopped(); site = queue.shift())
      for (const [i, at] of site.entries()) {
        if (run.stopped()) return;
        const page = pages[at]!;
        // Checks that the recorded tab still shows the page: the user may have closed the tab or gone on in it. After a
        // restart, its id may be that of another tab.
        const isShown = page.tabId !== null && (await run.browser.shows(page.tabId, page.url));
        const tabId = isShown ? page.tabId : null;
        if (i > 0 && tabId === null) await run.browser.pause();
        if (run.stopped()) return;
        run.note(at, { state: 'working' });
        run.note(at, await saveOne(run, page, tabId));
      }
  };
  await Promise.all(Array.from({ length: SITES_AT_ONCE }, next));
}
