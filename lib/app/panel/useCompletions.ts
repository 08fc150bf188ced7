import { useEffect, useState } from 'preact/hooks';
import { localDay } from '../../exchange/fileName.ts';
import { asValue, completing, daysFrom, statesFrom } from '../../search/complete.ts';
import { type Store, tagsFrom, valuesFrom } from '../../store/index.ts';

/** How many completions are offered at most. */
const MOST = 8;

/** Completes a typed query with names of fields, and with values that occur in the collection. */
async function completionsOf(db: Store, words: string): Promise<string[]> {
  const { before, of, names } = completing(words);
  if (!of) return names.map((name) => before + name);
  const { field, name, value } = of;
  const found =
    field === 'is'
      ? statesFrom(value, name)
      : field === 'due' || field === 'published'
        ? daysFrom(value, field, localDay(new Date()))
        : field === 'tag'
          ? await tagsFrom(db, value, MOST)
          : await valuesFrom(db, field, value, MOST);
  return found.map((one) => before + asValue(one));
}

/** The completions of a typed query. */
export function useCompletions(db: Store, words: string): string[] {
  const [offers, setOffers] = useState<string[]>([]);
  useEffect(() => {
    let gone = false;
    completionsOf(db, words).then(
      (found) => !gone && setOffers(found.filter((one) => one !== words)),
      // After a failure, no completions are offered.
      () => !gone && setOffers([]),
    );
    return () => {
      gone = true;
    };
  }, [db, words]);
  return offers;
}
