import { type Article, FIELDS, type FieldKey, type FieldPlace } from '../article/schema.ts';

const KEYS = Object.keys(FIELDS) as FieldKey[];

/** The fields that a view shows at these places, in the order of the table. */
export const fieldsAt = (view: 'popup' | 'panel', ...places: FieldPlace[]): FieldKey[] =>
  KEYS.filter((key) => {
    const place = FIELDS[key][view];
    return place !== null && places.includes(place);
  });

/** A value as plain words: strings as they are, lists one by one, a place by its name. Empty for other values. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  return value && typeof value === 'object' && 'name' in value ? wordsOf(value.name) : [];
}

/** The words of an article that the search reads, apart from its text. */
export const searchedWords = (article: Partial<Article>): string[] =>
  KEYS.filter((key) => FIELDS[key].searched).flatMap((key) => wordsOf(article[key]));

/** An article without the fields that are not exported; a field unknown to the table stays. */
export function exportedFields<A extends Partial<Article>>(article: A): A {
  const entries = Object.entries(article).filter(([key]) => FIELDS[key as FieldKey]?.exported !== false);
  return Object.fromEntries(entries) as A;
}

/** True for an article of which the page showed a part only: one of several pages, or the words above 阅读全文. */
export const isIncomplete = ({ isExcerpt, paging }: Pick<Article, 'isExcerpt' | 'paging'>): boolean =>
  isExcerpt || paging !== null;
