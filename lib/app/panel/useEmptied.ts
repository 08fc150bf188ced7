import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Store, trashIds } from '../../store/index.ts';
import { acceptLoss, keptArticles, LOST, readCount, rememberCount } from '../remembered.ts';
import { type EarlyItems, useStored } from '../useStored.ts';

/**
 * How many articles were lost; null where none were, undefined until this is known. Articles are lost if the database is
 * empty although nobody deleted them, or if it is a different database than before. Then the database was cleared or
 * damaged. `accept` removes the warning.
 */
export function useEmptied(
  db: Store,
  articles: number | undefined,
  early: EarlyItems = null,
): { emptied: number | null | undefined; accept: () => void } {
  /** How many articles the empty database had. */
  const [missing, setMissing] = useState<number | null>();
  const [lost, setLost] = useStored('local', LOST, readCount, early);
  useEffect(() => {
    if (articles === undefined) return;
    const remember = () => void rememberCount(db, browser.storage.local).catch(() => {});
    if (articles > 0) {
      setMissing(null);
      remember();
      return;
    }
    void Promise.all([keptArticles(browser.storage.local), trashIds(db)]).then(([before, deleted]) => {
      // Counts nothing as lost if articles are in the trash, because then the user has deleted them.
      if (deleted.length > 0) remember();
      setMissing(before > 0 && deleted.length === 0 ? before : null);
    });
  }, [db, articles, lost]);
  const accept = () => {
    if (articles === 0) setMissing(null);
    else setLost(0);
    void acceptLoss(db, browser.storage.local);
  };
  if (articles === undefined) return { emptied: null, accept };
  if (articles === 0) return { emptied: missing, accept };
  return { emptied: lost === undefined ? undefined : lost || null, accept };
}
