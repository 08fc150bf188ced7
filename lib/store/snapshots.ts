import type { ChangeOf, Outcome } from '../record/change.ts';
import { readRow } from '../record/migrate.ts';
import type { RawRow } from '../record/rowForm.ts';
import { MOST_SNAPSHOT_BYTES, type Snapshot, SnapshotTotal } from '../record/snapshot.ts';
import { type TrashContent, trashId } from '../record/trash.ts';
import type { Database } from './database.ts';
import { readAll, readOne } from './read.ts';
import { forgetSteps } from './recorder.ts';
import type { Store } from './store.ts';
import { erasedTombstone, tombstoneOf } from './tombstone.ts';
import { outcomeOf, type Work } from './work.ts';

const rowsOf = (db: Database, articleId: string) => db.snapshots.where('articleId').equals(articleId);

/** The snapshots of an article, the latest first. Reads no files. */
export async function listSnapshots(store: Store, articleId: string): Promise<Snapshot[]> {
  const db = await store.reading();
  if (!db.has('snapshots')) return [];
  const rows = readAll(store, 'snapshot', await rowsOf(db, articleId).toArray());
  return rows.sort((a, b) => b.revision.counter - a.revision.counter);
}

/** The file of a snapshot; null where it no longer exists. */
export async function snapshotFile(store: Store, id: string): Promise<Blob | null> {
  const db = await store.reading();
  return (db.has('snapshots') && (await db.snapshotFiles.get(id))?.file) || null;
}

/** The snapshots of an article that have their files, the latest first. The files are not read into memory. */
export async function snapshotFilesOf(
  store: Store,
  articleId: string,
): Promise<{ snapshot: Snapshot; file: Blob }[]> {
  const snapshots = await listSnapshots(store, articleId);
  const files = await Promise.all(snapshots.map(({ id }) => snapshotFile(store, id)));
  return snapshots.flatMap((snapshot, i) => (files[i] ? [{ snapshot, file: files[i] }] : []));
}

/** How many files of snapshots there are, and their size. Includes those in the trash. Reads one row. */
export async function countSnapshots(store: Store): Promise<SnapshotTotal> {
  const db = await store.reading();
  return db.has('snapshots') ? totalOf(db) : { files: 0, bytes: 0 };
}

/** Returns the stored total of the snapshots' files. Counts the files anew where the total is damaged. */
async function totalOf(db: Database): Promise<SnapshotTotal> {
  const raw = await db.counts.get('snapshots');
  if (raw === undefined) return { files: 0, bytes: 0 };
  const known = SnapshotTotal.safeParse(raw).data;
  if (known) return known;
  const total = { files: 0, bytes: 0 };
  await db.snapshotFiles.each(({ size }) => {
    total.files++;
    total.bytes += size;
  });
  return total;
}

async function putTotal(db: Database, { files, bytes }: SnapshotTotal): Promise<void> {
  await db.counts.put({ id: 'snapshots', files: Math.max(0, files), bytes: Math.max(0, bytes) });
}

async function putFile(db: Database, id: string, file: Blob): Promise<void> {
  const { files, bytes } = await totalOf(db);
  await db.snapshotFiles.put({ id, file, size: file.size });
  await putTotal(db, { files: files + 1, bytes: bytes + file.size });
}

/** Deletes the file of a snapshot for good. The caller has opened the transaction. */
export async function removeFile(db: Database, id: string): Promise<void> {
  const row = await db.snapshotFiles.get(id);
  if (!row) return;
  const { files, bytes } = await totalOf(db);
  await db.snapshotFiles.delete(id);
  await putTotal(db, { files: files - 1, bytes: bytes - row.size });
}

/** Deletes the snapshots of an article, with their files, for good. The caller has opened the transaction. */
export async function removeSnapshotsOf(db: Database, articleId: string): Promise<void> {
  const ids = await rowsOf(db, articleId).primaryKeys();
  await db.snapshots.bulkDelete(ids);
  for (const id of ids) await removeFile(db, id);
}

/** The readable snapshots of an article, to be deleted with it. */
export const snapshotsIn = async ({ store, db }: Work, articleId: string): Promise<Snapshot[]> =>
  readAll(store, 'snapshot', await rowsOf(db, articleId).toArray());

