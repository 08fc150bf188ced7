import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { memoryFolder } from '@/test/support/memoryFolder.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { parseExport } from '../exchange/readExport.ts';
import { sha256 } from '../record/sha256.ts';
import { addAnnotation, articleIds, editArticle, type Store, saveReading } from '../store/index.ts';
import { deleteBackups, intactFile, KEPT, listBackups, makeBackup } from './backup.ts';

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
const at = (day: number) => new Date(Date.UTC(2025, 2, day, 1, 30, 7));

test('a backup has the SHA-256 of its file as its name, and is written a part at a time', async () => {
  await fill(3);
  const [first] = await articleIds(db);
  await editArticle(db, first!, { note: '长'.repeat(2_200_000) });
  const { folder, files } = memoryFolder();
  const writes = vi.fn();
  const { getFileHandle } = folder;
  folder.getFileHandle = async (...given) => {
    const handle = await getFileHandle(...given);
    const { createWritable } = handle;
    return Object.assign(handle, {
      createWritable: async () => {
        const writing = await createWritable();
        const { write } = writing;
        writes.mockImplementation(write);
        return Object.assign(writing, { write: writes });
      },
    });
  };
  const backup = (await makeBackup(db, folder, 'Pizhu test', at(4)))!;
  const file = files.get(backup.name)!;
  expect(await sha256(file)).toBe(backup.sha256);
  expect(writes.mock.calls.length).toBeGreaterThan(1);
  expect(parseExport(await file.text()).articles).toHaveLength(3);
  expect(await intactFile(folder, backup)).toBe(file);
});

test('other work comes in between its parts, and it holds the same', async () => {
  await fill(25);
  const { folder, files } = memoryFolder();
  const between = vi.fn(async () => {});
  const gentle = (await makeBackup(db, folder, 'Pizhu test', at(4), {}, KEPT, between))!;
  expect(between.mock.calls.length).toBeGreaterThan(1);
  const other = memoryFolder();
  const whole = (await makeBackup(db, other.folder, 'Pizhu test', at(4)))!;
  expect(gentle).toEqual(whole);
  expect(await files.get(gentle.name)!.text()).toBe(await other.files.get(whole.name)!.text());
});

test('a backup that was changed or cut off is noticed', async () => {
  await fill(1);
  const { folder, files } = memoryFolder();
  const backup = (await makeBackup(db, folder, 'Pizhu test'))!;
  files.set(backup.name, files.get(backup.name)!.slice(0, -1));
  await expect(intactFile(folder, backup)).rejects.toMatchObject({ code: 'backupBroken' });
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
