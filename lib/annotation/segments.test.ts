import { expect, test } from 'vitest';
import type { Annotation } from './schema.ts';
import { segmentsOf, spannedMarks } from './segments.ts';

const text = '会议强调，要守住底线。会议要求，要公布进度。';
const mark = (exact: string, captured: Annotation['target']['captured']): Annotation => ({
  id: '00000000-0000-4000-8000-000000000000',
  articleId: '00000000-0000-4000-8000-000000000001',
  created: '2025-03-04T00:00:00Z',
  modified: '2025-03-04T00:00:00Z',
  color: 'yellow',
  body: [],
  target: {
    source: 'https://a.example/',
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    captured,
  },
});

test('overlapping marks cut a text into segments that join to the whole', () => {
  const a = mark('要守住底线', null);
  const b = mark('底线。会议', null);
  const segments = segmentsOf(0, text.length, spannedMarks(text, 'x', [a, b]));
  expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual([
    '会议强调，',
    '要守住',
    '底线',
    '。会议',
    '要求，要公布进度。',
  ]);
  expect(segments.map(({ annotations }) => annotations.length)).toEqual([0, 1, 2, 1, 0]);
});

test('a mark tied to this text stands where it was tied; one of another text where its words are', () => {
  const twin = mark('会议', { sha256: 'x', start: 11, end: 13 });
  expect(spannedMarks(text, 'x', [twin])[0]).toMatchObject({ start: 11, end: 13 });
  expect(spannedMarks(text, 'other', [mark('公布进度', null)])[0]).toMatchObject({ start: 17, end: 21 });
  expect(spannedMarks(text, 'other', [mark('没有这些字', null)])).toEqual([]);
});
