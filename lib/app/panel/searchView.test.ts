import { beforeEach, expect, test } from 'vitest';
import { listRowOf } from '@/lib/record/listRowOf.ts';
import { setLanguage } from '@/test/support/interface.ts';
import { sampleAnnotation, sampleSaved } from '@/test/support/samples.ts';
import type { Asked } from '../../search/savedSearch.ts';
import { filterViews, NOTHING_ASKED, ordersOf, queryOf, rowView, summaryOf } from './searchView.ts';

const asked = (change: Partial<Asked>): Asked => ({ ...NOTHING_ASKED, ...change });

beforeEach(() => setLanguage('zh_CN'));

test('a row says what the article is: by date, source, issuer, host and place, each once', () => {
  const about = (fields: object) =>
    rowView(listRowOf(sampleSaved({}, fields), [], '', 1), undefined).about.join(' · ');
  expect(about({ publishedAt: '2025-03-04' })).toBe('2025-03-04 · 青山区政府办 · www.qingshan.example');
  expect(about({ publishedAt: '2025-03-06', source: null, issuer: '省水利厅' })).toBe(
    '2025-03-06 · 省水利厅 · www.qingshan.example',
  );
  expect(about({ publishedAt: null, source: null })).toBe('www.qingshan.example');
  const region = { code: '320211', name: '江苏省无锡市滨湖区' };
  expect(about({ publishedAt: null, source: '区水务局', issuer: '区水务局', region })).toBe(
    '区水务局 · www.qingshan.example · 江苏省无锡市滨湖区',
  );
});

test('a row tells the next time limit, and whether the article is read and starred', () => {
  const row = { ...listRowOf(sampleSaved({ starred: true }), [], '', 1), dues: ['2025-06-30', '2025-12-31'] };
  expect(rowView(row, undefined, '2025-07-01')).toMatchObject({
    due: '2025-12-31',
    unread: true,
    starred: true,
  });
  expect(rowView({ ...row, read: true }, undefined, '2026-01-01')).toMatchObject({ due: '', unread: false });
});

test('a row counts tasks and marks, and has the tags of both', () => {
  const row = listRowOf(
    sampleSaved({ id: '1', tags: ['水务'] }, { title: '', paging: { page: 1, pages: 3, next: null } }),
    [sampleAnnotation('堤防', ['任务'], null)],
    '',
    2,
  );
  expect(rowView(row, undefined)).toMatchObject({
    id: '1',
    name: '（无标题）',
    headline: [{ words: '（无标题）', hit: false }],
    incomplete: true,
    changed: true,
    tasks: 0,
    marks: 1,
    tags: ['水务', '任务'],
    excerpts: [],
  });
});

test('a row shows where the searched words stand', () => {
  const row = listRowOf(sampleSaved(), [], '', 1);
  const headline = [{ words: '青山区', hit: true }];
  const parts = [{ words: '堤防', hit: true }];
  const hits = { id: row.id, headline, dated: false, excerpts: [{ field: 'text' as const, parts }] };
  expect(rowView(row, hits)).toMatchObject({
    headline,
    askedDay: null,
    excerpts: [{ label: '', parts }],
  });
  const inBody = { ...hits, excerpts: [{ field: 'body' as const, parts }] };
  expect(rowView(row, inBody).excerpts).toEqual([{ label: '责任单位', parts }]);
  const labels = (
    [
      { field: 'keyword', key: 'keywords', parts },
      { field: 'task', parts },
      { field: 'other', key: 'columnPath', parts },
      { field: 'title', key: 'subtitle', parts },
      { field: 'deadline', date: '2027-09-30', parts },
    ] as const
  ).map((one) => rowView(row, { ...hits, excerpts: [one] }).excerpts[0]!.label);
  expect(labels).toEqual(['关键词', '任务', '栏目', '副题', '时限 2027-09-30']);
  expect(rowView(row, { ...hits, dated: true }).askedDay).toBe('2025-03-04');
});

test('blanks alone ask for nothing, words and filters narrow', () => {
  expect(queryOf(asked({ words: '  ' }))).toMatchObject({ narrows: false, hasWords: false });
  expect(queryOf(asked({ words: '堤防' }))).toMatchObject({ narrows: true, hasWords: true });
  const switched = queryOf(asked({ filtering: { marked: 'on' } }));
  expect(switched).toMatchObject({ narrows: true, hasWords: false, hasHits: false });
  expect(queryOf(asked({ words: 'due:2027' }))).toMatchObject({ hasWords: false, hasHits: true });
});

test('relevance is offered where words are searched for, and is the order then', () => {
  expect(ordersOf(NOTHING_ASKED, true)).toEqual({
    order: 'relevance',
    orders: ['relevance', 'saved', 'published'],
  });
  expect(ordersOf(NOTHING_ASKED, false)).toEqual({ order: 'saved', orders: ['saved', 'published'] });
  expect(ordersOf(asked({ order: 'published' }), true).order).toBe('published');
});

test('a row shows eight tags and counts the others', () => {
  const tags = Array.from({ length: 24 }, (_, i) => `标签${i + 1}`);
  const row = rowView(listRowOf(sampleSaved({ tags }), [], '', 1), undefined);
  expect([row.tags, row.moreTags]).toEqual([tags.slice(0, 8), tags.slice(8)]);
  expect(rowView(listRowOf(sampleSaved({ tags: ['水务'] }), [], '', 1), undefined).moreTags).toEqual([]);
});

test('filters offer the tags in use', () => {
  const views = filterViews(asked({ filtering: { tag: '水务' } }), ['任务', '水务'], { blue: '存疑' });
  expect(
    views
      .find(({ id }) => id === 'color')!
      .values.slice(0, 3)
      .map(views.find(({ id }) => id === 'color')!.labelOf),
  ).toEqual(['黄', '绿', '蓝（存疑）']);
  expect(views.map(({ labelOf: _, ...view }) => view)).toEqual([
    { id: 'tag', kind: 'choice', value: '水务', values: ['任务', '水务'] },
    { id: 'color', kind: 'choice', value: undefined, values: ['yellow', 'green', 'blue', 'pink', 'purple'] },
    { id: 'unread', kind: 'switch', value: undefined, values: [] },
    { id: 'starred', kind: 'switch', value: undefined, values: [] },
    { id: 'marked', kind: 'switch', value: undefined, values: [] },
    { id: 'task', kind: 'switch', value: undefined, values: [] },
  ]);
});

test('a count is told when it is final, and not before', () => {
  const progress = { indexed: 512, total: 600 };
  expect(summaryOf(3, false, null)).toBe('3 篇');
  expect(summaryOf(3, true, null)).toBe('正在搜索…');
  expect(summaryOf(600, true, { found: 7, complete: false, progress })).toBe(
    '正在建立搜索索引：512 / 600 篇',
  );
  expect(summaryOf(3, true, { found: 1, complete: true, progress: null })).toBe('1 / 3 篇');
  expect(summaryOf(3, true, { found: 0, complete: true, progress: null })).toBe('没有符合条件的文章。');
  setLanguage('en');
  expect(summaryOf(3, false, null)).toBe('3 articles');
  expect(summaryOf(1, false, null)).toBe('1 article');
});
