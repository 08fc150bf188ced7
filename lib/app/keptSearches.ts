import { SavedSearch } from '../search/savedSearch.ts';

/** Where the searches that have names are kept in `browser.storage.local`. */
export const SEARCHES_KEY = 'savedSearches';

/** What can be read of the kept searches. */
export const readSearches = (kept: unknown): SavedSearch[] =>
  Array.isArray(kept) ? kept.flatMap((one) => SavedSearch.safeParse(one).data ?? []) : [];
