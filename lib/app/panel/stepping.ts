import type { HistoryEntry } from '../../record/history.ts';
import { type Gone, go, type Store, type WhichStep } from '../../store/index.ts';
import { type MessageKey, t } from '../i18n.ts';
import { tellOfMarks, tellPages } from './tellPages.ts';

/** Undoes or redoes a step and tells the pages that show what it changed. Rejects where that is refused. */
export async function goAndTell(db: Store, which: WhichStep & { redo?: boolean }): Promise<Gone> {
  const gone = await go(db, which);
  for (const { articleId, annotationId } of gone?.outcomes ?? []) {
    if (articleId && annotationId) void tellOfMarks(articleId, annotationId);
    else if (articleId) void tellPages(articleId);
  }
  return gone;
}

/** Longer names of what was done are cut (UTF-16 units). */
const LONGEST = 24;

/** What a step did, in words: 删除文章“…”. */
export function stepWords({ type, label }: Pick<HistoryEntry, 'type' | 'label'>): string {
  const did = t(`step_${type}` as MessageKey);
  if (!label) return did;
  return t('stepOn', did, label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label);
}
