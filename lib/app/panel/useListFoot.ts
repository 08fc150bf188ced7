import { type CountsBeside, countBeside, countCollection, type Store } from '../../store/index.ts';
import { useUnfinished } from '../batch/useUnfinished.ts';
import type { ListStart } from './listStart.ts';
import { useWatch } from './useWatch.ts';

/** What the buttons below the list say. `unfinished`: how many pages of the last batch are still to be saved. */
export type FootCounts = CountsBeside & { marks: number; unfinished: number };

/**
 * What the buttons below the list say. Null until all of it is known, so that no button appears late and moves
 * others.
 */
export function useListFoot(db: Store, early: ListStart | null): FootCounts | null {
  const beside = useWatch(() => countBeside(db), [db], early?.beside);
  const counts = useWatch(() => countCollection(db), [db]) ?? early?.counts?.value;
  const unfinished = useUnfinished(early?.stored?.local);
  return beside && counts && unfinished !== null ? { ...beside, marks: counts.marks, unfinished } : null;
}
