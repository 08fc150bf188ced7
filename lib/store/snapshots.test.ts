import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleReading } from '../../test/support/samples.ts';
import { expectInStep } from '../../test/support/storeChecks.ts';
import { contexts } from '../../test/support/stores.ts';
import { exportParts } from '../exchange/json.ts';
import { sha256 } from '../record/sha256.ts';
import { MOST_SNAPSHOT_BYTES } from '../record/snapshot.ts';
import { trashId } from '../record/trash.ts';
import {
  countSnapshots,
  deleteArticle,
  deleteQuarantined,
  deleteSnapshot,
  emptyTrash,
  eraseEverything,
  eraseFromTrash,
  eraseSnapshots,
  getBundle,
  keepSnapshot,
  listQuarantine,
  listSnapshots,
  listTrash,
  nextSteps,
  onChanged,
  restoreFromTrash,
  type Store,
  saveReading,
  snapshotFile,
  trashEntries,
  undoOrRedo,
  write,
} from './index.ts';

let one: Store;
let two: Store;
beforeEach(() => {
  [one, two] = contexts(2) as [Store, Store];
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await one.close();
  await two.close();
});

const page = (words: string) => new Blob([`From: <Saved by Blink>\r\n\r\n${words}`]);
const saved = async (text = '青山区召开水务工作会议。', url?: string) =>
  (await saveReading(one, sampleReading({ text }, url))).saved;
/** The words of each snapshot of an article, the latest first. */
const wordsOf = async (articleId: string) =>
  Promise.all(
    (await listSnapshots(one, articleId)).map(async ({ id }) =>
      (await (await snapshotFile(one, id))!.text()).split('\r\n\r\n').at(-1),
    ),
  );
/** Checks that the stored total is that of the stored files. */
async function expectCounted(files: number) {
  const rows = await (await one.reading()).snapshotFiles.toArray();
  const bytes = rows.reduce((sum, { file }) => sum + file.size, 0);
  expect(await countSnapshots(one)).toEqual({ files: rows.length, bytes });
  expect(rows).toHaveLength(files);
}

test('a snapshot says what it is of, when it was made, how large it is and which bytes it has', async () => {
  const article = await saved();
  const file = page('水务');
  const heard: unknown[] = [];
  onChanged(two, ({ refs }) => heard.push(...refs));
  await keepSnapshot(one, article, file);
  const [snapshot] = await listSnapshots(two, article.id);
  expect(snapshot).toMatchObject({
    articleId: article.id,
    sha256: article.sha256,
    size: file.size,
    fileSha256: await sha256(await file.text()),
    schema: 1,
    revision: { counter: article.revision.counter + 1, device: article.revision.device },
  });
  expect(snapshot!.capturedAt > article.capturedAt).toBe(true);
  expect(await (await snapshotFile(two, snapshot!.id))!.text()).toBe(await file.text());
  expect(heard).toEqual([{ kind: 'snapshot', id: snapshot!.id, articleId: article.id, gone: false }]);
  await expectCounted(1);
  await expectInStep(one);
});

test('the article and its place in list, history and search index stay as they are', async () => {
  const article = await saved();
  const db = await one.reading();
  await db.unindexed.clear();
  const before = [await getBundle(one, article.id), await db.list.toArray(), await nextSteps(one)];
  await keepSnapshot(one, article, page('水务'));
  expect([await getBundle(one, article.id), await db.list.toArray(), await nextSteps(one)]).toEqual(before);
  expect(await db.unindexed.count()).toBe(0);
});

test('a version has the newest snapshot alone, and each version has its own', async () => {
  const first = await saved('第一版。');
  await keepSnapshot(one, first, page('一'));
  await keepSnapshot(one, first, page('一，又一次'));
  expect(await wordsOf(first.id)).toEqual(['一，又一次']);
  const second = await saved('第二版。');
  expect(second.id).toBe(first.id);
  await keepSnapshot(one, second, page('二'));
  expect(await wordsOf(first.id)).toEqual(['二', '一，又一次']);
  await expectCounted(2);
});

