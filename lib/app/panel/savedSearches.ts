import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Asked, SavedSearch } from '../../search/savedSearch.ts';
import { readSearches, SEARCHES_KEY } from '../keptSearches.ts';

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

/**
 * The searches that the person has saved under a name in this browser; `all` is null until they are read. `early`: what
 * local storage was found to hold; null where it has not been read.
 */
export function useSavedSearches(early: Record<string, unknown> | null = null) {
  const [all, setAll] = useState<SavedSearch[] | null>(early && readSearches(early[SEARCHES_KEY]));
  useEffect(() => {
    browser.storage.local.get(SEARCHES_KEY).then(
      ({ [SEARCHES_KEY]: kept }) => setAll(readSearches(kept)),
      () => setAll([]),
    );
    const listen = (changes: Record<string, { newValue?: unknown }>) =>
      SEARCHES_KEY in changes && setAll(readSearches(changes[SEARCHES_KEY]!.newValue));
    browser.storage.local.onChanged.addListener(listen);
    return () => browser.storage.local.onChanged.removeListener(listen);
  }, []);
  const keep = (next: SavedSearch[]) => browser.storage.local.set({ [SEARCHES_KEY]: next });
  return {
    all,
    add: (name: string, asked: Asked) => keep(withSearch(all ?? [], name, asked)),
    remove: (name: string) => keep((all ?? []).filter((one) => one.name !== name)),
  };
}
