import type { Article } from '../article/schema.ts';

/**
 * Where a view shows a field. `head`: around the headline; `facts`: in the list of facts, with its label; `notice`: a
 * warning above the headline; `links`: folded below the article; `body`: as the text itself.
 */
export type FieldPlace = 'head' | 'facts' | 'notice' | 'links' | 'body';

/** What the product does with a field of an article. The label is the sentence `field_KEY` of the interface. */
type Field = {
  /** Null where the view does not show the field. */
  popup: FieldPlace | null;
  panel: FieldPlace | null;
  /** Whether words of the field are found by the search of the collection. */
  searched: boolean;
  /** Whether the field is written into exported files. */
  exported: boolean;
};

const field = (place: FieldPlace, searched: boolean): Field => ({
  popup: place,
  panel: place,
  searched,
  exported: true,
});

/** A field of an article that has a label: all but what is said about fields (`provenance`) or follows from one (`isArticle`). */
export type FieldKey = Exclude<keyof Article, 'provenance' | 'isArticle'>;

/**
 * Every field of an article, in the order in which views list the fields: the more telling first. A new field of the
 * schema needs one row here and its label in `_locales`; the compiler names whichever is missing.
 */
export const FIELDS = {
  columnPath: field('head', true),
  kicker: field('head', true),
  title: field('head', true),
  subtitle: field('head', true),
  publishedAt: field('head', true),
  source: field('head', true),
  region: field('head', true),
  originalTitle: field('facts', true),
  issuer: field('facts', true),
  documentNumber: field('facts', true),
  writtenOn: field('facts', true),
  authors: field('facts', true),
  editors: field('facts', true),
  keywords: field('facts', true),
  lead: field('facts', true),
  contributor: field('facts', true),
  indexNumber: field('facts', true),
  subjectCategory: field('facts', true),
  validity: field('facts', true),
  views: field('facts', false),
  siteName: field('facts', true),
  pageKind: field('notice', false),
  isExcerpt: field('notice', false),
  // The body is searched through the captured texts, which are kept apart from the fields.
  text: field('body', false),
  paging: field('notice', false),
  images: field('links', false),
  previous: field('links', false),
  next: field('links', false),
  related: field('links', false),
} satisfies Record<FieldKey, Field>;

const KEYS = Object.keys(FIELDS) as FieldKey[];

/** The fields that a view shows at a place, in the order of the table. */
export const fieldsAt = (view: 'popup' | 'panel', ...places: FieldPlace[]): FieldKey[] =>
  KEYS.filter((key) => {
    const place = FIELDS[key][view];
    return place !== null && places.includes(place);
  });

/** A value as plain words: strings as they are, lists one by one, a place by its name. Empty for all else. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  return value && typeof value === 'object' && 'name' in value ? wordsOf(value.name) : [];
}

/** What the search reads of an article beside its text. */
export const searchedWords = (article: Partial<Article>): string[] =>
  KEYS.filter((key) => FIELDS[key].searched).flatMap((key) => wordsOf(article[key]));

/** The article without the fields that are not exported; a field that the table does not know stays. */
export function exportedFields<A extends Partial<Article>>(article: A): A {
  const entries = Object.entries(article).filter(([key]) => FIELDS[key as FieldKey]?.exported !== false);
  return Object.fromEntries(entries) as A;
}
