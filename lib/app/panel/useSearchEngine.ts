import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Store } from '../../store/index.ts';
import { type SearchEngine, searchHere, searchInWorker } from './searchEngine.ts';

/** The search of the collection. `changes` is incremented whenever the results of a query may differ. */
export function useSearchEngine(db: Store): { engine: SearchEngine; changes: number } {
  const [changes, setChanges] = useState(0);
  const engine = useMemo(() => {
    const changed = () => setChanges((now) => now + 1);
    return typeof Worker === 'undefined' ? searchHere(db, changed) : searchInWorker(changed);
  }, [db]);
  useEffect(() => () => engine.close(), [engine]);
  return { engine, changes };
}
