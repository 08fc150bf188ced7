import { SavedSearch } from '../search/savedSearch.ts';

/** The key in `browser.storage.local` of the searches that a person has saved under a name. */
export const SEARCHES_KEY = 'savedSearches';

/** The saved searches that can be read. Leaves out damaged ones. */
export const readSearches = (kept: unknown): SavedSearch[] =>
  Array.isArray(kept) ? kept.flatMap((one) => SavedSearch.safeParse(one).data ?? []) : [];
