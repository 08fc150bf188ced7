import { noteOf, tagsOf } from '../annotation/edit.ts';
import type { AnnotationDraft, AnnotationPatch, Target } from '../annotation/schema.ts';
import type { Change, Flag, ItemRef } from '../record/change.ts';
import type { Correctable, FieldCorrections } from '../record/fieldCorrections.ts';
import type { KeptAnnotation, PageReading, SavedArticle } from '../record/schema.ts';
import type { TagInfo } from '../record/tagInfo.ts';
import type { TaskCorrection } from '../record/taskCorrections.ts';
import { trashId } from '../record/trash.ts';
import { getAnnotation } from './annotations.ts';
import { getArticle } from './articles.ts';
import { StoreError } from './errors.ts';
import { requireRoom } from './room.ts';
import type { Store } from './store.ts';
import { trashIds } from './totals.ts';
import { write, writeAll } from './write.ts';

// One function for each change that callers make. Each function makes the ids, writes the change, and returns the
// changed row. `step` is the id of the change in the history, by which it can be undone.

const newId = (): string => crypto.randomUUID();

/** Saves a page that was read. `created` is false where the page was saved before and is now updated. */
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

/** Shows or hides the marks of an article on another site's page with the same text, as the person has chosen. */
export const showMarksAt = (store: Store, articleId: string, url: string, shown: boolean) =>
  write(store, { id: newId(), type: 'showMarksAt', articleId, url, shown });

/**
 * Saves a new mark. With `correction`, the marked words also become a task, in the same transaction. Throws a
 * `StoreError` (`notFound`) where the article does not exist.
 */
export async function addAnnotation(
  store: Store,
  articleId: string,
  draft: AnnotationDraft,
  {
    step = newId(),
    annotationId = newId() as string,
    correction = null,
  }: { step?: string; annotationId?: string; correction?: TaskCorrection | null } = {},
): Promise<KeptAnnotation> {
  await writeAll(store, [
    { id: step, type: 'addAnnotation', articleId, annotationId, draft },
    ...(correction ? [{ id: newId(), type: 'addCorrection' as const, articleId, correction }] : []),
  ]);
  const made = await getAnnotation(store, annotationId);
  if (!made) throw new StoreError('notFound', 'The mark was deleted while it was made.');
  return made;
}

/** What to change in the tags and the note of an article or a mark. `noteFrom` is the note before the edit. */
export type WordsPatch = { note?: string; noteFrom?: string; addTags?: string[]; removeTags?: string[] };

function wordChanges(
  on: ItemRef,
  { note, noteFrom, addTags = [], removeTags = [] }: WordsPatch,
  step = newId(),
): Change[] {
  return [
    ...(note === undefined ? [] : [{ id: step, type: 'setNote' as const, on, note, from: noteFrom }]),
    ...removeTags.map((tag) => ({ id: newId(), type: 'removeTag' as const, on, tag })),
    ...addTags.map((tag) => ({ id: newId(), type: 'addTag' as const, on, tag })),
  ];
}

/** Changes the tags or the note of an article. */
export const editArticle = (store: Store, id: string, patch: WordsPatch, step = newId()) =>
  writeAll(store, wordChanges({ kind: 'article', id }, patch, step));

/**
 * Stars an article, or records that the person has read it. `quiet`: adds no step to the history, because the person
 * did not ask for the change.
 */
export const setFlag = (
  store: Store,
  articleId: string,
  flag: Flag,
  value: boolean,
  { quiet = false, step = newId() }: { quiet?: boolean; step?: string } = {},
) => write(store, { id: step, type: 'setFlag', articleId, flag, value, quiet });

/**
 * Sets the person's own values of fields; the page's values are kept beside them. For an undefined value, the page's
 * value counts again. All these changes are one step of the history.
 */
export const correctFields = (
  store: Store,
  articleId: string,
  fields: [Correctable, FieldCorrections[Correctable]][],
  step = newId(),
) =>
  writeAll(
    store,
    fields.map(([field, to]) => ({ id: newId(), type: 'correctField' as const, articleId, field, to })),
    step,
  );

/**
 * Renames a tag and the tags below it: 环保/水 (environment/water) is below 环保 (environment). If a tag already has the
 * new name, merges the two. False where no tag `from` exists.
 */
export const renameTag = async (store: Store, from: string, to: string, step = newId()): Promise<boolean> =>
  (await write(store, { id: step, type: 'renameTag', from, to })).changed;

/**
 * Removes tags from all articles and marks, as one step of the history. False where no article or mark has such a
 * tag.
 */
export async function deleteTags(store: Store, tags: string[], step = newId()): Promise<boolean> {
  const changes = tags.map((tag) => ({ id: newId(), type: 'deleteTag' as const, tag }));
  return (await writeAll(store, changes, step)).some(({ changed }) => changed);
}

/** Sets the colour and the description of a tag. */
export const describeTag = (store: Store, info: TagInfo) =>
  write(store, { id: newId(), type: 'describeTag', info });

/** Changes colour, note or tags of a mark. Null where the mark no longer exists. */
export async function editAnnotation(
  store: Store,
  id: string,
  { color, ...words }: AnnotationPatch,
  step = newId(),
): Promise<KeptAnnotation | null> {
  await writeAll(store, [
    ...(color ? [{ id: newId(), type: 'setColor' as const, annotationId: id, color }] : []),
    ...wordChanges({ kind: 'annotation', id }, words, step),
  ]);
  return getAnnotation(store, id);
}

