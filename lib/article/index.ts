import type { Body } from './body/body.ts';
import { isOfItems, labelsItems } from './context/pageKind.ts';
import { gather, type Readings, trialsOf } from './fields/gather.ts';
import { READ_FIELDS } from './fields/index.ts';
import type { ReadField, ValueOf } from './fields/readField.ts';
import type { Trial } from './fields/rule.ts';
import { canonicalUrl } from './page/canonical.ts';
import { atOnce, inStretches, type Steps } from './page/steps.ts';
import { readParts } from './parts.ts';
import type { Article, Provenance } from './schema.ts';

export { canonicalUrl, READ_FIELDS };

type Page = { url: string; now?: Date };

/**
 * Reads a page into an article; the page itself is not changed. fields/ has the rules of each field, in their order;
 * docs/extraction.md has them side by side. `now` is the time of capture, from which relative dates are counted back.
 */
export const readArticle = (doc: Document, page: Page): Article => atOnce(articleSteps(doc, page)).article;

/** The same for a page that somebody looks at: it may go on between the steps, of which none takes long. */
export const readArticleInStretches = async (doc: Document, page: Page): Promise<Article> =>
  (await inStretches(articleSteps(doc, page))).article;

/**
 * What each rule of a field finds on a page, the one that won marked; the value of a page that is no article can be left
 * out of the record all the same. For people who look into one page.
 */
export function explainField(doc: Document, page: Page, field: ReadField): Trial[] {
  const { readings } = atOnce(articleSteps(doc, page));
  return trialsOf(field, readings.page);
}

function* articleSteps(doc: Document, { url, now }: Page): Steps<{ article: Article; readings: Readings }> {
  let body: Body | null = null;
  const readings = gather(doc, { url, now, body: () => body });
  const { page, readingOf } = readings;
  // Before the first pause, so that a page that changes meanwhile is read as it was.
  for (const field of READ_FIELDS) if (field !== 'text') readingOf(field);
  const title = page.fieldValue('title') ?? '';
  const hasMetadata = page.fieldValue('publishedAt') !== null || page.fieldValue('source') !== null;
  const { body: found, ...parts } = yield* readParts(doc, { url, title, lines: page.lines, hasMetadata });
  body = found;

  const provenance: Record<string, Provenance> = {};
  const kind = { kind: parts.pageKind, title, labels: labelsItems(page.labelled) };
  const take = <F extends ReadField>(field: F): ValueOf<F> | null => {
    const reading = readingOf(field);
    if (!reading) return null;
    const { value, ...from } = reading;
    // The day and the source of a list's first item are not the list's.
    if (field !== 'columnPath' && field !== 'text' && isOfItems(from.origin, kind)) return null;
    provenance[field] = from;
    return value;
  };
  const values = Object.fromEntries(READ_FIELDS.map((field) => [field, take(field)])) as {
    [F in ReadField]: ValueOf<F> | null;
  };
  const article: Article = {
    ...values,
    title: values.title ?? '',
    authors: values.authors ?? [],
    editors: values.editors ?? [],
    keywords: values.keywords ?? [],
    columnPath: values.columnPath ?? [],
    text: values.text ?? '',
    // Looked up where the list of divisions is at hand (region.ts), which is not in the page.
    region: null,
    ...parts,
    provenance,
  };
  return { article, readings };
}
