import { useMemo, useState } from 'preact/hooks';
import type { SavedArticle } from '../../record/schema.ts';
import type { Store } from '../../store/index.ts';
import { annotationsOf, articleIds, articlesOf, listArticles, textsOf } from '../../store/index.ts';
import { NO_QUERY, type Query, searchView } from './searchView.ts';
import { useWatch } from './useWatch.ts';

const NONE: SavedArticle[] = [];
const NO_TEXTS = new Map<string, string>();
const NO_COUNTS = new Map<string, number>();

/** The number of tasks in each article, by its id. */
async function countTasks(db: Store): Promise<Map<string, number>> {
  const { rows } = await listArticles(db, { limit: Number.POSITIVE_INFINITY });
  return new Map(rows.map(({ id, tasks }) => [id, tasks]));
}

/** The list of the collection with its query and the selected rows; null while it loads. */
export function useSearch(db: Store) {
  const [query, setQuery] = useState<Query>(NO_QUERY);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const searching = query.words.trim() !== '';
  const articles = useWatch(async () => articlesOf(db, await articleIds(db)), [db]);
  const annotations = useWatch(async () => annotationsOf(db, await articleIds(db)), [db]);
  // Reads bodies only while there is a search.
  const texts =
    useWatch(async () => (searching ? textsOf(db, articles ?? NONE) : NO_TEXTS), [db, searching, articles]) ??
    NO_TEXTS;
  const counts = useWatch(() => countTasks(db), [db]) ?? NO_COUNTS;
  const view = useMemo(
    () => (articles ? searchView({ articles, annotations: annotations ?? [], texts, counts }, query) : null),
    [articles, annotations, texts, counts, query],
  );
  if (!articles || !view) return null;

  const selected = view.rows.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  return {
    ...view,
    query,
    /** The ids of all articles, whatever the query. */
    all: articles.map(({ id }) => id),
    /** The ids of the selected rows among those listed. */
    selected,
    ask: (change: Partial<Query>) => setQuery((now) => ({ ...now, ...change })),
    /** Clears words and filters, and keeps the order. */
    clear: () => setQuery(({ order }) => ({ ...NO_QUERY, order })),
    toggle: (id: string) =>
      setTicked((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    /** Selects every listed row, or none where some are selected. */
    toggleAll: () => setTicked(new Set(selected.length ? [] : view.rows.map(({ id }) => id))),
  };
}

export type Search = NonNullable<ReturnType<typeof useSearch>>;