/** Gives a mark a new place in the text. Null where the mark no longer exists. */
export async function moveAnnotation(
  store: Store,
  annotationId: string,
  target: Target,
): Promise<KeptAnnotation | null> {
  await write(store, { id: newId(), type: 'moveAnnotation', annotationId, target });
  return getAnnotation(store, annotationId);
}

/**
 * Joins two marks in one step of the history. The first mark gets the new place (`target`), and the notes and tags of
 * both. The other mark is deleted.
 */
export async function joinAnnotations(
  store: Store,
  mark: KeptAnnotation,
  other: KeptAnnotation,
  target: Target,
  step = newId(),
): Promise<KeptAnnotation | null> {
  const on: ItemRef = { kind: 'annotation', id: mark.id };
  const [note, added] = [noteOf(mark), noteOf(other)];
  await writeAll(store, [
    { id: step, type: 'moveAnnotation', annotationId: mark.id, target },
    ...(added
      ? [
          {
            id: newId(),
            type: 'setNote' as const,
            on,
            note: note ? `${note}\n\n${added}` : added,
            from: note,
          },
        ]
      : []),
    ...tagsOf(other).map((tag) => ({ id: newId(), type: 'addTag' as const, on, tag })),
    { id: newId(), type: 'deleteAnnotation', annotationId: other.id },
  ]);
  return getAnnotation(store, mark.id);
}

/** Deletes a mark and returns it. Null where the mark was already deleted. */
export async function deleteAnnotation(
  store: Store,
  annotationId: string,
  step = newId(),
): Promise<KeptAnnotation | null> {
  const before = await getAnnotation(store, annotationId);
  const { changed } = await write(store, { id: step, type: 'deleteAnnotation', annotationId });
  return changed ? before : null;
}

/** Restores a deleted mark. */
export const restoreAnnotation = (store: Store, annotationId: string) =>
  write(store, { id: newId(), type: 'restore', trashId: trashId('annotation', annotationId) });

/**
 * Keeps a snapshot of the page with its article. It replaces an earlier snapshot of the same version. `sha256` is that
 * of the text with which the page was saved. Rejects with a `StoreError`: `notFound` where the article no longer exists,
 * `storage` where the disk has no room for the file.
 */
export async function keepSnapshot(
  store: Store,
  { id: articleId, sha256 }: Pick<SavedArticle, 'id' | 'sha256'>,
  file: Blob,
): Promise<void> {
  await requireRoom(file.size);
  await write(store, { id: newId(), type: 'keepSnapshot', articleId, snapshotId: newId(), sha256, file });
}

/** Deletes a snapshot. False where it was already deleted. */
export const deleteSnapshot = async (store: Store, snapshotId: string, step = newId()): Promise<boolean> =>
  (await write(store, { id: step, type: 'deleteSnapshot', snapshotId })).changed;

/** Erases all snapshots for good, also those in the trash. */
export const eraseSnapshots = (store: Store) => write(store, { id: newId(), type: 'eraseSnapshots' });

/** Deletes an article with all that belongs to it. False where the article was already deleted. */
export const deleteArticle = async (store: Store, articleId: string, step = newId()): Promise<boolean> =>
  (await write(store, { id: step, type: 'deleteArticle', articleId })).changed;

/** Restores a deleted article. */
export const restoreArticle = (store: Store, articleId: string) =>
  write(store, { id: newId(), type: 'restore', trashId: trashId('article', articleId) });

/** Restores an entry of the trash. Throws a `StoreError` (`notFound`) where the entry's article does not exist. */
export const restoreFromTrash = (store: Store, id: string) =>
  write(store, { id: newId(), type: 'restore', trashId: id });

/**
 * Restores everything in the trash. Begins with the articles, because marks cannot be restored without their article.
 */
export async function restoreAllFromTrash(
  store: Store,
): Promise<{ restored: number; failed: number; articleIds: string[] }> {
  const ids = await trashIds(store);
  const isArticle = (id: string) => id.startsWith(trashId('article', ''));
  const articleIds = new Set<string>();
  let restored = 0;
  for (const id of [...ids.filter(isArticle), ...ids.filter((one) => !isArticle(one))]) {
    // An entry that cannot be restored does not stop the others, unless the storage fails.
    const outcome = await restoreFromTrash(store, id).catch((error) => {
      if (error instanceof StoreError && error.code === 'storage') throw error;
      return null;
    });
    if (!outcome?.changed) continue;
    restored += 1;
    if (outcome.articleId) articleIds.add(outcome.articleId);
  }
  return { restored, failed: (await trashIds(store)).length, articleIds: [...articleIds] };
}

/** Erases these entries of the trash for good, or all entries where `ids` is null. */
export async function eraseFromTrash(store: Store, ids: string[] | null): Promise<void> {
  const all = ids ?? (await trashIds(store));
  await writeAll(
    store,
    all.map((id) => ({ id: newId(), type: 'erase' as const, trashId: id })),
  );
}

/**
 * Changes the person's corrections of an article's task lists. `change` gets the stored corrections, and returns them
 * with some added or removed. False where the article no longer exists.
 */
export async function correctTasks(
  store: Store,
  articleId: string,
  change: (corrections: TaskCorrection[]) => TaskCorrection[],
  step = newId(),
): Promise<boolean> {
  const before = (await getArticle(store, articleId))?.taskCorrections;
  if (!before) return false;
  const after = change(before);
  const without = (all: TaskCorrection[], some: TaskCorrection[]) =>
    all.filter(({ id }) => !some.some((other) => other.id === id));
  const changes: Change[] = [
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
  ];
  if (changes[0]) changes[0].id = step;
  await writeAll(store, changes);
  return true;
}
