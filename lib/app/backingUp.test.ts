import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryFolder } from '@/test/support/memoryFolder.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { editArticle, type Store, saveReading } from '../store/index.ts';
import { backUp, backupDue, betweenBackups, copyLatest, lastBackup } from './backingUp.ts';
import { deleteBackups, listBackups } from './backup.ts';
import * as outside from './outsideFolder.ts';

let db: Store;
let own: ReturnType<typeof memoryFolder>;
let held: Map<string, unknown>;
const local = {
  get: async (key: string) => ({ [key]: held.get(key) }),
  set: async (items: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(items)) held.set(key, value);
  },
};
const how = { generator: 'Pizhu test' };

beforeEach(() => {
  [db] = contexts(1) as [Store];
  own = memoryFolder();
  held = new Map();
  const root = { getDirectoryHandle: async () => own.folder };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Lets a folder in memory stand for the folder that the person chose. */
function choose(allowed = true) {
  const folder = memoryFolder();
  vi.spyOn(outside, 'outsideFolder').mockResolvedValue({ folder: folder.folder as never, allowed });
  return folder;
}

test('a backup is due after many changes, and none where nothing has changed', async () => {
  const { saved } = await saveReading(db, sampleReading());
  expect(await backupDue(db, local)).toBe(false);
  for (let n = 0; n < 200; n++) await editArticle(db, saved.id, { note: `第${n}次` });
  expect(await backupDue(db, local)).toBe(true);
  expect((await backUp(db, local, how))?.backup.articles).toBe(1);
  expect(await backupDue(db, local)).toBe(false);
  expect(await backUp(db, local, how)).toBeNull();
  expect(await backUp(db, local, { ...how, anyway: true })).not.toBeNull();
  await editArticle(db, saved.id, { note: '改' });
  expect(await backUp(db, local, how)).not.toBeNull();
});

test('each is copied into the chosen folder, where the last few stay and nothing else is touched', async () => {
  const { saved } = await saveReading(db, sampleReading());
  const { files } = choose();
  files.set('家人的照片.jpg', new Blob());
  for (let day = 1; day <= 7; day++) {
    await editArticle(db, saved.id, { note: `第${day}天` });
    await backUp(db, local, { ...how, now: new Date(Date.UTC(2025, 2, day)) });
  }
  const copies = [...files.keys()].filter((name) => name.startsWith('pizhu-2025-03-'));
  expect(copies).toHaveLength(5);
  expect(files.has('家人的照片.jpg')).toBe(true);
  const [latest] = await listBackups(own.folder);
  expect(await files.get(`pizhu-${latest!.name}`)!.text()).toBe(await own.files.get(latest!.name)!.text());
  expect((await lastBackup(local))?.outside).toBe('copied');
});

test('a permission that has lapsed or a folder that is full costs the copy and not the backup', async () => {
  await saveReading(db, sampleReading());
  choose(false);
  expect((await backUp(db, local, how))?.outside).toBe('lapsed');
  const { files, state } = choose();
  state.full = true;
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect((await backUp(db, local, { ...how, anyway: true }))?.outside).toBe('failed');
  const [latest] = await listBackups(own.folder);
  expect(latest?.articles).toBe(1);
  state.full = false;
  expect(await copyLatest(local, latest)).toBe('copied');
  expect([...files.keys()]).toEqual([`pizhu-${latest!.name}`]);
});

test('what erases all waits for a backup under way, so that no file outlives it', async () => {
  await saveReading(db, sampleReading());
  const made = backUp(db, local, how);
  await betweenBackups(() => deleteBackups(own.folder as never));
  expect(await made).not.toBeNull();
  expect(await listBackups(own.folder as never)).toEqual([]);
});
