import type { ChangeOf, Outcome } from '../record/change.ts';
import { type Tombstone, TRASH_DAYS, type TrashContent } from '../record/trash.ts';
import { readAll, readOne } from './read.ts';
import { forgetSteps } from './recorder.ts';
import { eraseFilesOf } from './snapshots.ts';
import type { Store } from './store.ts';
import { erasedTombstone, tombstoneOf } from './tombstone.ts';
import { outcomeOf, type Work } from './work.ts';

const DAY_MS = 86_400_000;
/** The length (UTF-16 units) at which labels of the trash are cut, because each is shown in one line. */
const LONGEST_LABEL = 100;

/** The deletions that can still be undone, the latest first. */
export async function listTrash(
  store: Store,
  { limit = 50, before = null }: { limit?: number; before?: string | null } = {},
): Promise<Tombstone[]> {
  const db = await store.reading();
  const rest = before ? db.tombstones.where('expires').below(before) : db.tombstones.orderBy('expires');
  return readAll(store, 'tombstone', await rest.reverse().limit(limit).toArray());
}

/** The id of the article to which an entry of the trash belongs; null where there is no such entry. */
export async function articleOfTrash(store: Store, id: string): Promise<string | null> {
  const tombstone = await (await store.reading()).tombstones.get(id);
  return tombstone?.expires === undefined ? null : tombstone.articleId;
}

/** Moves deleted content into the trash, and writes a tombstone: the record of the deletion. */
export async function putInTrash(
  work: Work,
  id: string,
  articleId: string | null,
  label: string,
  content: TrashContent,
): Promise<void> {
  const tombstone: Tombstone = {
    ...tombstoneOf(work, content.kind, id, articleId),
    expires: new Date(Date.parse(work.now) + TRASH_DAYS * DAY_MS).toISOString(),
    label: label.slice(0, LONGEST_LABEL),
  };
  // An article can be deleted again before its earlier deletion is final, if an import has brought it back.
  await eraseFilesOf(work, tombstone.id, content);
  await work.db.tombstones.put(tombstone);
  const { created, modified, revision, schema } = tombstone;
  await work.db.trash.put({ id: tombstone.id, created, modified, revision, schema, content });
  work.recordRef('trash', tombstone.id, articleId, false);
}

/** Deletes an entry of the trash, because the deleted item exists again. */
export async function takeOutOfTrash(work: Work, id: string, articleId: string | null): Promise<void> {
  if (!(await work.db.tombstones.get(id))) return;
  await work.db.tombstones.delete(id);
  await work.db.trash.delete(id);
  work.recordRef('trash', id, articleId, true);
}

/** Removes an erased tag from other deleted tags, which name it as the tag that stood before them. */
const forgetPlaces = (work: Work, tag: string): PromiseLike<unknown> =>
  work.db.trash
    .where('id')
    .startsWith('tag:')
    .modify(({ content }) => {
      const before = content?.kind === 'tag' ? (content.before ?? {}) : {};
      for (const id of Object.keys(before)) if (before[id] === tag) delete before[id];
    });

/**
 * Erases a deleted item for good, with all that had been deleted from it earlier. The tombstone (the record of the
 * deletion) stays, without content.
 */
async function erase(work: Work, { trashId: id }: Pick<ChangeOf<'erase'>, 'trashId'>): Promise<Outcome> {
  const tombstone = readOne(work.store, 'tombstone', await work.db.tombstones.get(id));
  if (!tombstone?.expires) return outcomeOf(false);
  const { kind, articleId } = tombstone;
  if (kind === 'article' && articleId)
    for (const part of await work.db.tombstones.where('articleId').equals(articleId).toArray())
      if (part.kind !== 'article') await erase(work, { trashId: part.id });
  await forgetSteps(work.db, kind, id.slice(kind.length + 1), articleId);
  await eraseFilesOf(work, id);
  await work.db.trash.delete(id);
  // Also deletes a tag's tombstone, because its id contains the name of the tag.
  if (kind === 'tag') {
    await work.db.tombstones.delete(id);
    const tag = id.slice(kind.length + 1);
    if (!(await work.db.tags.get(tag))) await work.db.tagInfo.delete(tag);
    await forgetPlaces(work, tag);
  } else {
    await work.db.tombstones.put(erasedTombstone(work, tombstone));
  }
  work.recordRef('trash', id, articleId, true);
  return outcomeOf(true, { articleId });
}

/** The function that erases for good what was deleted; write.ts calls it. */
export const eraseOperations = { erase };

/** The ids of the entries that were in the trash for the full time at `now`, and may be erased. */
export async function expiredTrash(store: Store, now: Date): Promise<string[]> {
  const db = await store.reading();
  return db.tombstones.where('expires').belowOrEqual(now.toISOString()).primaryKeys();
}
