import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryFolder } from '@/test/support/memoryFolder.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { expectInStep } from '@/test/support/storeChecks.ts';
import { contexts } from '@/test/support/stores.ts';
import {
  addAnnotation,
  articleIds,
  deleteAnnotation,
  deleteArticle,
  editArticle,
  getArticle,
  getBundles,
  importInto,
  isRecorded,
  listTagInfo,
  onChanged,
  type Store,
  saveReading,
} from '../../store/index.ts';
import { type Backup, makeBackup } from '../backup.ts';
import { importIdOf, restoreBackup } from './restoreBackup.ts';

let db: Store;
let fresh: Store;
let stored: Record<string, unknown>;
const local = {
  get: async (key: string) => (key in stored ? { [key]: stored[key] } : {}),
  set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
};
const { folder, files, state } = memoryFolder();
beforeEach(() => {
  [db] = contexts(1) as [Store];
  [fresh] = contexts(1) as [Store];
  stored = {};
  files.clear();
  state.full = false;
});
afterEach(async () => {
  await expectInStep(fresh);
  await db.close();
  await fresh.close();
});

const addressOf = (n: number) => `https://www.qingshan.example/zw/${n}.html`;
async function fill(count = 3) {
  for (let n = 0; n < count; n++) {
    const { saved } = await saveReading(db, sampleReading({}, addressOf(n)));
    await editArticle(db, saved.id, { note: `第${n}篇`, addTags: ['水务'] });
    await addAnnotation(db, saved.id, sampleDraft('管网检查', ['任务']));
  }
}
const all = async (store: Store) => getBundles(store, (await articleIds(store)).sort());
const backUp = async (): Promise<Backup> =>
  (await makeBackup(db, folder, 'Pizhu test', new Date(Date.UTC(2025, 2, 4)), {
    tags: [{ id: '水务', color: 'blue' as const, description: '管网' }],
  }))!;
const restore = (backup: Backup, into = fresh) => restoreBackup(into, local, folder, backup);

/** Lets the database fail, as on a full disk, at each write after the first `writes` rows of articles. */
async function fullAfter(writes: number) {
  const { articles } = await fresh.writing();
  const { bulkAdd } = articles;
  let count = 0;
  return vi.spyOn(articles, 'bulkAdd').mockImplementation(((rows: never[]) => {
    count += rows.length;
    if (count > writes) throw new DOMException('full', 'QuotaExceededError');
    return bulkAdd.call(articles, rows);
  }) as never);
}

test('what is kept comes back into an empty collection as it was', async () => {
  await fill();
  expect(await restore(await backUp())).toBe(3);
  expect(await all(fresh)).toEqual(await all(db));
  expect((await listTagInfo(fresh)).get('水务')).toMatchObject({ description: '管网' });
  // A change after the restoration has a higher revision than all that was restored.
  const [id] = await articleIds(fresh);
  const before = (await getArticle(fresh, id!))!.revision.counter;
  await editArticle(fresh, id!, { note: '改' });
  expect((await getArticle(fresh, id!))!.revision.counter).toBeGreaterThan(before);
  // A restoration leaves no records behind by which it could be undone.
  const { applied } = await fresh.reading();
  expect(await applied.where('id').startsWith('import').count()).toBe(0);
});

test('what was deleted since comes back, also marks', async () => {
  await fill(2);
  const backup = await backUp();
  const before = await all(db);
  for (const { saved, annotations } of before) {
    for (const { id } of annotations) await deleteAnnotation(db, id);
    await deleteArticle(db, saved.id);
  }
  expect(await restore(backup, db)).toBe(2);
  expect(await all(db)).toEqual(before);
  await expectInStep(db);
});

test('nothing is put into a collection that has something; where articles were lost, they are added to it', async () => {
  await fill(2);
  const backup = await backUp();
  await expect(restore(backup, db)).rejects.toMatchObject({ code: 'notEmpty' });
  await saveReading(fresh, sampleReading({}, addressOf(9)));
  await expect(restore(backup)).rejects.toMatchObject({ code: 'notEmpty' });
  expect(await articleIds(fresh)).toHaveLength(1);
  stored.lostArticles = 2;
  expect(await restore(backup)).toBe(2);
  expect(await articleIds(fresh)).toHaveLength(3);
});

test('a backup that was changed, or of which a record cannot be read, is not restored', async () => {
  await fill(1);
  const backup = await backUp();
  const file = files.get(backup.name)!;
  files.set(backup.name, file.slice(0, -1));
  await expect(restore(backup)).rejects.toMatchObject({ code: 'backupBroken' });
  const db2 = await db.writing();
  const [mark] = await db2.annotations.toArray();
  await db2.annotations.put({ ...mark!, schema: 99 });
  await expect(restore(await backUp())).rejects.toMatchObject({ code: 'exportDamaged' });
  expect(await articleIds(fresh)).toEqual([]);
});

test('a restoration that fails is undone whole, and can be repeated', async () => {
  await fill(30);
  const backup = await backUp();
  const put = await fullAfter(25);
  await expect(restore(backup)).rejects.toThrow();
  put.mockRestore();
  expect(await articleIds(fresh)).toEqual([]);
  expect(await restore(backup)).toBe(30);
  expect(await all(fresh)).toEqual(await all(db));
});

test('a restoration that was cut short goes on when it is repeated', async () => {
  await fill(3);
  const backup = await backUp();
  const [first, ...others] = await all(db);
  const notices: unknown[] = [];
  const stop = onChanged(fresh, (notice) => notices.push(notice));
  // The browser was closed after the first transaction of the restoration.
  const importId = importIdOf(backup);
  await importInto(fresh, importId, '')({ bundles: [first!], isAbsent: [true] });
  expect(await isRecorded(fresh, importId)).toBe(true);
  await editArticle(fresh, first!.saved.id, { note: '其间改过' });
  expect(await restore(backup)).toBe(3);
  stop();
  expect(notices).not.toEqual([]);
  expect((await getArticle(fresh, first!.saved.id))!.note).toContain('其间改过');
  const ids = others.map(({ saved }) => saved.id);
  expect(await getBundles(fresh, ids)).toEqual(others);
  await expect(restore(backup)).rejects.toMatchObject({ code: 'notEmpty' });
});
