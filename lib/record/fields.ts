import { type Article, FIELDS, type FieldKey, type FieldPlace } from '../article/schema.ts';

const KEYS = Object.keys(FIELDS) as FieldKey[];

/** The fields that a view shows at these places, in the order of the table `FIELDS`. */
export const fieldsAt = (view: 'popup' | 'panel', ...places: FieldPlace[]): FieldKey[] =>
  KEYS.filter((key) => {
    const place = FIELDS[key][view];
    return place !== null && places.includes(place);
  });

/** A field's value as texts: a string as it is, lists item by item, a region by its name. Empty for other values. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  return value && typeof value === 'object' && 'name' in value ? wordsOf(value.name) : [];
}

/** The field values that the search reads. The article's text is searched separately. */
export const searchedWords = (article: Partial<Article>): string[] =>
  KEYS.filter((key) => FIELDS[key].searched).flatMap((key) => wordsOf(article[key]));

/** An article without the fields that are not exported. Keeps fields that the table `FIELDS` does not know. */
export function exportedFields<A extends Partial<Article>>(article: A): A {
  const entries = Object.entries(article).filter(([key]) => FIELDS[key as FieldKey]?.exported !== false);
  return Object.fromEntries(entries) as A;
}

/**
 * Whether the page showed only a part of the article: one of several pages, or a beginning above a link 阅读全文 (read the
 * full text).
 */
export const isIncomplete = ({ isExcerpt, paging }: Pick<Article, 'isExcerpt' | 'paging'>): boolean =>
  isExcerpt || paging !== null;
