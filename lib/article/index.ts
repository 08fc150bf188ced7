import { datesIn, firstDate } from './date.ts';
import { isEmptyValue, type LabelledField, labelledValues, namesOf } from './labels.ts';
import { EDGE, type Line, linesOf, tidy } from './lines.ts';
import { readParts } from './parts.ts';
import type { Article, Provenance, Rule } from './schema.ts';
import { atOnce, inStretches, type Steps } from './steps.ts';
import { readTitle } from './title.ts';

export { canonicalUrl } from './canonical.ts';

/** Lines before and after the headline, and at the end of the page, that can hold metadata. */
const BEFORE_HEADLINE = 30;
const AFTER_HEADLINE = 16;

const DOCUMENT_NUMBER = /[\p{Script=Han}]{1,14}[〔[（(【]\s*(?:19|20)\d{2}\s*[〕\]）)】]\s*第?\s*\d+\s*号/u;

/** A meta tag's content by name, whatever the case; null where it is missing or says nothing. */
function metaReader(doc: Document): (names: string[]) => string | null {
  const values = new Map<string, string>();
  for (const meta of doc.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase();
    const content = tidy(meta.getAttribute('content') ?? '');
    if (name && !isEmptyValue(content) && !values.has(name)) values.set(name, content);
  }
  return (names) =>
    names.map((name) => values.get(name.toLowerCase())).find((value) => value !== undefined) ?? null;
}

/** The lines where metadata stand: around the headline, and those of the tail that are labelled. */
function metadataLines(lines: Line[], headline: string): Line[] {
  const squeeze = (text: string) => text.replace(/[\s\t]/g, '');
  const title = squeeze(headline);
  let at = -1;
  lines.forEach(({ text }, i) => {
    if (at < 0 && i > 0 && squeeze(text) === title) at = i;
  });
  if (at < 0) at = lines.findIndex(({ text }) => squeeze(text) === title);
  const near = lines.slice(Math.max(0, at - BEFORE_HEADLINE), at + AFTER_HEADLINE);
  const rest = lines.slice(at + AFTER_HEADLINE).filter(({ text }) => text.length < 160);
  return [...near, ...rest];
}

/** Keywords are apart by element, or by comma, semicolon, blank. */
const keywordsOf = (parts: string[]) => [
  ...new Set(
    parts
      .flatMap((part) => part.split(/[,，;；、|\s]+/))
      .map(tidy)
      .filter((word) => word && !isEmptyValue(word)),
  ),
];

/** Reads a page into an article. The page itself is not changed. */
export const readArticle = (doc: Document, page: { url: string; now?: Date }): Article =>
  atOnce(articleSteps(doc, page));

/** The same for a page that somebody looks at: it may go on between the steps, of which none takes long. */
export const readArticleInStretches = (doc: Document, page: { url: string; now?: Date }): Promise<Article> =>
  inStretches(articleSteps(doc, page));

