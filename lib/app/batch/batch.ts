import { SnapshotOutcome } from '../../messages/schema.ts';
import { recognisedAddress } from '../../record/address.ts';
import { z } from '../../zod.ts';
import { pagesOf } from '../hostAccess.ts';

/**
 * The key in session storage under which the background leaves links for the batch page, which saves many pages at
 * once.
 */
export const COLLECTED = 'batchLinks';

/** The most pages of one batch. Further links of a selection are left out. */
export const MOST_PAGES = 500;

/** The length in UTF-16 units to which a link's text is cut. */
const LONGEST_TITLE = 200;

/** A link or an open tab, as found. */
export const FoundPage = z.object({ url: z.string(), title: z.string() });
export type FoundPage = z.infer<typeof FoundPage>;

/** The states of a page in a batch. The message `batch_STATE` names each for the user. */
const STATES = ['waiting', 'working', 'saved', 'updated', 'failed'] as const;

const BatchPage = z.object({
  url: z.string(),
  title: z.string(),
  /**
   * The open tab that shows the page, which the batch does not close. Null for a link, which the batch opens in a new
   * tab and closes again.
   */
  tabId: z.nullable(z.int()),
  /** Whether the person wants to save the page. */
  chosen: z.boolean(),
  /** Whether the page was saved before the batch. */
  known: z.boolean(),
  state: z.enum(STATES),
  /** The code of the error; null where there was none. */
  code: z.nullable(z.string()),
  /** The id of the saved article; null where the page is not saved yet. */
  articleId: z.nullable(z.string()),
  /** What became of the page's snapshot. Absent where that is not known. */
  snapshot: z.optional(SnapshotOutcome),
  /** Whether the person wants to save the page even if it is no article. */
  anyway: z.optional(z.boolean()),
});
export type BatchPage = z.infer<typeof BatchPage>;

/** The stored form of a batch. */
export const Batch = z.object({
  pages: z.array(BatchPage),
  /**
   * Whether the person has started the batch. Also true where the batch has pages of an earlier batch that was started.
   */
  begun: z.optional(z.boolean()),
});
export type Batch = z.infer<typeof Batch>;

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

/**
 * Makes a batch of the pages that can be saved, each once. Pages that are not saved yet are chosen at first. `known`:
 * whether a page is saved.
 */
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

/** The match patterns of the sites with pages that are still to be saved, each once. */
export const originsOf = ({ pages }: Batch): string[] => originsAt(pages.filter(isDue));

/** The match patterns of the sites of pages, each once. */
export const originsAt = (pages: BatchPage[]): string[] => [
  ...new Set(pages.map(({ url }) => pagesOf(hostOf(url)))),
];

/** The codes of errors after which the page must be loaded again, because what the tab shows is no page of the site. */
const LOAD_AGAIN = new Set(['notLoaded', 'noPage', 'pageNotFound', 'siteRefused', 'siteFailed']);
/** The codes of pages that were read, but look like no article. They can be saved all the same. */
const SAVED_ANYWAY = new Set([
  'pageNotFound',
  'siteRefused',
  'siteFailed',
  'notHtml',
  'notArticle',
  'notArticleButLinks',
]);

/** Whether a page was not saved only because it looks like no article. */
export const canSaveAnyway = ({ state, code }: BatchPage): boolean =>
  state === 'failed' && code !== null && SAVED_ANYWAY.has(code);

/** Makes a failed page wait again. Where it must be loaded again, it is opened in a new tab like a link. */
export const toRetry = (page: BatchPage): BatchPage => ({
  ...page,
  state: 'waiting',
  code: null,
  tabId: page.code !== null && LOAD_AGAIN.has(page.code) ? null : page.tabId,
});

/** Whether a page is still to be saved. */
export const isDue = ({ chosen, state }: BatchPage): boolean => chosen && state === 'waiting';

/**
 * Whether the user has started a batch. A batch stored by an earlier version lacks `begun`. There, a page that no
 * longer waits shows that the batch was started.
 */
export const isBegun = ({ begun, pages }: Batch): boolean =>
  begun === true || pages.some(({ state }) => state !== 'waiting');

/** Whether the batch was started and none of the chosen pages is left to save. */
export const isFinished = (batch: Batch): boolean =>
  isBegun(batch) && batch.pages.some(({ chosen }) => chosen) && !batch.pages.some(isLeft);

/** Whether the batch was interrupted before this page was saved. */
export const isLeft = (page: BatchPage): boolean => page.state === 'working' || isDue(page);

/**
 * Prepares a batch to be continued after its page or the browser was closed. Unfinished pages wait again, unless they
 * are saved by now: the page that was being saved may have been saved after all. `articleAt`: the id of the article
 * saved at an address; null where there is none.
 */
export const resumed = (batch: Batch, articleAt: (url: string) => string | null): Batch => ({
  begun: isBegun(batch),
  pages: batch.pages.map((page) => {
    if (!isLeft(page)) return page;
    // Ignores the article of a page that was saved before the batch, because it does not show that the batch has saved
    // the page.
    const articleId = page.known ? null : articleAt(page.url);
    return articleId ? { ...page, state: 'saved', articleId } : { ...page, state: 'waiting' };
  }),
});

/** Adds the unfinished pages of an earlier batch to a new one, so that no page is lost. */
export function withLeft(next: Batch, earlier: Batch): Batch {
  const addresses = new Set(next.pages.map(({ url }) => recognisedAddress(url)));
  const left = isBegun(earlier)
    ? earlier.pages.filter((page) => isDue(page) && !addresses.has(recognisedAddress(page.url)))
    : [];
  return left.length ? { begun: true, pages: [...next.pages, ...left] } : next;
}

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
