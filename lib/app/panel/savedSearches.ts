import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { z } from '../../zod.ts';
import { Asked } from './searchView.ts';

/** A search with a name. */
const SavedSearch = z.object({ name: z.string(), asked: Asked });
export type SavedSearch = z.infer<typeof SavedSearch>;

const KEY = 'savedSearches';

/** A key that is equal for two searches with the same words and filters. */
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

/** Adds a search to the list, and replaces the search that has its name. */
export const withSearch = (all: SavedSearch[], name: string, asked: Asked): SavedSearch[] => {
  const clean = name.trim();
  return clean === '' ? all : [...all.filter((one) => one.name !== clean), { name: clean, asked }];
};

/** Reads the stored searches, without invalid ones. */
const readAll = (kept: unknown): SavedSearch[] =>
  Array.isArray(kept) ? kept.flatMap((one) => SavedSearch.safeParse(one).data ?? []) : [];

/** The searches that the person has given names, in this browser. */
export function useSavedSearches() {
  const [all, setAll] = useState<SavedSearch[]>([]);
  useEffect(() => {
    browser.storage.local.get(KEY).then(
      ({ [KEY]: kept }) => setAll(readAll(kept)),
      () => {},
    );
    const listen = (changes: Record<string, { newValue?: unknown }>) =>
      KEY in changes && setAll(readAll(changes[KEY]!.newValue));
    browser.storage.local.onChanged.addListener(listen);
    return () => browser.storage.local.onChanged.removeListener(listen);
  }, []);
  const keep = (next: SavedSearch[]) => browser.storage.local.set({ [KEY]: next });
  return {
    all,
    add: (name: string, asked: Asked) => keep(withSearch(all, name, asked)),
    remove: (name: string) => keep(all.filter((one) => one.name !== name)),
  };
}
