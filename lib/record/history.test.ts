import { expect, test } from 'vitest';
import {
  changeOf,
  type HistoryEntry,
  isAboutMarks,
  joinedTyping,
  HistoryEntry as Schema,
} from './history.ts';

const id = '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f';
const entry = (undo: HistoryEntry['undo'], changes: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  seq: 1,
  at: '2025-03-04T01:30:00.000Z',
  articleId: null,
  type: 'setNote',
  label: '水务会议',
  articles: 1,
  undone: 0,
  undo,
  redo: [],
  ...changes,
});
const mark = { kind: 'annotation', id };
const article = { kind: 'article', id };

test.each([
  ['a mark was made', [{ type: 'deleteAnnotation', annotationId: id }], true],
  ['a note of a mark', [{ type: 'setNote', on: mark, note: '' }], true],
  ['a deleted mark', [{ type: 'restore', trashId: `annotation:${id}` }], true],
  [
    'a mark with its task',
    [
      { type: 'deleteAnnotation', annotationId: id },
      { type: 'removeCorrection', correctionId: 'c' },
    ],
    true,
  ],
  ['a task alone', [{ type: 'removeCorrection', correctionId: 'c' }], false],
  ['a note of an article', [{ type: 'setNote', on: article, note: '' }], false],
  ['a deleted article', [{ type: 'restore', trashId: `article:${id}` }], false],
  [
    'a mark and a tag of the article',
    [
      { type: 'deleteAnnotation', annotationId: id },
      { type: 'addTag', on: article, tag: '甲' },
    ],
    false,
  ],
  ['nothing', [], false],
])('%s: taken back from the page?', (_, undo, isOfMarks) => {
  expect(isAboutMarks(entry(undo))).toBe(isOfMarks);
});

const typing = (from: string, note: string, at: string, on: object = mark): HistoryEntry =>
  entry([{ type: 'setNote', on, note: from, from: note }], {
    at,
    redo: [{ type: 'setNote', on, note, from }],
  });
const first = typing('', '先', '2025-03-04T01:30:00.000Z');

test('typing within a minute is one step, from the first words to the last', () => {
  const next = { ...typing('先', '先办', '2025-03-04T01:31:00.000Z'), id: 'next', seq: 2 };
  expect(joinedTyping(first, next)).toEqual({
    ...next,
    id: first.id,
    undo: [{ type: 'setNote', on: mark, note: '', from: '先办' }],
    redo: [{ type: 'setNote', on: mark, note: '先办', from: '' }],
  });
});

const next = typing('先', '先办', '2025-03-04T01:30:30.000Z');
test.each([
  ['nothing came before', null, next],
  ['a minute and more has passed', first, typing('先', '先办', '2025-03-04T01:31:00.001Z')],
  ['the former typing was undone', { ...first, undone: 1 as const }, next],
  ['it is another note', first, typing('', '办', next.at, { ...mark, id: 'other' })],
  ['the former step was another', entry([{ type: 'addTag', on: mark, tag: '甲' }]), next],
  ['the new step is another', first, { ...next, redo: [{ type: 'addTag', on: mark, tag: '甲' }] }],
  [
    'the new step does more',
    first,
    { ...next, redo: [...next.redo, { type: 'addTag', on: mark, tag: '甲' }] },
  ],
  ['the former step did more', { ...first, undo: [...first.undo, ...first.undo] }, next],
])('two steps stay two where %s', (_, last, now) => {
  expect(joinedTyping(last, now)).toBeNull();
});

test('a stored step becomes a change by an id', () => {
  expect(changeOf({ type: 'deleteAnnotation', annotationId: 'a' }, id)).toEqual({
    id,
    type: 'deleteAnnotation',
    annotationId: 'a',
  });
});

test('a stored entry is read with its steps, and refused where a property is missing', () => {
  const stored = entry([{ type: 'restore', trashId: 'tag:甲' }], { articleId: id });
  expect(Schema.parse(stored)).toEqual(stored);
  expect(Schema.safeParse({ ...stored, undone: 1 }).success).toBe(true);
  expect(Schema.safeParse({ ...stored, undone: 3 }).success).toBe(false);
  // Earlier versions did not count the articles of a step.
  const { articles: _count, ...others } = stored;
  expect(Schema.parse(others)).toEqual({ ...others, articles: 1 });
  for (const name of Object.keys(others)) {
    const { [name as 'id']: _, ...rest } = stored;
    expect([name, Schema.safeParse(rest).success]).toEqual([name, false]);
  }
});
