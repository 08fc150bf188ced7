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

/** The number of lines above which a page is read in smaller steps, so that it stays responsive. */
const MANY_LINES = 1500;

/**
 * Reads a page into an article, and leaves the page unchanged. The folder fields/ has the rules of each field, in order
 * of precedence; docs/extraction.md lists them. `now` is the time of capture, from which relative dates are counted
 * back.
 */
export const readArticle = (doc: Document, page: Page): Article => atOnce(articleSteps(doc, page)).article;

/** Reads a page like `readArticle`, but in short steps with pauses, so that a visible page stays responsive. */
export const readArticleInStretches = async (doc: Document, page: Page): Promise<Article> =>
  (await inStretches(articleSteps(doc, page))).article;

/**
 * Lists what each rule of a field finds on a page, and marks the winner, so that a developer can examine one page.
 * `readArticle` may drop the winning value if the page is no article; see `isOfItems`.
 */
export function explainField(doc: Document, page: Page, field: ReadField): Trial[] {
  const { readings } = atOnce(articleSteps(doc, page));
  return trialsOf(field, readings.page);
}

function* articleSteps(doc: Document, { url, now }: Page): Steps<{ article: Article; readings: Readings }> {
  let body: Body | null = null;
  const readings = gather(doc, { url, now, body: () => body });
  const { page, readingOf } = readings;
  // Reads the fields in one step, before the page can change. On a long page that would block it for too long, so there
  // each field is a step of its own.
  const isLong = page.lines.length > MANY_LINES;
  if (isLong)
    for (const read of [
      () => page.labelledLines,
      () => page.header,
      () => page.headline,
      () => page.zones,
      () => page.labelled,
    ]) {
      yield;
      read();
    }
  for (const field of READ_FIELDS) {
    if (field === 'text') continue;
    if (isLong) yield;
    readingOf(field);
  }
  if (isLong) yield;
  const title = page.fieldValue('title') ?? '';
  const hasMetadata = page.fieldValue('publishedAt') !== null || page.fieldValue('source') !== null;
  const { body: found, ...parts } = yield* readParts(doc, {
    url,
    title,
    lines: page.lines,
    below: page.headlineLines.end,
    lead: page.fieldValue('lead'),
    hasMetadata,
    script: page.script,
    isLong,
  });
  body = found;

  const provenance: Record<string, Provenance> = {};
  const kind = { kind: parts.pageKind, title, labels: labelsItems(page.labelled) };
  const take = <F extends ReadField>(field: F): ValueOf<F> | null => {
    const reading = readingOf(field);
    if (!reading) return null;
    const { value, ...from } = reading;
    // On a page that lists articles, drops a day or a source that belongs to one listed article and not to the page.
    if (field !== 'columnPath' && field !== 'text' && isOfItems(field, from.origin, kind)) return null;
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
    // The background adds the region, because the list of divisions (region.ts) is too big to load into pages.
    region: null,
    ...parts,
    provenance,
  };
  return { article, readings };
}
