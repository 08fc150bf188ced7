import { expect, test } from 'vitest';
import { sampleDraft, sampleReading, sampleSaved, sampleStamps } from '../../test/support/samples.ts';
import { Change, Flag, ItemRef, Outcome } from './change.ts';
import { ChangeNotice } from './changeNotice.ts';
import { QuarantineRow } from './quarantine.ts';
import { CapturedText, OtherCopy, SavedArticle, textId } from './schema.ts';
import { TaskCorrection } from './taskCorrections.ts';
import { Tombstone, TrashEntry, TrashRow, trashId } from './trash.ts';

const id = '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f';
const other = '11111111-2222-4333-8444-555555555555';
const at = '2025-03-04T01:30:00.000Z';
const on = { kind: 'article', id: other };
const draft = sampleDraft('管网', ['水务']);
const quote = { type: 'TextQuoteSelector', exact: '管网', prefix: '', suffix: '' };
const info = { id: '水务', color: 'blue', description: '供水和排水' };
const tombstone = {
  id: `tag:水务`,
  ...sampleStamps,
  kind: 'tag',
  articleId: null,
  deletedAt: at,
  expires: at,
  label: '水务',
};
const tagContent = { kind: 'tag', tag: '水务', articleIds: [other], annotationIds: [id] };
const trashRow = { id: tombstone.id, ...sampleStamps, content: tagContent };

/** One change of every type, with every property that it can have. */
const CHANGES = {
  saveReading: { articleId: other, reading: sampleReading() },
  showMarksAt: { articleId: other, url: 'https://b.cn/1', shown: true },
  addTag: { on, tag: '水务' },
  removeTag: { on: { kind: 'annotation', id: other }, tag: '水务' },
  deleteTag: { tag: '水务' },
  renameTag: { from: '水务', to: '水利' },
  retag: { moves: [{ on, from: '水利', to: '水务' }], said: [{ tag: '水务', info }] },
  describeTag: { info },
  setNote: { on, note: '跟进', from: '' },
  setFlag: { articleId: other, flag: 'starred', value: true, quiet: true },
  addAnnotation: { articleId: other, annotationId: id, draft },
  setColor: { annotationId: id, color: 'blue' },
  moveAnnotation: { annotationId: id, target: draft.target },
  deleteAnnotation: { annotationId: id },
  correctField: { articleId: other, field: 'title', to: '青山区水务会议' },
  addCorrection: { articleId: other, correction: { id: 'c', kind: 'add', at: quote, created: at } },
  removeCorrection: { articleId: other, correctionId: 'c' },
  deleteArticle: { articleId: other },
  restore: { trashId: `article:${other}` },
  importExtras: { importId: other, tags: [info], trash: [{ tombstone, row: trashRow }] },
  undoImport: { importId: other },
  erase: { trashId: `article:${other}` },
};

test.each(Object.entries(CHANGES))('the change %s is read with all that it says', (type, shape) => {
  const change = { id, type, ...shape };
  expect(Change.parse(change)).toEqual(change);
});

test.each(Object.entries(CHANGES))(
  'the change %s is refused without any property that it needs',
  (type, shape) => {
    const optional = ['from', 'quiet', 'to'];
    const change = { id, type, ...shape };
    for (const name of Object.keys(change)) {
      const { [name as 'id']: _, ...rest } = change;
      const isNeeded = !optional.includes(name) || type === 'renameTag';
      expect([name, Change.safeParse(rest).success]).toEqual([name, !isNeeded]);
    }
    expect(Change.safeParse({ ...change, type: 'invented' }).success).toBe(false);
  },
);

