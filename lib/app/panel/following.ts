import type { PageOfWindow } from './usePageOfWindow.ts';

/**
 * The article that the panel changes to when another page comes beside it; null where it stays. It follows where it
 * shows the article of the page before, and never away from one that was opened from the list.
 */
export function followed(
  open: string | null,
  before: PageOfWindow | null,
  now: PageOfWindow | null,
): string | null {
  if (!now?.articleId || now.articleId === open || open === null) return null;
  return before?.articleId === open ? now.articleId : null;
}

/** What the bar above the panel says of the page beside it; null where nothing is to be said. */
export type Beside =
  | { kind: 'unsaved'; title: string; tabId: number; elsewhere: boolean }
  | { kind: 'saved'; title: string; articleId: string; elsewhere: boolean };

/** `open`: the article that the panel shows, null for a list. `elsewhere`: it is another than that of the page. */
export function besideOf(open: string | null, page: PageOfWindow | null): Beside | null {
  if (!page || (open !== null && page.articleId === open)) return null;
  const { title, tabId, articleId } = page;
  const elsewhere = open !== null;
  return articleId === null
    ? { kind: 'unsaved', title, tabId, elsewhere }
    : { kind: 'saved', title, articleId, elsewhere };
}
