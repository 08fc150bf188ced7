import type { Annotation } from '../../annotation/schema.ts';
import { isIncomplete } from '../../record/fields.ts';
import type { SavedArticle } from '../../record/schema.ts';
import { candidatesOf, FILTER_IDS, FILTERS, type Filtering, passes, valuesOf } from '../../search/filters.ts';
import { ORDERS, type OrderId } from '../../search/orders.ts';
import { excerptOf, searchArticles } from '../../search/search.ts';
import { formatDate, t } from '../i18n.ts';

/** The part of the collection that the list needs. `texts` and `counts` are keyed by the article's id. */
export type Listed = {
  articles: SavedArticle[];
  annotations: Annotation[];
  /** The bodies; empty while there is no search. */
  texts: Map<string, string>;
  /** How many tasks each article has. */
  counts: Map<string, number>;
};

/** What the list is asked for: searched words, filters, order. */
export type Query = { words: string; filtering: Filtering; order: OrderId };

/** The query that every article matches. */
export const NO_QUERY: Query = { words: '', filtering: {}, order: 'saved' };

/** Whether a query narrows the list. */
const narrows = ({ words, filtering }: Query): boolean =>
  words.trim() !== '' || Object.values(filtering).some((value) => value !== undefined);

/** An article as a row of the list. */
export type ListRow = {
  id: string;
  headline: string;
  /** Date and source; for a document date and issuer. */
  about: string;
  /** Only a part of the article was read. */
  incomplete: boolean;
  tasks: number;
  marks: number;
  tags: string[];
  /** The first match of the query in the text, with its surroundings; null where there is none. */
  excerpt: ReturnType<typeof excerptOf>;
};

/** A filter with its present value, and for a choice its options. */
export type FilterView = {
  id: keyof typeof FILTERS;
  kind: 'choice' | 'switch';
  value: string | undefined;
  values: string[];
};

/** The list for a query: sorted rows, filters, and a sentence with their number. */
export function searchView({ articles, annotations, texts, counts }: Listed, query: Query) {
  const all = candidatesOf(articles, annotations);
  const kept = all.filter((candidate) => passes(candidate, query.filtering));
  const found = searchArticles(kept, texts, query.words);
  const compare = ORDERS[query.order];
  const ordered = compare ? [...found].sort((a, b) => compare(a.saved, b.saved)) : found;
  const searching = query.words.trim() !== '';
  const rows = ordered.map(({ saved: { id, article }, marks, tags }): ListRow => {
    const day = formatDate(article.publishedAt).slice(0, 10);
    return {
      id,
      headline: article.title || t('untitled'),
      about: [day, article.source ?? article.issuer].filter(Boolean).join(' · '),
      incomplete: isIncomplete(article),
      tasks: counts.get(id) ?? 0,
      marks: marks.length,
      tags,
      excerpt: searching ? excerptOf(texts.get(id) ?? '', query.words) : null,
    };
  });
  const filters = FILTER_IDS.map(
    (id): FilterView => ({
      id,
      kind: FILTERS[id].kind,
      value: query.filtering[id],
      values: valuesOf(id, all),
    }),
  );
  return { rows, filters, narrowed: narrows(query), summary: summaryOf(rows.length, all.length, query) };
}

function summaryOf(found: number, all: number, query: Query): string {
  if (found === 0) return t('nothingFound');
  return narrows(query) ? t('articleCountOf', found, all) : t('articleCount', found);
}
