import { tagPath } from '../annotation/tagPath.ts';
import { readListRows } from './list.ts';
import type { Store } from './store.ts';

/**
 * The values of a field that begin with the letters in `begun`, in the order of the index. Jumps in the index from
 * value to value, so that it reads no rows.
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

/**
 * The tags that begin with the letters in `begun`. Includes tags that only stand above a used tag in the tree: 环保
 * (environment) where only 环保/水 (environment/water) is used.
 */
export async function tagsFrom(store: Store, begun: string, most: number): Promise<string[]> {
  const used = await (await store.reading()).tags.where('id').startsWith(begun).limit(most).primaryKeys();
  const all = used.flatMap(tagPath).filter((tag) => tag.startsWith(begun));
  return [...new Set(all)].slice(0, most);
}

/**
 * Collects tags to suggest: those of other articles with the same source or issuer. Reads at most `most` articles with
 * that source, and as many with that issuer.
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
  const rows = new Map(readListRows(store, found.flat()).map((row) => [row.id, row]));
  rows.delete(id);
  return [...rows.values()].map(({ tags }) => tags);
}
