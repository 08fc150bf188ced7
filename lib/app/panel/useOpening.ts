import { useState } from 'preact/hooks';
import type { Store } from '@/lib/store/index.ts';
import type { Notify } from './notify.ts';
import type { Sought } from './searchView.ts';
import type { Stepping, useCollection } from './useCollection.ts';
import type { MarkList } from './useMarkList.ts';
import type { Search } from './useSearch.ts';

/**
 * Functions that open an article, and the search, mark or task from which the open article was opened. `isBeside`:
 * whether the list stays in view beside the article.
 */
export function useOpening(
  { open, show, place }: ReturnType<typeof useCollection>,
  search: Search | null,
  marks: MarkList | null = null,
  isBeside = false,
) {
  const [sought, setSought] = useState<Sought | null>(null);
  const [chosen, setChosen] = useState<{ mark: string } | { task: number } | null>(null);
  const openFromList = (id: string) => {
    setChosen(null);
    setSought(search?.soughtIn(id) ?? null);
    show(id);
  };
  const openAtMark = (articleId: string, markId: string) => {
    setSought(null);
    setChosen({ mark: markId });
    marks?.setLast({ articleId, id: markId });
    show(articleId);
  };
  const steps: Steps =
    place === 'marks' && (isBeside || (open !== null && open === marks?.opened?.articleId))
      ? 'mark'
      : 'article';
  return {
    // The highlights of a search go when it is cleared or changed, which is possible beside an open article.
    sought: sought?.id === open && search?.isAsked(sought.query) !== false ? sought : null,
    /** The id of the mark, or the beginning of the task, at which the article was opened; null for none. */
    chosen,
    openFromList,
    openAtMark,
    /** Opens an article at the task that begins at `start` (UTF-16 offset in its text). */
    openAtTask: (articleId: string, start: number) => {
      setSought(null);
      setChosen({ task: start });
      show(articleId);
    },
    steps,
    /** Opens the next article or mark in the list (1) or the previous one (-1). */
    go: (by: 1 | -1) => {
      if (steps === 'mark') return marks?.go(by, ({ articleId, id }) => openAtMark(articleId, id));
      const id = search?.neighbour(open, by);
      if (id) openFromList(id);
    },
  };
}

/** Whether one goes on from the open article to the next article, or to the next mark of the list of all marks. */
export type Steps = 'article' | 'mark';

export type Opening = ReturnType<typeof useOpening>;

/** What the view of an open article is given: from where the article was opened, and the actions on it. */
export type OpenArticle = {
  db: Store;
  id: string;
  /** The key of the view. It differs for each place at which the article is opened, so that the view begins there. */
  instance: string;
  /** The search from which the article was opened; null for none. */
  sought: Sought | null;
  /** The id of the mark at which the article was opened; null for none. */
  chosenMark: string | null;
  /** Where the task begins at which the article was opened (UTF-16 offset in its text); null for none. */
  chosenTask: number | null;
  /** Opens another article in the same view. */
  open: (id: string) => void;
  /** Closes the article. */
  back: () => void;
  /** Opens the next article or mark in the list (1) or the previous one (-1); `steps` says which. */
  go: (by: 1 | -1) => void;
  steps: Steps;
  remove: () => void;
  notify: Notify;
  stepping: Stepping;
};

/** Collects what the view of the open article is given. Panel and full tab share it. Null where no article is open. */
export function openArticle(
  db: Store,
  { open: id, show, remove, notify, stepping }: ReturnType<typeof useCollection>,
  { chosen, sought, go, steps }: Opening,
): OpenArticle | null {
  if (!id) return null;
  const chosenMark = chosen && 'mark' in chosen ? chosen.mark : null;
  const chosenTask = chosen && 'task' in chosen ? chosen.task : null;
  return {
    db,
    id,
    instance: `${id} ${chosenMark ?? chosenTask ?? ''}`,
    sought,
    chosenMark,
    chosenTask,
    open: show,
    back: () => show(null),
    go,
    steps,
    remove: () => remove(id),
    notify,
    stepping,
  };
}
