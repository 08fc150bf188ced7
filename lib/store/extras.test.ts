import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleDraft, sampleReading, sampleStamps } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import type { Change } from '../record/change.ts';
import type { ChangeNotice } from '../record/changeNotice.ts';
import type { TrashContent } from '../record/trash.ts';
import {
  addAnnotation,
  correctTasks,
  deleteAnnotation,
  deleteArticle,
  describeTag,
  editArticle,
  eraseFromTrash,
  getArticle,
  listTagInfo,
  missingExtras,
  onChanged,
  type Store,
  saveReading,
  trashEntries,
  trashIds,
} from './index.ts';
import { write } from './write.ts';

let db: Store;
let told: ChangeNotice['refs'];
beforeEach(() => {
  [db] = contexts(1) as [Store];
  told = [];
  onChanged(db, ({ refs }) => told.push(...refs));
});
afterEach(() => db.close());

const importId = '11111111-2222-4333-8444-555555555555';
const at = '2025-03-04T01:30:00.000Z';
const tag = { id: '水务', color: 'blue' as const, description: '供水' };
const stamps = { ...sampleStamps, schema: 1 };
const deleted = {
  tombstone: {
    id: 'tag:汛期',
    ...stamps,
    kind: 'tag' as const,
    articleId: null,
    deletedAt: at,
    expires: '2099-01-01T00:00:00.000Z',
    label: '汛期',
  },
  row: {
    id: 'tag:汛期',
    ...stamps,
    content: { kind: 'tag' as const, tag: '汛期', articleIds: [], annotationIds: [] },
  },
};
const bring = (more: object = {}) =>
  write(db, {
    id: crypto.randomUUID(),
    type: 'importExtras',
    importId,
    tags: [tag],
    trash: [deleted],
    ...more,
  } as Change);
const undo = () => write(db, { id: crypto.randomUUID(), type: 'undoImport', importId });
const kinds = () => told.splice(0).map(({ kind, id, gone }) => [kind, id, gone]);

test('what a file has beside its articles is added where nothing of its kind is there', async () => {
  expect((await bring()).changed).toBe(true);
  expect([...(await listTagInfo(db)).values()]).toEqual([tag]);
  expect(await trashIds(db)).toEqual(['tag:汛期']);
  expect(kinds()).toEqual([
    ['tag', '水务', false],
    ['trash', 'tag:汛期', false],
  ]);
  expect((await bring()).changed).toBe(false);
  expect((await bring({ tags: [{ ...tag, color: 'pink' }], trash: [] })).changed).toBe(false);
  expect((await listTagInfo(db)).get('水务')).toEqual(tag);
});

test('it is taken back, and told to those who show it', async () => {
  await bring();
  kinds();
  expect((await undo()).changed).toBe(true);
  expect([(await listTagInfo(db)).size, await trashIds(db)]).toEqual([0, []]);
  expect(kinds()).toEqual([
    ['tag', '水务', true],
    ['trash', 'tag:汛期', true],
  ]);
  expect((await undo()).changed).toBe(false);
});

test('what was changed since it was brought in stays', async () => {
  await bring();
  await describeTag(db, { ...tag, description: '供水和排水' });
  expect((await undo()).changed).toBe(true);
  expect((await listTagInfo(db)).get('水务')?.description).toBe('供水和排水');
  expect(await trashIds(db)).toEqual([]);
});

test('tags alone, and deleted things alone, are brought in and taken back', async () => {
  await bring({ trash: [] });
  await undo();
  expect((await listTagInfo(db)).size).toBe(0);
  await bring({ tags: [] });
  expect(await trashIds(db)).toEqual(['tag:汛期']);
  await undo();
  expect(await trashIds(db)).toEqual([]);
});

