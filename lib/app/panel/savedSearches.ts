import { browser } from 'wxt/browser';
import type { Asked, SavedSearch } from '../../search/savedSearch.ts';
import { readSearches, SEARCHES_KEY } from '../keptSearches.ts';
import { type EarlyItems, useStored } from '../useStored.ts';

/** A key that two searches share if their words and filters are the same. */
const keyOf = ({ words, filtering }: Asked): string =>
  JSON.stringify([
    words.trim(),
    Object.entries(filtering)
      .filter(([, value]) => value !== undefined)
      .sort(),
  ]);

/** The saved search with the same words and filters; null where there is none. */
export const sameSearch = (all: SavedSearch[], asked: Asked): SavedSearch | null =>
  all.find((one) => keyOf(one.asked) === keyOf(asked)) ?? null;

/** Adds a search to the list. Replaces a search with the same name. */
export const withSearch = (all: SavedSearch[], name: string, asked: Asked): SavedSearch[] => {
  const clean = name.trim();
  return clean === '' ? all : [...all.filter((one) => one.name !== clean), { name: clean, asked }];
};

/** The searches that the person has saved under a name in this browser; `all` is undefined until they are read. */
export function useSavedSearches(early: EarlyItems = null) {
  const [all] = useStored('local', SEARCHES_KEY, readSearches, early);
  const keep = (next: SavedSearch[]) => browser.storage.local.set({ [SEARCHES_KEY]: next });
  return {
    all,
    add: (name: string, asked: Asked) => keep(withSearch(all ?? [], name, asked)),
    remove: (name: string) => keep((all ?? []).filter((one) => one.name !== name)),
  };
}
