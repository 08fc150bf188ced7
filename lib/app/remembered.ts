import { countCollection, deviceOf, onChanged, type Store } from '../store/index.ts';
import { z } from '../zod.ts';

// The number of articles and the id of the database are also stored outside the database, in `browser.storage.local`.
// They tell a new database from one that was cleared or damaged: a cleared one is empty although articles were counted
// before. If articles were saved since, the changed id shows that it is a different database.

const KEY = 'keptArticles';
const DEVICE = 'keptDevice';
/** The key of the number of articles that a cleared or damaged database had. */
export const LOST = 'lostArticles';
/**
 * The schema of a stored number of articles. A function, so that a bundler can leave it out of the early script of a
 * page. That script must stay small, and imports only a key from here.
 */
const countSchema = () => z.int().check(z.minimum(0));

/** The part of `browser.storage.local` that this file uses. */
type Local = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** Reads a stored number of articles; 0 for anything else. */
export const readCount = (stored: unknown): number => countSchema().safeParse(stored).data ?? 0;

const count = async (local: Local, key: string): Promise<number> => readCount((await local.get(key))[key]);

/** The number of articles that was stored last; 0 where none was stored. */
export const keptArticles = (local: Local): Promise<number> => count(local, KEY);

/**
 * How many articles a lost database had. 0 where none was lost, and after the person has accepted the loss or restored
 * the articles.
 */
export const lostArticles = (local: Local): Promise<number> => count(local, LOST);

/**
 * Stores the present number of articles. If the database is a different one than before, also stores how many were
 * lost.
 */
export async function rememberCount(db: Store, local: Local): Promise<void> {
  const [{ articles }, device] = await Promise.all([countCollection(db), deviceOf(db)]);
  const [before, { [DEVICE]: known }] = await Promise.all([keptArticles(local), local.get(DEVICE)]);
  if (device && typeof known === 'string' && known !== device && before > articles)
    await local.set({ [LOST]: Math.max(before, await lostArticles(local)) });
  if (before !== articles || (articles > 0 && device !== known))
    await local.set({ [KEY]: articles, ...(device && { [DEVICE]: device }) });
}

/** Forgets that articles were lost. */
export async function acceptLoss(db: Store, local: Local): Promise<void> {
  await rememberCount(db, local);
  await local.set({ [LOST]: 0 });
}

/** Stores the number of articles after each change, wherever in the extension it is made. */
export const keepRemembering = (db: Store, local: Local): (() => void) =>
  onChanged(db, () => void rememberCount(db, local).catch(() => {}));
