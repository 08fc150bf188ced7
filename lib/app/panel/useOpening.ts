import { useState } from 'preact/hooks';
import type { Sought } from './searchView.ts';
import type { useCollection } from './useCollection.ts';
import type { Search } from './useSearch.ts';

/** Functions that open an article, and the search or the mark from which the open article was opened. */
export function useOpening({ open, show }: ReturnType<typeof useCollection>, search: Search | null) {
  const [sought, setSought] = useState<Sought | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const openFromList = (id: string) => {
    setChosen(null);
    setSought(search?.soughtIn(id) ?? null);
    show(id);
  };
  return {
    sought: sought?.id === open ? sought : null,
    /** The id of the mark at which the article was opened; null for none. */
    chosen,
    openFromList,
    openAtMark: (articleId: string, markId: string) => {
      setSought(null);
      setChosen(markId);
      show(articleId);
    },
    /** Opens the next article in the list (1) or the previous one (-1). */
    go: (by: 1 | -1) => {
      const id = search?.neighbour(open, by);
      if (id) openFromList(id);
    },
  };
}

export type Opening = ReturnType<typeof useOpening>;
