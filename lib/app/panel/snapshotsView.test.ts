import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../../test/support/interface.ts';
import { sampleReading } from '../../../test/support/samples.ts';
import { contexts } from '../../../test/support/stores.ts';
import { eraseSnapshots, keepSnapshot, listSnapshots, type Store, saveReading } from '../../store/index.ts';
import { snapshotFailure } from '../snapshots.ts';
import { articleStore } from './articleStore.ts';

const download = vi.fn((_parts: Blob[], _type: string, _name: string) => {});
vi.doMock('./exportFile.ts', () => ({ download }));
vi.doMock('./notifyPages.ts', () => ({ notifyPages: async () => {}, notifyPagesOfMarks: async () => {} }));
const { snapshotActions, snapshotWords } = await import('./snapshotsView.ts');

let db: Store;
const notify = vi.fn((_words: string, _undo?: () => Promise<unknown>) => {});
beforeEach(() => {
  [db] = contexts(1, undefined, () => new Date('2025-03-04T04:00:00.000Z')) as [Store];
  download.mockClear();
  notify.mockClear();
});
afterEach(() => db.close());

async function withSnapshot() {
  const { saved } = await saveReading(db, sampleReading({ title: '水务/会议' }));
  await keepSnapshot(db, saved, new Blob(['From: <Saved by Blink>']));
  const { removeSnapshot: remove, undo } = articleStore(db, saved.id);
  const actions = snapshotActions({ db, title: saved.article.title, remove, undo, notify });
  return { saved, snapshot: (await listSnapshots(db, saved.id))[0]!, actions };
}

test.each([
  ['zh_CN', /^网页快照 3\.2 MB，.+ 保存$/, /^较早版本的网页快照 3\.2 MB/],
  ['en', /^Page snapshot, 3\.2 MB, saved /, /^Snapshot of an earlier version, 3\.2 MB/],
] as const)(
  'a snapshot is told by size and day, and one of an earlier version as such (%s)',
  (language, now, before) => {
    setLanguage(language);
    const snapshot = { sha256: 'a', size: 3_355_443, capturedAt: '2025-03-04T04:00:00.000Z' };
    expect(snapshotWords(snapshot, 'a')).toMatch(now);
    expect(snapshotWords(snapshot, 'b')).toMatch(before);
  },
);

test('the file is downloaded under the headline and the day of the snapshot', async () => {
  const { actions, snapshot } = await withSnapshot();
  await actions.save(snapshot);
  const [[file], type, name] = download.mock.lastCall as [[Blob], string, string];
  expect([await file.text(), type, name]).toEqual([
    'From: <Saved by Blink>',
    'multipart/related',
    '水务 会议-2025-03-04.mhtml',
  ]);
  expect(notify).not.toHaveBeenCalled();
});

test('a snapshot is deleted with an undo, and a file that is gone is said to be', async () => {
  const { actions, snapshot, saved } = await withSnapshot();
  await actions.remove(snapshot);
  expect(await listSnapshots(db, saved.id)).toEqual([]);
  await notify.mock.lastCall![1]!();
  expect(await listSnapshots(db, saved.id)).toMatchObject([{ id: snapshot.id }]);
  await eraseSnapshots(db);
  await actions.save(snapshot);
  expect(download).not.toHaveBeenCalled();
  expect(notify).toHaveBeenCalledTimes(2);
});

test('what failed is told with the size and the limit, in words of the language; nothing else is told', () => {
  const say = (key: string, ...values: string[]) =>
    key === 'languageTag' ? 'en' : [key, ...values].join(' ');
  expect(snapshotFailure({ outcome: 'tooLarge', size: 31 * 2 ** 20 }, say)).toBe(
    'snapshot_tooLarge 31 MB 25 MB',
  );
  expect(snapshotFailure({ outcome: 'noRoom', size: 300 }, say)).toBe('snapshot_noRoom 1 kB 25 MB');
  for (const outcome of ['off', 'kept'] as const)
    expect(snapshotFailure({ outcome, size: 7 }, say)).toBeNull();
});
