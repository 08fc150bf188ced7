import { expect, test } from 'vitest';
import { markOn, richBundle, wordsOf } from '../../test/support/exchanged.ts';
import { w3c } from './formats/w3c.ts';

type Node = Record<string, unknown> & { items?: Node[]; next?: Node; first?: Node };

const isIri = (value: unknown) =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(value);
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/**
 * Checks the requirements (MUST) of the W3C Web Annotation Data Model that an exported mark could violate. Comments
 * name sections of the recommendation.
 */
function expectAnnotation(node: Node): void {
  // Section 3.1: an annotation has a context, exactly one IRI as id, and the type.
  expect(node['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
  expect(isIri(node.id)).toBe(true);
  expect(node.type).toBe('Annotation');
  // Section 3.2.5: an annotation never has both body and bodyValue. An empty list is no valid body.
  expect(node).not.toHaveProperty('bodyValue');
  expect(node.body ?? ['']).not.toEqual([]);
  for (const body of (node.body ?? []) as Node[]) {
    // Section 3.2.4: a textual body has its text exactly once.
    expect(typeof body.value).toBe('string');
    expect(['commenting', 'tagging']).toContain(body.purpose);
  }
  // Section 3.3.1: times are xsd:dateTime in UTC.
  expect(node.created).toMatch(TIME);
  expect(node.modified).toMatch(TIME);
  // Section 4: a target has exactly one source. Section 4.2: each selector has the properties of its type.
  const target = node.target as Node & { source: Node; selector: Node[] };
  expect(isIri(target.source.id)).toBe(true);
  for (const selector of target.selector) {
    if (selector.type === 'TextQuoteSelector') expect(typeof selector.exact).toBe('string');
    else if (selector.type === 'TextPositionSelector')
      expect(selector.start).toBeLessThanOrEqual(selector.end as number);
    else expect(selector).toMatchObject({ type: 'RangeSelector', startSelector: {}, endSelector: {} });
  }
  // Section 4.4: a style class requires a style sheet.
  expect(target.styleClass && (node.stylesheet as Node).type).toBe('CssStylesheet');
}

/** Collects the items of a collection, page after page. */
function itemsOf(collection: Node): Node[] {
  const items: Node[] = [];
  for (let page = collection.first; page; page = page.next) {
    expect(page).toMatchObject({
      type: 'AnnotationPage',
      partOf: { id: collection.id, total: collection.total },
      startIndex: items.length,
    });
    expect(isIri(page.id)).toBe(true);
    items.push(...page.items!);
    if (!page.next) expect(collection.last).toBe(page.id);
  }
  return items;
}

test.each([0, 1, 3, 200, 201, 450])('%i marks are a collection of the model with its page', async (count) => {
  const marks = Array.from({ length: count }, (_, i) =>
    markOn('碧水', i % 2 ? ['水务'] : [], i % 3 ? '' : '要点'),
  );
  const collection: Node = JSON.parse(await wordsOf(await w3c.write([richBundle(marks)], 'Pizhu test')));
  expect(collection).toMatchObject({ type: 'AnnotationCollection', total: count });
  const items = itemsOf(collection);
  expect(items.map(({ id }) => id)).toEqual(marks.map(({ id }) => `urn:uuid:${id}`));
  for (const item of items) expectAnnotation(item);
});

test('a mark says what was made of it: quote, note, tags, colour', async () => {
  const mark = markOn('碧水', ['水务'], '**要点**');
  const { first }: Node = JSON.parse(await wordsOf(await w3c.write([richBundle([mark])], 'Pizhu test')));
  expect(first!.items![0]).toMatchObject({
    motivation: 'commenting',
    body: [
      { purpose: 'commenting', value: '**要点**', format: 'text/markdown' },
      { purpose: 'tagging', value: '水务' },
    ],
    target: { source: { id: mark.target.source }, selector: mark.target.selector, styleClass: 'yellow' },
  });
});

test('a mark without a note is a highlight; its state says when the text was captured, where it is in that', async () => {
  const bundle = richBundle([markOn('碧水'), { ...markOn('推进会'), color: 'blue' }]);
  bundle.annotations[1]!.target.captured = null;
  const collection: Node = JSON.parse(await wordsOf(await w3c.write([bundle], 'Pizhu test')));
  expect(collection).toMatchObject({ label: '批注', '@context': 'http://www.w3.org/ns/anno.jsonld' });
  const [one, two] = itemsOf(collection);
  expect(one).toMatchObject({
    motivation: 'highlighting',
    generator: { id: 'https://pizhu.example/', type: 'Software', name: 'Pizhu test' },
    target: {
      type: 'SpecificResource',
      source: { type: 'Text', format: 'text/html', language: 'zh-CN' },
      state: { type: 'TimeState', sourceDate: bundle.saved.capturedAt },
    },
  });
  expect(one).not.toHaveProperty('body');
  expect(two!.target).not.toHaveProperty('state');
  expect(two!.stylesheet).toEqual({ type: 'CssStylesheet', value: '.blue { background-color: blue; }' });
});
