import { recognisedAddress } from '../../record/address.ts';
import { z } from '../../zod.ts';

/** The session storage key of the links that the background collected and the batch page takes. */
export const COLLECTED = 'batchLinks';

/** The local storage key of the last batch, which a closed page or browser leaves unfinished. */
export const KEPT = 'batch';

/** The most pages of one batch. A selection with more links is cut. */
export const MOST_PAGES = 500;

/** The length at which the words of a link are cut (UTF-16 units). */
const LONGEST_TITLE = 200;

/** A link or a tab, as it was found. */
export const FoundPage = z.object({ url: z.string(), title: z.string() });
export type FoundPage = z.infer<typeof FoundPage>;

/** The states of a page in a batch. Each has its sentence as `batch_STATE`. */
const STATES = ['waiting', 'working', 'saved', 'updated', 'failed'] as const;

const BatchPage = z.object({
  url: z.string(),
  title: z.string(),
  /**
   * The open tab that shows the page and stays open; null for a link, which the batch opens and closes in a tab of its
   * own.
   */
  tabId: z.nullable(z.int()),
  /** Whether the person wants the page saved. */
  chosen: z.boolean(),
  /** Whether the page was saved before the batch. */
  known: z.boolean(),
  state: z.enum(STATES),
  /** The code of the error; null where none occurred. */
  code: z.nullable(z.string()),
  /** The id of the saved article; null where the page is not saved yet. */
  articleId: z.nullable(z.string()),
});
export type BatchPage = z.infer<typeof BatchPage>;

/** The stored form of a batch. */
export const Batch = z.object({ pages: z.array(BatchPage) });
export type Batch = z.infer<typeof Batch>;

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

/** Makes a batch of the pages that can be saved, each once, with those chosen that are not saved yet. */
export function batchOf(found: (FoundPage & { tabId?: number })[], known: (url: string) => boolean): Batch {
  const addresses = new Set<string>();
  const pages: BatchPage[] = [];
  for (const { url, title, tabId = null } of found) {
    const address = recognisedAddress(url);
    if (!/^https?:/.test(url) || address === null || addresses.has(address)) continue;
    if (pages.length === MOST_PAGES) break;
    addresses.add(address);
    const isKnown = known(url);
    pages.push({
      url,
      title: title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE),
      tabId,
      chosen: !isKnown,
      known: isKnown,
      state: 'waiting',
      code: null,
      articleId: null,
    });
  }
  return { pages };
}

/** The match patterns of the sites with pages left to save, without repeats. */
export const originsOf = ({ pages }: Batch): string[] => [
  ...new Set(pages.filter(isDue).map(({ url }) => `*://${hostOf(url)}/*`)),
];

/** Whether a page is still to be saved. */
export const isDue = ({ chosen, state }: BatchPage): boolean => chosen && state === 'waiting';

/** The batch of a browser that was closed while a page was being saved: that page waits again. */
export const resumed = ({ pages }: Batch): Batch => ({
  pages: pages.map((page) => (page.state === 'working' ? { ...page, state: 'waiting' } : page)),
});

/** The number of chosen pages in each state. */
export function countsOf({ pages }: Batch): Record<BatchPage['state'], number> & { chosen: number } {
  const counts = { waiting: 0, working: 0, saved: 0, updated: 0, failed: 0, chosen: 0 };
  for (const { chosen, state } of pages) {
    if (!chosen) continue;
    counts.chosen++;
    counts[state]++;
  }
  return counts;
}
