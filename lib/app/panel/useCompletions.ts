import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../../store/index.ts';
import type { SearchEngine } from './searchEngine.ts';

/** The completions of a typed query. Loads their code only when something is typed, so that the list shows sooner. */
export function useCompletions(db: Store, engine: Pick<SearchEngine, 'values'>, words: string): string[] {
  const [offers, setOffers] = useState<string[]>([]);
  useEffect(() => {
    let gone = false;
    const offer = (found: string[]) => !gone && setOffers(found.filter((one) => one !== words));
    const load = async () => {
      if (words === '') return offer([]);
      const { complete } = await import('./completions.ts');
      if (!gone) await complete(db, engine, words, offer);
    };
    // After a failure, no completions are offered.
    load().catch(() => offer([]));
    return () => {
      gone = true;
    };
  }, [db, engine, words]);
  return offers;
}
