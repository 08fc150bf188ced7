import { expect, test } from 'vitest';
import { annotationMessages } from './annotation.ts';
import { ErrorCode, MarkAction, MarkState, Pointer, Saying, UndoState } from './schema.ts';
import { visitMessages } from './visit.ts';

const id = '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f';

test.each([
  ['actions on a selection', MarkAction, ['highlight', 'note', 'tag', 'task', 'cite']],
  ['states of a mark', MarkState, ['found', 'moved', 'missing']],
  ['sentences said unasked', Saying, ['foreignFrame', 'lifted']],
  [
    'reasons of a failure',
    ErrorCode,
    [
      'restricted',
      'pdf',
      'noPermission',
      'switchedOff',
      'notFound',
      'notLoaded',
      'noPage',
      'pageNotFound',
      'siteRefused',
      'siteFailed',
      'notHtml',
      'notArticle',
      'notArticleButLinks',
      'storage',
      'newer',
      'unreadable',
      'unopened',
      'blocked',
      'private',
      'unexpected',
    ],
  ],
] as const)('the %s are these words and no others', (_, schema, words) => {
  expect(schema.options).toEqual(words);
  expect(schema.safeParse('invented').success).toBe(false);
});

test('what can be undone and redone is told by two answers', () => {
  expect(UndoState.parse({ undo: true, redo: false })).toEqual({ undo: true, redo: false });
  for (const broken of [{ undo: true }, { redo: true }, { undo: 1, redo: 0 }])
    expect(UndoState.safeParse(broken).success).toBe(false);
});

test('a place to show is that of a mark or of a quote', () => {
  const quote = { type: 'TextQuoteSelector', exact: '管网', prefix: '', suffix: '' };
  for (const pointer of [
    { annotationId: id, quote: null },
    { annotationId: null, quote },
  ])
    expect(Pointer.parse(pointer)).toEqual(pointer);
  for (const broken of [{ annotationId: 'x', quote: null }, { annotationId: id }, { quote }])
    expect(Pointer.safeParse(broken).success).toBe(false);
});

test('a page names its canonical address when it asks, and no mark is named but by its id', () => {
  const { request } = visitMessages['visit.recognise'];
  for (const canonicalUrl of ['https://a.cn/1', null])
    expect(request.parse({ canonicalUrl })).toEqual({ canonicalUrl });
  expect(request.safeParse({}).success).toBe(false);
  const asked = annotationMessages['annotation.delete'].request;
  expect(asked.parse({ id })).toEqual({ id });
  for (const broken of [{}, { id: 'x' }]) expect(asked.safeParse(broken).success).toBe(false);
});
