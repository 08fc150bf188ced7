import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { contexts } from '../../test/support/stores.ts';
import type { ChangeNotice } from '../record/changeNotice.ts';
import {
  addAnnotation,
  articleIds,
  deleteAnnotation,
  deleteArticle,
  editArticle,
  eraseEverything,
  getBundle,
  getBundles,
  onChanged,
  restoreIntoEmpty,
  type Store,
  saveReading,
  write,
} from './index.ts';

let store: Store;
beforeEach(() => {
  [store] = contexts(1) as [Store];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.close();
});

const noticesOf = (of: Store): ChangeNotice[] => {
  const notices: ChangeNotice[] = [];
  onChanged(of, (notice) => notices.push(notice));
  return notices;
};
const full = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });

test('what is erased leaves graves that say when, in a revision after all others, of the same device', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const mark = await addAnnotation(store, saved.id, sampleDraft('管网'));
  const gone = await addAnnotation(store, saved.id, sampleDraft('青山区'));
  await deleteAnnotation(store, gone.id);
  await editArticle(store, saved.id, { addTags: ['水务'] });
  await write(store, { id: crypto.randomUUID(), type: 'deleteTag', tag: '水务' });
  const { counter } = (await (await store.reading()).meta.get('revision'))!;
  const notices = noticesOf(store);
  await eraseEverything(store);
  const db = await store.reading();
  const revision = { counter: counter + 1, device: saved.revision.device };
  expect(await db.meta.get('revision')).toEqual({ id: 'revision', ...revision });
  expect(notices).toEqual([{ counter: counter + 1, refs: [] }]);
  const graves = await db.tombstones.toArray();
  const of = (id: string) => graves.find((grave) => grave.id === id);
  const at = of(`article:${saved.id}`)!.deletedAt;
  const bare = {
    created: at,
    modified: at,
    deletedAt: at,
    revision,
    schema: 1,
    label: '',
    articleId: saved.id,
  };
  expect(of(`article:${saved.id}`)).toEqual({ ...bare, id: `article:${saved.id}`, kind: 'article' });
  expect(of(`annotation:${mark.id}`)).toEqual({ ...bare, id: `annotation:${mark.id}`, kind: 'annotation' });
  // An article or mark that was deleted earlier keeps the time of that deletion.
  const before = of(`annotation:${gone.id}`)!;
  expect(before).toMatchObject({ kind: 'annotation', label: '', modified: at, revision });
  expect(before.deletedAt < at).toBe(true);
  expect(graves).toHaveLength(3);
});

test('an empty collection can be erased, and what a full disk refuses is said to be so', async () => {
  await eraseEverything(store);
  expect(await (await store.reading()).meta.get('revision')).toMatchObject({
    counter: 1,
    device: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  await saveReading(store, sampleReading());
  const put = full();
  await expect(eraseEverything(store)).rejects.toMatchObject({ code: 'storage' });
  put.mockRestore();
  expect(await articleIds(store)).toHaveLength(1);
});

test('what is put back into an empty collection is as it was, and later changes are later than all of it', async () => {
  for (const n of [1, 2]) {
    const { saved } = await saveReading(store, sampleReading({}, `https://www.qingshan.example/${n}.html`));
    await addAnnotation(store, saved.id, sampleDraft('管网', ['水务']));
  }
  const bundles = await getBundles(store, await articleIds(store));
  const [fresh] = contexts(1) as [Store];
  const notices = noticesOf(fresh);
  expect(await restoreIntoEmpty(fresh, bundles)).toBe(true);
  expect(await getBundles(fresh, await articleIds(fresh))).toEqual(bundles);
  expect(notices).toEqual([{ counter: 5, refs: [] }]);
  const { saved } = await saveReading(fresh, sampleReading({}, 'https://www.qingshan.example/3.html'));
  expect(saved.revision.counter).toBe(6);
  await fresh.close();
});

test('nothing is put into a collection that has something, or onto a full disk', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const bundle = (await getBundle(store, saved.id))!;
  const [fresh] = contexts(1) as [Store];
  await saveReading(fresh, sampleReading({}, 'https://www.qingshan.example/3.html'));
  const notices = noticesOf(fresh);
  expect(await restoreIntoEmpty(fresh, [bundle])).toBe(false);
  expect([await articleIds(fresh), notices]).toMatchObject([{ length: 1 }, []]);
  const [last] = await articleIds(fresh);
  await deleteArticle(fresh, last!);
  const { device } = (await (await fresh.reading()).meta.get('revision'))!;
  const put = full();
  await expect(restoreIntoEmpty(fresh, [bundle])).rejects.toMatchObject({ code: 'storage' });
  put.mockRestore();
  expect(await articleIds(fresh)).toEqual([]);
  expect(await restoreIntoEmpty(fresh, [bundle])).toBe(true);
  // Erasing does not start a new collection: the device id stays, and the counter goes on from its value.
  expect(await (await fresh.reading()).meta.get('revision')).toEqual({ id: 'revision', device, counter: 3 });
  await fresh.close();
});