test.each([
  ['of nothing known', { type: 'addTag', on: { kind: 'tag', id: other }, tag: '甲' }],
  ['of no id', { type: 'addTag', on: { kind: 'article', id: 'x' }, tag: '甲' }],
  ['without a kind', { type: 'addTag', on: { id: other }, tag: '甲' }],
  ['of another flag', { type: 'setFlag', articleId: other, flag: 'hidden', value: true }],
  ['of another colour', { type: 'setColor', annotationId: id, color: 'transparent' }],
  ['of a field that cannot be corrected', { type: 'correctField', articleId: other, field: 'text', to: '' }],
  ['of a field to a number', { type: 'correctField', articleId: other, field: 'title', to: 1 }],
  ['of tags without the tags', { type: 'retag', moves: [{}], said: [] }],
  ['of tags without what was said', { type: 'retag', moves: [], said: [{}] }],
])('a change %s is refused', (_, change) => {
  expect(Change.safeParse({ id, ...change }).success).toBe(false);
});

test.each(['title', 'publishedAt', 'source', 'issuer', 'documentNumber', 'authors'])(
  'the field %s can be corrected, and be set to nothing',
  (field) => {
    for (const to of ['甲', ['甲', '乙'], null]) {
      const change = { id, type: 'correctField', articleId: other, field, to };
      expect(Change.parse(change)).toEqual(change);
    }
  },
);

test('articles and marks can be named, and both flags', () => {
  for (const kind of ['article', 'annotation']) expect(ItemRef.parse({ kind, id })).toEqual({ kind, id });
  expect(Flag.options).toEqual(['starred', 'read']);
});

test('what a change came to has four answers', () => {
  const outcome = { changed: true, articleId: other, annotationId: null, created: false };
  expect(Outcome.parse(outcome)).toEqual(outcome);
  for (const name of Object.keys(outcome)) {
    const { [name as 'changed']: _, ...rest } = outcome;
    expect(Outcome.safeParse(rest).success).toBe(false);
  }
});

test('a notice names all that was touched, of eight kinds', () => {
  const kinds = ['article', 'text', 'annotation', 'tag', 'trash', 'quarantine', 'history', 'snapshot'];
  const refs = kinds.map((kind) => ({ kind, id: 'x', articleId: other, gone: true }));
  expect(ChangeNotice.parse({ counter: 3, refs })).toEqual({ counter: 3, refs });
  for (const broken of [{}, { kind: 'note', id: 'x', articleId: null, gone: false }])
    expect(ChangeNotice.safeParse({ counter: 3, refs: [broken] }).success).toBe(false);
  expect(ChangeNotice.safeParse({ refs }).success).toBe(false);
});

test.each([
  { kind: 'article', article: { id }, texts: [{ id }], annotations: [{ id }] },
  { kind: 'annotation', annotation: { id } },
  { kind: 'correction', correction: { id } },
  tagContent,
  { kind: 'snapshot', snapshot: { id } },
])('the trash keeps $kind with all that was deleted', (content) => {
  const row = { ...trashRow, content };
  expect(TrashRow.parse(row)).toEqual(row);
  for (const name of Object.keys(content)) {
    const { [name as 'kind']: _, ...rest } = content;
    expect([name, TrashRow.safeParse({ ...row, content: rest }).success]).toEqual([name, false]);
  }
});

test.each(['article', 'annotation', 'correction', 'tag', 'snapshot'] as const)(
  'a tombstone of %s is read',
  (kind) => {
    const stone = { ...tombstone, kind, id: trashId(kind, other) };
    expect(stone.id).toBe(`${kind}:${other}`);
    expect(Tombstone.parse(stone)).toEqual(stone);
  },
);

test.each(Object.keys(trashRow))('deleted content without %s, or of another kind, is refused', (name) => {
  const { [name as 'id']: _, ...rest } = trashRow;
  expect(TrashEntry.safeParse({ tombstone, row: rest }).success).toBe(false);
  expect(TrashEntry.safeParse({ tombstone: { ...tombstone, kind: 'note' }, row: trashRow }).success).toBe(
    false,
  );
});

