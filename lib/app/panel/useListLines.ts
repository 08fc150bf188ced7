import { useMemo, useRef, useState } from 'preact/hooks';
import type { ListRow } from '../../record/listRow.ts';
import type { Group } from '../../search/groups.ts';
import type { OrderId } from '../../search/orders.ts';
import type { Query } from '../../search/query.ts';
import { listRowsOf, type Store } from '../../store/index.ts';
import type { EarlyQuery } from './earlyQuery.ts';
import { type ListLine, linesOf } from './listItems.ts';
import { type DatabaseLines, linesOfDatabase } from './listOfDatabase.ts';
import type { SearchEngine } from './searchEngine.ts';
import { rowView } from './searchView.ts';
import { useHits } from './useAnswer.ts';
import { useWatch } from './useWatch.ts';

/** A line of the list. A line for an article has the article's row from the database. */
type ListItem = Extract<ListLine, { kind: 'group' }> | { kind: 'article'; value: string; row: ListRow };

/** The rows whose extracts are read first: about one screen. */
const SHOWN = { from: 0, to: 20 };

type Lines = {
  /** Whether the stored state of the list is loaded. */
  loaded: boolean;
  /** Whether the list comes from the search index, and not from the database. */
  asks: boolean;
  /** Whether the search index has answered. */
  isFound: boolean;
  /** The ids and groups that the search index found. */
  ids: string[];
  groups: Group[];
  /** The groups that are collapsed. */
  closed: Set<string>;
  order: OrderId;
  /** The most lines that are read from the database. */
  limit: number;
  /** The key of the query that is asked, and of the one that the search index has answered; empty without a query. */
  key: string;
  answered: string;
};

/** Lines of the list, and the request for which they were read. */
type ReadLines = Pick<Lines, 'asks' | 'order' | 'limit'> & {
  items: ListItem[];
  more: boolean;
  answered?: string;
};

/** The lines of the list, in their order. Reads at most `limit` of them. */
async function linesIn(
  db: Store,
  { asks, ids: foundIds, groups, closed, order, limit, answered }: Lines,
): Promise<ReadLines> {
  if (!asks) return linesOfDatabase(db, order, limit);
  const { lines, more } = linesOf(foundIds, groups, closed, limit);
  const ids = new Set(lines.flatMap((line) => (line.kind === 'article' ? line.id : [])));
  const rows = new Map((await listRowsOf(db, [...ids])).map((row) => [row.id, row]));
  const items = lines.flatMap((line): ListItem[] => {
    if (line.kind === 'group') return [line];
    const row = rows.get(line.id);
    return row ? [{ kind: 'article', value: line.value, row }] : [];
  });
  return { asks, order, limit, items, more, answered };
}

/**
 * The lines of the list, with the words to highlight in them. `items` is undefined until the first lines are read.
 * While a search runs, keeps the previous lines. Reads extracts only for the visible rows.
 */
export function useListLines(
  db: Store,
  engine: SearchEngine,
  lines: Lines,
  sought: Query | null,
  changes: number,
  /** The lines that were read before this view was loaded. */
  early: EarlyQuery<DatabaseLines> | null = null,
) {
  const { loaded, asks, ids, groups, closed, order, limit, key } = lines;
  const waits = asks && !lines.isFound;
  // Reads the newest articles even before the stored state is loaded, because most lists have no query.
  const read = useWatch<ReadLines | null>(
    async () => (waits ? null : linesIn(db, lines)),
    [db, waits, asks, ids, groups, closed, order, limit],
    early as EarlyQuery<ReadLines | null> | null,
  );
  const last = useRef<ReadLines | null>(null);
  // Ignores lines that were read before the list changed between search results and all articles. The first lines
  // shown must have the number and order that the list had before, because the stored scroll position depends on
  // them.
  const isFirst = last.current === null;
  const fits = read?.asks === asks && (!isFirst || (read.order === order && read.limit === limit));
  if (loaded && !waits && fits) last.current = read;
  const listed = last.current;
  // A change of the visible rows renders the list again only during a search, which needs extracts for the new rows.
  const shown = useRef(SHOWN);
  const [, renderAgain] = useState(0);
  const shownIds = [
    ...new Set(
      listed?.items
        .slice(shown.current.from, shown.current.to)
        .flatMap((item) => (item.kind === 'article' ? item.row.id : [])),
    ),
  ];
  const hits = useHits(engine, sought, shownIds, changes);
  const items = useMemo(
    () =>
      listed?.items.map((item) =>
        item.kind === 'article' ? { ...item, row: rowView(item.row, hits.get(item.row.id)) } : item,
      ),
    [listed, hits],
  );
  return {
    items,
    hits,
    more: listed?.more ?? false,
    /** Whether the lines are those of an earlier query, because the present one is not answered yet. */
    areOld: listed !== null && (listed?.answered ?? '') !== key,
    /** Records which rows are visible. */
    show: (from: number, to: number) => {
      if (from === shown.current.from && to === shown.current.to) return;
      shown.current = { from, to };
      if (sought) renderAgain((times) => times + 1);
    },
    showFirst: () => {
      shown.current = SHOWN;
    },
  };
}
