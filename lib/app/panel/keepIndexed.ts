import { onChanged, type SearchIndex, type Store } from '../../store/index.ts';

/** Milliseconds after a change until it is looked for work: changes come in crowds. */
const SETTLED = 400;

/** Only one context indexes at a time: others are content with what it does. */
const LOCK = 'pizhu-search-index';

/** Does all steps that there are. Gives false where another context does them. */
async function indexAll(index: SearchIndex, worked: () => void): Promise<void> {
  while (await index.step()) {
    worked();
    // Lets a query in between.
    await new Promise((next) => setTimeout(next));
  }
}

/**
 * Keeps the search index up to date, from now on and after each change. `changed` is called when results may differ.
 * `work` does what there is to do now.
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
      // What waits is searched all the same, and the next change tries again.
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
