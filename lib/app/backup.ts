import { type Extras, readExtras } from '../exchange/extras.ts';
import { ExportWriter, parseExport } from '../exchange/json.ts';
import { sha256 } from '../record/sha256.ts';
import { articleIds, bundlesInTurn, restoreIntoEmpty, type Store, unreadOf } from '../store/index.ts';
import { type Folder, ownFolder } from './ownFolder.ts';

export type { Folder };

/** How many backups are kept. The oldest is deleted first. */
export const KEPT = 5;
/**
 * The name of a backup file: the time when it was made (UTC, without colons), the number of articles, and the SHA-256
 * of the file.
 */
export const backupName = /^(?:pizhu-)?(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)\.(\d+)\.([0-9a-f]{64})\.json$/;
const UNFINISHED = 'unfinished.json';

/**
 * A backup: the name of its file, the time when it was made (ISO 8601, UTC), the number of articles, and the SHA-256 of
 * the file.
 */
export type Backup = { name: string; at: string; articles: number; sha256: string };

/** The folder for backups; null where the browser has no private file system. */
export const backupFolder = (): Promise<Folder | null> => ownFolder('backups');

/** The backups in a folder, the latest first. */
export async function listBackups(folder: Folder): Promise<Backup[]> {
  const found: Backup[] = [];
  for await (const name of folder.keys()) {
    const [, at, articles, hash] = backupName.exec(name) ?? [];
    if (at && hash)
      found.push({
        name,
        at: `${at.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')}Z`,
        articles: Number(articles),
        sha256: hash,
      });
  }
  return found.sort((a, b) => (a.name < b.name ? 1 : -1));
}

/**
 * Writes the whole collection into a backup, in the format of an export. Then deletes the oldest backups beyond `keep`.
 * The file gets its final name only when complete, so an interrupted write leaves no broken backup. Null where the
 * collection is empty.
 */
export async function makeBackup(
  db: Store,
  folder: Folder,
  generator: string,
  now = new Date(),
  extras: Extras = {},
  keep = KEPT,
): Promise<Backup | null> {
  const ids = await articleIds(db);
  if (ids.length === 0) return null;
  const writer = new ExportWriter(generator, now, { leftOut: await unreadOf(db, ids), extras });
  const parts = [writer.opening()];
  for await (const bundles of bundlesInTurn(db, ids))
    for (const bundle of bundles) parts.push(await writer.article(bundle));
  const file = new Blob([...parts, await writer.closing()]);
  const hash = await sha256(file);
  const at = now.toISOString().slice(0, 19);
  const name = `${at.replaceAll(':', '-')}.${ids.length}.${hash}.json`;
  const handle = await folder.getFileHandle(UNFINISHED, { create: true });
  const writing = await handle.createWritable();
  await writing.write(file);
  await writing.close();
  await (handle as unknown as { move(name: string): Promise<void> }).move(name);
  for (const old of (await listBackups(folder)).slice(keep)) await folder.removeEntry(old.name);
  return { name, at: `${at}Z`, articles: ids.length, sha256: hash };
}

/**
 * Copies a backup into a folder that the person chose, and deletes the oldest copies there. The name of a copy begins
 * with `pizhu-`, and other files are not touched.
 */
export async function copyBackup(from: Folder, to: Folder, { name }: Backup, keep = KEPT): Promise<void> {
  const file = await (await from.getFileHandle(name)).getFile();
  const writing = await (await to.getFileHandle(`pizhu-${name}`, { create: true })).createWritable();
  await writing.write(file);
  // The browser replaces the file only when the writing is closed.
  await writing.close();
  for (const old of (await listBackups(to)).slice(keep)) await to.removeEntry(old.name);
}

/** Why a backup was not restored. */
class BackupError extends Error {
  constructor(readonly code: 'backupBroken' | 'notEmpty') {
    super(code);
  }
}

/** The file of a backup. Throws a `BackupError` where the file no longer has its SHA-256. */
export async function intactFile(folder: Folder, { name, sha256: hash }: Backup): Promise<Blob> {
  const file = await (await folder.getFileHandle(name)).getFile();
  if ((await sha256(file)) !== hash) throw new BackupError('backupBroken');
  return file;
}

/**
 * Restores a backup into an empty collection. Passes everything in the backup except the articles to `addExtras`.
 * Throws a `BackupError` where the file was altered, or where the collection is not empty: only an import can merge.
 */
export async function restoreBackup(
  db: Store,
  folder: Folder,
  backup: Backup,
  addExtras: (extras: Extras) => Promise<void>,
): Promise<number> {
  const file = await intactFile(folder, backup);
  const { articles, extras } = parseExport(await file.text());
  if (!(await restoreIntoEmpty(db, articles))) throw new BackupError('notEmpty');
  await addExtras(readExtras(extras).extras);
  return articles.length;
}

/**
 * Deletes all backups in this browser. Used when something was erased for good, because no backup may still contain it.
 */
export async function deleteBackups(folder: Folder | null): Promise<void> {
  if (!folder) return;
  for (const { name } of await listBackups(folder)) await folder.removeEntry(name);
}
