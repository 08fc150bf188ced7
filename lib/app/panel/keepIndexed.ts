import { onChanged, type SearchIndex, type Store } from '../../store/index.ts';

/** Milliseconds from a change to indexing it, because changes often come in quick succession. */
const SETTLED = 400;

/** The name of the lock that lets only one context index at a time. */
const LOCK = 'pizhu-search-index';

/** Does all pending steps of indexing. False where another context is already indexing. */
async function indexAll(index: SearchIndex, worked: () => void): Promise<void> {
  while (await index.step()) {
    worked();
    // Yields to queries that wait in this thread.
    await new Promise((next) => setTimeout(next));
  }
}

/**
 * Keeps the search index up to date, from now on and after each change. Calls `changed` when results may differ. `work`
 * does all pending indexing at once.
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
      // Articles without an index are searched by their text, and the next change starts another try.
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
