import { browser } from 'wxt/browser';
import { countCollection, lastRevision, type Store } from '../store/index.ts';
import { z } from '../zod.ts';
import { type Backup, type Between, backupFolder, copyBackup, KEPT, makeBackup } from './backup.ts';
import { extrasNow } from './extras.ts';
import { copyToDownloads, downloadsCopies } from './outsideDownloads.ts';
import { outsideFolder } from './outsideFolder.ts';
import { lostArticles } from './remembered.ts';

// Decides when the background makes a backup, and copies each backup into the folder that the person chose.

const KEY = 'backedUp';
/**
 * A record of the last backup. `counter`: the number of the last change that it contains. `outside`: the result of
 * copying it to the folder that the user chose; `lapsed` means that the browser has withdrawn access to that folder.
 */
const BackedUp = z.object({
  counter: z.int().check(z.minimum(0)),
  outside: z.enum(['none', 'copied', 'lapsed', 'failed']),
});
type BackedUp = z.infer<typeof BackedUp>;

/** The part of `browser.storage.local` that this file needs. */
type Local = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** Reads the record of the last backup; null where there was none. */
export const lastBackup = async (local: Local): Promise<BackedUp | null> =>
  BackedUp.safeParse((await local.get(KEY))[KEY]).data ?? null;

/** The number of changes after which a backup is due. Larger for a big collection, because its backups take longer. */
const changesFor = (articles: number): number => Math.max(200, Math.ceil(articles / 10));

/** Whether enough has changed since the last backup to make another one. */
export async function backupDue(db: Store, local: Local): Promise<boolean> {
  // Takes the absolute difference. If the collection was replaced by a new one, its counter starts again and may be
  // lower than the counter in the backup.
  const since = Math.abs((await lastRevision(db)) - ((await lastBackup(local))?.counter ?? 0));
  return since >= changesFor((await countCollection(db)).articles);
}

/**
 * How many backups are kept. Keeps all backups while articles are missing from the database, because an older backup
 * may have the only copy of them.
 */
const backupsKept = async (local: Local): Promise<number> =>
  (await lostArticles(local)) > 0 ? Number.POSITIVE_INFINITY : KEPT;

/**
 * Copies a backup into the folder that the person chose, or into the downloads. Never throws, because the backup itself
 * exists already.
 */
async function copyOutside(backup: Backup, keep: number): Promise<BackedUp['outside']> {
  try {
    const own = await backupFolder();
    if (!own) return 'none';
    const known = await outsideFolder();
    if (known && !known.allowed) return 'lapsed';
    if (known) await copyBackup(own, known.folder, backup, keep);
    else if (await downloadsCopies())
      await copyToDownloads(browser.downloads, browser.runtime.id, own, backup, keep);
    else return 'none';
    return 'copied';
  } catch (error) {
    console.warn('Pizhu: backup not copied', error);
    return 'failed';
  }
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a backup of the collection, and copies it into the folder that the person chose, if any. Returns null in three
 * cases: the collection is empty; nothing has changed since the last backup (ignored with `anyway`); the browser has no
 * place for backups. `between` is awaited between the parts of the work.
 */
export function backUp(
  db: Store,
  local: Local,
  {
    generator,
    now = new Date(),
    anyway = false,
    between,
  }: { generator: string; now?: Date; anyway?: boolean; between?: Between },
): Promise<{ backup: Backup; outside: BackedUp['outside'] } | null> {
  const work = async () => {
    const folder = await backupFolder();
    if (!folder) return null;
    // Reads the counter before making the backup, so that a change made meanwhile leads to another backup.
    const counter = await lastRevision(db);
    if (!anyway && (await lastBackup(local))?.counter === counter) return null;
    const keep = await backupsKept(local);
    const backup = await makeBackup(db, folder, generator, now, await extrasNow(db, local), keep, between);
    if (!backup) return null;
    const outside = await copyOutside(backup, keep);
    await local.set({ [KEY]: { counter, outside } satisfies BackedUp });
    return { backup, outside };
  };
  return betweenBackups(work);
}

/**
 * Does work while no backup is being made; waits for a backup under way. The background and open pages of the extension
 * write to the same unfinished file. So a lock lets only one of them do so at a time.
 */
export function betweenBackups<T>(work: () => Promise<T>): Promise<T> {
  const locked = () => (globalThis.navigator?.locks ? navigator.locks.request('pizhu-backup', work) : work());
  const turn = last.then(locked, locked);
  last = turn.catch(() => {});
  return turn as Promise<T>;
}

/** Copies the latest backup into a folder that the person has just chosen or allowed again. */
export async function copyLatest(local: Local, latest: Backup | undefined): Promise<BackedUp['outside']> {
  const outside = latest ? await copyOutside(latest, await backupsKept(local)) : 'none';
  const counter = (await lastBackup(local))?.counter ?? 0;
  await local.set({ [KEY]: { counter, outside } satisfies BackedUp });
  return outside;
}
