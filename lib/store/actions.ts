import { noteOf, tagsOf } from '../annotation/edit.ts';
import type { Annotation, AnnotationDraft, AnnotationPatch, Target } from '../annotation/schema.ts';
import type { Change, Noted } from '../record/change.ts';
import type { KeptAnnotation, PageReading, SavedArticle } from '../record/schema.ts';
import type { TaskCorrection } from '../record/taskCorrections.ts';
import { trashId } from '../record/trash.ts';
import { getAnnotation } from './annotations.ts';
import { getArticle } from './articles.ts';
import { StoreError } from './errors.ts';
import type { Store } from './store.ts';
import { write, writeAll } from './write.ts';

// Changes in the form in which callers ask for them: each function makes the ids, writes, and returns the row after
// the change.

const newId = () => crypto.randomUUID();

/** Saves a page as read. `created` is false where the page was saved before and is updated. */
export async function saveReading(
  store: Store,
  reading: PageReading,
): Promise<{ saved: SavedArticle; created: boolean }> {
  const { articleId, created } = await write(store, {
    id: newId(),
    type: 'saveReading',
    articleId: newId(),
    reading,
  });
  const saved = articleId ? await getArticle(store, articleId) : null;
  if (!saved) throw new StoreError('notFound', 'The article was deleted while it was saved.');
  return { saved, created };
}

/** Shows the marks of an article on a page of another site too, or no longer: as the person has said. */
export const showMarksAt = (store: Store, articleId: string, url: string, shown: boolean) =>
  write(store, { id: newId(), type: 'showMarksAt', articleId, url, shown });

/** Saves a new mark. Throws a `StoreError` (`notFound`) where its article is gone. */
export async function addAnnotation(
  store: Store,
  articleId: string,
  draft: AnnotationDraft,
): Promise<KeptAnnotation> {
  const annotationId = newId();
  await write(store, { id: newId(), type: 'addAnnotation', articleId, annotationId, draft });
  const made = await getAnnotation(store, annotationId);
  if (!made) throw new StoreError('notFound', 'The mark was deleted while it was made.');
  return made;
}

/** The edits that a person can make to tags and note. */
export type WordsPatch = { note?: string; addTags?: string[]; removeTags?: string[] };

function wordChanges(on: Noted, { note, addTags = [], removeTags = [] }: WordsPatch): Change[] {
  return [
    ...(note === undefined ? [] : [{ id: newId(), type: 'setNote' as const, on, note }]),
    ...removeTags.map((tag) => ({ id: newId(), type: 'removeTag' as const, on, tag })),
    ...addTags.map((tag) => ({ id: newId(), type: 'addTag' as const, on, tag })),
  ];
}

/** Changes the tags or the note of an article. */
export const editArticle = (store: Store, id: string, patch: WordsPatch) =>
  writeAll(store, wordChanges({ kind: 'article', id }, patch));

/** Changes colour, note or tags of a mark. Null where the mark is gone. */
export async function editAnnotation(
  store: Store,
  id: string,
  { color, ...words }: AnnotationPatch,
): Promise<KeptAnnotation | null> {
  await writeAll(store, [
    ...(color ? [{ id: newId(), type: 'setColor' as const, annotationId: id, color }] : []),
    ...wordChanges({ kind: 'annotation', id }, words),
  ]);
  return getAnnotation(store, id);
}

/** Gives a mark a new place. Null where the mark is gone. */
export async function moveAnnotation(
  store: Store,
  annotationId: string,
  target: Target,
): Promise<KeptAnnotation | null> {
  await write(store, { id: newId(), type: 'moveAnnotation', annotationId, target });
  return getAnnotation(store, annotationId);
}

/** Deletes a mark. Returns the mark as it was; null where it was gone already. */
export async function deleteAnnotation(store: Store, annotationId: string): Promise<KeptAnnotation | null> {
  const before = await getAnnotation(store, annotationId);
  const { changed } = await write(store, { id: newId(), type: 'deleteAnnotation', annotationId });
  return changed ? before : null;
}

/** Restores a deleted mark. */
export const restoreAnnotation = (store: Store, annotationId: string) =>
  write(store, { id: newId(), type: 'restore', trashId: trashId('annotation', annotationId) });

/** Deletes an article with everything that belongs to it. False where it was gone already. */
export const deleteArticle = async (store: Store, articleId: string): Promise<boolean> =>
  (await write(store, { id: newId(), type: 'deleteArticle', articleId })).changed;

/** Restores a deleted article. */
export const restoreArticle = (store: Store, articleId: string) =>
  write(store, { id: newId(), type: 'restore', trashId: trashId('article', articleId) });

/**
 * Changes the corrections of an article's task lists. `change` is compared with its input, and only what it adds or
 * removes is written. Returns the corrections before and after, for `takeBack`; null where the article is gone.
 */
export async function correctTasks(
  store: Store,
  articleId: string,
  change: (corrections: TaskCorrection[]) => TaskCorrection[],
): Promise<{ before: TaskCorrection[]; after: TaskCorrection[] } | null> {
  const before = (await getArticle(store, articleId))?.taskCorrections;
  if (!before) return null;
  const after = change(before);
  const without = (all: TaskCorrection[], some: TaskCorrection[]) =>
    all.filter(({ id }) => !some.some((other) => other.id === id));
  await writeAll(store, [
    ...without(before, after).map(({ id: correctionId }) => ({
      id: newId(),
      type: 'removeCorrection' as const,
      articleId,
      correctionId,
    })),
    ...without(after, before).map((correction) => ({
      id: newId(),
      type: 'addCorrection' as const,
      articleId,
      correction,
    })),
  ]);
  return { before, after };
}

/** The changes that turn one state of a mark into another. */
function changesTo(now: Annotation, to: Annotation): Change[] {
  const [before, after] = [tagsOf(now), tagsOf(to)];
  const { id } = now;
  const isMoved = JSON.stringify(now.target.selector) !== JSON.stringify(to.target.selector);
  return [
    { id: newId(), type: 'setColor', annotationId: id, color: to.color },
    ...wordChanges(
      { kind: 'annotation', id },
      {
        note: noteOf(to),
        removeTags: before.filter((tag) => !after.includes(tag)),
        addTags: after.filter((tag) => !before.includes(tag)),
      },
    ),
    ...(isMoved
      ? [{ id: newId(), type: 'moveAnnotation' as const, annotationId: id, target: to.target }]
      : []),
  ];
}

/** Returns a mark to an earlier state: restores it where it is deleted, and reverts what has changed since. */
export async function revertAnnotation(store: Store, to: Annotation): Promise<KeptAnnotation | null> {
  await restoreAnnotation(store, to.id);
  const now = await getAnnotation(store, to.id);
  if (!now) throw new StoreError('notFound', 'The mark is erased.');
  await writeAll(store, changesTo(now, to));
  return getAnnotation(store, to.id);
}
