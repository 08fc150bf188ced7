// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { Blob } from 'node:buffer';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryFolder } from '@/test/support/memoryFolder.ts';
import { page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { articleIds, type Store, saveReading } from '../../store/index.ts';
import { lastBackup } from '../backingUp.ts';
import { t } from '../i18n.ts';
import * as outside from '../outsideFolder.ts';
import { allowFolder, chooseFolder, forgetFolder, outsideFolder } from '../outsideFolder.ts';
import { useBackupFolder } from '../panel/useBackupFolder.ts';
import { useBackups } from '../panel/useBackups.ts';
import { useDamaged } from '../panel/useDamaged.ts';
import { useDownloadCopies } from '../panel/useDownloadCopies.ts';
import { useBackUpNow } from './useBackUpNow.ts';
import { useIndexCare } from './useIndexCare.ts';

let db: Store;
let own: ReturnType<typeof memoryFolder>;
const said: string[] = [];
const say = (words: string) => void said.push(words);
beforeEach(() => {
  resetPage();
  said.length = 0;
  [db] = contexts(1) as [Store];
  own = memoryFolder();
  const root = { getDirectoryHandle: async () => own.folder };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } });
  // Uses Node's `Blob`, because jsdom's has no function that reads it.
  vi.stubGlobal('Blob', Blob);
});
afterEach(async () => {
  await forgetFolder();
  resetPage();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await db.close();
});
/** Clicks the button for a backup. Returns how often a backup was made. */
async function backUpNow(of = db): Promise<number> {
  const made = vi.fn();
  const { now, end } = await useInPage(() => useBackUpNow(of, say, made));
  await act(() => now().backUpNow());
  expect(now().busy).toBe(false);
  await end();
  return made.mock.calls.length;
}

test('a backup at a click says how many articles it has, and one of nothing that there is nothing', async () => {
  expect(await backUpNow()).toBe(0);
  await saveReading(db, sampleReading());
  expect(await backUpNow()).toBe(1);
  expect(said).toEqual([t('backupNothing'), t('backupMade', 1)]);
  own.state.full = true;
  expect(await backUpNow()).toBe(0);
  expect(said[2]).not.toBe(t('backupMade', 1));
});

test('a backup is listed with its day and its articles, and restored into an empty collection', async () => {
  await saveReading(db, sampleReading());
  await backUpNow();
  const [empty] = contexts(1) as [Store];
  const { now } = await useInPage(() => useBackups(empty, say));
  await vi.waitFor(() => expect(now()).toHaveLength(1));
  expect(now()[0]!.words).toContain(t('articleCount', 1));
  await act(async () => now()[0]!.restore());
  await vi.waitFor(async () => expect(await articleIds(empty)).toHaveLength(1));
  await vi.waitFor(() => expect(said.at(-1)).toBe(t('backupRestored', 1)));
  own.files.set(now()[0]!.name, new Blob(['broken']) as never);
  await act(async () => now()[0]!.restore());
  await vi.waitFor(() => expect(said.length).toBeGreaterThan(2));
  await empty.close();
});

test('a browser without a place for backups lists none', async () => {
  vi.stubGlobal('navigator', {});
  const { now } = await useInPage(() => useBackups(db, say));
  expect(now()).toEqual([]);
});

test('copies among the downloads are switched on and off by the permission, where the browser offers it', async () => {
  const { chrome } = globalThis as unknown as { chrome: { runtime: object } };
  const off = await useInPage(() => useDownloadCopies(say));
  expect(off.now()).toMatchObject({ offered: false, on: false });
  await off.end();
  Object.assign(chrome.runtime, {
    getManifest: () => ({ version: '1', optional_permissions: ['downloads'] }),
  });
  page.permissions.contains.mockResolvedValue(true);
  const { now } = await useInPage(() => useDownloadCopies(say));
  await vi.waitFor(() => expect(now()).toMatchObject({ offered: true, on: true }));
  page.permissions.remove.mockResolvedValueOnce(false);
  await act(() => now().turn(false));
  expect(now().on).toBe(true);
  await act(() => now().turn(false));
  expect(now().on).toBe(false);
  expect(page.permissions.remove).toHaveBeenCalledWith({ permissions: ['downloads'] });
  page.permissions.contains.mockResolvedValue(false);
  await act(() => now().turn(true));
  expect(now().on).toBe(true);
  expect(page.permissions.request).toHaveBeenCalledWith({ permissions: ['downloads'] });
  expect(said).toEqual(['']);
  page.permissions.request.mockRejectedValueOnce({ code: 'storage' });
  await act(() => now().turn(true));
  expect(said[1]).toBe(t('error_storage' as never));
});

