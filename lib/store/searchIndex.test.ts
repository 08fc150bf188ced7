import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { parseQuery } from '../search/parseQuery.ts';
import {
  addAnnotation,
  deleteArticle,
  editAnnotation,
  editArticle,
  restoreArticle,
  saveReading,
} from './actions.ts';
import { eraseEverything } from './eraseAll.ts';
import { IndexDatabase } from './indexDatabase.ts';
import { openStore } from './open.ts';
import { SearchIndex } from './searchIndex.ts';
import type { Store } from './store.ts';
import { writeAll } from './write.ts';

// These tests save hundreds of articles, which can take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let store: Store;
let index: SearchIndex;

beforeEach(() => {
  [store] = contexts(1) as [Store];
  index = new SearchIndex(store);
});

afterEach(async () => {
  await index.close();
  await store.close();
  await Dexie.delete(`${store.name}-search`);
  await Dexie.delete(store.name);
});

const reading = (n: number, words = '') =>
  sampleReading(
    { title: `第${n}号通知`, text: `${words}各街道检查第${n}处堤防。` },
    `https://a.example/${n}.html`,
  );

/** Saves many pages in a few transactions, which is faster than one by one. */
async function saveMany(from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += 100)
    await writeAll(
      store,
      Array.from({ length: Math.min(100, to - at) }, (_, i) => ({
        id: crypto.randomUUID(),
        type: 'saveReading' as const,
        articleId: crypto.randomUUID(),
        reading: reading(at + i),
      })),
    );
}

const find = async (typed: string) => (await index.search(parseQuery(typed), 'saved')).ids;

async function indexAll(): Promise<number> {
  let steps = 0;
  while (await index.step()) steps++;
  return steps;
}

const consistent = { missing: 0, stale: 0, gone: 0, damaged: 0 };

test('an article is found at once, before it is indexed, and after', async () => {
  const { saved } = await saveReading(store, reading(1, '雙隨機、一公開'));
  expect(await find('双随机一公开')).toEqual([saved.id]);
  await indexAll();
  expect(await find('双随机一公开')).toEqual([saved.id]);
  expect(await find('第2号')).toEqual([]);
  expect(await index.check()).toEqual({ articles: 1, ...consistent });
});

test('what was there before the index is put into it, step by step, and said to be incomplete until then', async () => {
  await saveMany(0, 600);
  const main = await store.writing();
  await main.unindexed.clear();
  expect(await index.search(parseQuery('堤防'), 'saved')).toEqual({ ids: [], groups: [], complete: false });
  await index.step();
  await index.step();
  const half = await index.search(parseQuery('堤防'), 'saved');
  expect([half.ids.length, half.complete]).toEqual([512, false]);
  expect(await index.progress()).toEqual({ indexed: 512, total: 600 });
  // Another context continues the indexing where this one stopped.
  await index.close();
  index = new SearchIndex(store);
  await indexAll();
  const all = await index.search(parseQuery('堤防'), 'saved');
  expect([all.ids.length, all.complete]).toEqual([600, true]);
  expect(await find('第599处')).toHaveLength(1);
  expect(await index.check()).toEqual({ articles: 600, ...consistent });
});

test('changed, deleted and restored articles are found as they are now, whether indexed or not', async () => {
  await saveMany(0, 300);
  await indexAll();
  const [first] = await find('第7处');
  const [second] = await find('第8处');
  await editArticle(store, first!, { note: '下周核对' });
  await deleteArticle(store, second!);
  expect(await find('核对')).toEqual([first]);
  expect(await find('第8处')).toEqual([]);
  expect(await find('第7处')).toEqual([first]);
  // Queues enough articles for the index to move them into a segment.
  await saveMany(300, 600);
  await indexAll();
  expect(await find('核对')).toEqual([first]);
  expect(await find('第8处')).toEqual([]);
  expect(await find('第7处')).toEqual([first]);
  await restoreArticle(store, second!);
  expect(await find('第8处')).toEqual([second]);
  expect(await index.check()).toEqual({ articles: 600, ...consistent });
});

test('small segments become one, and nothing of the old ones stays', async () => {
  await saveMany(0, 1);
  await indexAll();
  await saveMany(1, 257);
  await indexAll();
  const db = new IndexDatabase(`${store.name}-search`);
  const segments = await db.segments.toArray();
  const ids = new Set((await db.buckets.toArray()).map(({ segment }) => segment));
  const state = await db.state.get('state');
  db.close();
  expect(state!.segments).toMatchObject([{ id: segments[0]!.id, size: 257, live: 257 }]);
  expect([...ids]).toEqual(segments.map(({ id }) => id));
  expect(segments).toHaveLength(1);
});

