import { COLOR_IDS, type ColorId } from '../../annotation/colors.ts';
import { localDay } from '../../exchange/fileName.ts';
import { type ListRow, nextDue } from '../../record/listRow.ts';
import type { Lit } from '../../search/excerpts.ts';
import type { SearchField } from '../../search/fields.ts';
import { FILTER_IDS, FILTERS, narrowedBy } from '../../search/filters.ts';
import { LIST_ORDERS, ORDER_IDS, type OrderId } from '../../search/orders.ts';
import { parseQuery, type Query, wantedWords } from '../../search/query.ts';
import type { Asked } from '../../search/savedSearch.ts';
import type { ShownHits } from '../../store/index.ts';
import { colorName, formatDate, t } from '../i18n.ts';

/** The empty query, which every article matches. */
export const NOTHING_ASKED: Asked = { words: '', filtering: {}, order: 'relevance', group: 'none' };

/** The parsed query. `narrows` is false where every article matches. */
export function queryOf({ words, filtering }: Asked): { query: Query; narrows: boolean; hasWords: boolean } {
  const query = narrowedBy(parseQuery(words), filtering);
  return { query, narrows: query.type !== 'all', hasWords: wantedWords(query).length > 0 };
}

/** The order that the list has, and those that it offers. */
export function ordersOf(
  { order }: Asked,
  hasWords: boolean,
): { order: OrderId; orders: readonly OrderId[] } {
  if (hasWords) return { order, orders: ORDER_IDS };
  return { order: order === 'relevance' ? 'saved' : order, orders: LIST_ORDERS };
}

/** An article as a row of the list. */
export type RowView = {
  id: string;
  /** The headline in parts, of which those with searched words are highlighted. */
  headline: Lit[];
  /** The headline in plain words. */
  name: string;
  /**
   * What distinguishes articles with the same headline: date, source, an issuer other than the source, host and place.
   */
  about: string;
  unread: boolean;
  starred: boolean;
  /** The next deadline in the article's tasks; empty where none is in the future. */
  due: string;
  /** Only a part of the article was read. */
  incomplete: boolean;
  tasks: number;
  marks: number;
  tags: string[];
  /** The places with searched words, each with the words around it. */
  excerpts: Lit[][];
};

/** The row of an article, with the hits in it where they are known. */
export function rowView(row: ListRow, hits: ShownHits | undefined, today = localDay(new Date())): RowView {
  const { id, title, publishedAt, source, issuer, host, region, incomplete, tasks, marks, tags } = row;
  const day = formatDate(publishedAt || null).slice(0, 10);
  const name = title || t('untitled');
  return {
    id,
    name,
    headline: title && hits?.headline.length ? hits.headline : [{ words: name, hit: false }],
    about: [...new Set([day, source, issuer, host, region])].filter(Boolean).join(' · '),
    unread: !row.read,
    starred: row.starred,
    due: nextDue(row, today) ?? '',
    incomplete,
    tasks,
    marks,
    tags,
    excerpts: hits?.excerpts.map(({ parts }) => parts) ?? [],
  };
}

/** A tab of an open article. */
export type ArticleTab = 'marks' | 'tasks' | 'text';

/** The tab of an article in which a hit in a field shows; null where that is above the tabs. */
export const TAB_OF: Partial<Record<SearchField, ArticleTab>> = {
  text: 'text',
  note: 'marks',
  tag: 'marks',
  quote: 'marks',
  task: 'tasks',
  speaker: 'tasks',
  body: 'tasks',
  deadline: 'tasks',
};

/** The search from which an article was opened. Its words are highlighted in the article. */
export type Sought = { id: string; query: Query; tab: ArticleTab | null };

/** A filter with its present value, and for a choice its options. */
export type FilterView = {
  id: keyof typeof FILTERS;
  kind: 'choice' | 'switch';
  value: string | undefined;
  values: string[];
  /** A value as it is shown. */
  labelOf: (value: string) => string;
};

const isColor = (value: string): value is ColorId => (COLOR_IDS as string[]).includes(value);

/**
 * The filters of the list. `tags` are those in use, the most used first; `meanings` are the person's meanings of the
 * colours.
 */
export const filterViews = (
  { filtering }: Asked,
  tags: string[],
  meanings: Record<string, string> = {},
): FilterView[] =>
  FILTER_IDS.map((id) => ({
    id,
    kind: FILTERS[id].kind,
    value: filtering[id],
    values: id === 'tag' ? tags : id === 'color' ? COLOR_IDS : [],
    labelOf: (value) => (isColor(value) && id === 'color' ? colorName(value, meanings[value]) : value),
  }));

/** The progress of an answer. `complete`: the index covers all articles, so that nothing more can be found. */
export type Answered = {
  found: number;
  complete: boolean;
  progress: { indexed: number; total: number } | null;
};

/** The sentence above the list. Contains a count only when that count is final. */
export function summaryOf(all: number, narrows: boolean, answered: Answered | null): string {
  if (!narrows && (!answered || answered.complete)) return t('articleCount', all);
  if (!answered) return t('searching');
  const { found, complete, progress } = answered;
  if (!complete) return progress ? t('indexing', progress.indexed, progress.total) : t('searching');
  return found === 0 ? t('nothingFound') : t('articleCountOf', found, all);
}