test('a folder is chosen, known again, and forgotten', async () => {
  expect(await outsideFolder()).toBeNull();
  expect(await chooseFolder()).toBe(false);
  const showDirectoryPicker = vi.fn(async (_how: object): Promise<unknown> => null);
  vi.stubGlobal('showDirectoryPicker', showDirectoryPicker);
  expect(await chooseFolder()).toBe(false);
  expect(showDirectoryPicker).toHaveBeenCalledWith({ mode: 'readwrite', id: 'backups' });
  showDirectoryPicker.mockRejectedValueOnce(new DOMException('', 'AbortError'));
  expect(await chooseFolder()).toBe(false);
  const refused = new DOMException('', 'SecurityError');
  showDirectoryPicker.mockRejectedValueOnce(refused);
  await expect(chooseFolder()).rejects.toBe(refused);
  expect(await outsideFolder()).toBeNull();
  const queryPermission = vi.fn(async (_: object) => 'granted');
  const requestPermission = vi.fn(async (_: object) => 'denied');
  const picked = { name: '资料', queryPermission, requestPermission };
  // Stores the handle of the folder without cloning it. Browsers can clone a handle, but jsdom cannot.
  vi.stubGlobal('structuredClone', (value: unknown) => value);
  showDirectoryPicker.mockResolvedValueOnce(picked);
  expect(await chooseFolder()).toBe(true);
  expect(await outsideFolder()).toMatchObject({ folder: { name: '资料' }, allowed: true });
  expect(queryPermission).toHaveBeenCalledWith({ mode: 'readwrite' });
  queryPermission.mockResolvedValue('prompt');
  expect((await outsideFolder())!.allowed).toBe(false);
  expect(await allowFolder()).toBe(false);
  requestPermission.mockResolvedValue('granted');
  expect(await allowFolder()).toBe(true);
  const { now } = await useInPage(() => useBackupFolder(say));
  await vi.waitFor(() => expect(now().known).toEqual({ name: '资料', allowed: false }));
  expect(now().canChoose).toBe(true);
  await act(() => now().forget());
  expect(now().known).toBeNull();
  expect(said).toEqual([]);
  await act(() => now().choose());
  expect(said).toEqual([]);
  showDirectoryPicker.mockResolvedValueOnce(picked);
  await act(() => now().choose());
  expect(now().known?.name).toBe('资料');
  expect(said).toEqual(['']);
  expect((await lastBackup(page.storage.local))?.outside).toBe('none');
  await forgetFolder();
  expect(await outsideFolder()).toBeNull();
  expect(await allowFolder()).toBe(false);
});

test('a collection that cannot be opened shows its latest backup, and any other failure none', async () => {
  await saveReading(db, sampleReading());
  await backUpNow();
  const other = await useInPage(() => useDamaged({ code: 'storage' }, say.bind(null, 'again')));
  expect(other.now()).toMatchObject({ latest: null, refusal: '' });
  await other.end();
  const { now } = await useInPage(() => useDamaged({ code: 'unopened' }, say.bind(null, 'again')));
  await vi.waitFor(() => expect(now().latest).toMatchObject({ articles: 1 }));
});

test('the index is checked and built again, with the result in words', async () => {
  await saveReading(db, sampleReading());
  const { now } = await useInPage(() => useIndexCare(db));
  expect(now()).toMatchObject({ busy: false, words: '', progress: null });
  await act(() => now().check());
  await vi.waitFor(() => expect(now().busy).toBe(false));
  expect(now().words).not.toBe(t('indexChecking'));
  expect(now().words).not.toBe('');
  await act(() => now().rebuild());
  await vi.waitFor(() => expect(now().words).toBe(t('indexBuilt', 1)), { timeout: 10_000 });
  expect(now().busy).toBe(false);
  await act(() => now().check());
  await vi.waitFor(() => expect(now().words).toBe(t('indexWell', 1)));
});

test('a backup that is copied outside says so, and one that could not be copied says that', async () => {
  await saveReading(db, sampleReading());
  const other = memoryFolder();
  const folder = vi.spyOn(outside, 'outsideFolder');
  folder.mockResolvedValue({ folder: Object.assign(other.folder, { name: '资料' }) as never, allowed: true });
  await backUpNow();
  expect(said).toEqual([t('folderCopied')]);
  expect(other.files.size).toBe(1);
  // The hook reads `allowFolder` when it is rendered, so the fake function must be set before.
  vi.spyOn(outside, 'allowFolder').mockResolvedValue(true);
  const chooser = await useInPage(() => useBackupFolder(say));
  await vi.waitFor(() => expect(chooser.now().known).toEqual({ name: '资料', allowed: true }));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await act(() => chooser.now().allow());
  expect(said[1]).toBe(t('folderCopied'));
  other.state.full = true;
  other.files.clear();
  await act(() => chooser.now().allow());
  expect(said[2]).toBe(t('folderFailed'));
  await chooser.end();
  await backUpNow();
  expect(said[3]).toBe(t('folderFailed'));
});
