import { type Store, type UndoResult, undoOrRedo, type WhichStep } from '../../store/index.ts';
import { notifyPages, notifyPagesOfMarks } from './notifyPages.ts';

/** Undoes or redoes a change, and notifies the tabs that show what changed. Rejects where the database refuses. */
export async function undoOrRedoOnPages(
  db: Store,
  which: WhichStep & { redo?: boolean },
): Promise<UndoResult> {
  const result = await undoOrRedo(db, which);
  for (const { articleId, annotationId } of result?.outcomes ?? []) {
    if (articleId && annotationId) void notifyPagesOfMarks(articleId, annotationId);
    else if (articleId) void notifyPages(articleId);
  }
  return result;
}
