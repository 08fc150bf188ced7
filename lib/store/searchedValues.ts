import type { Suggested } from '../search/complete.ts';
import { entriesOf } from '../search/entries.ts';
import { foldSearched } from '../search/foldSearched.ts';
import type { Group, Grouped, GroupId } from '../search/groups.ts';
import type { OrderId } from '../search/orders.ts';
import { both, not, type Query } from '../search/query.ts';
import { getBundles } from './bundles.ts';
import { readListRows } from './list.ts';
import type { Store } from './store.ts';

/** The search of the index; see `SearchIndex.search`. */
type Search = (query: Query, order: OrderId, group?: GroupId) => Promise<{ ids: string[]; groups: Group[] }>;

/** How many articles are read at a time to find values in them, and how often at most. */
const READ = 30;
const ROUNDS = 3;
/** How many of the latest articles are looked at before anything of a value is typed. */
const LATEST = 200;

const GROUPED: Record<keyof Grouped, true> = { source: true, issuer: true, region: true, tag: true };
const isGrouped = (field: Suggested): field is keyof Grouped => field in GROUPED;

/** The ids of the latest articles that can have a value of a field. */
async function latestWith(store: Store, field: Suggested): Promise<string[]> {
  const { list } = await store.reading();
  const rows = readListRows(store, await list.orderBy('[capturedAt+id]').reverse().limit(LATEST).toArray());
  const needsTask = field === 'speaker' || field === 'body';
  return rows.flatMap(({ id, tasks }) => (needsTask && tasks === 0 ? [] : id)).slice(0, READ);
}

/**
 * Finds values of a field that have the typed words: at most `most`, those that begin with the words first. The index
 * stores the values by which articles can be grouped. Other values are read from a few of the articles that have the
 * words there. Nothing is typed yet where `begun` is empty: the latest articles then give such other values.
 */
export async function searchedValues(
  store: Store,
  search: Search,
  { field, begun, most }: { field: Suggested; begun: string; most: number },
): Promise<string[]> {
  const words = foldSearched(begun).trim();
  const valueIs = (folded: string, whole: boolean): Query => ({ type: 'words', words: folded, field, whole });
  const found = new Map<string, string>();
  const take = (values: string[]) => {
    for (const value of values) {
      const folded = foldSearched(value);
      if (folded.includes(words) && !found.has(folded)) found.set(folded, value);
    }
  };
  const read = async (ids: string[]) => {
    for (const bundle of await getBundles(store, ids))
      take(entriesOf(bundle).flatMap((entry) => (entry.field === field ? entry.words : [])));
  };
  if (isGrouped(field)) {
    if (words === '') return [];
    const { groups } = await search(valueIs(words, false), 'saved', field);
    take(groups.map(({ value }) => value));
  } else if (words === '') await read(await latestWith(store, field));
  else
    for (let round = 0; round < ROUNDS && found.size < most; round++) {
      // Leaves out what is known, because most articles can have one and the same value.
      const known = [...found.keys()].map((value) => not(valueIs(`${value}\n`, true)));
      const { ids } = await search(both([valueIs(words, false), ...known]), 'saved');
      await read(ids.slice(0, READ));
      if (ids.length <= READ) break;
    }
  const begins = (value: string) => Number(foldSearched(value).startsWith(words));
  return [...found.values()].sort((a, b) => begins(b) - begins(a)).slice(0, most);
}
