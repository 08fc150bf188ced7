import { readAll } from './read.ts';
import type { Store } from './store.ts';

/**
 * The values of a field that begin with some letters, in the order of the index. Steps from one value to the next and
 * reads no row.
 */
export async function valuesFrom(
  store: Store,
  field: 'source' | 'issuer' | 'region',
  begun: string,
  most: number,
): Promise<string[]> {
  const db = await store.reading();
  const index = db.list.where(field);
  const from = begun === '' ? index.above('') : index.startsWith(begun);
  return (await from.limit(most).uniqueKeys()).map(String);
}

/** The tags that begin with some letters. */
export const tagsFrom = async (store: Store, begun: string, most: number): Promise<string[]> =>
  (await store.reading()).tags.where('id').startsWith(begun).limit(most).primaryKeys();

/**
 * Lists the tags of other articles with this source or issuer, article by article. Reads at most `most` articles for
 * each.
 */
export async function tagsBeside(
  store: Store,
  { id, source, issuer }: { id: string; source: string | null; issuer: string | null },
  most: number,
): Promise<string[][]> {
  const db = await store.reading();
  const found = await Promise.all(
    Object.entries({ source, issuer }).map(([field, value]) =>
      value ? db.list.where(field).equals(value).limit(most).toArray() : [],
    ),
  );
  const rows = new Map(readAll(store, 'listRow', found.flat()).map((row) => [row.id, row]));
  rows.delete(id);
  return [...rows.values()].map(({ tags }) => tags);
}
