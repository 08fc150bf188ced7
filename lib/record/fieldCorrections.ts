import { Article } from '../article/schema.ts';
import { z } from '../zod.ts';

/** The fields of an article that a person can correct, in the order in which they are offered. */
export const CORRECTABLE = [
  'title',
  'publishedAt',
  'source',
  'issuer',
  'documentNumber',
  'authors',
] as const satisfies (keyof Article)[];
export type Correctable = (typeof CORRECTABLE)[number];

const { title, publishedAt, source, issuer, documentNumber, authors } = Article.shape;

/**
 * The person's own values of fields that the page gives wrongly. The page's values are kept beside them. Null or an
 * empty list means that the article has no such value, whatever the page says.
 */
export const FieldCorrections = z.partial(
  z.object({ title, publishedAt, source, issuer, documentNumber, authors }),
);
export type FieldCorrections = z.infer<typeof FieldCorrections>;

/** The rule name in the provenance of a corrected field: the person, not a rule, gave the value. */
const CORRECTION_RULE = 'correction';

type Fields = Omit<Article, 'text'>;

/** Writes a field's value as text, for the provenance. */
const wordsOf = (value: string | string[] | null): string =>
  Array.isArray(value) ? value.join('、') : (value ?? '');

/** The provenance of a corrected field: says that the person gave the value, and which value the page has. */
function provenanceOf(article: Fields, field: Correctable): Article['provenance'][string] {
  const from = article.provenance[field];
  const value = wordsOf(article[field]);
  const otherwise = from && value ? { value, rule: from.rule, origin: from.origin } : undefined;
  return { rule: CORRECTION_RULE, confidence: 1, ...(otherwise && { otherwise }) };
}

/** Returns an article in which a person's corrections replace the page's values. */
export function correctedFields<A extends Fields>(article: A, corrections: FieldCorrections): A {
  const fields = CORRECTABLE.filter((field) => corrections[field] !== undefined);
  if (fields.length === 0) return article;
  const provenance = fields.map((field) => [field, provenanceOf(article, field)]);
  return {
    ...article,
    ...Object.fromEntries(fields.map((field) => [field, corrections[field]])),
    provenance: { ...article.provenance, ...Object.fromEntries(provenance) },
  };
}

/** Returns a copy of the object in which the corrections of its saved article are applied. */
export const withCorrectedFields = <B extends { saved: Corrected }>(bundle: B): B => ({
  ...bundle,
  saved: corrected(bundle.saved),
});

type Corrected = { article: Fields; fieldCorrections: FieldCorrections };

/** Returns a saved article in which its corrections replace the page's values. */
export const corrected = <S extends Corrected>(saved: S): S => ({
  ...saved,
  article: correctedFields(saved.article, saved.fieldCorrections),
});
