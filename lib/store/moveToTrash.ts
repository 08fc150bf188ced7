import { shownQuote } from '../annotation/edit.ts';
import type { ChangeOf, ItemRef, Outcome } from '../record/change.ts';
import { trashId } from '../record/trash.ts';
import { readAll } from './read.ts';
import { snapshotsIn } from './snapshots.ts';
import { takeTag } from './tags.ts';
import { putInTrash } from './trash.ts';
import { outcomeOf, type Work } from './work.ts';

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
  const before: Record<string, string | null> = {};
  const takeFrom = async (on: ItemRef, taken: string[]) => {
    const { outcome, ...place } = await takeTag(work, { on, tag });
    if (!outcome.changed) return;
    taken.push(on.id);
    before[on.id] = place.before;
  };
  for (const id of ids) {
    await takeFrom({ kind: 'article', id }, articleIds);
    for (const mark of await work.marksOf(id))
      await takeFrom({ kind: 'annotation', id: mark.id }, annotationIds);
  }
  if (!articleIds.length && !annotationIds.length) return outcomeOf(false);
  await putInTrash(work, tag, null, tag, { kind: 'tag', tag, articleIds, annotationIds, before });
  work.recordRef('tag', tag, null, true);
  work.reversible({ type: 'restore', trashId: trashId('tag', tag) }, { type: 'deleteTag', tag }, tag);
  return outcomeOf(true);
}

/** The functions that delete into the trash; write.ts calls them. The deletion of corrections is in corrections.ts. */
export const deletionOperations = { deleteArticle, deleteAnnotation, deleteTag, deleteSnapshot };
