import { emptyTrash, onChanged, readmit } from '../../store/index.ts';
import { backUp, backupDue } from '../backingUp.ts';
import { backupFolder, deleteBackups } from '../backup.ts';
import type { Context } from './context.ts';
import { gently } from './gently.ts';

const KEY = 'upkeepAt';
const DAY_MS = 86_400_000;

/**
 * Daily maintenance, done when the background first starts on a day. Erases expired trash, and makes a backup. Puts
 * back rows of the database that were set aside as unreadable, if this version can read them. Also done if the clock
 * was set back by a day or more.
 */
export async function keepUp({ browser, db }: Context, now = Date.now()): Promise<void> {
  const { [KEY]: last } = await browser.storage.local.get(KEY);
  if (typeof last === 'number' && Math.abs(now - last) < DAY_MS) return;
  await browser.storage.local.set({ [KEY]: now });
  if (await db.readOnly()) return;
  const erased = await emptyTrash(db);
  await readmit(db);
  // Deletes earlier backups, because they must not contain what has been erased for good.
  if (erased > 0) await deleteBackups(await backupFolder());
  await backUp(db, browser.storage.local, {
    generator: generatorOf(browser),
    now: new Date(now),
    between: gently(browser.runtime),
  });
}

const generatorOf = (browser: Context['browser']) => `Pizhu ${browser.runtime.getManifest().version}`;

/**
 * Milliseconds from a change to the check whether a backup is due. Changes often come in quick succession, and one
 * check is enough.
 */
const SETTLED = 10_000;

/** Makes a backup as soon as many things have changed, without waiting for the daily one. */
async function backUpAfterChanges({ browser, db }: Context): Promise<void> {
  if (await db.readOnly()) return;
  if (await backupDue(db, browser.storage.local))
    await backUp(db, browser.storage.local, {
      generator: generatorOf(browser),
      between: gently(browser.runtime),
    });
}

/** Schedules the daily maintenance when the background starts. If it fails, it is tried again the next day. */
export function startUpkeep(context: Context): void {
  const failed = (error: unknown) => console.warn('Pizhu: upkeep failed', error);
  const run = () =>
    void keepUp(context)
      .then(() => backUpAfterChanges(context), failed)
      .catch(failed);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onChanged(context.db, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void backUpAfterChanges(context).catch(failed), SETTLED);
  });
  // Waits a second, because the background was started by a message, which it should answer first.
  setTimeout(run, 1000);
  // Runs at once after an update, because a new version may be able to read rows that an earlier one could not.
  context.browser.runtime.onInstalled.addListener(
    () => void context.browser.storage.local.remove(KEY).then(run, run),
  );
}
