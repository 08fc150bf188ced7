import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/test/support/interface.ts';
import { sampleSaved } from '@/test/support/samples.ts';
import { fieldChanges, fieldRows } from './fieldEditing.ts';

beforeEach(() => setLanguage('zh_CN'));

const saved = sampleSaved({ fieldCorrections: { source: '青山日报', issuer: null } }, { issuer: '区政府' });
const rows = fieldRows(saved);

test('each field has its value as corrected, and the page’s beside it', () => {
  expect(rows.map(({ field, words, page }) => [field, words, page])).toEqual([
    ['title', '青山区召开水务工作会议', '青山区召开水务工作会议'],
    ['publishedAt', '2025-03-04 09:30', '2025-03-04 09:30'],
    ['source', '青山日报', '青山区政府办'],
    ['issuer', '', '区政府'],
    ['documentNumber', '', ''],
    ['authors', '', ''],
  ]);
  expect(rows[2]!.label).toBe('来源');
});

test('what is typed is written, what was there stays, and the page’s own words are no correction', () => {
  const { changes, wrong } = fieldChanges(rows, {
    title: ' 青山区召开水务工作会议 ',
    publishedAt: '2025年3月5日',
    source: '青山区政府办',
    documentNumber: '青政〔2025〕3号',
    authors: '张三、李四；A. B. Smith',
  });
  expect(wrong).toEqual([]);
  expect(changes).toEqual([
    ['publishedAt', '2025-03-05'],
    ['source', undefined],
    ['documentNumber', '青政〔2025〕3号'],
    ['authors', ['张三', '李四', 'A. B. Smith']],
  ]);
});

test('a field is emptied by emptying its words', () => {
  expect(fieldChanges(rows, { title: '', publishedAt: ' ', source: '' }).changes).toEqual([
    ['title', ''],
    ['publishedAt', null],
    ['source', null],
  ]);
});

test.each([
  ['2025-03-04', '2025-03-04'],
  ['2025.3.4 8:05', '2025-03-04T08:05:00+08:00'],
  ['2025/03/04T23:59', '2025-03-04T23:59:00+08:00'],
])('a date is read as it is written: %s', (typed, iso) => {
  expect(fieldChanges(rows, { publishedAt: typed }).changes).toEqual([['publishedAt', iso]]);
});

test.each(['昨天', '2025-02-30', '2025-13-01', '2025-03-04 24:00', '2025-03'])('%s is no date', (typed) => {
  expect(fieldChanges(rows, { publishedAt: typed })).toEqual({ changes: [], wrong: ['publishedAt'] });
});
