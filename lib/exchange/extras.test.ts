import { expect, test } from 'vitest';
import { markOn, richBundle } from '../../test/support/exchanged.ts';
import { sampleStamps } from '../../test/support/samples.ts';
import { countExtras, joinExtras, readExtras, Usage, withoutEmpty } from './extras.ts';

const at = '2025-03-04T01:30:00.000Z';
const articleId = '6f1f2c58-6a49-4c0e-9d25-6b8f5f0a3f10';
const tag = { id: '水务', color: 'blue' as const, description: '供水' };
const stone = {
  id: 'tag:水务',
  ...sampleStamps,
  schema: 1,
  kind: 'tag',
  articleId: null,
  deletedAt: at,
  expires: at,
  label: '水务',
};
const row = {
  id: stone.id,
  ...sampleStamps,
  schema: 1,
  content: { kind: 'tag', tag: '水务', articleIds: [articleId], annotationIds: [] },
};
const entry = { tombstone: stone, row };
const bad = (part: string, reason: string) => ({ article: 0, part, reason, detail: expect.any(String) });

test('what a file has beside its articles is read, and counted by kind', () => {
  const { extras, bad: none } = readExtras({ tags: [tag], trash: [entry], searches: [], settings: {} });
  expect(none).toEqual([]);
  expect(extras).toEqual({ tags: [tag], trash: [entry] });
  expect(countExtras(extras)).toEqual({ tags: 1, searches: 0, settings: 0, trash: 1 });
});

test('a file without anything beside its articles has nothing to tell', () => {
  expect(readExtras(undefined)).toEqual({ extras: {}, bad: [] });
  expect(readExtras({})).toEqual({ extras: {}, bad: [] });
  expect(withoutEmpty({ tags: [], searches: [], settings: {}, trash: [] })).toEqual({});
});

test.each([[null], [[]], ['tags'], [7]])('%j in place of it is refused as a whole', (value) => {
  expect(readExtras(value)).toEqual({ extras: {}, bad: [bad('extras', 'invalid')] });
});

test('each thing that cannot be read is left out and named by its place; the others come in', () => {
  const { extras, bad: found } = readExtras({
    tags: [tag, { id: 1 }],
    searches: 'all',
    settings: 5,
    trash: [entry, null, { tombstone: stone }],
  });
  expect(extras).toEqual({ tags: [tag], trash: [entry] });
  expect(found.map(({ part }) => part).sort()).toEqual([
    'extras.searches',
    'extras.settings',
    'extras.tags[1]',
    'extras.trash[1]',
    'extras.trash[2]',
  ]);
  expect(found.every(({ reason, article }) => reason === 'invalid' && article === 0)).toBe(true);
});

test.each([
  ['of two things', { tombstone: stone, row: { ...row, id: 'tag:汛期' } }],
  ['of two kinds', { tombstone: { ...stone, kind: 'article' }, row }],
  ['that was erased', { tombstone: { ...stone, expires: undefined }, row }],
])('a deletion %s is no whole one', (_, broken) => {
  expect(readExtras({ trash: [broken] })).toEqual({
    extras: {},
    bad: [
      {
        article: 0,
        part: 'extras.trash[0]',
        reason: 'invalid',
        detail: 'tombstone and content do not belong together',
      },
    ],
  });
});

test('a deletion that a newer version has written is left for that version', () => {
  for (const broken of [
    { tombstone: { ...stone, schema: 9 }, row },
    { tombstone: stone, row: { ...row, schema: 9 } },
  ])
    expect(readExtras({ trash: [broken] }).bad).toEqual([
      { article: 0, part: 'extras.trash[0]', reason: 'newer', detail: 'schema 9' },
    ]);
});

test('to articles belong their tags with those above, the tags of their marks, and the meanings of colours', () => {
  const usage = new Usage();
  const { saved } = richBundle();
  usage.add({ saved: { ...saved, tags: ['水务/管网'] }, annotations: [] });
  usage.add({
    saved: { ...saved, tags: [] },
    annotations: [{ ...markOn('碧水', ['任务']), color: 'green' }],
  });
  const tags = ['水务', '水务/管网', '水务/管', '管网', '任务', '任务/甲'].map((id) => ({ ...tag, id }));
  const settings = { printsMarks: false, colorMeanings: { green: '数据', pink: '存疑' }, offHosts: ['a'] };
  const searches = [
    { name: '管网', asked: { words: '', filtering: {}, order: 'saved' as const, group: 'none' as const } },
  ];
  expect(usage.extrasOf({ tags, settings, searches, trash: [entry] as never })).toEqual({
    tags: ['水务', '水务/管网', '任务'].map((id) => ({ ...tag, id })),
    settings: { colorMeanings: { green: '数据' } },
  });
  expect(usage.extrasOf({})).toEqual({});
  expect(new Usage().extrasOf({ tags, settings })).toEqual({});
});

test('of several files in a row all extras are read; of two values of a setting the first stays', () => {
  expect(
    joinExtras([
      { tags: [tag], settings: { printsMarks: false, colorMeanings: { green: '一' } } },
      {},
      { tags: [{ ...tag, id: '堤防' }], settings: { colorMeanings: { green: '二', pink: '三' } } },
    ]),
  ).toEqual({
    tags: [tag, { ...tag, id: '堤防' }],
    settings: { printsMarks: false, colorMeanings: { green: '一', pink: '三' } },
  });
  expect(joinExtras([])).toEqual({});
});
