import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Store } from '../../store/index.ts';
import { type SearchEngine, searchInWorker } from './searchEngine.ts';

/** Runs the search in this thread, and loads the code for it only now. Only browsers without workers need it here. */
function searchWithoutWorker(db: Store, changed: () => void): SearchEngine {
  const loading = import('./searchHere.ts').then(({ searchHere }) => searchHere(db, changed));
  return {
    search: async (...of) => (await loading).search(...of),
    hits: async (...of) => (await loading).hits(...of),
    values: async (...of) => (await loading).values(...of),
    progress: async () => (await loading).progress(),
    check: async () => (await loading).check(),
    rebuild: async () => (await loading).rebuild(),
    close: () => void loading.then((engine) => engine.close()),
  };
}

/** The search of the collection. `changes` is incremented whenever the results of a query may differ. */
export function useSearchEngine(db: Store): { engine: SearchEngine; changes: number } {
  const [changes, setChanges] = useState(0);
  const engine = useMemo(() => {
    const changed = () => setChanges((now) => now + 1);
    return typeof Worker === 'undefined' ? searchWithoutWorker(db, changed) : searchInWorker(changed);
  }, [db]);
  useEffect(() => () => engine.close(), [engine]);
  return { engine, changes };
}