/**
 * Adds a snapshot to an article. Each version of the article keeps only its newest snapshot. So the older of two is
 * deleted, even if it is the one to be added.
 */
async function addSnapshot(work: Work, snapshot: Omit<Snapshot, 'modified' | 'revision' | 'schema'>) {
  const others = (await snapshotsIn(work, snapshot.articleId)).filter(
    ({ id, sha256 }) => id !== snapshot.id && sha256 === snapshot.sha256,
  );
  if (others.some(({ capturedAt }) => capturedAt > snapshot.capturedAt))
    return removeFile(work.db, snapshot.id);
  for (const other of others) {
    await work.remove('snapshot', other);
    await removeFile(work.db, other.id);
  }
  await work.put('snapshot', snapshot);
}

/** Keeps the snapshot of a page with its article. Throws a `StoreError` (`notFound`) where the article does not exist. */
async function keepSnapshot(
  work: Work,
  { articleId, snapshotId, sha256, file }: ChangeOf<'keepSnapshot'>,
  fileSha256: string,
): Promise<Outcome> {
  if (file.size > MOST_SNAPSHOT_BYTES) throw new Error('The snapshot is larger than the limit.');
  await work.articleOf('snapshot', articleId);
  await putFile(work.db, snapshotId, file);
  const times = { created: work.now, capturedAt: work.now };
  await addSnapshot(work, {
    id: snapshotId,
    ...times,
    articleId,
    sha256,
    size: file.size,
    fileSha256,
  });
  return outcomeOf(true, { articleId });
}

/** Restores the row of a deleted snapshot. Does nothing where its file no longer exists. */
export async function restoreSnapshot(work: Work, raw: RawRow, articleId: string): Promise<void> {
  const { row } = readRow('snapshot', raw);
  if (row && (await work.db.snapshotFiles.get(row.id))) await addSnapshot(work, { ...row, articleId });
}

/** The ids of the snapshots whose files an entry of the trash needs. */
const filesOf = (content: TrashContent): string[] => {
  const rows =
    content.kind === 'article'
      ? (content.snapshots ?? [])
      : content.kind === 'snapshot'
        ? [content.snapshot]
        : [];
  return rows.map(({ id }) => String(id));
};

/**
 * Deletes the files of an entry of the trash that is erased for good, or replaced by `next`. Leaves those of restored
 * snapshots, and those that `next` needs.
 */
export async function eraseFilesOf(
  { store, db }: Work,
  entryId: string,
  next: TrashContent | null = null,
): Promise<void> {
  const content = readOne(store, 'trash', await db.trash.get(entryId))?.content;
  if (!content) return;
  const needed = new Set(next ? filesOf(next) : []);
  for (const id of filesOf(content))
    if (!needed.has(id) && !(await db.snapshots.get(id))) await removeFile(db, id);
}

/**
 * Deletes all snapshots for good, also those in the trash, and keeps a record of each deletion. Articles stay, also
 * those in the trash.
 */
async function eraseSnapshots(work: Work): Promise<Outcome> {
  const { db } = work;
  const prefix = trashId('snapshot', '');
  for (const tombstone of await db.tombstones.where('id').startsWith(prefix).toArray()) {
    const { id, articleId, expires } = tombstone;
    if (expires === undefined) continue;
    await forgetSteps(db, 'snapshot', id.slice(prefix.length), articleId);
    await db.tombstones.put(erasedTombstone(work, tombstone));
    await db.trash.delete(id);
    work.recordRef('trash', id, null, true);
  }
  for (const raw of await db.snapshots.toArray()) {
    const [id, articleId] = [String(raw.id), String(raw.articleId)];
    await forgetSteps(db, 'snapshot', id, articleId);
    await db.tombstones.put(tombstoneOf(work, 'snapshot', id, articleId));
    work.recordRef('snapshot', id, articleId, true);
  }
  const { files } = await totalOf(db);
  await db.snapshots.clear();
  await db.snapshotFiles.clear();
  await putTotal(db, { files: 0, bytes: 0 });
  return outcomeOf(files > 0);
}

/** The functions that keep snapshots and erase all of them; write.ts calls them. */
export const snapshotOperations = { keepSnapshot, eraseSnapshots };
