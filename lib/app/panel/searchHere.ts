import { SearchIndex, type Store } from '../../store/index.ts';
import { keepIndexed } from './keepIndexed.ts';
import type { SearchEngine } from './searchEngine.ts';

/** Runs the search in the current thread. */
export function searchHere(store: Store, changed: () => void): SearchEngine {
  const index = new SearchIndex(store);
  const { stop, work } = keepIndexed(store, index, changed);
  return {
    search: (query, order, group) => index.search(query, order, group),
    hits: (query, ids) => index.hits(query, ids),
    values: (field, begun, most) => index.values(field, begun, most),
    progress: () => index.progress(),
    check: () => index.check(),
    rebuild: async () => {
      await index.rebuild();
      void work();
    },
    close: () => {
      stop();
      void index.close();
    },
  };
}
