import { tagsOf } from '../annotation/edit.ts';
import type { Annotation } from '../annotation/schema.ts';
import type { SavedArticle } from '../record/schema.ts';

/** A saved article with what belongs to it, for the filters of the list. */
export type Candidate = {
  saved: SavedArticle;
  marks: Annotation[];
  /** The tags of the article and of its marks, without repeats. */
  tags: string[];
};

/**
 * A filter of the list. A `switch` is on or off. A `choice` offers the values that the articles have, the most used
 * first; its value is one of them.
 */
type Filter =
  | { kind: 'switch'; holds: (candidate: Candidate) => boolean }
  | { kind: 'choice'; valuesOf: (candidate: Candidate) => string[] };

/**
 * The filters of the collection's list, in the order of display. A filter's label is the sentence `filter_ID`; a
 * choice also has `filter_ID_any` for no choice.
 */
export const FILTERS = {
  tag: { kind: 'choice', valuesOf: ({ tags }) => tags },
  marked: { kind: 'switch', holds: ({ marks }) => marks.length > 0 },
} as const satisfies Record<string, Filter>;

export type FilterId = keyof typeof FILTERS;
export type ChoiceId = {
  [K in FilterId]: (typeof FILTERS)[K]['kind'] extends 'choice' ? K : never;
}[FilterId];

/** The ids of the filters, in the order of the table. */
export const FILTER_IDS = Object.keys(FILTERS) as FilterId[];

/** The chosen value of each filter, `on` for a switch. A filter without a value passes all articles. */
export type Filtering = Partial<Record<FilterId, string>>;

/** Whether an article passes every filter that has a value. */
export function passes(candidate: Candidate, filtering: Filtering): boolean {
  return FILTER_IDS.every((id) => {
    const wanted = filtering[id];
    if (wanted === undefined) return true;
    const filter: Filter = FILTERS[id];
    return filter.kind === 'switch' ? filter.holds(candidate) : filter.valuesOf(candidate).includes(wanted);
  });
}

/** The values that a choice offers for these articles, the most used first. Empty for a switch. */
export function valuesOf(id: FilterId, candidates: Candidate[]): string[] {
  const filter: Filter = FILTERS[id];
  if (filter.kind === 'switch') return [];
  const counts = new Map<string, number>();
  for (const candidate of candidates)
    for (const value of filter.valuesOf(candidate)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'zh')).map(([value]) => value);
}

/** Joins articles with their marks and tags, in the given order. */
export function candidatesOf(articles: SavedArticle[], annotations: Annotation[]): Candidate[] {
  const marks = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const own = marks.get(annotation.articleId);
    if (own) own.push(annotation);
    else marks.set(annotation.articleId, [annotation]);
  }
  return articles.map((saved) => {
    const own = marks.get(saved.id) ?? [];
    return { saved, marks: own, tags: [...new Set([...saved.tags, ...own.flatMap(tagsOf)])] };
  });
}
