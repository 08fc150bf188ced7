import { expect, test } from 'vitest';
import { fullValue } from '../../test/support/fullValue.ts';
import { sampleAnnotation, sampleSaved } from '../../test/support/samples.ts';
import { OLD_RULE_NAMES } from '../article/schema.ts';
import { migrate, presentVersion, readRow } from './migrate.ts';
import { FIRST_REVISION } from './row.ts';
import { keepUnknown, type RawRow } from './rowForm.ts';
import { CapturedText, KeptAnnotation, SavedArticle, textId } from './schema.ts';

const saved = sampleSaved();

/** Makes a row look as if version 1 of its schema had written it. */
const asFirst = ({ schema: _, revision: __, ...row }: RawRow): RawRow => row;

test.each([
  ['article', SavedArticle],
  ['annotation', KeptAnnotation],
  ['text', CapturedText],
] as const)('a present row of %s is read as it is, whatever it has', (kind, schema) => {
  const row = { ...(fullValue(schema) as RawRow), schema: presentVersion(kind) };
  expect(readRow(kind, row)).toEqual({ ok: true, row, newer: false });
});

test('versions are those of the last step', () => {
  expect(presentVersion('article')).toBe(2);
  expect(presentVersion('text')).toBe(2);
  expect(presentVersion('annotation')).toBe(2);
  expect(presentVersion('listRow')).toBe(1);
  expect(presentVersion('tombstone')).toBe(1);
});

test('an article of version 1 gets a revision and, for its corrections, ids that are the same each time', () => {
  const at = { type: 'TextQuoteSelector', exact: '管网', prefix: '', suffix: '' };
  const created = '2025-03-04T01:30:00.000Z';
  const first = {
    ...asFirst(saved),
    taskCorrections: ['remove', 'add'].map((kind) => ({ kind, at, created })),
  };
  const { row } = readRow('article', first);
  expect(row).toEqual({
    ...saved,
    revision: FIRST_REVISION,
    schema: 2,
    taskCorrections: [
      { id: `0@${created}`, kind: 'remove', at, created },
      { id: `1@${created}`, kind: 'add', at, created },
    ],
  });
  expect(readRow('article', first).row).toEqual(row);
});

test('an article of before there were corrections has none', () => {
  const { taskCorrections: _, ...first } = asFirst(saved);
  expect(readRow('article', first).row?.taskCorrections).toEqual([]);
});

test.each(Object.entries(OLD_RULE_NAMES))(
  'the old rule %s is read as %s, and stays the origin',
  (old, name) => {
    const provenance = { title: { rule: old, confidence: 0.9, otherwise: { value: '甲', rule: old } } };
    const first = { ...asFirst(saved), article: { ...saved.article, provenance } };
    expect(readRow('article', first).row?.article.provenance).toEqual({
      title: {
        rule: name,
        origin: old,
        confidence: 0.9,
        otherwise: { value: '甲', rule: name, origin: old },
      },
    });
  },
);

test('a rule that has an origin, or none of the old names, keeps its name', () => {
  const provenance = {
    title: { rule: 'meta', origin: 'heading', confidence: 0.9 },
    source: { rule: 'meta-of-the-site', confidence: 0.5 },
  };
  const first = { ...asFirst(saved), article: { ...saved.article, provenance } };
  expect(readRow('article', first).row?.article.provenance).toEqual(provenance);
  const present = {
    ...saved,
    article: { ...saved.article, provenance: { title: { rule: 'label', confidence: 1 } } },
  };
  expect(readRow('article', present).row).toEqual(present);
});

test('a text of version 1 gets an id and times of its own', () => {
  const capturedAt = '2025-03-04T01:30:00.000Z';
  const first = { articleId: saved.id, sha256: saved.sha256, capturedAt, text: '甲' };
  expect(readRow('text', first).row).toEqual({
    ...first,
    id: textId(saved.id, saved.sha256),
    created: capturedAt,
    modified: capturedAt,
    revision: FIRST_REVISION,
    schema: 2,
  });
});

