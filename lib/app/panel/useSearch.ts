import { useEffect, useMemo } from 'preact/hooks';
import type { Group } from '../../search/groups.ts';
import type { Query } from '../../search/query.ts';
import type { Asked } from '../../search/savedSearch.ts';
import {
  articleIds,
  countCollection,
  listTagInfo,
  onChanged,
  type Store,
  tagsInUse,
} from '../../store/index.ts';
import { useColorMeanings } from '../useSettings.ts';
import { type ListOf, STRETCH } from './listKeys.ts';
import type { TopRow } from './listMemory.ts';
import type { ListStart } from './listStart.ts';
import { useSavedSearches } from './savedSearches.ts';
import {
  filterViews,
  NOTHING_ASKED,
  ordersOf,
  queryOf,
  type Sought,
  soughtIn,
  summaryOf,
} from './searchView.ts';
import { useAnswer } from './useAnswer.ts';
import { useEmptied } from './useEmptied.ts';
import { useListLines } from './useListLines.ts';
import { useListMemory } from './useListMemory.ts';
import { useSearchEngine } from './useSearchEngine.ts';
import { useWatch } from './useWatch.ts';

const NO_IDS: string[] = [];
const NO_TAGS: string[] = [];
const NO_GROUPS: Group[] = [];

/**
 * The list of saved articles: its rows, the query and the selection. Null while it loads. The state is kept while an
 * article is open, when the side panel closes, and when the browser closes.
 * `early`: what has been read before this view was loaded.
 */
