import { useLayoutEffect } from 'preact/hooks';
import { type Store, tagsOfMarks } from '../../store/index.ts';
import { markRows } from './marksView.ts';
import { withChosen } from './searchView.ts';
import type { MarkList } from './useMarkList.ts';
import { useWatch } from './useWatch.ts';

const NO_TAGS: string[] = [];

/** The rows of the list of all marks, undefined while they load, and the tags by which it can be filtered. */
export function useAllMarks(db: Store, { asked, limit, take }: MarkList) {
  const shown = useWatch(() => markRows(db, asked, limit), [db, asked, limit]);
  const tags = useWatch(() => tagsOfMarks(db), [db]) ?? NO_TAGS;
  useLayoutEffect(() => {
    if (shown) take(shown);
  }, [shown]);
  return { shown, tags: withChosen(tags, asked.tag || undefined) };
}
