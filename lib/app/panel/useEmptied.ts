import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Store, trashIds } from '../../store/index.ts';
import { keptArticles, rememberCount } from '../remembered.ts';

/**
 * How many articles there were, where the database has none now and nobody has deleted them: it was cleared or damaged.
 * Null where all is as it should be. `accept` ends it.
 */
export function useEmptied(
  db: Store,
  articles: number | undefined,
): { emptied: number | null; accept: () => void } {
  const [emptied, setEmptied] = useState<number | null>(null);
  useEffect(() => {
    if (articles === undefined) return;
    if (articles > 0) {
      setEmptied(null);
      void rememberCount(db, browser.storage.local);
      return;
    }
    void Promise.all([keptArticles(browser.storage.local), trashIds(db)]).then(([before, deleted]) => {
      // What was deleted is in the trash: that is nobody's loss.
      if (deleted.length > 0) void rememberCount(db, browser.storage.local);
      setEmptied(before > 0 && deleted.length === 0 ? before : null);
    });
  }, [db, articles]);
  const accept = () => {
    setEmptied(null);
    void rememberCount(db, browser.storage.local);
  };
  return { emptied, accept };
}
