import { useCallback, useRef, useState } from 'preact/hooks';
import type { Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import { articleStore } from './articleStore.ts';
import type { Say } from './say.ts';
import { useOpenArticle } from './useOpenArticle.ts';

/** What is told in the toast. */
type Told = { key: number; words: string; undo?: () => void };

/** What the panel shows, how an article is deleted from it, and what is told at its foot. */
export function useCollection(db: Store) {
  const [open, show] = useOpenArticle();
  const [told, setTold] = useState<Told | null>(null);
  const last = useRef(0);
  const say: Say = useCallback((words, undo) => {
    if (!words) return setTold((now) => (now?.undo ? now : null));
    last.current += 1;
    const back = () =>
      undo?.().then(
        () => setTold(null),
        (error) => say(errorText(error)),
      );
    setTold({ key: last.current, words, undo: undo && back });
  }, []);
  const remove = async (id: string) => {
    const store = articleStore(db, id);
    try {
      const removed = await store.removeArticle();
      show(null);
      if (removed) say(t('articleDeleted'), () => store.restoreArticle());
    } catch (error) {
      say(errorText(error));
    }
  };
  return { open, show, remove, say, told, dismiss: () => setTold(null) };
}
