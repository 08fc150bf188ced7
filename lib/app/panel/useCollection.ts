import { useCallback, useRef, useState } from 'preact/hooks';
import { nextSteps, type Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import { articleStore } from './articleStore.ts';
import type { Say } from './say.ts';
import { goAndTell, stepWords } from './stepping.ts';
import { useOpenArticle } from './useOpenArticle.ts';
import { useStepKeys } from './useStepKeys.ts';
import { useWatch } from './useWatch.ts';

/** The sentence in the toast, with its undo. */
type Told = { key: number; words: string; undo?: () => void };

/** What the panel shows beside an open article. */
export type Place = 'list' | 'trash' | 'repair' | 'tags' | 'marks';

/** What can be undone and redone, in words, and how. */
export type Stepping = { undo: string | null; redo: string | null; go: (redo: boolean) => void };

/** What the panel shows, how an article is deleted from it, what can be undone, and what is told at its foot. */
export function useCollection(db: Store) {
  const [open, openArticle] = useOpenArticle();
  const [place, setPlace] = useState<Place>('list');
  const [told, setTold] = useState<Told | null>(null);
  const last = useRef(0);
  const next = useWatch(() => nextSteps(db), [db]);
  const say: Say = useCallback((words, undo) => {
    if (!words) return setTold((now) => (now?.undo ? now : null));
    last.current += 1;
    const back = () =>
      undo?.().then(
        () => setTold(null),
        // What can be undone stays so: the way back is offered again beside the reason.
        (error) => say(errorText(error), undo),
      );
    setTold({ key: last.current, words, undo: undo && back });
  }, []);
  const goBack = async (redo: boolean): Promise<void> => {
    try {
      const gone = await goAndTell(db, { redo });
      if (gone) say(t(redo ? 'redone' : 'undone', stepWords(gone.entry)));
    } catch (error) {
      say(errorText(error), () => goAndTell(db, { redo }));
    }
  };
  useStepKeys((redo) => void goBack(redo));
  const show = (id: string | null) => {
    openArticle(id);
    setPlace('list');
  };
  const remove = async (id: string) => {
    const store = articleStore(db, id);
    try {
      const step = await store.removeArticle();
      show(null);
      if (step) say(t('articleDeleted'), () => store.undo(step));
    } catch (error) {
      say(errorText(error));
    }
  };
  const stepping: Stepping = {
    undo: next?.undo ? stepWords(next.undo) : null,
    redo: next?.redo ? stepWords(next.redo) : null,
    go: (redo) => void goBack(redo),
  };
  return { open, show, place, setPlace, remove, say, stepping, told, dismiss: () => setTold(null) };
}
