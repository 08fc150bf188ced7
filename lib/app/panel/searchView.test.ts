import { beforeEach, expect, test } from 'vitest';
import { speak } from '@/test/support/interface.ts';
import { sampleAnnotation, sampleSaved } from '@/test/support/samples.ts';
import { type Listed, NO_QUERY, type Query, searchView } from './searchView.ts';

const articles = [
  sampleSaved({ id: '1', tags: ['水务'] }, { title: '水务工作会议', publishedAt: '2025-03-04' }),
  sampleSaved(
    { id: '2' },
    {
      title: '',
      source: null,
      issuer: '省水利厅',
      paging: { page: 1, pages: 3, next: null },
      publishedAt: '2025-03-06',
    },
  ),
  sampleSaved({ id: '3' }, { title: '河道整治', source: null, publishedAt: null }),
];
const listed: Listed = {
  articles,
  annotations: [{ ...sampleAnnotation('堤防', ['任务'], null), articleId: '3' }],
  texts: new Map([['3', '各地要巡查堤防，及时上报。']]),
  counts: new Map([['1', 5]]),
};
const view = (query: Partial<Query>) => searchView(listed, { ...NO_QUERY, ...query });
const ids = (query: Partial<Query>) => view(query).rows.map(({ id }) => id);

beforeEach(() => speak('zh_CN'));

test('a row says what the article is: a document by its issuer, one without a headline so', () => {
  expect(view({}).rows).toEqual([
    {
      id: '1',
      headline: '水务工作会议',
      about: '2025-03-04 · 青山区政府办',
      incomplete: false,
      tasks: 5,
      marks: 0,
      tags: ['水务'],
      excerpt: null,
    },
    {
      id: '2',
      headline: '（无标题）',
      about: '2025-03-06 · 省水利厅',
      incomplete: true,
      tasks: 0,
      marks: 0,
      tags: [],
      excerpt: null,
    },
    {
      id: '3',
      headline: '河道整治',
      about: '',
      incomplete: false,
      tasks: 0,
      marks: 1,
      tags: ['任务'],
      excerpt: null,
    },
  ]);
});

test('words find articles, and show the place in the text where they stand', () => {
  const { rows, summary, narrowed } = view({ words: '堤防' });
  expect(rows.map(({ id, excerpt }) => [id, excerpt])).toEqual([
    ['3', ['各地要巡查', '堤防', '，及时上报。']],
  ]);
  expect([summary, narrowed]).toEqual(['1 / 3 篇', true]);
});

test('what finds nothing says so', () => {
  expect(view({ words: '没有' })).toMatchObject({
    rows: [],
    summary: '没有符合条件的文章。',
    narrowed: true,
  });
});

test('blanks alone ask for nothing', () => {
  expect(view({ words: '  ' })).toMatchObject({ summary: '3 篇', narrowed: false });
});

test('the last published comes first where that is asked, those without a date last', () => {
  expect(ids({ order: 'published' })).toEqual(['2', '1', '3']);
  expect(ids({ order: 'saved' })).toEqual(['1', '2', '3']);
});

test('filters narrow, and offer what the whole collection has', () => {
  expect(ids({ filtering: { marked: 'on' } })).toEqual(['3']);
  expect(ids({ filtering: { tag: '水务' }, words: '会议' })).toEqual(['1']);
  const { filters } = view({ filtering: { tag: '水务' } });
  const filterOf = (id: string) => filters.find((one) => one.id === id);
  expect(filterOf('tag')).toEqual({
    id: 'tag',
    kind: 'choice',
    value: '水务',
    values: expect.arrayContaining(['水务', '任务']),
  });
  expect(filterOf('marked')).toEqual({ id: 'marked', kind: 'switch', value: undefined, values: [] });
});

test('numbers agree with their nouns in English', () => {
  speak('en');
  expect(view({}).summary).toBe('3 articles');
  expect(searchView({ ...listed, articles: articles.slice(0, 1) }, NO_QUERY).summary).toBe('1 article');
});
