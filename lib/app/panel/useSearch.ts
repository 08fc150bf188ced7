import { useMemo, useState } from 'preact/hooks';
import { countCorrectedTasks } from '../../store/corrections.ts';
import type { Database } from '../../store/database.ts';
import { listAllAnnotations, listArticles, listTexts } from '../../store/repository.ts';
import { NO_QUERY, type Query, searchView } from './searchView.ts';
import { useWatch } from './useWatch.ts';

const NO_TEXTS = new Map<string, string>();
const NO_COUNTS = new Map<string, number>();

/** The list of the collection, what is asked of it, and which rows are chosen; null until the list is there. */
export function useSearch(db: Database) {
  const [query, setQuery] = useState<Query>(NO_QUERY);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const searching = query.words.trim() !== '';
  const articles = useWatch(() => listArticles(db), [db]);
  const annotations = useWatch(() => listAllAnnotations(db), [db]);
  // Bodies are read only when somebody searches in them.
  const texts = useWatch(async () => (searching ? listTexts(db) : NO_TEXTS), [db, searching]) ?? NO_TEXTS;
  const counts = useWatch(() => countCorrectedTasks(db, articles ?? []), [db, articles]) ?? NO_COUNTS;
  const view = useMemo(
    () => (articles ? searchView({ articles, annotations: annotations ?? [], texts, counts }, query) : null),
    [articles, annotations, texts, counts, query],
  );
  if (!articles || !view) return null;

  const selected = view.rows.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  return {
    ...view,
    query,
    /** The ids of all articles, whatever is asked. */
    all: articles.map(({ id }) => id),
    /** The ids of the chosen rows that show. */
    selected,
    ask: (change: Partial<Query>) => setQuery((now) => ({ ...now, ...change })),
    /** Gives up words and filters, and keeps the order. */
    clear: () => setQuery(({ order }) => ({ ...NO_QUERY, order })),
    toggle: (id: string) =>
      setTicked((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    /** Chooses every row that shows, or none where some are chosen. */
    toggleAll: () => setTicked(new Set(selected.length ? [] : view.rows.map(({ id }) => id))),
  };
}

export type Search = NonNullable<ReturnType<typeof useSearch>>;
