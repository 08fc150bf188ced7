import type { HistoryEntry } from '../../record/history.ts';
import { type MessageKey, t } from '../i18n.ts';

/** The length in UTF-16 units to which the name of a changed thing is cut. */
const LONGEST = 24;

const cut = (label: string) => (label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label);

/**
 * Describes a change that can be undone or redone, such as 删除文章“…” (delete the article “…”). A change of several
 * articles is named by their number, because the headline of one of them would hide the others.
 */
export function stepWords({
  type,
  label,
  articles,
}: Pick<HistoryEntry, 'type' | 'label' | 'articles'>): string {
  const action = t(`step_${type}` as MessageKey);
  const isNamed = label !== '' && (articles < 2 || /tag$/i.test(type));
  const words = isNamed ? t('stepOn', action, cut(label)) : action;
  return articles > 1 ? t('stepMany', words, articles) : words;
}
