import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { contexts } from '../../test/support/stores.ts';
import type { ChangeNotice } from '../record/changeNotice.ts';
import {
  addAnnotation,
  articleIds,
  deleteAnnotation,
  editArticle,
  eraseEverything,
  onChanged,
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
