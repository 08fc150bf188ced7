import type { ListRow } from '../../record/listRow.ts';
import type { OrderId } from '../../search/orders.ts';
import { type ListOrder, listArticles, type Store } from '../../store/index.ts';

/** Lines of the list that come from the database and not from the search index, and what was asked for. */
export type DatabaseLines = {
  asks: false;
  order: OrderId;
  limit: number;
  items: { kind: 'article'; value: string; row: ListRow }[];
  more: boolean;
};

/** The database index that gives an order of the list. */
const ORDER_OF: Record<string, ListOrder | undefined> = { saved: 'capturedAt', published: 'publishedAt' };

/** The first rows of the whole list, at most `limit` of them. */
export async function linesOfDatabase(db: Store, order: OrderId, limit: number): Promise<DatabaseLines> {
  const { rows, next } = await listArticles(db, { order: ORDER_OF[order] ?? 'capturedAt', limit });
  const items = rows.map((row) => ({ kind: 'article' as const, value: '', row }));
  return { asks: false, order, limit, items, more: next !== null };
}
