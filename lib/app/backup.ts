import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Extras } from '../exchange/extras.ts';
import { exportPieces } from '../exchange/json.ts';
import { writePieces } from '../exchange/streamed.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { articleIds, bundlesInTurn, type Store, unreadOf } from '../store/index.ts';
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
/** How many bytes of a file are hashed at a time. More would be faster, but take more memory. */
const CHUNK = 512 * 1024;

/**
 * A backup: the name of its file, the time when it was made (ISO 8601, UTC), the number of articles, and the SHA-256 of
 * the file.
 */
export type Backup = { name: string; at: string; articles: number; sha256: string };

/** The folder for backups; null where the browser has no private file system. */
export const backupFolder = (): Promise<Folder | null> => ownFolder('backups');

/** Awaited between the parts of a backup, so that it does not hold up other work. */
export type Between = () => Promise<void>;

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

/** How many articles are read at a time where other work comes in between, which then waits only for these. */
const FEW = 10;

async function* allArticles(db: Store, ids: string[], between?: Between): AsyncGenerator<ArticleBundle> {
  for await (const some of bundlesInTurn(db, ids, between && FEW)) {
    yield* some;
    await between?.();
  }
}

/**
 * Writes the whole collection into a backup, in the format of an export. Then deletes the oldest backups beyond `keep`.
 * The file gets its final name only when complete, so an interrupted write leaves no broken backup. Null where the
 * collection is empty. Holds a few articles in memory at a time.
 */
export async function makeBackup(
  db: Store,
  folder: Folder,
  generator: string,
  now = new Date(),
  extras: Extras = {},
  keep = KEPT,
  between?: Between,
): Promise<Backup | null> {
  // Sorts the ids, because articles are read faster in the order in which they are stored.
  const ids = (await articleIds(db)).sort();
  if (ids.length === 0) return null;
  const beside = { leftOut: await unreadOf(db, ids), extras };
  const handle = await folder.getFileHandle(UNFINISHED, { create: true });
  const writing = await handle.createWritable();
  // Uses a library, because the browser's own SHA-256 needs the whole file in memory.
  const hash = sha256.create();
  try {
    const write = async (blob: Blob) => {
      hash.update(new Uint8Array(await blob.arrayBuffer()));
      await writing.write(blob);
    };
    await writePieces(write, exportPieces(allArticles(db, ids, between), generator, now, beside));
  } catch (error) {
    await writing.abort().catch(() => {});
    throw error;
  }
  await writing.close();
  const hex = bytesToHex(hash.digest());
  const at = now.toISOString().slice(0, 19);
  const name = `${at.replaceAll(':', '-')}.${ids.length}.${hex}.json`;
  await (handle as unknown as { move(name: string): Promise<void> }).move(name);
  for (const old of (await listBackups(folder)).slice(keep)) await folder.removeEntry(old.name);
  return { name, at: `${at}Z`, articles: ids.length, sha256: hex };
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
export class BackupError extends Error {
  constructor(readonly code: 'backupBroken' | 'notEmpty') {
    super(code);
  }
}

/** The file of a backup. Throws a `BackupError` where the file no longer has its SHA-256. */
export async function intactFile(folder: Folder, { name, sha256: hex }: Backup): Promise<Blob> {
  const file = await (await folder.getFileHandle(name)).getFile();
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += CHUNK)
    hash.update(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
  if (bytesToHex(hash.digest()) !== hex) throw new BackupError('backupBroken');
  return file;
}

/**
 * Deletes all backups in this browser. Used when something was erased for good, because no backup may still contain it.
 */
export async function deleteBackups(folder: Folder | null): Promise<void> {
  if (!folder) return;
  for (const { name } of await listBackups(folder)) await folder.removeEntry(name);
}
