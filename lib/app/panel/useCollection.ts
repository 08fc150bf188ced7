import { useRef, useState } from 'preact/hooks';
import { nextSteps, type Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import type { ListStart } from './listStart.ts';
import { stepWords } from './stepWords.ts';
import { useListFoot } from './useListFoot.ts';
import { useNotice } from './useNotice.ts';
import type { useOpenArticle } from './useOpenArticle.ts';
import { useSessionTags } from './useSessionTags.ts';
import { useStepKeys } from './useStepKeys.ts';
import { useWatch } from './useWatch.ts';

/** What the side panel shows while no article is open. The collection in a tab shows it beside an open article, too. */
export type Place = 'list' | 'trash' | 'repair' | 'tags' | 'marks' | 'deadlines';

/**
 * `undo` and `redo`: descriptions of the changes that can be undone and redone next, or null. `go` undoes or redoes.
 */
export type Stepping = { undo: string | null; redo: string | null; go: (redo: boolean) => void };

/**
 * The state of the side panel, or of the collection in a tab: what it shows, undo and redo, the deletion of an article,
 * and the message at the bottom. `useOpened`: the hook that remembers the open article. `early`: what has been read
 * before this view was loaded. `isBeside`: whether the article is open beside the list.
 */
export function useCollection(
  db: Store,
  useOpened: typeof useOpenArticle,
  early: ListStart | null = null,
  isBeside = false,
) {
  const [open, show] = useOpened(early?.open);
  const foot = useListFoot(db, early);
  const sessionTags = useSessionTags(early?.stored?.session);
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
  const openNow = useRef(open);
  openNow.current = open;
  const remove = async (id: string) => {
    const { articleStore } = await import('./articleStore.ts');
    const store = articleStore(db, id);
    try {
      const step = await store.removeArticle();
      show(null);
      if (!step) return;
      notify(t('articleDeleted'), async () => {
        await store.undo(step);
        // Opens the article again beside the list, so that its row gets the focus. Leaves open what was opened since.
        if (isBeside && openNow.current === null) show(id);
      });
    } catch (error) {
      notify(errorText(error));
    }
  };
  const stepping: Stepping = {
    undo: next?.undo ? stepWords(next.undo) : null,
    redo: next?.redo ? stepWords(next.redo) : null,
    go: (redo) => void undoOrRedo(redo),
  };
  return { open, show, place, setPlace, remove, notify, stepping, foot, sessionTags, notice, dismiss };
}
