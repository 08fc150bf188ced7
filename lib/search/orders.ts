import type { SavedArticle } from '../record/schema.ts';

/**
 * The orders of the collection's list. Each compares two articles; null keeps the order of the collection, last saved
 * first. An order's label is the sentence `order_ID`.
 */
export const ORDERS = {
  saved: null,
  // Articles without a date come last.
  published: (a, b) => (b.article.publishedAt ?? '').localeCompare(a.article.publishedAt ?? ''),
} as const satisfies Record<string, ((a: SavedArticle, b: SavedArticle) => number) | null>;

export type OrderId = keyof typeof ORDERS;

export const ORDER_IDS = Object.keys(ORDERS) as OrderId[];
