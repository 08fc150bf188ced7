import { type Extras, withoutEmpty } from '../exchange/extras.ts';
import {
  ChosenSettings,
  chosenSettings,
  countSettings,
  newSettings,
  withoutSettings,
  withSettings,
} from '../record/settings.ts';
import { SavedSearch } from '../search/savedSearch.ts';
import { listTagInfo, missingExtras, type Store, trashEntries, write } from '../store/index.ts';
import { z } from '../zod.ts';
import { readSearches, SEARCHES_KEY } from './keptSearches.ts';
import { changeSettings, type Local, settingsNow } from './settings.ts';

// Reads and writes the extras, which are everything in an exported file except the articles. Tags and trash are in the
// database, searches and settings in `browser.storage.local`.

const searchesOf = async (local: Local): Promise<SavedSearch[]> =>
  readSearches((await local.get(SEARCHES_KEY))[SEARCHES_KEY]);

/** Collects the tags, searches and settings for an export. `trash`: whether to include the trash, too. */
export async function extrasNow(db: Store, local: Local, { trash = false } = {}): Promise<Extras> {
  return withoutEmpty({
    tags: [...(await listTagInfo(db)).values()],
    searches: await searchesOf(local),
    settings: chosenSettings(await settingsNow(local)),
    ...(trash ? { trash: await trashEntries(db) } : {}),
  });
}

/** The searches and settings of an import file that are missing here. Searches with the same name count as the same. */
async function missingHere(local: Local, { searches = [], settings = {} }: Extras) {
  const names = new Set((await searchesOf(local)).map(({ name }) => name));
  return {
    searches: searches.filter(({ name }, i) => {
      const isFirst = searches.findIndex((one) => one.name === name) === i;
      return isFirst && name.trim() === name && name !== '' && !names.has(name);
    }),
    settings: newSettings(await settingsNow(local), settings),
  };
}

/** Returns those extras of an import file that are missing here. */
export async function newExtras(db: Store, local: Local, extras: Extras): Promise<Extras> {
  const stored = await missingExtras(db, { tags: extras.tags ?? [], trash: extras.trash ?? [] });
  return withoutEmpty({ ...stored, ...(await missingHere(local, extras)) });
}

const UNDO_KEY = 'importedExtras';
/** The searches and settings that the last import added to `browser.storage.local`. */
const Imported = z.object({
  importId: z.string(),
  searches: z.array(SavedSearch),
  ...ChosenSettings.shape,
});

/**
 * Adds tags, trash, searches and settings of an import file that are missing here. Records them under the import's id,
 * so that undoing the import removes them again.
 */
export async function addExtras(db: Store, local: Local, importId: string, extras: Extras): Promise<void> {
  const { tags = [], trash = [] } = extras;
  if (tags.length + trash.length > 0)
    await write(db, { id: crypto.randomUUID(), type: 'importExtras', importId, tags, trash });
  const { searches, settings } = await missingHere(local, extras);
  if (searches.length === 0 && countSettings(settings) === 0) return;
  const before = Imported.safeParse((await local.get(UNDO_KEY))[UNDO_KEY]).data;
  const own = before?.importId === importId ? before : null;
  const added = {
    importId,
    searches: [...(own?.searches ?? []), ...searches],
    ...withSettings(own ?? {}, settings),
  };
  // Records the additions before making them, because the browser may close in between.
  await local.set({ [UNDO_KEY]: added });
  if (searches.length) await local.set({ [SEARCHES_KEY]: [...(await searchesOf(local)), ...searches] });
  await changeSettings(local, withSettings(await settingsNow(local), settings));
}

/** Removes the searches and settings that an import added, except those that were changed since. */
export async function removeExtras(local: Local, importId: string): Promise<void> {
  const added = Imported.safeParse((await local.get(UNDO_KEY))[UNDO_KEY]).data;
  if (added?.importId !== importId) return;
  const same = new Set(added.searches.map((one) => JSON.stringify(one)));
  const all = await searchesOf(local);
  const kept = all.filter((one) => !same.has(JSON.stringify(one)));
  if (kept.length < all.length) await local.set({ [SEARCHES_KEY]: kept });
  await changeSettings(local, withoutSettings(await settingsNow(local), added));
  await local.set({ [UNDO_KEY]: null });
}
