import { LIST_ROW, type ListRow } from '../record/listRow.ts';
import { readAs } from '../record/rowForm.ts';
import type { Store } from './store.ts';

// Reads the rows of lists. Imports few modules, so that a view with a list shows sooner.

/**
 * Checks rows of the list of articles. Leaves out missing and unreadable ones. Unreadable ones are reported, and made
 * anew.
 */
export const readListRows = (store: Store, raws: unknown[]): ListRow[] =>
  raws.flatMap((raw) => {
    if (raw === undefined) return [];
    const reading = readAs(LIST_ROW, raw);
    if (reading.ok) return reading.row;
    const { reason, message } = reading;
    store.report({ table: 'list', key: (raw as ListRow).id, reason, message });
    return [];
  });

/** The property by which a list is sorted, the latest first. Articles without a known date of publication come last. */
export type ListOrder = 'capturedAt' | 'publishedAt' | 'modified';
/** Where one part of a long list ends. The next part begins after the row with this value and id. */
export type ListCursor = [value: string, id: string];

/** One part of the list of articles, and the cursor at which the next part begins; null at the end. */
export async function listArticles(
  store: Store,
  {
    order = 'capturedAt',
    limit = 50,
    after = null,
  }: { order?: ListOrder; limit?: number; after?: ListCursor | null } = {},
): Promise<{ rows: ListRow[]; next: ListCursor | null }> {
  const db = await store.reading();
  const index = `[${order}+id]`;
  const rest = after ? db.list.where(index).below(after) : db.list.orderBy(index);
  const raws = await rest.reverse().limit(limit).toArray();
  const last = raws.length === limit ? raws.at(-1) : undefined;
  return { rows: readListRows(store, raws), next: last ? [last[order], last.id] : null };
}

/** The list rows of these articles in the given order. Leaves out those that were deleted or cannot be read. */
export async function listRowsOf(store: Store, ids: string[]): Promise<ListRow[]> {
  return readListRows(store, await (await store.reading()).list.bulkGet(ids));
}

/** The ids of all articles, the last captured first. */
export async function articleIds(store: Store): Promise<string[]> {
  const db = await store.reading();
  return db.list.orderBy('[capturedAt+id]').reverse().primaryKeys();
}
