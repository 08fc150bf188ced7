import { countCollection, deviceOf, onChanged, type Store } from '../store/index.ts';
import { z } from '../zod.ts';

// The number of articles and the id of the database are also stored outside the database. An empty database that once had
// articles was cleared or damaged; an empty database that had none is new. Where something was saved before anybody
// looked, the database made anew is known by its id.

const KEY = 'keptArticles';
const DEVICE = 'keptDevice';
const LOST = 'lostArticles';
const Count = z.int().check(z.minimum(0));

/** The part of `browser.storage.local` that this file uses. */
type Local = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

const count = async (local: Local, key: string): Promise<number> =>
  Count.safeParse((await local.get(key))[key]).data ?? 0;

/** The number of articles stored last; 0 where none is stored. */
export const keptArticles = (local: Local): Promise<number> => count(local, KEY);

/** The number of articles of a database that was lost, until the person accepts that or restores them; else 0. */
export const lostArticles = (local: Local): Promise<number> => count(local, LOST);

/** Stores the present number of articles, and how many were lost where the database is another one than before. */
export async function rememberCount(db: Store, local: Local): Promise<void> {
  const [{ articles }, device] = await Promise.all([countCollection(db), deviceOf(db)]);
  const [before, { [DEVICE]: known }] = await Promise.all([keptArticles(local), local.get(DEVICE)]);
  if (device && typeof known === 'string' && known !== device && before > articles)
    await local.set({ [LOST]: Math.max(before, await lostArticles(local)) });
  if (before !== articles || (articles > 0 && device !== known))
    await local.set({ [KEY]: articles, ...(device && { [DEVICE]: device }) });
}

/** Forgets what was lost. */
export async function acceptLoss(db: Store, local: Local): Promise<void> {
  await rememberCount(db, local);
  await local.set({ [LOST]: 0 });
}

/** Stores the number of articles after each change in any context. */
export const keepRemembering = (db: Store, local: Local): (() => void) =>
  onChanged(db, () => void rememberCount(db, local).catch(() => {}));
