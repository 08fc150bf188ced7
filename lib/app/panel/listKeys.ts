import type { ListOrder } from '../../store/index.ts';

/**
 * The two pages with the list: the side panel, and the collection in a tab. Each has its own state, because both can be
 * open.
 */
export type ListOf = 'panel' | 'tab';

/** The keys in local storage of the state of the list. */
export const LIST_KEYS: Record<ListOf, string> = { panel: 'panelList', tab: 'tabList' };

/** The key in session storage of the id of the article that the side panel shows. */
export const PANEL_ARTICLE = 'panelArticle';

/** The database index that gives an order of the list. `order` may be a stored value that is not yet checked. */
export const indexOfOrder = (order: unknown): ListOrder =>
  order === 'published' ? 'publishedAt' : 'capturedAt';

/** How many further rows are read when the user scrolls near the end of the list. */
export const STRETCH = 50;
