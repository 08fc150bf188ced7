import { ARTICLE_OF_TAB } from '../background/articleTabs.ts';
import type { ListStart } from './listStart.ts';
import type { Unseen } from './ownTab.ts';
import type { PageOfWindow } from './usePageOfWindow.ts';

/**
 * The article that the side panel should show after the person went to another page; null where it should not change.
 * The panel follows the person only if it showed the article of the previous page. An article that was opened from the
 * list stays.
 */
export function followed(
  open: string | null,
  before: PageOfWindow | null,
  now: PageOfWindow | null,
): string | null {
  if (!now?.articleId || now.articleId === open || open === null) return null;
  return before?.articleId === open ? now.articleId : null;
}

/**
 * The bar at the top of the side panel: what it says about the page in the tab. `elsewhere`: the side panel shows an
 * article of another page.
 */
export type Beside =
  | { kind: 'unknown'; title: string; elsewhere: boolean }
  | { kind: 'unseen'; title: string; why: Unseen; elsewhere: boolean }
  | { kind: 'unsaved'; title: string; tabId: number; elsewhere: boolean }
  | { kind: 'saved'; title: string; articleId: string; elsewhere: boolean };

/**
 * The page of the active tab, as far as it is known when the side panel begins to show. The background notes the
 * article of a tab in session storage. Without such a note, the article is not known yet.
 */
export function earlyPage({ tab, stored }: Pick<ListStart, 'tab' | 'stored'>): PageOfWindow | null {
  if (!tab) return null;
  const noted = stored?.session[ARTICLE_OF_TAB + tab.tabId] as { articleId?: unknown } | undefined;
  const articleId = typeof noted?.articleId === 'string' ? noted.articleId : undefined;
  // Believes the note until the background has answered, because a tab that shows an article can have a hidden address.
  return { ...tab, unseen: articleId === undefined ? tab.unseen : null, articleId };
}

/**
 * Makes the bar for the page in the tab. Null without a page, and where the side panel shows the page's article.
 * `open`: the article that the side panel shows; null where it shows a list.
 */
export function besideOf(open: string | null, page: PageOfWindow | null): Beside | null {
  if (!page || (open !== null && page.articleId === open)) return null;
  const { title, tabId, articleId, unseen } = page;
  const elsewhere = open !== null;
  if (unseen) return { kind: 'unseen', title, why: unseen, elsewhere };
  if (articleId === undefined) return { kind: 'unknown', title, elsewhere };
  return articleId === null
    ? { kind: 'unsaved', title, tabId, elsewhere }
    : { kind: 'saved', title, articleId, elsewhere };
}
