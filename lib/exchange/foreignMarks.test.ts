import { expect, test } from 'vitest';
import { markOn, richBundle, wordsOf } from '../../test/support/exchanged.ts';
import { tagsOf } from '../annotation/edit.ts';
import { quoteOf } from './bundle.ts';
import { w3c } from './formats/w3c.ts';
import { readBundle } from './readBundle.ts';
import { readFile } from './readFile.ts';

async function bundlesOf(value: unknown) {
  const seen = new Set<string>();
  const found: ReturnType<typeof readBundle>[] = [];
  for await (const item of readFile(new Blob([JSON.stringify(value, null, 2)])))
    found.push(readBundle(item.value, seen));
  return found;
}

const url = 'https://www.lanqiao.example/a.html';
/** A row in the form that the Hypothesis client exports, with invented words. */
const row = (id: string, changes: object) => ({
  id,
  created: '2025-03-04T01:30:00.000000+00:00',
  updated: '2025-03-05T01:30:00.000000+00:00',
  user: 'acct:somebody@hypothes.is',
  uri: url,
  text: '',
  tags: [],
  group: '__world__',
  permissions: { read: ['group:__world__'] },
  target: [
    {
      source: url,
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/p[1]',
          endContainer: '/p[1]',
          startOffset: 0,
          endOffset: 2,
        },
        { type: 'TextPositionSelector', start: 3, end: 5 },
        { type: 'TextQuoteSelector', exact: '碧水', prefix: '召开', suffix: '提升' },
      ],
    },
  ],
  document: { title: ['推进会召开'] },
  ...changes,
});

test('an export of Hypothesis comes in by pages: marks, tags, answers as notes, notes on the page', async () => {
  const file = {
    export_date: '2025-03-06T00:00:00Z',
    client_version: '1.1',
    annotations: [
      row('q1W2e3', { text: '要点', tags: ['水务'] }),
      row('answer', { text: '同意', references: ['q1W2e3'], target: [{ source: url }] }),
      row('onpage', { text: '整篇可用', target: [{ source: url }] }),
      row('other', { uri: 'https://www.lanqiao.example/b.html', document: {} }),
      { id: 'broken' },
    ],
  };
  const found = await bundlesOf(file);
  const [first, second, broken] = found;
  expect(found).toHaveLength(3);
  expect(first!.bad).toEqual([]);
  expect(first!.bundle!.saved).toMatchObject({ url, note: '整篇可用', article: { title: '推进会召开' } });
  const [mark] = first!.bundle!.annotations;
  expect(first!.bundle!.annotations).toHaveLength(1);
  expect(mark!.body.map(({ value }) => value)).toEqual(['要点', '水务', '同意']);
  expect(tagsOf(mark!)).toEqual(['水务']);
  expect(quoteOf(mark!)).toBe('碧水');
  expect([mark!.created, mark!.modified]).toEqual(['2025-03-04T01:30:00.000Z', '2025-03-05T01:30:00.000Z']);
  expect(second!.bundle!.saved.article.title).toBe('https://www.lanqiao.example/b.html');
  expect(broken!.bad[0]).toMatchObject({ part: 'saved', reason: 'invalid' });
  const again = await bundlesOf(file);
  expect(again[0]!.bundle!.annotations[0]!.id).toBe(mark!.id);
  expect(again[0]!.bundle!.saved.id).toBe(first!.bundle!.saved.id);
});

test('what was exported as W3C annotations comes in with quote, selectors, note, tags, colour and id', async () => {
  const marks = [
    { ...markOn('碧水', ['水务'], '**要点**'), color: 'green' as const },
    ...Array.from({ length: 220 }, () => markOn('岚桥')),
  ];
  const file = JSON.parse(await wordsOf(await w3c.write([richBundle(marks)], 'Pizhu test')));
  const [one, ...others] = await bundlesOf(file);
  expect(others).toEqual([]);
  expect(one!.bad).toEqual([]);
  const ids = (of: { id: string }[]) => of.map(({ id }) => id).sort();
  expect(ids(one!.bundle!.annotations)).toEqual(ids(marks));
  const { id, body, color, target, created, modified } = marks[0]!;
  expect(one!.bundle!.annotations.find((mark) => mark.id === id)).toMatchObject({
    body,
    color,
    created,
    modified,
    target: { source: target.source, selector: target.selector, captured: null },
  });
});

