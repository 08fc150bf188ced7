import { noteOf } from '../../annotation/edit.ts';
import type { ArticleBundle, KeptAnnotation } from '../../record/schema.ts';
import { orderedMarks } from '../bundle.ts';
import type { CollectionFormat } from '../formats.ts';

/** Marks as W3C Web Annotations (JSON-LD): one AnnotationCollection with its pages. */
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
/** Annotations of one page of the collection. */
const PAGE_SIZE = 200;

/** An annotation of the W3C model. Its target is the page, with the selectors as they are kept. */
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
    // The model forbids an empty list.
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

/** A collection with its pages in it (W3C Web Annotation Data Model, 5.1 and 5.2). */
function collectionOf(annotations: object[]): object {
  const id = `urn:uuid:${crypto.randomUUID()}`;
  const count = Math.ceil(annotations.length / PAGE_SIZE);
  const address = (page: number) => `${id}#page-${page + 1}`;
  const pages = Array.from({ length: count }, (_, page) => ({
    id: address(page),
    type: 'AnnotationPage',
    partOf: id,
    startIndex: page * PAGE_SIZE,
    ...(page > 0 && { prev: address(page - 1) }),
    items: annotations.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
  }));
  // Each page holds the next: so the file is one tree, and nothing of it has to be fetched.
  const first = pages.reduceRight<object | null>((next, page) => (next ? { ...page, next } : page), null);
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: '批注',
    total: annotations.length,
    ...(first && { first, last: address(count - 1) }),
  };
}
