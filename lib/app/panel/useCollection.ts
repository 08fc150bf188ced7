import { useState } from 'preact/hooks';
import { nextSteps, type Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import { stepWords } from './stepWords.ts';
import { useArticleOfAddress } from './useArticleOfAddress.ts';
import { useNotice } from './useNotice.ts';
import { useOpenArticle } from './useOpenArticle.ts';
import { useStepKeys } from './useStepKeys.ts';
import { useWatch } from './useWatch.ts';

/** What the side panel shows while no article is open. */
export type Place = 'list' | 'trash' | 'repair' | 'tags' | 'marks';

/**
 * `undo` and `redo`: descriptions of the changes that can be undone and redone next, or null. `go` undoes or redoes.
 */
export type Stepping = { undo: string | null; redo: string | null; go: (redo: boolean) => void };

/**
 * The differences between the side panel and the collection in a tab. `useOpened`: the hook that remembers the open
 * article. `keepsPlace`: whether the list (or another view) stays visible beside an open article.
 */
type Manner = { useOpened: typeof useOpenArticle; keepsPlace: boolean };
export const IN_PANEL: Manner = { useOpened: useOpenArticle, keepsPlace: false };
/** In a tab of its own, the collection shows the list (or another view) and the open article side by side. */
export const IN_TAB: Manner = { useOpened: useArticleOfAddress, keepsPlace: true };

/**
 * The state of the side panel, or of the collection in a tab: what it shows, undo and redo, the deletion of an article,
 * and the message at the bottom. `early`: the id of the open article, if it has been read already.
 */
export function useCollection(db: Store, { useOpened, keepsPlace } = IN_PANEL, early: string | null = null) {
  const [open, openArticle] = useOpened(early);
  const [place, setPlace] = useState<Place>('list');
  const { notice, notify, dismiss } = useNotice();
  const next = useWatch(() => nextSteps(db), [db]);
  const undoOrRedo = async (redo: boolean): Promise<void> => {
    const { undoOrRedoOnPages } = await import('./stepping.ts');
    try {
      const result = await undoOrRedoOnPages(db, { redo });
      if (result) notify(t(redo ? 'redone' : 'undone', stepWords(result.entry)));
    } catch (error) {
      notify(errorText(error), () => undoOrRedoOnPages(db, { redo }));
    }
  };
  useStepKeys((redo) => void undoOrRedo(redo));
  const show = (id: string | null) => {
    openArticle(id);
    if (!keepsPlace) setPlace('list');
  };
  const remove = async (id: string) => {
    const { articleStore } = await import('./articleStore.ts');
    const store = articleStore(db, id);
    try {
      const step = await store.removeArticle();
      show(null);
      if (step) notify(t('articleDeleted'), () => store.undo(step));
    } catch (error) {
      notify(errorText(error));
    }
  };
  const stepping: Stepping = {
    undo: next?.undo ? stepWords(next.undo) : null,
    redo: next?.redo ? stepWords(next.redo) : null,
    go: (redo) => void undoOrRedo(redo),
  };
  return { open, show, place, setPlace, remove, notify, stepping, notice, dismiss };
}
