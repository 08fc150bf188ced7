import type { HistoryEntry } from '../../record/history.ts';
import { type Store, type UndoResult, undoOrRedo, type WhichStep } from '../../store/index.ts';
import { type MessageKey, t } from '../i18n.ts';
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

/** The length in UTF-16 units to which the name of a changed thing is cut. */
const LONGEST = 24;

/** Describes a change that can be undone or redone, such as 删除文章“…” (delete the article “…”). */
export function stepWords({ type, label }: Pick<HistoryEntry, 'type' | 'label'>): string {
  const action = t(`step_${type}` as MessageKey);
  if (!label) return action;
  return t('stepOn', action, label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label);
}