test.each([
  ['a list', (one: object) => [one]],
  ['a page', (one: object) => ({ type: 'AnnotationPage', items: [one] })],
  ['one alone', (one: object) => one],
])('W3C annotations of other programs come in from %s', async (_, shape) => {
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://annotations.example/7',
    type: 'Annotation',
    bodyValue: '旁注',
    target: { source: url, selector: { type: 'TextQuoteSelector', exact: '碧水' } },
  };
  const [one] = await bundlesOf(shape(annotation));
  expect(one!.bad).toEqual([]);
  expect(one!.bundle!.annotations[0]).toMatchObject({
    body: [{ purpose: 'commenting', value: '旁注' }],
    target: { selector: [{ exact: '碧水', prefix: '', suffix: '' }] },
  });
});

test('a mark without words is told of, and the others come in', async () => {
  const file = [
    {
      type: 'Annotation',
      id: 'urn:x',
      target: { source: url, selector: { type: 'SvgSelector', value: '<svg/>' } },
    },
    {
      type: 'Annotation',
      id: 'urn:y',
      target: { source: url, selector: { type: 'TextQuoteSelector', exact: '水' } },
    },
  ];
  const [one] = await bundlesOf(file);
  expect(one!.bundle!.annotations).toHaveLength(1);
  expect(one!.bad).toMatchObject([{ part: 'annotations[0]', reason: 'invalid' }]);
});

const w3cMark = (changes: object) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://annotations.example/7',
  type: 'Annotation',
  bodyValue: '旁注',
  target: { source: url, selector: { type: 'TextQuoteSelector', exact: '碧水' } },
  ...changes,
});

test('a mark has the times that its file gives, and that of its making where it was never changed', async () => {
  const [created, modified] = ['2025-03-04T01:30:00Z', '2025-03-05T09:30:00+08:00'];
  const timesOf = async (changes: object) => {
    const [one] = await bundlesOf(w3cMark(changes));
    const [mark] = one!.bundle!.annotations;
    return [mark!.created, mark!.modified];
  };
  expect(await timesOf({ created, modified })).toEqual([
    '2025-03-04T01:30:00.000Z',
    '2025-03-05T01:30:00.000Z',
  ]);
  expect(await timesOf({ created })).toEqual(['2025-03-04T01:30:00.000Z', '2025-03-04T01:30:00.000Z']);
});

test('an article known by its marks alone is a part of a page, and no article', async () => {
  const [one] = await bundlesOf(
    w3cMark({ target: { ...w3cMark({}).target, source: `${url}?from=timeline#p1` } }),
  );
  expect(one!.bundle!.saved.article).toMatchObject({ isExcerpt: true, isArticle: false, pageKind: 'other' });
  expect(one!.bundle!.texts).toEqual([]);
});

test('marks at forms of one address belong to one article, and those of no web page to their own', async () => {
  const at = (source: string, id: string) => w3cMark({ id, target: { ...w3cMark({}).target, source } });
  const found = await bundlesOf([
    at(url, 'a'),
    at(`${url}?from=timeline`, 'b'),
    at('urn:isbn:9787100000000', 'c'),
    at('urn:isbn:9787100000017', 'd'),
  ]);
  expect(found.map(({ bundle }) => [bundle!.saved.url, bundle!.annotations.length])).toEqual([
    [url, 2],
    ['urn:isbn:9787100000000', 1],
    ['urn:isbn:9787100000017', 1],
  ]);
});

test('null in place of a list is an empty one', async () => {
  const [one] = await bundlesOf(w3cMark({ bodyValue: null, body: null }));
  expect(one!.bad).toEqual([]);
  expect(one!.bundle!.annotations[0]!.body).toEqual([]);
});

test('each article of such a file has its place', async () => {
  const places: number[] = [];
  const file = [
    w3cMark({}),
    w3cMark({ id: 'b', target: { ...w3cMark({}).target, source: 'https://b.cn/1' } }),
  ];
  for await (const { place } of readFile(new Blob([JSON.stringify(file)]))) places.push(place);
  expect(places).toEqual([1, 2]);
});

test('an annotation without a selector, or with none said, is a note on the page', async () => {
  for (const target of [url, { source: url }, { source: url, selector: null }]) {
    const [one] = await bundlesOf(w3cMark({ target }));
    expect(one!.bad).toEqual([]);
    expect(one!.bundle!.saved.note).toBe('旁注');
    expect(one!.bundle!.annotations).toEqual([]);
  }
});
