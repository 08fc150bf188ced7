import { useMemo, useState } from 'preact/hooks';
import type { SavedArticle } from '../../record/schema.ts';
import type { Store } from '../../store/index.ts';
import { annotationsOf, articleIds, articlesOf, listArticles, textsOf } from '../../store/index.ts';
import { NO_QUERY, type Query, searchView } from './searchView.ts';
import { useWatch } from './useWatch.ts';

const NONE: SavedArticle[] = [];
const NO_TEXTS = new Map<string, string>();
const NO_COUNTS = new Map<string, number>();

/** How many tasks each article has, by its id. */
async function countTasks(db: Store): Promise<Map<string, number>> {
  const { rows } = await listArticles(db, { limit: Number.POSITIVE_INFINITY });
  return new Map(rows.map(({ id, tasks }) => [id, tasks]));
}

/** The list of the collection, what is asked of it, and which rows are chosen; null until the list is there. */
export function useSearch(db: Store) {
  const [query, setQuery] = useState<Query>(NO_QUERY);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const searching = query.words.trim() !== '';
  const articles = useWatch(async () => articlesOf(db, await articleIds(db)), [db]);
  const annotations = useWatch(async () => annotationsOf(db, await articleIds(db)), [db]);
  // Bodies are read only when somebody searches in them.
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
