import { noteOf } from '../../annotation/edit.ts';
import type { ArticleBundle, KeptAnnotation } from '../../record/schema.ts';
import { orderedMarks } from '../bundle.ts';
import type { CollectionFormat } from '../formats.ts';

/** Marks as W3C Web Annotations (JSON-LD): one AnnotationCollection with a single page. */
export const w3c: CollectionFormat = {
  scope: 'collection',
  group: 'research',
  id: 'w3c',
  label: 'format_w3c',
  extension: 'jsonld',
  mime: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  write: async (bundles, generator) => {
    const annotations = bundles.flatMap((bundle) =>
      orderedMarks(bundle.annotations).map((mark) => w3cAnnotation(mark, bundle, generator)),
    );
    return [`${JSON.stringify(collectionOf(annotations), null, 2)}\n`];
  },
};

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Writes a mark as a W3C annotation. Its target is the page, with the selectors as stored. */
function w3cAnnotation(mark: KeptAnnotation, { saved }: ArticleBundle, generator: string): object {
  const { id, created, modified, body, target, color } = mark;
  return {
    '@context': CONTEXT,
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: noteOf(mark) ? 'commenting' : 'highlighting',
    created,
    modified,
    generator: { id: 'https://pizhu.example/', type: 'Software', name: generator },
    // Omits an empty body, because the model forbids an empty list.
    ...(body.length > 0 && {
      body: body.map((one) => ({ ...one, ...(one.purpose === 'commenting' && { format: 'text/markdown' }) })),
    }),
    stylesheet: { type: 'CssStylesheet', value: `.${color} { background-color: ${color}; }` },
    target: {
      type: 'SpecificResource',
      source: { id: target.source, type: 'Text', format: 'text/html', language: 'zh-CN' },
      styleClass: color,
      selector: target.selector,
      ...(target.captured && { state: { type: 'TimeState', sourceDate: saved.capturedAt } }),
    },
  };
}

/**
 * Writes a collection with a single page that is part of the file (W3C Web Annotation Data Model, 5.1 and 5.2). A page
 * can name the next page only by its address, which a program reading the file would have to fetch.
 */
function collectionOf(annotations: object[]): object {
  const id = `urn:uuid:${crypto.randomUUID()}`;
  const page = `${id}#page-1`;
  const about = { id, type: 'AnnotationCollection', label: '批注', total: annotations.length };
  const first = { id: page, type: 'AnnotationPage', partOf: about, startIndex: 0, items: annotations };
  return { '@context': CONTEXT, ...about, ...(annotations.length > 0 && { first, last: page }) };
}
