import { useEffect } from 'preact/hooks';
import { corrected } from '../../record/fieldCorrections.ts';
import type { SavedArticle } from '../../record/schema.ts';
import { type Store, setFlag } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import type { Notify } from './notify.ts';

/** Whether an article is read and starred, and functions that change both. */
export type Reviewing = {
  name: string;
  read: boolean;
  starred: boolean;
  toggleRead: () => void;
  star: () => void;
};

/**
 * The review state of the open article; null where none is open. Marks the article as read when it is opened. The
 * person can unmark it afterwards.
 */
export function useReviewing(db: Store, saved: SavedArticle | null, notify: Notify): Reviewing | null {
  const id = saved?.id;
  useEffect(() => {
    if (id && !saved?.read) void setFlag(db, id, 'read', true, { quiet: true }).catch(() => {});
  }, [db, id]);
  if (!saved) return null;
  const set = (flag: 'read' | 'starred') =>
    void setFlag(db, saved.id, flag, !saved[flag]).catch((error) => notify(errorText(error)));
  return {
    name: corrected(saved).article.title || t('untitled'),
    read: saved.read,
    starred: saved.starred,
    toggleRead: () => set('read'),
    star: () => set('starred'),
  };
}
