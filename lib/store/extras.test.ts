import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleStamps } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import type { Change, ChangeNotice } from '../record/change.ts';
import { describeTag, listTagInfo, onChanged, type Store, trashIds } from './index.ts';
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