export function useSearch(db: Store, of: ListOf = 'panel', early: ListStart | null = null) {
  const { memory, change, place, top, sizes } = useListMemory(of, early?.memory);
  const { engine, changes } = useSearchEngine(db);

  const asked = memory?.asked ?? NOTHING_ASKED;
  const { query, narrows, hasWords, hasHits, doubts } = useMemo(() => queryOf(asked), [asked]);
  const { order, orders } = ordersOf(asked, hasWords);
  const { group } = asked;
  /** Whether the search index is needed. Without query and groups, the list comes from the database. */
  const asks = narrows || group !== 'none';
  const { answer, key, failure } = useAnswer(engine, asks ? query : null, order, group, changes);
  if (failure) throw failure;

  const counts = useWatch(() => countCollection(db), [db], early?.counts);
  const tags = useWatch(() => tagsInUse(db), [db]) ?? NO_TAGS;
  const infos = useWatch(() => listTagInfo(db), [db]);
  const kept = early?.stored?.local ?? null;
  const meanings = useColorMeanings(kept);
  const searches = useSavedSearches(kept);
  const foundIds = answer?.ids ?? NO_IDS;
  const closed = useMemo(() => new Set(memory?.closed), [memory?.closed]);
  const { items, hits, more, areOld, show, showFirst } = useListLines(
    db,
    engine,
    {
      loaded: memory !== null,
      asks,
      isFound: asks && answer !== null,
      ids: foundIds,
      groups: answer?.groups ?? NO_GROUPS,
      closed,
      order,
      limit: memory?.limit ?? STRETCH,
      key,
      answered: answer?.key ?? '',
    },
    hasHits && narrows ? query : null,
    changes,
    early?.lines,
  );

  const ticked = useMemo(() => new Set(memory?.ticked), [memory?.ticked]);
  const selected = useMemo(
    () => (narrows ? foundIds.filter((id) => ticked.has(id)) : [...ticked]),
    [narrows, foundIds, ticked],
  );
  // Removes deleted articles from the selection.
  useEffect(
    () =>
      onChanged(db, ({ refs }) => {
        const gone = new Set(refs.filter((ref) => ref.kind === 'article' && ref.gone).map(({ id }) => id));
        if (gone.size > 0) change((now) => ({ ticked: now.ticked.filter((id) => !gone.has(id)) }));
      }),
    [db],
  );

  const { emptied, accept } = useEmptied(db, counts?.articles, kept);

  if (!memory || !counts || !items || !searches.all || emptied === undefined) return null;
  const readMore = () => change((now) => (now.limit > items.length ? {} : { limit: now.limit + STRETCH }));
  const ask = (next: Partial<Asked>) => {
    showFirst();
    place.current = 0;
    top.current = null;
    sizes.current = [];
    change((now) => ({
      asked: { ...now.asked, ...next },
      closed: next.group ? [] : now.closed,
      limit: STRETCH,
      place: 0,
      top: null,
    }));
  };
  return {
    items,
    /** Whether the items are those of an earlier query, until the present one is answered. */
    areOld,
    engine,
    tags,
    /** The colour that a person gave a tag; null where the tag has none. */
    colorOf: (tag: string) => infos?.get(tag)?.color ?? null,
    /** The number of all saved articles, even those that the query does not find. */
    count: counts.articles,
    /** How many articles were lost; null where none were. */
    emptied,
    /** Removes the warning that articles were lost. */
    acceptLoss: accept,
    /** The saved searches, and functions that change them. */
    searches: { ...searches, all: searches.all },
    filters: filterViews(asked, tags, meanings),
    narrowed: narrows,
    summary: summaryOf(counts.articles, narrows, answer?.key === key ? answer : null),
    query: { ...asked, order },
    doubts,
    orders,
    /** The ids of the selected articles among those that the query finds. */
    selected,
    /** The search whose words are highlighted in an article that is opened now; null where nothing is. */
    soughtIn: (id: string): Sought | null => (narrows ? soughtIn(id, query, hits.get(id)) : null),
    /** Whether this query is the present one. */
    isAsked: (one: Query) => JSON.stringify(one) === JSON.stringify(query),
    isTicked: (id: string) => ticked.has(id),
    /** Whether all articles that the query finds are selected. */
    isAllTicked: selected.length > 0 && selected.length >= (narrows ? foundIds.length : counts.articles),
    /**
     * Returns the id of the next article in the list after the article `id` (`by` is 1), or of the previous one (-1).
     * Returns the first article where `id` is null or not in the list. Returns null where the list has no such article.
     */
    neighbour: (id: string | null, by: 1 | -1): string | null => {
      // Opens no article that the present query may not find.
      if (areOld) return null;
      // Lists each article once, although it may be in several groups, so that moving through the list visits it once.
      const ids = [...new Set(items.flatMap((item) => (item.kind === 'article' ? item.row.id : [])))];
      const at = id === null ? -1 : ids.indexOf(id);
      if (more && at > ids.length - STRETCH / 2) readMore();
      return ids[at < 0 ? 0 : at + by] ?? null;
    },
    /** The ids of the articles that the query finds; null without a query, or until all are found. */
    found: narrows && answer?.key === key && answer.complete ? foundIds : null,
    /** The ids of all saved articles, even those that the query does not find. */
    all: () => articleIds(db),
    ask,
    /** Clears the words and the filters. The order stays. */
    clear: () => ask({ words: '', filtering: {} }),
    /** Clears the whole selection, even of articles that the query does not find. */
    untick: () => change(() => ({ ticked: [] })),
    toggle: (id: string) =>
      change(({ ticked: now }) => ({
        ticked: now.includes(id) ? now.filter((one) => one !== id) : [...now, id],
      })),
    /** Collapses or expands a group. */
    toggleGroup: (value: string) =>
      change((now) => ({
        closed: now.closed.includes(value)
          ? now.closed.filter((one) => one !== value)
          : [...now.closed, value],
      })),
    /** Selects all articles that the query finds. */
    tickAll: async () => {
      if (areOld) return;
      const ids = narrows ? foundIds : await articleIds(db);
      change(() => ({ ticked: ids }));
    },
    /** Records which rows are visible. Near the end, reads more rows. */
    onShown: (from: number, to: number) => {
      show(from, to);
      if (more && to > items.length - STRETCH / 2) readMore();
    },
    /**
     * The scroll position in CSS pixels, the measured heights of rows, and functions that change and store the
     * position.
     */
    place: place.current,
    top: top.current,
    sizes,
    moveTo: (to: number, row: TopRow) => {
      place.current = to;
      top.current = row;
    },
    keepPlace: () => change(() => ({})),
  };
}

export type Search = NonNullable<ReturnType<typeof useSearch>>;
