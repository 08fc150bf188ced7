import { labelsItems, readsItems } from './context/pageKind.ts';
import { readDocumentNumber, readHeaderField } from './fields/document.ts';
import { headlineOf, siteInTitle } from './fields/headlineText.ts';
import { readKeywords, readLead } from './fields/keywords.ts';
import { readAuthors, readContributor, readEditors } from './fields/people.ts';
import { readPublished, readWrittenOn } from './fields/published.ts';
import { first, type Reading, reading } from './fields/reading.ts';
import { readSource } from './fields/sources.ts';
import { readKickerAndSubtitle, readTitle } from './fields/title.ts';
import { readViews } from './fields/views.ts';
import { readWeChat } from './fields/weChat.ts';
import { partHeadings } from './metadata/headingLines.ts';
import { readLabelled } from './metadata/labelled.ts';
import { forgetLabels } from './metadata/labels.ts';
import { zonesOf } from './metadata/zones.ts';
import { canonicalUrl } from './page/canonical.ts';
import { readJsonLd } from './page/jsonLd.ts';
import { linesOf } from './page/lines.ts';
import { readMeta } from './page/meta.ts';
import { atOnce, inStretches, type Steps } from './page/steps.ts';
import { readParts } from './parts.ts';
import type { Article, Provenance } from './schema.ts';

export { canonicalUrl };

/**
 * Reads a page into an article; the page itself is not changed. Each reader documents the precedence of its field;
 * docs/extraction.md has them side by side. `now` is the time of capture, from which relative dates are counted back.
 */
export const readArticle = (doc: Document, page: { url: string; now?: Date }): Article =>
  atOnce(articleSteps(doc, page));

/** The same for a page that somebody looks at: it may go on between the steps, of which none takes long. */
export const readArticleInStretches = (doc: Document, page: { url: string; now?: Date }): Promise<Article> =>
  inStretches(articleSteps(doc, page));

function* articleSteps(doc: Document, page: { url: string; now?: Date }): Steps<Article> {
  const provenance: Record<string, Provenance> = {};
  const take = <T>(field: string, found: Reading<T> | null): T | null => {
    // The day and the source of a list's first item are not the list's.
    const page = { kind: parts.pageKind, title, labels };
    if (found && !/^(columnPath|text)$/.test(field) && readsItems(found.rule, page)) return null;
    if (found) {
      const { rule, confidence, otherwise } = found;
      provenance[field] = otherwise ? { rule, confidence, otherwise } : { rule, confidence };
    }
    return found?.value ?? null;
  };
  forgetLabels();
  const meta = readMeta(doc);
  const linked = readJsonLd(doc);
  const weChat = readWeChat(doc);
  const lines = doc.body ? partHeadings(linesOf(doc.body)) : [];
  const siteName = first(
    reading(meta.any('SiteName'), 'standard-meta', 0.95),
    reading(meta.any('og:site_name', 'application-name'), 'meta', 0.9),
    reading(linked.publisher, 'json-ld', 0.8),
    reading(siteInTitle(doc.title ?? ''), 'document-title', 0.6),
  );
  const site = siteName?.value ?? null;
  // A document's header has the headline in it; it can be read only where the page's lines are sorted by the headline.
  const header = readLabelled(lines, {
    head: lines.slice(0, 200),
    before: [],
    opening: [],
    closing: [],
    tail: [],
  });
  const inHeader = header.hasHeader ? (header.all('title')[0]?.value ?? null) : null;
  const headline = readTitle(doc, lines, {
    meta,
    linked,
    siteName: site,
    inHeader: inHeader && headlineOf(inHeader),
  });
  const title = headline.reading?.value ?? '';
  const zones = zonesOf(lines, headline.line < 0 ? -1 : headline.end - 1);
  const labelled = readLabelled(lines, zones);
  const documentNumber = readDocumentNumber(labelled, title, [
    ...zones.head.slice(0, 12),
    ...zones.opening.slice(0, 4),
    ...zones.before.slice(0, 2),
  ]);
  const labels = labelsItems(labelled);
  const editors = readEditors(labelled, zones);
  const { kicker, subtitle } = readKickerAndSubtitle(lines, headline);
  const original = labelled.all('originalTitle')[0]?.value;
  const publishedAt = readPublished({
    meta,
    linked,
    labelled,
    zones,
    ...page,
    now: page.now,
    canonical: canonicalUrl(doc, page.url),
  });
  const source = readSource({ meta, labelled, zones, account: weChat.account });
  const { byReadability, isOnly, ...parts } = yield* readParts(doc, {
    url: page.url,
    title,
    lines,
    hasMetadata: publishedAt !== null || source !== null,
  });
  const { text, columnPath } = parts;
  take(
    'text',
    reading(text, byReadability ? 'readability' : 'body-text', byReadability || isOnly ? 0.9 : 0.5),
  );
  take('columnPath', columnPath.length ? reading(columnPath, 'bare-line', 0.8) : null);

  return {
    title: take('title', headline.reading) ?? '',
    kicker: take('kicker', kicker),
    subtitle: take('subtitle', subtitle),
    originalTitle: take('originalTitle', reading(original && headlineOf(original), 'labelled-line', 0.95)),
    publishedAt: take('publishedAt', publishedAt),
    writtenOn: take('writtenOn', readWrittenOn(labelled, lines.slice(headline.end), documentNumber !== null)),
    source: take('source', source),
    contributor: take('contributor', readContributor(labelled, zones)),
    authors:
      take(
        'authors',
        readAuthors({
          meta,
          linked,
          labelled,
          zones,
          editors: editors?.value ?? [],
          siteName: site,
          writer: weChat.author,
        }),
      ) ?? [],
    editors: take('editors', editors) ?? [],
    keywords: take('keywords', readKeywords(labelled)) ?? [],
    lead: take('lead', readLead(labelled)),
    views: take('views', readViews(labelled, zones.head, zones.tail)),
    issuer: take('issuer', readHeaderField(labelled, 'issuer')),
    documentNumber: take('documentNumber', documentNumber),
    indexNumber: take('indexNumber', readHeaderField(labelled, 'indexNumber')),
    subjectCategory: take('subjectCategory', readHeaderField(labelled, 'subjectCategory')),
    validity: take('validity', readHeaderField(labelled, 'validity')),
    siteName: take('siteName', siteName),
    // Looked up where the list of divisions is at hand (region.ts), which is not in the page.
    region: null,
    ...parts,
    provenance,
  };
}
