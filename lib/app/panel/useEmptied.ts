import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Store, trashIds } from '../../store/index.ts';
import { acceptLoss, keptArticles, LOST, lostArticles, readCount, rememberCount } from '../remembered.ts';

/**
 * How many articles were lost; null where none were, undefined until this is known. Articles are lost if the database is
 * empty although nobody deleted them, or if it is a different database than before. Then the database was cleared or
 * damaged. `accept` removes the warning. `early`: what local storage was found to hold; null where it has not been read.
 */
export function useEmptied(
  db: Store,
  articles: number | undefined,
  early: Record<string, unknown> | null = null,
): { emptied: number | null | undefined; accept: () => void } {
  /** How many articles the empty database had. */
  const [missing, setMissing] = useState<number | null>();
  const [lost, setLost] = useState(early ? readCount(early[LOST]) : undefined);
  useEffect(() => {
    const read = () => void lostArticles(browser.storage.local).then(setLost, () => setLost(0));
    read();
    browser.storage.local.onChanged.addListener(read);
    return () => browser.storage.local.onChanged.removeListener(read);
  }, []);
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
