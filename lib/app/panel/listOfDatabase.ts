import type { ListRow } from '../../record/listRow.ts';
import type { OrderId } from '../../search/orders.ts';
import { listArticles, readListRows, type Store } from '../../store/index.ts';
import type { EarlyRead } from './earlyRead.ts';
import { indexOfOrder } from './listKeys.ts';

/**
 * Lines of the list that were read from the database and not from the search index. Also says which order and limit
 * were asked for.
 */
export type DatabaseLines = {
  asks: false;
  order: OrderId;
  limit: number;
  items: { kind: 'article'; value: string; row: ListRow }[];
  more: boolean;
};

const itemsOf = (rows: ListRow[]): DatabaseLines['items'] =>
  rows.map((row) => ({ kind: 'article', value: '', row }));

/** The first rows of the whole list, at most `limit` of them. */
export async function linesOfDatabase(db: Store, order: OrderId, limit: number): Promise<DatabaseLines> {
  const { rows, next } = await listArticles(db, { order: indexOfOrder(order), limit });
  return { asks: false, order, limit, items: itemsOf(rows), more: next !== null };
}

/**
 * The first rows of the whole list, from what the early script has read. Undefined where the script has read another
 * order or another number of rows.
 */
export function linesOfEarly(
  db: Store,
  order: OrderId,
  limit: number,
  early: EarlyRead | null,
): DatabaseLines | undefined {
  const lines = early?.lines;
  if (lines?.order !== indexOfOrder(order) || lines.limit !== limit) return undefined;
  const { rows } = lines;
  return { asks: false, order, limit, items: itemsOf(readListRows(db, rows)), more: rows.length === limit };
}