test('a damaged index is built again by itself', async () => {
  await saveMany(0, 300);
  await indexAll();
  const db = new IndexDatabase(`${store.name}-search`);
  await db.buckets.toCollection().modify((row) => {
    row.bytes = row.bytes.subarray(0, row.bytes.length - 1);
  });
  expect((await index.check()).damaged).toBe(1);
  expect((await index.search(parseQuery('堤防'), 'saved')).complete).toBe(false);
  await indexAll();
  expect(await find('堤防')).toHaveLength(300);
  await db.segments.clear();
  db.close();
  await index.close();
  index = new SearchIndex(store);
  await index.search(parseQuery('堤防'), 'saved');
  await indexAll();
  expect(await find('堤防')).toHaveLength(300);
});

test('an index of another version, or of another collection, is built again', async () => {
  await saveMany(0, 3);
  await indexAll();
  const db = new IndexDatabase(`${store.name}-search`);
  for (const change of [{ version: 0 }, { device: 'another' }]) {
    await db.state.update('state', change);
    await (await store.writing()).unindexed.clear();
    await indexAll();
    expect(await find('堤防')).toHaveLength(3);
  }
  db.close();
});

test('an article that is changed while it is indexed waits again', async () => {
  await saveMany(0, 300);
  const [id] = await find('第7处');
  const step = index.step();
  await editArticle(store, id!, { note: '下周核对' });
  await step;
  await indexAll();
  expect(await find('核对')).toEqual([id]);
  expect(await index.check()).toEqual({ articles: 300, ...consistent });
});

test('where the words stand is told of each article that is shown', async () => {
  const { saved } = await saveReading(store, reading(1, '要求：'));
  expect(await index.hits(parseQuery('堤防 通知'), [saved.id])).toEqual([
    {
      id: saved.id,
      headline: [
        { words: '第1号', hit: false },
        { words: '通知', hit: true },
      ],
      dated: false,
      excerpts: [
        {
          field: 'text',
          parts: [
            { words: '要求：各街道检查第1处', hit: false },
            { words: '堤防', hit: true },
            { words: '。', hit: false },
          ],
        },
      ],
    },
  ]);
});

test('what is erased for good is not in the index either', async () => {
  await saveMany(0, 300);
  await indexAll();
  await eraseEverything(store);
  const db = new IndexDatabase(`${store.name}-search`);
  expect([await db.buckets.count(), await db.segments.count(), await db.places.count()]).toEqual([0, 0, 0]);
  db.close();
  expect(await find('堤防')).toEqual([]);
});

test('with more waiting than a search reads, the answer is said to be incomplete', async () => {
  await saveMany(0, 1);
  await indexAll();
  const main = await store.writing();
  const wait = (count: number) =>
    main.unindexed
      .bulkPut(Array.from({ length: count }, (_, n) => ({ id: `gone ${n}`, token: 'x' })))
      .then(() => store.feed.announce({ counter: 0, refs: [] }));
  await main.unindexed.clear();
  await wait(1024);
  expect(await index.search(parseQuery('堤防'), 'saved')).toMatchObject({ ids: [{}], complete: true });
  await wait(1025);
  expect((await index.search(parseQuery('堤防'), 'saved')).complete).toBe(false);
});

test('an index that does not open is made anew', async () => {
  await saveMany(0, 3);
  await indexAll();
  await index.close();
  const refused = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('damaged', 'InvalidStateError');
  });
  expect(await index.progress()).toEqual({ indexed: 0, total: 3 });
  refused.mockRestore();
  await indexAll();
  expect(await find('堤防')).toHaveLength(3);
  expect(await index.check()).toEqual({ articles: 3, ...consistent });
});

test('an index that the browser can neither open nor delete is tried again at the next use', async () => {
  await saveMany(0, 3);
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('damaged', 'InvalidStateError');
  });
  await expect(index.step()).rejects.toThrow();
  refused.mockRestore();
  await indexAll();
  expect(await find('堤防')).toHaveLength(3);
});

test('a segment of which most articles are out of date is made anew, one of which half are is not', async () => {
  await saveMany(0, 512);
  await (await store.writing()).unindexed.clear();
  await indexAll();
  const db = new IndexDatabase(`${store.name}-search`);
  const ids = (await db.places.toCollection().primaryKeys()).slice(0, 256);
  const outdate = async (some: string[]) => {
    const [segment] = await db.segments.toArray();
    const places = await db.places.bulkGet(some);
    for (const place of places) segment!.dead[place!.at] = 1;
    await db.places.bulkDelete(some);
    await db.segments.put(segment!);
    await db.state.toCollection().modify((state) => {
      state.generation++;
      state.segments[0]!.written = state.generation;
      state.segments[0]!.live = 512 - segment!.dead.filter((one) => one === 1).length;
    });
  };
  await outdate(ids);
  expect(await index.step()).toBe(false);
  const [more] = await db.places.limit(1).primaryKeys();
  await outdate([more!]);
  expect(await index.step()).toBe(true);
  expect((await db.state.get('state'))!.segments).toMatchObject([{ size: 255, live: 255 }]);
  db.close();
});

