import { onChanged, type SearchIndex, type Store } from '../../store/index.ts';

/** Milliseconds to wait after a change before it is indexed, because changes often come in quick succession. */
const SETTLED = 400;

/** The name of the lock by which only one page of the extension indexes at a time. */
const LOCK = 'pizhu-search-index';

/** Indexes until nothing is left to index. */
async function indexAll(index: SearchIndex, worked: () => void): Promise<void> {
  while (await index.step()) {
    worked();
    // Lets queries that wait in this thread run in between.
    await new Promise((next) => setTimeout(next));
  }
}

/**
 * Keeps the search index up to date, from now on and after each change. Calls `changed` when results of queries may
 * differ. `work` indexes at once what is still to be indexed.
 */
export function keepIndexed(
  store: Store,
  index: SearchIndex,
  changed: () => void,
): { stop: () => void; work: () => Promise<void> } {
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = async () => {
    const steps = () => indexAll(index, () => !ended && changed());
    try {
      if (typeof navigator !== 'undefined' && navigator.locks) await navigator.locks.request(LOCK, steps);
      else await steps();
    } catch (error) {
      // Only logs the error. Articles that are not indexed are searched by their text, and the next change starts
      // indexing again.
      if (!ended) console.warn('Pizhu: the search index could not be brought up to date', error);
    }
  };
  const stop = onChanged(store, () => {
    changed();
    clearTimeout(timer);
    timer = setTimeout(work, SETTLED);
  });
  timer = setTimeout(work, SETTLED);
  return {
    work,
    stop: () => {
      ended = true;
      clearTimeout(timer);
      stop();
    },
  };
}
