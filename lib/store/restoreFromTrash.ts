import type { ChangeOf, Outcome } from '../record/change.ts';
import type { Step } from '../record/history.ts';
import { mergedArticles } from '../record/merge.ts';
import { readRow } from '../record/migrate.ts';
import type { RawRow } from '../record/rowForm.ts';
import { textId } from '../record/schema.ts';
import { TaskCorrection } from '../record/taskCorrections.ts';
import type { TrashContent } from '../record/trash.ts';
import { StoreError } from './errors.ts';
import { liveCopyOf } from './findArticles.ts';
import { quarantineRow } from './quarantineRow.ts';
import { readOne } from './read.ts';
import { restoreSnapshot } from './snapshots.ts';
import { wordOperations } from './tags.ts';
import { takeOutOfTrash } from './trash.ts';
import { outcomeOf, type Work } from './work.ts';

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
  for (const on of things) await wordOperations.addTag(work, { on, tag, after: content.before?.[on.id] });
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

/** The function that restores what was deleted; write.ts calls it. */
export const restoreOperations = { restore };