test('a mark of version 1 gets a revision', () => {
  const mark = sampleAnnotation('管网', ['水务'], null);
  expect(readRow('annotation', asFirst(mark)).row).toEqual({ ...mark, revision: FIRST_REVISION, schema: 2 });
});

test('migrating leaves the row that it is given as it was, and a present row too', () => {
  const first = asFirst(saved);
  const copy = structuredClone(first);
  migrate('article', first);
  expect(first).toEqual(copy);
  expect(migrate('article', saved)).toEqual(saved);
});

test('fields that this version does not know are kept, at every depth', () => {
  const row = {
    ...saved,
    later: { on: 1 },
    article: {
      ...saved.article,
      mood: 'calm',
      provenance: { title: { rule: 'h1', confidence: 1, why: '?' } },
    },
    taskLists: [
      {
        form: 'ordinal',
        speaker: { name: '甲', title: null, rank: 3 },
        announcedCount: null,
        section: null,
        tasks: [],
      },
    ],
  };
  expect(readRow('article', row).row).toEqual(row);
  const { goals: _, ...withoutGoals } = row;
  expect(readRow('article', withoutGoals).row).toEqual({ ...row, goals: [] });
});

test('what is unknown is kept beside what is known, and what is known wins', () => {
  expect(keepUnknown({ a: 1, b: 2 }, { a: 3 })).toEqual({ a: 3, b: 2 });
  expect(keepUnknown([{ a: 1, b: 2 }, 5], [{ a: 1 }, 6])).toEqual([{ a: 1, b: 2 }, 6]);
  expect(keepUnknown(null, { a: 1 })).toEqual({ a: 1 });
  expect(keepUnknown({ a: 1 }, null)).toBeNull();
  expect(keepUnknown([1], { a: 1 })).toEqual({ a: 1 });
});

test('a row that is read without a change is the same object, and one that is changed leaves the first as it was', () => {
  const row = { ...saved, later: [{ on: 1 }] };
  expect(readRow('article', row).row).toBe(row);
  const { goals: _, ...first } = row;
  expect(readRow('article', first).row).toEqual(row);
  expect(first).not.toHaveProperty('goals');
  expect(keepUnknown([1, 2], [1])).toEqual([1]);
  expect(Object.keys(keepUnknown({ b: 1, a: 1 }, { a: 1, b: 2, c: 3 }) as object)).toEqual(['b', 'a', 'c']);
  expect(keepUnknown({}, { a: undefined })).toStrictEqual({ a: undefined });
});

test('a row of a newer version is read where it can be, and said to be newer', () => {
  expect(readRow('article', { ...saved, schema: 3 })).toEqual({
    ok: true,
    row: { ...saved, schema: 3 },
    newer: true,
  });
  expect(readRow('article', { ...saved, schema: 3, tags: 'none' })).toMatchObject({
    ok: false,
    row: null,
    reason: 'newer',
  });
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a string', 'row'],
  ['a list', []],
  ['a version that is none', { ...saved, schema: 0 }],
  ['a version that is no whole number', { ...saved, schema: 1.5 }],
  ['a version in words', { ...saved, schema: '2' }],
  ['corrections that are no list', { ...asFirst(saved), taskCorrections: 5 }],
  ['corrections that are null', { ...asFirst(saved), taskCorrections: [null] }],
  ['a field of another kind', { ...saved, note: null }],
  ['provenance that is no table', { ...asFirst(saved), article: { ...saved.article, provenance: 'meta' } }],
  ['no article', { ...asFirst(saved), article: null }],
])('%s is no row of an article, and nothing throws', (_, raw) => {
  const reading = readRow('article', raw);
  expect(reading).toMatchObject({ ok: false, row: null, reason: 'invalid' });
  expect(reading.ok || reading.message).not.toBe('');
});

test('a row of the present version stays the same object, and one without a version gets it', () => {
  const present = { ...saved, schema: presentVersion('article') };
  expect(migrate('article', present)).toBe(present);
  expect(migrate('listRow', { id: 'a' })).toEqual({ id: 'a', schema: 1 });
  expect(migrate('article', { ...saved, schema: 1 }).schema).toBe(2);
});
