import type { PageOfWindow } from './usePageOfWindow.ts';

/**
 * The article that the panel shows after the person has moved to another page; null where the panel does not change.
 * The panel follows only while it shows the article of the previous page, never away from an article opened from the
 * list.
 */
export function followed(
  open: string | null,
  before: PageOfWindow | null,
  now: PageOfWindow | null,
): string | null {
  if (!now?.articleId || now.articleId === open || open === null) return null;
  return before?.articleId === open ? now.articleId : null;
}

/** What the bar above the panel says of the page in the tab; null where it says nothing. */
export type Beside =
  | { kind: 'unsaved'; title: string; tabId: number; elsewhere: boolean }
  | { kind: 'saved'; title: string; articleId: string; elsewhere: boolean };

/**
 * `open`: the article that the panel shows, null for a list. `elsewhere`: that article is not the article of the page.
 */
export function besideOf(open: string | null, page: PageOfWindow | null): Beside | null {
  if (!page || (open !== null && page.articleId === open)) return null;
  const { title, tabId, articleId } = page;
  const elsewhere = open !== null;
  return articleId === null
    ? { kind: 'unsaved', title, tabId, elsewhere }
    : { kind: 'saved', title, articleId, elsewhere };
}
