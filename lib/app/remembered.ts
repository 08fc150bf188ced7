import { countCollection, onChanged, type Store } from '../store/index.ts';
import { z } from '../zod.ts';

// The number of articles is also stored outside the database. An empty database that once had articles was cleared or
// damaged; an empty database that had none is new.

const KEY = 'keptArticles';
const Count = z.int().check(z.minimum(0));

/** The part of `browser.storage.local` that this file uses. */
type Local = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** The number of articles stored last; 0 where none is stored. */
export const keptArticles = async (local: Local): Promise<number> =>
  Count.safeParse((await local.get(KEY))[KEY]).data ?? 0;

/** Stores the present number of articles. */
export async function rememberCount(db: Store, local: Local): Promise<void> {
  const { articles } = await countCollection(db);
  if ((await keptArticles(local)) !== articles) await local.set({ [KEY]: articles });
}

/** Stores the number of articles after each change in any context. */
export const keepRemembering = (db: Store, local: Local): (() => void) =>
  onChanged(db, () => void rememberCount(db, local).catch(() => {}));
