import { useEffect, useState } from 'preact/hooks';
import type { Annotation } from '../../annotation/schema.ts';
import type { Store } from '../../store/index.ts';
import { firstViewShown } from '../firstView.ts';
import type { Notify } from './notify.ts';
import { useArticlePanel } from './useArticlePanel.ts';
import { useReviewing } from './useReviewing.ts';

/** Where an article view opens: at a mark, at a task, in a tab of the view, or at none of these. */
type Start<Tab> = { chosenMark: string | null; chosenTask: number | null; tab: Tab | null };

/**
 * An open article, with the state that its views share: the chosen tab and mark, whether searched words are highlighted
 * (`lights`), and whether the person corrects fields (`corrects`). At first shows the marks, or the tasks where the
 * article has tasks and no marks.
 */
export function useArticleTabs<Tab extends string>(
  db: Store,
  id: string,
  notify: Notify,
  start: Start<Tab | 'marks' | 'tasks'>,
) {
  const panel = useArticlePanel(db, id, notify);
  const isLoaded = panel !== undefined;
  useEffect(() => void (isLoaded && firstViewShown()), [isLoaded]);
  const reviewing = useReviewing(db, panel?.open.saved ?? null, notify);
  const [tab, setTab] = useState(
    start.chosenMark ? 'marks' : start.chosenTask !== null ? 'tasks' : start.tab,
  );
  const [chosen, setChosen] = useState(start.chosenMark);
  const [lights, setLights] = useState(true);
  const [corrects, setCorrects] = useState(false);
  const hasMarks = !!panel?.open.annotations.length || !panel?.taskCount;
  const current: Tab | 'marks' | 'tasks' = tab ?? (hasMarks ? 'marks' : 'tasks');
  return {
    panel,
    reviewing,
    current,
    setTab,
    /** The mark that the person has chosen in the text. */
    chosen,
    choose: (annotation: Pick<Annotation, 'id'>) => {
      setChosen(annotation.id);
      setTab('marks');
    },
    lights,
    setLights,
    corrects,
    setCorrects,
  };
}
