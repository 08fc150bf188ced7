import { COLOR_IDS, type ColorId } from '../../annotation/colors.ts';
import { type ListRow, nextDue } from '../../record/listRow.ts';
import { localDay } from '../../record/localDay.ts';
import type { Excerpt, Lit } from '../../search/excerpts.ts';
import type { SearchField } from '../../search/fields.ts';
import { FILTER_IDS, FILTERS, narrowedBy } from '../../search/filters.ts';
import { LIST_ORDERS, ORDER_IDS, type OrderId } from '../../search/orders.ts';
import { type Doubt, doubtsOf, parseQuery } from '../../search/parseQuery.ts';
import { type Query, wantedDays, wantedWords, wordsIn } from '../../search/query.ts';
import type { Asked } from '../../search/savedSearch.ts';
import type { ShownHits } from '../../store/index.ts';
import { colorName, formatDate, type MessageKey, t } from '../i18n.ts';

/** The empty query, which every article matches. */
export const NOTHING_ASKED: Asked = { words: '', filtering: {}, order: 'relevance', group: 'none' };

/**
 * Parses what was asked. `narrows` is false where every article matches the query. `hasHits`: whether it asks for words
 * or days, which rows can show. `doubts`: what looks like the question of a field and is searched as words.
 */
export function queryOf({ words, filtering }: Asked): {
  query: Query;
  narrows: boolean;
  hasWords: boolean;
  hasHits: boolean;
  doubts: Doubt[];
} {
  const query = narrowedBy(parseQuery(words), filtering);
  const hasWords = wantedWords(query).length > 0;
  return {
    query,
    narrows: query.type !== 'all',
    hasWords,
    hasHits: hasWords || wantedDays(query).length > 0,
    doubts: doubtsOf(words),
  };
}

/** The present order of the list, and the orders that it offers. Relevance is offered only for a query with words. */
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
  /** The title in parts. The parts with searched words are highlighted. */
  headline: Lit[];
  /** The title as plain text. */
  name: string;
  /**
   * Values that distinguish articles with the same title: date, source, issuer (if it is not the source), host and
   * region.
   */
  about: string[];
  /** The day of publication, where the search asks for it; else null. It is highlighted in `about`. */
  askedDay: string | null;
  unread: boolean;
  starred: boolean;
  /** The next deadline of the article's tasks; empty where none lies in the future. */
  due: string;
  /** Whether only a part of the article was read. */
  incomplete: boolean;
  /** Whether the page had another text when it was saved before. */
  changed: boolean;
  tasks: number;
  marks: number;
  /** The first tags, which the row shows. */
  tags: string[];
  /** The other tags, which the row only counts. */
  moreTags: string[];
  /** Extracts with searched words and the words around them. */
  excerpts: ExcerptView[];
};

/** An extract from a field of the article. `label` names the field; it is empty for the text, where most hits are. */
type ExcerptView = { label: string; parts: Lit[] };

/**
 * The names of fields, shown before extracts from them. Without its name, such an extract would seem to be from the
 * text.
 */
const FIELD_LABELS: Partial<Record<SearchField, MessageKey>> = {
  task: 'page_task',
  note: 'note',
  tag: 'page_tag',
  quote: 'trash_annotation',
  source: 'field_source',
  issuer: 'field_issuer',
  number: 'field_documentNumber',
  region: 'field_region',
  speaker: 'speaker',
  body: 'responsible',
  deadline: 'deadlineLabel',
  address: 'rule_address',
};

/** The most tags that a row shows, because it would be very high with all of them. */
const MOST_TAGS = 8;

/** The name of the field before an extract, and the day of a deadline; empty for the text. */
function labelOf({ field, key, date }: Excerpt): string {
  const label = FIELD_LABELS[field] ?? (key && `field_${key}`);
  return [label && t(label), date].filter(Boolean).join(' ');
}

