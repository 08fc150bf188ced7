import { applyImport, type ImportTarget, planImport } from '../../exchange/import.ts';
import { countCollection, forgetImport, importInto, isRecorded, type Store } from '../../store/index.ts';
import { type Backup, BackupError, type Folder, intactFile } from '../backup.ts';
import { importTarget } from '../options/importTarget.ts';
import { lostArticles } from '../remembered.ts';

type Local = Parameters<typeof importTarget>[1] & Parameters<typeof lostArticles>[0];

/**
 * The id of the import that restores a backup. Derived from the backup, so that an interrupted restoration is
 * recognised when it is repeated.
 */
export const importIdOf = ({ sha256: hash }: Backup): string =>
  `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;

/** Imports like `importTarget`, but also brings back marks that were deleted since. */
const restoreTarget = (db: Store, local: Local): ImportTarget => ({
  ...importTarget(db, local),
  begin: (importId, absentAt) => importInto(db, importId, absentAt, { revive: true }),
});

/**
 * Restores a backup into an empty collection, a few articles at a time. A restoration that fails is undone. One that a
 * closed browser has interrupted continues when it is repeated. If the database lost its articles and others were saved
 * since, adds the backup's articles to these, as an import does. Returns how many articles were restored. Throws a
 * `BackupError` where the file was altered, or where the collection has other articles.
 */
export async function restoreBackup(
  db: Store,
  local: Local,
  folder: Folder,
  backup: Backup,
): Promise<number> {
  const importId = importIdOf(backup);
  const isBegun = await isRecorded(db, importId);
  const isEmpty = (await countCollection(db)).articles === 0;
  const isOwn = isBegun || isEmpty;
  if (!isOwn && (await lostArticles(local)) === 0) throw new BackupError('notEmpty');
  const file = await intactFile(folder, backup);
  if (!isOwn) {
    const target = importTarget(db, local);
    return applyImport(target, file, await planImport(target, file));
  }
  const target = restoreTarget(db, local);
  const plan = { ...(await planImport(target, file)), importId };
  await applyImport(target, file, plan, { wholeOnly: true });
  await forgetImport(db, importId);
  return Object.values(plan.counts).reduce((sum, count) => sum + count, 0);
}