function* articleSteps(doc: Document, page: { url: string; now?: Date }): Steps<Article> {
  const provenance: Record<string, Provenance> = {};
  const note = <T>(field: string, value: T, rule: Rule, confidence: number): T => {
    if (value !== null && !(Array.isArray(value) && value.length === 0))
      provenance[field] = { rule, confidence };
    return value;
  };
  const meta = metaReader(doc);
  const readHeadline = readTitle(doc, meta(['ArticleTitle']));
  const title = readHeadline?.value ?? '';
  if (readHeadline) note('title', title, readHeadline.rule, readHeadline.confidence);

  const lines = doc.body ? linesOf(doc.body) : [];
  const near = metadataLines(lines, title);
  const labelled = new Map<LabelledField, { value: string; parts: string[] }>();
  near.forEach(({ text }, i) => {
    // A table gives label and value in cells, that is in lines, of their own.
    const whole =
      /^[^:：]{1,12}[:：]$/.test(text) && near[i + 1] ? `${text}${EDGE}${near[i + 1]!.text}` : text;
    const own = /^[^:：]{1,12}[:：]$/.test(text) && /[:：]$/.test(near[i + 1]?.text ?? ':') ? text : whole;
    for (const { field, value, parts } of labelledValues(own))
      if (!labelled.has(field)) labelled.set(field, { value, parts });
  });
  const label = (field: LabelledField) => {
    const value = labelled.get(field)?.value ?? null;
    return value === null ? null : note(field, value, 'labelled-line', 0.9);
  };

  const standardDate = firstDate(meta(['PubDate']) ?? '');
  const labelledDate = firstDate(labelled.get('publishedAt')?.value ?? '');
  const metaDate = firstDate(
    meta(['article:published_time', 'publishdate', 'pubdate', 'firstpublishedtime']) ?? '',
  );
  const bare = near
    .slice(0, BEFORE_HEADLINE + AFTER_HEADLINE)
    .flatMap(({ text }) => (text.length < 90 ? datesIn(text.replaceAll(EDGE, ' ')) : []));
  const bareDate = (bare.find(({ hasTime }) => hasTime) ?? bare[0])?.iso ?? null;
  const dates: [string | null, Rule, number][] = [
    [labelledDate, 'labelled-line', 0.97],
    [standardDate, 'standard-meta', 0.95],
    [bareDate, 'bare-line', 0.85],
    [metaDate, 'meta', 0.8],
  ];
  // The day of the best rule, with the time of another rule where that is the same day.
  const firstDay = dates.find(([value]) => value !== null);
  const exact = dates.find(
    ([value]) => value && value.length > 10 && value.slice(0, 10) === firstDay?.[0]?.slice(0, 10),
  );
  const publishedAt = firstDay ? note('publishedAt', (exact ?? firstDay)[0], firstDay[1], firstDay[2]) : null;

  const labelledSource = label('source')?.split(EDGE)[0] ?? null;
  const metaSource =
    meta(['ContentSource', 'source', 'article:source'])?.replace(/^来源[:：]\s*/, '') ?? null;
  const source =
    cleanSource(labelledSource) ?? note('source', cleanSource(metaSource), 'standard-meta', 0.85);

  const byline = labelled.get('authors')?.value;
  const tail = labelled.get('editors')?.value;
  const labelledKeywords = labelled.get('keywords');
  const keywords = labelledKeywords
    ? note('keywords', keywordsOf(labelledKeywords.parts), 'labelled-line', 0.95)
    : note('keywords', keywordsOf([meta(['Keywords']) ?? '']), 'meta', 0.6);
  const { byReadability, ...parts } = yield* readParts(doc, {
    url: page.url,
    title,
    lines,
    hasMetadata: publishedAt !== null || source !== null,
  });
  const { text } = parts;
  note('text', text || null, byReadability ? 'readability' : 'body-text', byReadability ? 0.9 : 0.5);
  note('columnPath', parts.columnPath, 'bare-line', 0.8);
  const writtenOn = firstDate(labelled.get('writtenOn')?.value ?? '')?.slice(0, 10) ?? null;
  const number =
    label('documentNumber')?.match(DOCUMENT_NUMBER)?.[0] ??
    note('documentNumber', headNumber(text), 'body-text', 0.8);

  return {
    title,
    kicker: null,
    subtitle: null,
    originalTitle: label('originalTitle'),
    publishedAt,
    writtenOn: note('writtenOn', writtenOn, 'document-header', 0.95),
    source,
    contributor: null,
    authors: note('authors', byline ? namesOf(byline) : [], 'labelled-line', 0.9),
    editors: note('editors', tail ? namesOf(tail) : [], 'labelled-line', 0.9),
    keywords,
    lead: labelled.has('lead')
      ? note('lead', labelled.get('lead')!.parts.join(''), 'labelled-line', 0.95)
      : null,
    views: readViews(near, labelled.get('views')?.value ?? null, note),
    issuer: label('issuer'),
    documentNumber: number ?? null,
    indexNumber: label('indexNumber'),
    subjectCategory: label('subjectCategory'),
    validity: label('validity'),
    siteName: note('siteName', meta(['SiteName', 'og:site_name']), 'meta', 0.9),
    region: null,
    ...parts,
    provenance,
  };
}

/** A source is a name: not a sentence, not a date, not the next label. */
function cleanSource(value: string | null): string | null {
  if (!value) return null;
  const name = tidy(value.replace(/(?:19|20)\d{2}[-年/].*$/, '').split(/\s(?=\S*[:：])/)[0] ?? '');
  return name && name.length <= 40 && !isEmptyValue(name) ? name : null;
}

/** 国发〔2019〕5号 under the headline: in the first lines of the body. */
function headNumber(text: string): string | null {
  for (const line of text.split('\n', 4))
    if (line.length < 40) {
      const match = line.match(DOCUMENT_NUMBER);
      if (match) return match[0];
    }
  return null;
}

/** A labelled count, or a bare number that stands between a time and a label in the metadata line. */
function readViews(
  lines: Line[],
  labelledValue: string | null,
  note: <T>(field: string, value: T, rule: Rule, confidence: number) => T,
): number | null {
  const digits = labelledValue?.match(/^\s*([\d,]+)/)?.[1]?.replaceAll(',', '');
  if (digits) return note('views', Number(digits), 'labelled-line', 0.9);
  for (const { text } of lines.slice(0, BEFORE_HEADLINE + AFTER_HEADLINE)) {
    const parts = text.split(EDGE);
    if (parts.length < 3 || !datesIn(parts[0]!).length) continue;
    const count = parts.slice(1, -1).find((part) => /^\d{1,9}$/.test(part));
    if (count) return note('views', Number(count), 'bare-line', 0.7);
  }
  return null;
}