test('what is deleted there and is still here is not brought in, of any kind', async () => {
  const { saved } = await saveReading(db, sampleReading());
  const mark = await addAnnotation(db, saved.id, sampleDraft('管网'));
  await editArticle(db, saved.id, { addTags: ['水务'] });
  const at = { type: 'TextQuoteSelector' as const, exact: '管网', prefix: '', suffix: '' };
  const correction = { id: 'c1', kind: 'add' as const, at, created: deleted.tombstone.created };
  await correctTasks(db, saved.id, () => [correction]);
  const entry = (kind: TrashContent['kind'], id: string, content: object, articleId: string | null) => ({
    tombstone: { ...deleted.tombstone, id: `${kind}:${id}`, kind, articleId },
    row: { ...deleted.row, id: `${kind}:${id}`, content: { kind, ...content } as TrashContent },
  });
  const article = (id: string) => entry('article', id, { article: { id }, texts: [], annotations: [] }, id);
  const annotation = (id: string) => entry('annotation', id, { annotation: { id } }, saved.id);
  const ofTag = (one: string) => entry('tag', one, { tag: one, articleIds: [], annotationIds: [] }, null);
  const corrected = (id: string, of: string | null) => entry('correction', id, { correction: { id } }, of);
  const absent = '11111111-1111-4111-8111-111111111111';
  const gone = [
    article(absent),
    annotation(absent),
    ofTag('汛期'),
    corrected('c2', saved.id),
    corrected('c3', absent),
    corrected('c4', null),
  ];
  const here = [article(saved.id), annotation(mark.id), ofTag('水务'), corrected('c1', saved.id)];
  const found = await missingExtras(db, { tags: [tag], trash: [...here, ...gone] });
  expect(found).toEqual({ tags: [tag], trash: gone });
  expect([(await listTagInfo(db)).size, await trashIds(db)]).toEqual([0, []]);
});

test('of what was deleted there, what is over or was deleted here too is left out', async () => {
  const one = (expires: string | undefined) => ({
    ...deleted,
    tombstone: { ...deleted.tombstone, expires: expires as string },
  });
  const left = async (expires: string | undefined) =>
    (await missingExtras(db, { tags: [], trash: [one(expires)] })).trash.length;
  expect(await left('2000-01-01T00:00:00.000Z')).toBe(0);
  expect(await left(undefined)).toBe(0);
  expect(await left('2099-01-01T00:00:00.000Z')).toBe(1);
  await bring({ tags: [] });
  expect(await left('2099-01-01T00:00:00.000Z')).toBe(0);
});

test('the entries of the trash are given with their content, and without what is erased', async () => {
  const { saved } = await saveReading(db, sampleReading());
  const mark = await addAnnotation(db, saved.id, sampleDraft('管网'));
  await deleteAnnotation(db, mark.id);
  await deleteArticle(db, saved.id);
  const entries = await trashEntries(db);
  expect(entries.map(({ tombstone, row }) => [tombstone.id, row.content])).toEqual([
    [`annotation:${mark.id}`, { kind: 'annotation', annotation: mark }],
    [`article:${saved.id}`, expect.objectContaining({ kind: 'article', article: saved, annotations: [] })],
  ]);
  const store = await db.writing();
  const { row, tombstone } = entries[0]!;
  await eraseFromTrash(db, [tombstone.id]);
  await store.trash.put(row);
  expect((await trashEntries(db)).map((one) => one.tombstone.id)).toEqual([`article:${saved.id}`]);
});

test('what is written after deleted things were brought in counts as later than they', async () => {
  const revision = { ...stamps.revision, counter: 40 };
  await bring({ tags: [], trash: [{ ...deleted, row: { ...deleted.row, revision } }] });
  const { saved } = await saveReading(db, sampleReading());
  expect(saved.revision.counter).toBe(41);
  const tombstone = { ...deleted.tombstone, id: 'tag:另一', revision: { ...revision, counter: 60 } };
  const row = { ...deleted.row, id: 'tag:另一', content: { ...deleted.row.content, tag: '另一' } };
  await bring({ tags: [], trash: [{ tombstone, row }] });
  await editArticle(db, saved.id, { note: '甲' });
  expect((await getArticle(db, saved.id))!.revision.counter).toBe(61);
});

test('what another import brought in stays when one is taken back', async () => {
  await bring();
  const other = '11111111-2222-4333-8444-666666666666';
  await bring({ importId: other, tags: [{ ...tag, id: '雨' }], trash: [] });
  await undo();
  expect([...(await listTagInfo(db)).keys()]).toEqual(['雨']);
  expect(await trashIds(db)).toEqual([]);
});

test('a deletion brought in and changed since stays when the import is taken back', async () => {
  await bring({ tags: [] });
  await (await db.writing()).tombstones.update('tag:汛期', { modified: '2025-04-01T00:00:00.000Z' });
  expect((await undo()).changed).toBe(false);
  expect(await trashIds(db)).toEqual(['tag:汛期']);
});
