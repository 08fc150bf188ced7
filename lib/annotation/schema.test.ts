import { expect, test } from 'vitest';
import { Annotation, AnnotationPatch, Body, Selector, Target } from './schema.ts';

const id = '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f';
const at = '2025-03-04T01:30:00.000Z';
const quote = { type: 'TextQuoteSelector', exact: '管网', prefix: '前', suffix: '后' };
const position = { type: 'TextPositionSelector', start: 0, end: 2 };
const point = { type: 'XPathSelector', value: '/p[1]', refinedBy: { ...position } };
const range = { type: 'RangeSelector', startSelector: point, endSelector: point };
const body = { type: 'TextualBody', purpose: 'commenting', value: '要点' };
const target = {
  source: 'https://a.cn/1',
  selector: [quote, position, range],
  captured: { sha256: 'a'.repeat(64), start: 0, end: 2 },
  shown: '管 网',
};
const mark = { id, articleId: id, created: at, modified: at, color: 'yellow', body: [body], target };

test.each([
  ['a quote', Selector, quote],
  ['a position', Selector, position],
  ['a range', Selector, range],
  ['a note', Body, body],
  ['a tag', Body, { ...body, purpose: 'tagging' }],
  ['a target', Target, target],
  ['a mark', Annotation, mark],
  [
    'an edit',
    AnnotationPatch,
    { color: 'blue', note: '一', noteFrom: '', addTags: ['甲'], removeTags: ['乙'] },
  ],
  ['an empty edit', AnnotationPatch, {}],
] as const)('%s is read with all that it says', (_, schema, value) => {
  expect(schema.parse(value)).toEqual(value);
});

test.each([
  ['a quote', Selector, quote],
  ['a position', Selector, position],
  ['a range', Selector, range],
  ['a note', Body, body],
  ['a mark', Annotation, mark],
])('%s without any of its properties, or of another type, is refused', (_, schema, value) => {
  for (const name of Object.keys(value)) {
    const { [name as 'type']: __, ...rest } = value as Record<string, unknown>;
    expect([name, schema.safeParse(rest).success]).toEqual([name, false]);
  }
  expect(schema.safeParse({ ...value, type: 'SvgSelector', id: 'x' }).success).toBe(false);
});

test('positions count from 0, and words outside the text have no place there', () => {
  expect(Selector.safeParse({ ...position, start: -1 }).success).toBe(false);
  expect(Selector.safeParse({ ...position, end: -1 }).success).toBe(false);
  const { shown: _, ...seen } = { ...target, captured: null };
  expect(Target.parse(seen)).toEqual(seen);
  for (const broken of [
    { ...target, captured: undefined },
    { ...target, captured: {} },
  ])
    expect(Target.safeParse(broken).success).toBe(false);
});
