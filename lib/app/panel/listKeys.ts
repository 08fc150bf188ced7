/**
 * The two pages with the list: the side panel, and the collection in a tab. Each has its own state, because both can be
 * open.
 */
export type ListOf = 'panel' | 'tab';

/** The keys in local storage of the state of the list. */
export const LIST_KEYS: Record<ListOf, string> = { panel: 'panelList', tab: 'tabList' };

/** How many further rows are read when the user scrolls near the end of the list. */
export const STRETCH = 50;