test('an erased tombstone has no day on which it expires, and every other property', () => {
  const { expires: _, ...erased } = tombstone;
  expect(Tombstone.parse(erased)).toEqual(erased);
  for (const name of Object.keys(erased)) {
    const { [name as 'id']: __, ...rest } = erased;
    expect([name, Tombstone.safeParse(rest).success]).toEqual([name, false]);
  }
});

test('a row set aside says why, in one of three words', () => {
  const row = { id: 'articles/1', table: 'articles', key: '1', message: '坏', at, raw: null };
  for (const reason of ['invalid', 'newer', 'orphan'])
    expect(QuarantineRow.parse({ ...row, reason })).toEqual({ ...row, reason });
  expect(QuarantineRow.safeParse({ ...row, reason: 'odd' }).success).toBe(false);
});

test.each([
  { id: 'c', kind: 'remove', at: quote, created: at },
  { id: 'c', kind: 'respan', at: quote, created: at, to: quote },
  { id: 'c', kind: 'add', at: quote, created: at },
  { id: 'c', kind: 'detail', at: quote, created: at, values: {} },
])('a correction of tasks by $kind is read, and refused without any of its properties', (correction) => {
  expect(TaskCorrection.parse(correction)).toEqual(correction);
  for (const name of Object.keys(correction)) {
    const { [name as 'id']: _, ...rest } = correction;
    expect([name, TaskCorrection.safeParse(rest).success]).toEqual([name, false]);
  }
  expect(TaskCorrection.safeParse({ ...correction, id: '' }).success).toBe(false);
});

test('a correction of details has only those that a person has set, and reads each of them', () => {
  const correction = { id: 'c', kind: 'detail' as const, at: quote, created: at };
  const deadlines = [{ text: '年底前', date: '2025-12-31', from: null, every: null }];
  for (const values of [
    { speaker: null },
    { speaker: { name: '李平', title: '区长' }, deadlines },
    { bodies: { responsible: ['水务局', '各街道'], leads: ['水务局'] }, deadlines: [] },
  ])
    expect(TaskCorrection.parse({ ...correction, values })).toEqual({ ...correction, values });
  for (const values of [{ speaker: '李平' }, { bodies: ['水务局'] }, { deadlines: null }])
    expect(TaskCorrection.safeParse({ ...correction, values }).success).toBe(false);
});

test('an article saved before there were stars, corrections and further pages has none', () => {
  const saved = sampleSaved();
  const { alsoAt, taskCorrections, fieldCorrections, starred, read, ...first } = saved;
  expect(SavedArticle.parse(first)).toEqual({
    ...first,
    alsoAt: [],
    taskCorrections: [],
    fieldCorrections: {},
    starred: false,
    read: false,
  });
  for (const name of ['url', 'canonicalUrl', 'addresses', 'tags', 'note', 'sha256', 'article'] as const) {
    const { [name]: _, ...rest } = saved;
    expect([name, SavedArticle.safeParse(rest).success]).toEqual([name, false]);
  }
});

test('a captured text names its article and the SHA-256 of its words', () => {
  const sha256 = '0123456789abcdef'.repeat(4);
  const text = {
    ...sampleStamps,
    id: textId(other, sha256),
    articleId: other,
    sha256,
    capturedAt: at,
    text: '',
  };
  expect(text.id).toBe(`${other}/${sha256}`);
  expect(CapturedText.parse(text)).toEqual(text);
  for (const wrong of [sha256.toUpperCase(), `${sha256}0`, sha256.slice(1), `0${sha256}`])
    expect(CapturedText.safeParse({ ...text, sha256: wrong }).success).toBe(false);
});

test('another copy of a text says where it is', () => {
  const copy = { id, title: '水务会议', host: 'a.cn', capturedAt: at, shown: false };
  expect(OtherCopy.parse(copy)).toEqual(copy);
  for (const name of Object.keys(copy)) {
    const { [name as 'id']: _, ...rest } = copy;
    expect([name, OtherCopy.safeParse(rest).success]).toEqual([name, false]);
  }
});
