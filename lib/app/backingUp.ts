import { countCollection, lastRevision, type Store } from '../store/index.ts';
import { z } from '../zod.ts';
import { type Backup, backupFolder, copyBackup, makeBackup } from './backup.ts';
import { outsideFolder } from './outsideFolder.ts';

// When a backup is made, by the background or by a click, and where its copy goes.

const KEY = 'backedUp';
/** What was backed up last: up to which revision, and what became of the copy in the chosen folder. */
const BackedUp = z.object({
  counter: z.int().check(z.minimum(0)),
  outside: z.enum(['none', 'copied', 'lapsed', 'failed']),
});
type BackedUp = z.infer<typeof BackedUp>;

/** The part of `browser.storage.local` that is needed. */
type Local = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** What is known of the last backup; null where there was none. */
export const lastBackup = async (local: Local): Promise<BackedUp | null> =>
  BackedUp.safeParse((await local.get(KEY))[KEY]).data ?? null;

/** Changes after which a backup is due: more in a big collection, whose backups take longer. */
const changesFor = (articles: number): number => Math.max(200, Math.ceil(articles / 10));

/** Whether so much was changed since the last backup that another is due. */
export async function backupDue(db: Store, local: Local): Promise<boolean> {
  // A collection that was begun anew counts from the beginning, below what was backed up.
  const since = Math.abs((await lastRevision(db)) - ((await lastBackup(local))?.counter ?? 0));
  return since >= changesFor((await countCollection(db)).articles);
}

/** Copies a backup into the chosen folder. Never throws: the backup itself is made by then. */
async function copyOutside(backup: Backup): Promise<BackedUp['outside']> {
  try {
    const known = await outsideFolder();
    if (!known) return 'none';
    if (!known.allowed) return 'lapsed';
    const own = await backupFolder();
    if (!own) return 'none';
    await copyBackup(own, known.folder, backup);
    return 'copied';
  } catch (error) {
    console.warn('Pizhu: backup not copied', error);
    return 'failed';
  }
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a backup of all that is kept, and copies it into the chosen folder where there is one. Null where nothing is
 * kept, where nothing has changed since the last (unless `anyway`), or where the browser has no place for it.
 */
export function backUp(
  db: Store,
  local: Local,
  { generator, now = new Date(), anyway = false }: { generator: string; now?: Date; anyway?: boolean },
): Promise<{ backup: Backup; outside: BackedUp['outside'] } | null> {
  const work = async () => {
    const folder = await backupFolder();
    if (!folder) return null;
    // Read first: what is changed while the backup is written belongs to the next.
    const counter = await lastRevision(db);
    if (!anyway && (await lastBackup(local))?.counter === counter) return null;
    const backup = await makeBackup(db, folder, generator, now);
    if (!backup) return null;
    const outside = await copyOutside(backup);
    await local.set({ [KEY]: { counter, outside } satisfies BackedUp });
    return { backup, outside };
  };
  // The background and a click write one after the other: they have one unfinished file.
  const locked = () => (globalThis.navigator?.locks ? navigator.locks.request('pizhu-backup', work) : work());
  const turn = last.then(locked, locked);
  last = turn.catch(() => {});
  return turn;
}

/** Copies the latest backup into the folder that was chosen or allowed just now. */
export async function copyLatest(local: Local, latest: Backup | undefined): Promise<BackedUp['outside']> {
  const outside = latest ? await copyOutside(latest) : 'none';
  const counter = (await lastBackup(local))?.counter ?? 0;
  await local.set({ [KEY]: { counter, outside } satisfies BackedUp });
  return outside;
}