test('what two contexts index at once is done once', async () => {
  await saveMany(0, 3);
  const other = new SearchIndex(store);
  await index.step();
  await Promise.all([index.step(), other.step()]);
  await indexAll();
  expect(await index.check()).toEqual({ articles: 3, ...consistent });
  const db = new IndexDatabase(`${store.name}-search`);
  expect(await db.segments.count()).toBe(1);
  db.close();
  await other.close();
});

test('a collection in which nothing was ever saved can be searched', async () => {
  expect(await index.search(parseQuery('堤防'), 'saved')).toMatchObject({ ids: [] });
  await indexAll();
  expect(await find('堤防')).toEqual([]);
});

test('the next key of a query reads only the buckets that it needs, and a repeated query nothing', async () => {
  // Spies before the database is opened, because Dexie keeps a reference to this function at that moment.
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const transactionsOf = async (typed: string) => {
    const before = opened.mock.calls.length;
    await find(typed);
    return opened.mock.calls.length - before;
  };
  await saveMany(0, 300);
  await indexAll();
  await saveMany(300, 303);
  expect(await transactionsOf('堤防')).toBeGreaterThan(1);
  expect(await transactionsOf('堤防')).toBe(0);
  expect(await transactionsOf('处堤防')).toBe(1);
  expect(await find('第7处堤防')).toHaveLength(1);
  expect(await find('第301处堤防')).toHaveLength(1);
  opened.mockRestore();
});

test('what another context saves or indexes is found by the next query', async () => {
  const [here, there] = contexts(2) as [Store, Store];
  const [mine, other] = [new SearchIndex(here), new SearchIndex(there)];
  const found = async (typed: string) => (await mine.search(parseQuery(typed), 'saved')).ids;
  try {
    await saveReading(there, reading(1));
    while (await other.step());
    expect(await found('堤防')).toHaveLength(1);
    const { saved } = await saveReading(there, reading(2));
    expect(await found('堤防')).toHaveLength(2);
    // Queues so many articles that the index moves them into a segment.
    await writeAll(
      there,
      Array.from({ length: 300 }, (_, i) => ({
        id: crypto.randomUUID(),
        type: 'saveReading' as const,
        articleId: crypto.randomUUID(),
        reading: reading(3 + i),
      })),
    );
    expect(await found('堤防')).toHaveLength(302);
    while (await other.step());
    expect(await found('检查第2处')).toEqual([saved.id]);
    expect(await found('堤防')).toHaveLength(302);
    await deleteArticle(there, saved.id);
    expect(await found('检查第2处')).toEqual([]);
    expect(await found('堤防')).toHaveLength(301);
  } finally {
    await mine.close();
    await other.close();
    await Promise.all([here.close(), there.close()]);
  }
});

test('a change whose notice was lost is found two seconds later', async () => {
  await saveReading(store, reading(1));
  await indexAll();
  expect(await find('堤防')).toHaveLength(1);
  const silent = openStore({ name: store.name, transport: { post: () => {}, listen: () => () => {} } });
  await saveReading(silent, reading(2));
  await silent.close();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2000);
  expect(await find('堤防')).toHaveLength(2);
  clock.mockRestore();
});

test('the notes of marks are found', async () => {
  const { saved } = await saveReading(store, reading(1));
  const mark = await addAnnotation(store, saved.id, sampleDraft('堤防'));
  await editAnnotation(store, mark.id, { note: '下周核对' });
  expect(await find('核对')).toEqual([saved.id]);
});

test('what waits to be indexed is found while a damaged index is built again', async () => {
  await saveMany(0, 300);
  await indexAll();
  const waiting = [];
  for (const n of [300, 301]) waiting.push((await saveReading(store, reading(n))).saved.id);
  const db = new IndexDatabase(`${store.name}-search`);
  await db.buckets.toCollection().modify((row) => {
    row.bytes = row.bytes.subarray(0, row.bytes.length - 1);
  });
  db.close();
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { ids, complete } = await index.search(parseQuery('堤防'), 'saved');
  expect([ids.sort(), complete]).toEqual([waiting.sort(), false]);
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});
