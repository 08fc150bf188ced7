import type { HistoryEntry } from '../../record/history.ts';
import { type MessageKey, t } from '../i18n.ts';

/** The length in UTF-16 units to which the name of a changed thing is cut. */
const LONGEST = 24;

/** Describes a change that can be undone or redone, such as 删除文章“…” (delete the article “…”). */
export function stepWords({ type, label }: Pick<HistoryEntry, 'type' | 'label'>): string {
  const action = t(`step_${type}` as MessageKey);
  if (!label) return action;
  return t('stepOn', action, label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label);
}