/** The row of an article. `hits`: the places of the searched words, if they are known. */
export function rowView(row: ListRow, hits: ShownHits | undefined, today = localDay(new Date())): RowView {
  const { id, title, publishedAt, source, issuer, host, region, incomplete, changed, tasks, marks, tags } =
    row;
  const day = formatDate(publishedAt || null).slice(0, 10);
  const name = title || t('untitled');
  return {
    id,
    name,
    headline: title && hits?.headline.length ? hits.headline : [{ words: name, hit: false }],
    about: [...new Set([day, source, issuer, host, region])].flatMap((one) => one || []),
    askedDay: day && hits?.dated ? day : null,
    unread: !row.read,
    starred: row.starred,
    due: nextDue(row, today) ?? '',
    incomplete,
    changed,
    tasks,
    marks,
    tags: tags.slice(0, MOST_TAGS),
    moreTags: tags.slice(MOST_TAGS),
    excerpts: hits?.excerpts.map((one) => ({ label: labelOf(one), parts: one.parts })) ?? [],
  };
}

/** The tabs in which an open article is shown. */
export type ArticleTab = 'marks' | 'tasks' | 'text';

/** The tab of an article that shows hits in a field. Fields that are missing here are shown above the tabs. */
const TAB_OF: Partial<Record<SearchField, ArticleTab>> = {
  text: 'text',
  note: 'marks',
  tag: 'marks',
  quote: 'marks',
  task: 'tasks',
  speaker: 'tasks',
  body: 'tasks',
  deadline: 'tasks',
};

/**
 * The search from which an article was opened. `lit`: the query whose words the article view highlights. `tab`: the tab
 * with the hits.
 */
export type Sought = { id: string; query: Query; lit: Query; tab: ArticleTab | null };

/**
 * What to highlight in an article that is opened from a search: the words of the query, and the words of the deadlines
 * that it asks for. Null where the query asks for neither. `hits`: the places that the article's row shows.
 */
export function soughtIn(id: string, query: Query, hits: ShownHits | undefined): Sought | null {
  const excerpts = hits?.excerpts ?? [];
  const deadlines = excerpts
    .flatMap(({ date, parts }) => (date ? parts : []))
    .flatMap(({ words, hit }) => (hit ? wordsIn(words, null) : []));
  const lit: Query = { type: 'or', of: [...wantedWords(query), ...deadlines] };
  if (lit.of.length === 0) return null;
  const [first] = excerpts;
  return { id, query, lit, tab: (first && TAB_OF[first.field]) ?? null };
}

/** A filter with its present value. A filter that is a choice also has its possible values. */
export type FilterView = {
  id: keyof typeof FILTERS;
  kind: 'choice' | 'switch';
  value: string | undefined;
  values: string[];
  /** Describes a value for the user. */
  labelOf: (value: string) => string;
};

const isColor = (value: string): value is ColorId => (COLOR_IDS as string[]).includes(value);

/**
 * Adds the chosen tag to the tags in use where it is missing, so that the filter shows it. The tags in use may not be
 * read yet, or no article may have this tag any more.
 */
export const withChosen = (tags: string[], chosen: string | undefined): string[] =>
  chosen === undefined || tags.includes(chosen) ? tags : [chosen, ...tags];

/**
 * The filters of the list. `tags`: the tags in use, the most used first. `meanings`: what the colours mean to the
 * person.
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
    values: id === 'tag' ? withChosen(tags, filtering.tag) : id === 'color' ? COLOR_IDS : [],
    labelOf: (value) => (isColor(value) && id === 'color' ? colorName(value, meanings[value]) : value),
  }));

/** The progress of a search. `complete`: the index covers all articles, so no further results will come. */
export type Answered = {
  found: number;
  complete: boolean;
  progress: { indexed: number; total: number } | null;
};

/** The message above the list. It contains a number of results only when that number is final. */
export function summaryOf(all: number, narrows: boolean, answered: Answered | null): string {
  if (!narrows && (!answered || answered.complete)) return t('articleCount', all);
  if (!answered) return t('searching');
  const { found, complete, progress } = answered;
  if (!complete) return progress ? t('indexing', progress.indexed, progress.total) : t('searching');
  return found === 0 ? t('nothingFound') : t('articleCountOf', found, all);
}
