import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { memoryFolder } from '@/test/support/memoryFolder.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { expectInStep } from '@/test/support/storeChecks.ts';
import { contexts } from '@/test/support/stores.ts';
import {
  addAnnotation,
  articleIds,
  editArticle,
  getArticle,
  getBundles,
  type Store,
  saveReading,
} from '../store/index.ts';
import { deleteBackups, listBackups, makeBackup, restoreBackup } from './backup.ts';

let db: Store;
beforeEach(() => {
  [db] = contexts(1) as [Store];
});

async function fill(count = 3) {
  for (let n = 0; n < count; n++) {
    const { saved } = await saveReading(db, sampleReading({}, `https://www.qingshan.example/zw/${n}.html`));
    await editArticle(db, saved.id, { note: `第${n}篇`, addTags: ['水务'] });
    await addAnnotation(db, saved.id, sampleDraft('管网检查', ['任务']));
  }
}
const all = async (store: Store) => getBundles(store, (await articleIds(store)).sort());
const noExtras = async () => {};
const at = (day: number) => new Date(Date.UTC(2025, 2, day, 1, 30, 7));

test('what is kept comes back into an empty collection as it was', async () => {
  await fill();
  const { folder } = memoryFolder();
  await makeBackup(db, folder, 'Pizhu test', at(4));
  const [backup] = await listBackups(folder);
  expect(backup).toMatchObject({ at: '2025-03-04T01:30:07Z', articles: 3 });
  const [fresh] = contexts(1) as [Store];
  expect(await restoreBackup(fresh, folder, backup!, noExtras)).toBe(3);
  expect(await all(fresh)).toEqual(await all(db));
  await expectInStep(fresh);
  // A change after the restoration has a higher revision than all that was restored.
  const [id] = await articleIds(fresh);
  const before = (await getArticle(fresh, id!))!.revision.counter;
  await editArticle(fresh, id!, { note: '改' });
  expect((await getArticle(fresh, id!))!.revision.counter).toBeGreaterThan(before);
});

test('a backup brings back what there is beside the articles', async () => {
  await fill(1);
  const { folder } = memoryFolder();
  const beside = { tags: [{ id: '水务', color: 'blue' as const, description: '管网' }] };
  const backup = (await makeBackup(db, folder, 'Pizhu test', at(4), beside))!;
  const [fresh] = contexts(1) as [Store];
  const brought: unknown[] = [];
  await restoreBackup(fresh, folder, backup, async (extras) => void brought.push(extras));
  expect(brought).toEqual([beside]);
});

test('nothing is put into a collection that has something', async () => {
  await fill(1);
  const { folder } = memoryFolder();
  const backup = await makeBackup(db, folder, 'Pizhu test');
  await expect(restoreBackup(db, folder, backup!, noExtras)).rejects.toMatchObject({ code: 'notEmpty' });
});

test('a backup that was changed or cut off is not restored', async () => {
  await fill(1);
  const { folder, files } = memoryFolder();
  const backup = (await makeBackup(db, folder, 'Pizhu test'))!;
  files.set(backup.name, files.get(backup.name)!.slice(0, -1));
  const [fresh] = contexts(1) as [Store];
  await expect(restoreBackup(fresh, folder, backup, noExtras)).rejects.toMatchObject({
    code: 'backupBroken',
  });
  expect(await articleIds(fresh)).toEqual([]);
});

test('the last few are kept, one that could not be written takes none away, and an empty collection makes none', async () => {
  const { folder, state } = memoryFolder();
  expect(await makeBackup(db, folder, 'Pizhu test')).toBeNull();
  await fill(1);
  for (let day = 1; day <= 7; day++) await makeBackup(db, folder, 'Pizhu test', at(day));
  const days = async () => (await listBackups(folder)).map(({ at: made }) => made.slice(8, 10));
  expect(await days()).toEqual(['07', '06', '05', '04', '03']);
  await makeBackup(db, folder, 'Pizhu test', at(8), {}, Number.POSITIVE_INFINITY);
  expect(await days()).toEqual(['08', '07', '06', '05', '04', '03']);
  state.full = true;
  await expect(makeBackup(db, folder, 'Pizhu test', at(9))).rejects.toThrow('full');
  expect(await days()).toEqual(['08', '07', '06', '05', '04', '03']);
  await deleteBackups(folder);
  expect(await days()).toEqual([]);
});
