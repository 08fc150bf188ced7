import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Store, trashIds } from '../../store/index.ts';
import { acceptLoss, keptArticles, lostArticles, rememberCount } from '../remembered.ts';

/**
 * How many articles were lost; null where none were. Articles are lost if the database is empty although nobody deleted
 * them, or if it is a different database than before. Then the database was cleared or damaged. `accept` removes the
 * warning.
 */
export function useEmptied(
  db: Store,
  articles: number | undefined,
): { emptied: number | null; accept: () => void } {
  const [emptied, setEmptied] = useState<number | null>(null);
  const [lost, setLost] = useState(0);
  useEffect(() => {
    const read = () => void lostArticles(browser.storage.local).then(setLost);
    read();
    browser.storage.local.onChanged.addListener(read);
    return () => browser.storage.local.onChanged.removeListener(read);
  }, []);
  useEffect(() => {
    if (articles === undefined) return;
    if (articles > 0) {
      setEmptied(lost || null);
      void rememberCount(db, browser.storage.local);
      return;
    }
    void Promise.all([keptArticles(browser.storage.local), trashIds(db)]).then(([before, deleted]) => {
      // Counts nothing as lost if articles are in the trash, because then the user has deleted them.
      if (deleted.length > 0) void rememberCount(db, browser.storage.local);
      setEmptied(before > 0 && deleted.length === 0 ? before : null);
    });
  }, [db, articles, lost]);
  const accept = () => {
    setEmptied(null);
    void acceptLoss(db, browser.storage.local);
  };
  return { emptied, accept };
}
