import { localDay } from '../../record/localDay.ts';
import { asValue, type Completing, completing, daysFrom, statesFrom } from '../../search/complete.ts';
import { type Store, tagsFrom, valuesFrom } from '../../store/index.ts';
import type { SearchEngine } from './searchEngine.ts';

/** How many completions are offered at most. */
const MOST = 8;

/**
 * Completes the value of a field with values that begin with what is typed: fixed ones, or those that an index of the
 * collection lists.
 */
async function valuesBegun(db: Store, { field, name, value }: NonNullable<Completing['of']>) {
  if (field === 'is') return statesFrom(value, name);
  if (field === 'due' || field === 'published') return daysFrom(value, field, name, localDay(new Date()));
  if (field === 'tag') return tagsFrom(db, value, MOST);
  return field === 'source' || field === 'issuer' || field === 'region'
    ? valuesFrom(db, field, value, MOST)
    : [];
}

/**
 * Completes a typed query with names of fields, and with values that occur in the collection. Offers values that an
 * index lists at once, and then those that the search finds.
 */
export async function complete(
  db: Store,
  engine: Pick<SearchEngine, 'values'>,
  words: string,
  offer: (found: string[]) => void,
): Promise<void> {
  const { before, of, names } = completing(words);
  if (!of) return offer(names.map((name) => before + name));
  const queries = (values: string[]) => values.map((one) => before + asValue(one));
  const begun = await valuesBegun(db, of);
  const { field, value } = of;
  const isFixed = field === 'is' || field === 'due' || field === 'published';
  const isWhole = isFixed || begun.length >= MOST;
  // Keeps the offers of the last key while the search has not answered, so that they do not flicker.
  if (isWhole || begun.length > 0) offer(queries(begun));
  if (isWhole) return;
  const more = await engine.values(field, value, MOST).catch(() => []);
  offer(queries([...new Set([...begun, ...more])].slice(0, MOST)));
}
