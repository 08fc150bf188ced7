import { useEffect, useState } from 'preact/hooks';
import { asValue, completing, statesFrom } from '../../search/complete.ts';
import { type Store, tagsFrom, valuesFrom } from '../../store/index.ts';

/** How many ways to go on are offered. */
const MOST = 8;

/** Whole queries that go on from what is typed: names of fields, and values that are in the collection. */
async function completionsOf(db: Store, words: string): Promise<string[]> {
  const { before, of, names } = completing(words);
  if (!of) return names.map((name) => before + name);
  const { field, value } = of;
  const found =
    field === 'is'
      ? statesFrom(value)
      : field === 'tag'
        ? await tagsFrom(db, value, MOST)
        : await valuesFrom(db, field, value, MOST);
  return found.map((one) => before + asValue(one));
}

/** The ways to go on from what is typed. */
export function useCompletions(db: Store, words: string): string[] {
  const [offers, setOffers] = useState<string[]>([]);
  useEffect(() => {
    let gone = false;
    completionsOf(db, words).then(
      (found) => !gone && setOffers(found.filter((one) => one !== words)),
      // Without offers a query is typed all the same.
      () => !gone && setOffers([]),
    );
    return () => {
      gone = true;
    };
  }, [db, words]);
  return offers;
}
