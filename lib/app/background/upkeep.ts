import { emptyTrash, readmit } from '../../store/index.ts';
import { backupFolder, deleteBackups, makeBackup } from '../backup.ts';
import type { Context } from './context.ts';

const KEY = 'upkeepAt';
const DAY_MS = 86_400_000;

/**
 * Does the daily upkeep when the background first wakes on a day. Erases expired trash, puts back quarantined rows that
 * this version can read, and makes a backup. A clock that was set back does not delay the upkeep.
 */
export async function keepUp({ browser, db }: Context, now = Date.now()): Promise<void> {
  const { [KEY]: last } = await browser.storage.local.get(KEY);
  if (typeof last === 'number' && Math.abs(now - last) < DAY_MS) return;
  await browser.storage.local.set({ [KEY]: now });
  if (await db.readOnly()) return;
  const erased = await emptyTrash(db);
  await readmit(db);
  const folder = await backupFolder();
  if (!folder) return;
  // Backups must not contain what was erased.
  if (erased > 0) await deleteBackups(folder);
  await makeBackup(db, folder, `Pizhu ${browser.runtime.getManifest().version}`, new Date(now));
}

/** Schedules the daily upkeep at the start of the background. Tasks that fail are tried again the next day. */
export function startUpkeep(context: Context): void {
  const run = () => void keepUp(context).catch((error) => console.warn('Pizhu: upkeep failed', error));
  // Lets the background first answer the message for which it was woken.
  setTimeout(run, 1000);
  // A new version may read what an earlier one could not.
  context.browser.runtime.onInstalled.addListener(
    () => void context.browser.storage.local.remove(KEY).then(run, run),
  );
}
