import { shownQuote } from '../annotation/edit.ts';
import type { ChangeOf, Outcome } from '../record/change.ts';
import type { Step } from '../record/history.ts';
import { mergedArticles } from '../record/merge.ts';
import { type RawRow, readRow } from '../record/migrate.ts';
import { textId } from '../record/schema.ts';
import { TaskCorrection } from '../record/taskCorrections.ts';
import { type Tombstone, TRASH_DAYS, type TrashContent, trashId } from '../record/trash.ts';
import { StoreError } from './errors.ts';
import { liveCopyOf } from './findArticles.ts';
import { forgetSteps } from './history.ts';
import { quarantineRow } from './quarantineRow.ts';
import { readAll, readOne } from './read.ts';
import { eraseFilesOf, restoreSnapshot, snapshotsIn } from './snapshots.ts';
import type { Store } from './store.ts';
import { removeTag, wordOperations } from './tags.ts';
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

/** The ids of all entries that can be restored. */
export async function trashIds(store: Store): Promise<string[]> {
  const db = await store.reading();
  return db.tombstones.orderBy('expires').primaryKeys();
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

async function deleteArticle(work: Work, { articleId }: ChangeOf<'deleteArticle'>): Promise<Outcome> {
  const saved = await work.get('article', articleId);
  if (!saved) return outcomeOf(false);
  const texts = readAll(
    work.store,
    'text',
    await work.db.texts.where('articleId').equals(articleId).toArray(),
  );
  const annotations = await work.marksOf(articleId);
  const snapshots = await snapshotsIn(work, articleId);
  await putInTrash(work, articleId, articleId, saved.article.title, {
    kind: 'article',
    article: saved,
    texts,
    annotations,
    snapshots,
  });
  await work.remove('article', saved);
  for (const text of texts) await work.remove('text', text);
  for (const mark of annotations) await work.remove('annotation', mark);
  for (const snapshot of snapshots) await work.remove('snapshot', snapshot);
  work.reversible(
    { type: 'restore', trashId: trashId('article', articleId) },
    { type: 'deleteArticle', articleId },
    saved.article.title,
  );
  return outcomeOf(true, { articleId });
}

async function deleteAnnotation(
  work: Work,
  { annotationId }: ChangeOf<'deleteAnnotation'>,
): Promise<Outcome> {
  const mark = await work.get('annotation', annotationId);
  if (!mark) return outcomeOf(false);
  const content = { kind: 'annotation' as const, annotation: mark };
  await putInTrash(work, annotationId, mark.articleId, shownQuote(mark), content);
  await work.remove('annotation', mark);
  work.reversible(
    { type: 'restore', trashId: trashId('annotation', annotationId) },
    { type: 'deleteAnnotation', annotationId },
    shownQuote(mark),
  );
  return outcomeOf(true, { articleId: mark.articleId, annotationId });
}

/** Deletes a snapshot. Its file stays until the deletion becomes final. */
async function deleteSnapshot(work: Work, { snapshotId }: ChangeOf<'deleteSnapshot'>): Promise<Outcome> {
  const snapshot = await work.get('snapshot', snapshotId);
  if (!snapshot) return outcomeOf(false);
  const { articleId } = snapshot;
  const title = (await work.get('article', articleId))?.article.title ?? '';
  await putInTrash(work, snapshotId, articleId, title, { kind: 'snapshot', snapshot });
  await work.remove('snapshot', snapshot);
  work.reversible(
    { type: 'restore', trashId: trashId('snapshot', snapshotId) },
    { type: 'deleteSnapshot', snapshotId },
    title,
  );
  return outcomeOf(true, { articleId });
}

/** Removes a tag from all articles and marks. Stores where it was, so that it can be restored. */
async function deleteTag(work: Work, { tag }: ChangeOf<'deleteTag'>): Promise<Outcome> {
  const ids = await work.db.list.where('tags').equals(tag).primaryKeys();
  const articleIds: string[] = [];
  const annotationIds: string[] = [];
  for (const id of ids) {
    const own = await removeTag(work, { on: { kind: 'article', id }, tag });
    if (own.changed) articleIds.push(id);
    for (const mark of await work.marksOf(id)) {
      const { changed } = await removeTag(work, { on: { kind: 'annotation', id: mark.id }, tag });
      if (changed) annotationIds.push(mark.id);
    }
  }
  if (!articleIds.length && !annotationIds.length) return outcomeOf(false);
  await putInTrash(work, tag, null, tag, { kind: 'tag', tag, articleIds, annotationIds });
  work.recordRef('tag', tag, null, true);
  work.reversible({ type: 'restore', trashId: trashId('tag', tag) }, { type: 'deleteTag', tag }, tag);
  return outcomeOf(true);
}

/**
 * Migrates and checks a row from the trash. A row that cannot be read goes to the quarantine unchanged; the result is
 * then null.
 */
async function readBack<K extends 'article' | 'text' | 'annotation'>(work: Work, kind: K, raw: RawRow) {
  const reading = readRow(kind, raw);
  if (reading.ok) return reading.row;
  const { reason, message } = reading;
  const table = { article: 'articles', text: 'texts', annotation: 'annotations' }[kind];
  await work.db.quarantine.put(quarantineRow(table, raw.id, raw, reason, message, work.now));
  return null;
}

async function restoreArticle(work: Work, content: TrashContent & { kind: 'article' }): Promise<Outcome> {
  const saved = await readBack(work, 'article', content.article);
  if (!saved) throw new StoreError('unreadable', 'The deleted article cannot be read.');
  // If the page was saved again meanwhile, restores into that article, because two articles must never share an
  // address.
  const live = (await work.get('article', saved.id)) ?? (await liveCopyOf(work.store, work.db, saved));
  const articleId = live?.id ?? saved.id;
  await work.put('article', live ? mergedArticles(live, saved) : saved);
  for (const raw of content.texts) {
    const text = await readBack(work, 'text', raw);
    if (text && !(await work.db.texts.get([articleId, text.sha256])))
      await work.put('text', { ...text, id: textId(articleId, text.sha256), articleId });
  }
  for (const raw of content.annotations) {
    const mark = await readBack(work, 'annotation', raw);
    if (mark) await work.put('annotation', { ...mark, articleId });
  }
  for (const raw of content.snapshots ?? []) await restoreSnapshot(work, raw, articleId);
  // Items deleted earlier from the restored article now belong to the article that exists.
  if (articleId !== saved.id)
    await work.db.tombstones.where('articleId').equals(saved.id).modify({ articleId });
  return outcomeOf(true, { articleId });
}

async function restoreAnnotation(work: Work, raw: RawRow, articleId: string | null): Promise<Outcome> {
  const mark = await readBack(work, 'annotation', raw);
  if (!mark) throw new StoreError('unreadable', 'The deleted mark cannot be read.');
  const { id } = await work.articleOf('mark', articleId ?? mark.articleId);
  await work.put('annotation', { ...mark, articleId: id });
  return outcomeOf(true, { articleId: id, annotationId: mark.id });
}

async function restoreCorrection(work: Work, raw: RawRow, articleId: string | null): Promise<Outcome> {
  const saved = await work.articleOf('correction', articleId);
  const correction = TaskCorrection.parse(raw);
  const others = saved.taskCorrections.filter(({ id }) => id !== correction.id);
  await work.put('article', { ...saved, taskCorrections: [...others, correction] });
  return outcomeOf(true, { articleId });
}

async function restoreDeletedSnapshot(work: Work, raw: RawRow, articleId: string | null): Promise<Outcome> {
  const { id } = await work.articleOf('snapshot', articleId);
  await restoreSnapshot(work, raw, id);
  return outcomeOf(true, { articleId: id });
}

async function restoreTag(work: Work, content: TrashContent & { kind: 'tag' }): Promise<Outcome> {
  const { tag } = content;
  const things = [
    ...content.articleIds.map((id) => ({ kind: 'article' as const, id })),
    ...content.annotationIds.map((id) => ({ kind: 'annotation' as const, id })),
  ];
  // Adds the tag again only to articles and marks that still exist.
  for (const on of things) await wordOperations.addTag(work, { on, tag });
  work.recordRef('tag', tag, null, false);
  return outcomeOf(true);
}

/**
 * The change that deletes restored content again, to undo the restoring. Null where the content was merged into another
 * article.
 */
function deletionOf(content: TrashContent, articleId: string | null): Step | null {
  switch (content.kind) {
    case 'article':
      return content.article.id === articleId ? { type: 'deleteArticle', articleId: articleId! } : null;
    case 'annotation':
      return { type: 'deleteAnnotation', annotationId: String(content.annotation.id) };
    case 'correction':
      return articleId
        ? { type: 'removeCorrection', articleId, correctionId: String(content.correction.id) }
        : null;
    case 'tag':
      return { type: 'deleteTag', tag: content.tag };
    case 'snapshot':
      return { type: 'deleteSnapshot', snapshotId: String(content.snapshot.id) };
  }
}

/** Restores deleted content. Throws a `StoreError` (`notFound`) where the article that it belongs to does not exist. */
async function restore(work: Work, { trashId: id }: ChangeOf<'restore'>): Promise<Outcome> {
  const tombstone = readOne(work.store, 'tombstone', await work.db.tombstones.get(id));
  const row = readOne(work.store, 'trash', await work.db.trash.get(id));
  if (!tombstone || !row) return outcomeOf(false);
  const { articleId } = tombstone;
  const { content } = row;
  const back = async () => {
    switch (content.kind) {
      case 'article':
        return restoreArticle(work, content);
      case 'annotation':
        return restoreAnnotation(work, content.annotation, articleId);
      case 'correction':
        return restoreCorrection(work, content.correction, articleId);
      case 'tag':
        return restoreTag(work, content);
      case 'snapshot':
        return restoreDeletedSnapshot(work, content.snapshot, articleId);
    }
  };
  const outcome = await back();
  await takeOutOfTrash(work, id, outcome.articleId);
  const again = deletionOf(content, outcome.articleId);
  if (again) work.reversible(again, { type: 'restore', trashId: id }, tombstone.label);
  else work.undoRedo = null;
  return outcome;
}

/**
 * Erases a deleted item for good, with all that had been deleted from it earlier. The tombstone stays, without content.
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
  } else {
    await work.db.tombstones.put(erasedTombstone(work, tombstone));
  }
  work.recordRef('trash', id, articleId, true);
  return outcomeOf(true, { articleId });
}

/** The functions that delete, restore and erase; write.ts calls them. */
export const trashOperations = { deleteArticle, deleteAnnotation, deleteTag, deleteSnapshot, restore, erase };

/** The ids of the entries that were in the trash for the full time at `now`, and may be erased. */
export async function expiredTrash(store: Store, now: Date): Promise<string[]> {
  const db = await store.reading();
  return db.tombstones.where('expires').belowOrEqual(now.toISOString()).primaryKeys();
}