test('a deleted snapshot comes back by undo, and goes again by redo', async () => {
  const article = await saved();
  await keepSnapshot(one, article, page('水务'));
  const [{ id } = { id: '' }] = await listSnapshots(one, article.id);
  const step = crypto.randomUUID();
  expect(await deleteSnapshot(one, id, step)).toBe(true);
  expect(await deleteSnapshot(one, id)).toBe(false);
  expect(await listSnapshots(one, article.id)).toEqual([]);
  expect(await listTrash(one)).toMatchObject([
    { kind: 'snapshot', articleId: article.id, label: article.article.title },
  ]);
  await expectCounted(1);
  await undoOrRedo(one, { step });
  expect(await wordsOf(article.id)).toEqual(['水务']);
  expect(await listTrash(one)).toEqual([]);
  await undoOrRedo(one, { redo: true });
  expect(await listSnapshots(one, article.id)).toEqual([]);
  await eraseFromTrash(one, null);
  await expectCounted(0);
  expect(await snapshotFile(one, id)).toBeNull();
  const stone = await (await one.reading()).tombstones.get(trashId('snapshot', id));
  expect(stone).toMatchObject({ label: '', articleId: article.id });
  expect(stone).not.toHaveProperty('expires');
  expect((await nextSteps(one)).undo?.type).toBe('saveReading');
});

test('of a restored snapshot and one made since of the same version, the newer stays', async () => {
  const article = await saved();
  await keepSnapshot(one, article, page('旧'));
  await deleteSnapshot(one, (await listSnapshots(one, article.id))[0]!.id);
  await keepSnapshot(one, article, page('新'));
  await restoreFromTrash(one, (await listTrash(one))[0]!.id);
  expect(await wordsOf(article.id)).toEqual(['新']);
  await expectCounted(1);
});

test('a deleted article takes its snapshots along, and brings them back, also into a copy saved since', async () => {
  const article = await saved();
  await keepSnapshot(one, article, page('水务'));
  await deleteArticle(one, article.id);
  expect(await listSnapshots(one, article.id)).toEqual([]);
  await expectCounted(1);
  const anew = await saved('改过的全文。');
  expect(anew.id).not.toBe(article.id);
  await restoreFromTrash(one, trashId('article', article.id));
  expect(await wordsOf(anew.id)).toEqual(['水务']);
  expect(await wordsOf(article.id)).toEqual([]);
  await expectCounted(1);
  await deleteArticle(one, anew.id);
  await emptyTrash(one, new Date('2026-01-01T00:00:00.000Z'));
  await expectCounted(0);
});

test('a snapshot of an article that was deleted meanwhile is not kept, and leaves no file', async () => {
  const article = await saved();
  await deleteArticle(one, article.id);
  await expect(keepSnapshot(one, article, page('水务'))).rejects.toMatchObject({ code: 'notFound' });
  await expectCounted(0);
});

test('a snapshot above the limit or without room on the disk is not kept', async () => {
  const article = await saved();
  const large = new Blob([new Uint8Array(MOST_SNAPSHOT_BYTES + 1)]);
  await expect(keepSnapshot(one, article, large)).rejects.toThrow('limit');
  const file = new Blob([new Uint8Array(2 ** 20)]);
  const left = (bytes: number) =>
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: bytes, usage: 0 }) } });
  left(32 * 2 ** 20 + file.size - 1);
  await expect(keepSnapshot(one, article, file)).rejects.toMatchObject({ code: 'storage' });
  left(32 * 2 ** 20 + file.size);
  await keepSnapshot(one, article, file);
  await expectCounted(1);
});

