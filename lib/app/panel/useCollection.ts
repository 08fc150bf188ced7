import { useCallback, useRef, useState } from 'preact/hooks';
import type { Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import { articleStore } from './articleStore.ts';
import type { Say } from './say.ts';
import { useOpenArticle } from './useOpenArticle.ts';

/** The sentence in the toast, with its undo. */
type Told = { key: number; words: string; undo?: () => void };

/** The state of the panel: the open article, the deletion of an article, the toast. */
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
