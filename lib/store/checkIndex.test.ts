import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { deleteArticle, editArticle, SearchIndex, type Store, saveReading } from './index.ts';
import { IndexDatabase } from './indexDatabase.ts';

let store: Store;
let index: SearchIndex;
let db: IndexDatabase;
let ids: string[];

/** Saves three articles, all of them indexed. */
beforeEach(async () => {
  [store] = contexts(1) as [Store];
  index = new SearchIndex(store);
  ids = [];
  for (const n of [1, 2, 3]) {
    const reading = sampleReading({ title: `第${n}号通知` }, `https://a.example/${n}.html`);
    ids.push((await saveReading(store, reading)).saved.id);
  }
  while (await index.step()) {}
  await (await store.writing()).unindexed.clear();
  db = new IndexDatabase(`${store.name}-search`);
});
afterEach(async () => {
  db.close();
  await index.close();
  await store.close();
});

const whole = { articles: 3, missing: 0, stale: 0, gone: 0, damaged: 0 };

test('an index that is as the collection is has no fault', async () => {
  expect(await index.check()).toEqual(whole);
});

test('articles that the index lacks, has as they were, or still has are counted each', async () => {
  await db.places.delete(ids[0]!);
  await db.places.update(ids[1]!, { sum: 1 });
  await db.places.put({ id: 'nowhere', segment: 1, at: 9, sum: 1 });
  expect(await index.check()).toEqual({ ...whole, missing: 1, stale: 1, gone: 1 });
});

test('articles that wait to be indexed are no faults', async () => {
  await editArticle(store, ids[0]!, { note: '核对' });
  await deleteArticle(store, ids[1]!);
  await db.places.delete(ids[0]!);
  expect(await index.check()).toEqual({ ...whole, articles: 2 });
  await (await store.writing()).unindexed.clear();
  expect(await index.check()).toEqual({ ...whole, articles: 2, missing: 1, gone: 1 });
});

test('a changed article that does not wait is out of date', async () => {
  await editArticle(store, ids[0]!, { note: '核对' });
  await (await store.writing()).unindexed.clear();
  expect(await index.check()).toEqual({ ...whole, stale: 1 });
});

test.each([
  [
    'a changed bucket',
    () =>
      db.buckets.limit(1).modify((row) => {
        row.bytes = row.bytes.map((byte) => byte ^ 1);
      }),
  ],
  ['a lost bucket', () => db.buckets.limit(1).delete()],
  ['a segment that cannot be read', () => db.segments.toCollection().modify({ dead: 'x' as never })],
  ['buckets without their segment', () => db.segments.clear()],
])('%s is a damage', async (_what, damage) => {
  await damage();
  expect((await index.check()).damaged).toBe(1);
});
