import { countCollection, onChanged, type Store } from '../store/index.ts';
import { z } from '../zod.ts';

// How many articles there are is remembered outside the database, so that one which was cleared or damaged is told from
// a collection in which nothing was saved yet.

const KEY = 'keptArticles';
const Count = z.int().check(z.minimum(0));

/** The part of `browser.storage.local` that is needed. */
type Local = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** How many articles there were when it was last remembered; 0 where nothing is known. */
export const keptArticles = async (local: Local): Promise<number> =>
  Count.safeParse((await local.get(KEY))[KEY]).data ?? 0;

/** Remembers how many articles there are now. */
export async function rememberCount(db: Store, local: Local): Promise<void> {
  const { articles } = await countCollection(db);
  if ((await keptArticles(local)) !== articles) await local.set({ [KEY]: articles });
}

/** Remembers the count after each change that this context makes or hears of. */
export const keepRemembering = (db: Store, local: Local): (() => void) =>
  onChanged(db, () => void rememberCount(db, local).catch(() => {}));