test('a disk that fills up during the write keeps neither row nor file', async () => {
  const article = await saved();
  const put = IDBObjectStore.prototype.put;
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    row,
  ) {
    if (this.name === 'snapshots') throw new DOMException('full', 'QuotaExceededError');
    return put.call(this, row);
  });
  await expect(keepSnapshot(one, article, page('水务'))).rejects.toMatchObject({ code: 'storage' });
  full.mockRestore();
  expect(await listSnapshots(one, article.id)).toEqual([]);
  await expectCounted(0);
});

test('all snapshots are erased at once, those in the trash too, and the articles stay', async () => {
  const article = await saved();
  const other = await saved('另一篇。', 'https://www.qingshan.example/zw/2.html');
  const third = await saved('第三篇。', 'https://www.qingshan.example/zw/3.html');
  for (const each of [article, other, third]) await keepSnapshot(one, each, page(each.id));
  await deleteSnapshot(one, (await listSnapshots(one, other.id))[0]!.id);
  await deleteArticle(one, third.id);
  expect((await eraseSnapshots(one)).changed).toBe(true);
  await expectCounted(0);
  expect((await listTrash(one)).map(({ kind }) => kind)).toEqual(['article']);
  await restoreFromTrash(one, trashId('article', third.id));
  for (const each of [article, other, third]) {
    expect(await getBundle(one, each.id)).not.toBeNull();
    expect(await listSnapshots(one, each.id)).toEqual([]);
  }
  expect((await eraseSnapshots(one)).changed).toBe(false);
  await expectInStep(one);
});

test('erasing everything erases snapshots and their total', async () => {
  await keepSnapshot(one, await saved(), page('水务'));
  await eraseEverything(one);
  await expectCounted(0);
});

test('exported files carry no snapshots, and an imported one claims none', async () => {
  const article = await saved();
  await keepSnapshot(one, article, page('水务'));
  const [snapshot] = await listSnapshots(one, article.id);
  await deleteSnapshot(one, snapshot!.id);
  await deleteArticle(one, article.id);
  const trash = await trashEntries(one);
  expect(trash.map(({ row }) => row.content.kind)).toEqual(['article']);
  const parts = await exportParts([], 'Pizhu test', undefined, { extras: { trash } });
  expect(parts.join('')).not.toContain(snapshot!.id);
  const [other] = contexts(1) as [Store];
  const entry = trash[0]!;
  const content = { ...entry.row.content, snapshots: [{ ...snapshot! }] } as typeof entry.row.content;
  await write(other, {
    id: crypto.randomUUID(),
    type: 'importExtras',
    importId: crypto.randomUUID(),
    tags: [],
    trash: [{ ...entry, row: { ...entry.row, content } }],
  });
  expect((await trashEntries(other))[0]!.row.content).not.toHaveProperty('snapshots');
  await other.close();
});

test('a damaged total is counted anew, and what cannot be read takes its file with it when it is deleted', async () => {
  const article = await saved();
  await keepSnapshot(one, article, page('水务'));
  const db = await one.reading();
  await db.counts.put({ id: 'snapshots', files: 'many' } as never);
  await expectCounted(1);
  const [snapshot] = await listSnapshots(one, article.id);
  await db.snapshots.put({ ...snapshot!, size: 'large' });
  expect(await listSnapshots(one, article.id)).toEqual([]);
  const [aside] = await listQuarantine(one);
  expect(aside).toMatchObject({ table: 'snapshots', key: snapshot!.id });
  await expectCounted(1);
  await deleteQuarantined(one, aside!.id);
  await expectCounted(0);
});

test('an article that is set aside and deleted there takes its snapshots with it', async () => {
  const article = await saved();
  await keepSnapshot(one, article, page('水务'));
  const db = await one.reading();
  await db.articles.put({ ...article, url: 7 } as never);
  expect(await getBundle(one, article.id)).toBeNull();
  const [aside] = await listQuarantine(one);
  await deleteQuarantined(one, aside!.id);
  expect(await listSnapshots(one, article.id)).toEqual([]);
  await expectCounted(0);
});
