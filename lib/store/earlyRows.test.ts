import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { loadDump, readDump } from '../../test/support/dump.ts';
import { datedReading, sampleReading } from '../../test/support/samples.ts';
import { contexts } from '../../test/support/stores.ts';
import {
  countBeside,
  countCollection,
  deleteArticle,
  earlyRows,
  editArticle,
  listArticles,
  saveReading,
} from './index.ts';
import type { Store } from './store.ts';

let name: string;
let store: Store;
beforeEach(() => {
  name = `pizhu-test-${crypto.randomUUID()}`;
  [store] = contexts(1, name) as [Store];
});

const asked = (limit: number) => Promise.resolve({ order: 'capturedAt' as const, limit });
const save = (n: number) =>
  saveReading(store, sampleReading({ title: `第${n}号` }, `https://a.example/${n}`));

test('the rows and the counters are those that the store reads, in its order', async () => {
  for (let n = 0; n < 5; n++) await save(n);
  const { saved } = await saveReading(store, datedReading('岚桥', ['2025-04-10']));
  await editArticle(store, saved.id, { addTags: ['水务'] });
  await deleteArticle(store, (await save(5)).saved.id);
  // Chromium takes longer to list databases than to open one, and the longer the more is saved.
  const listed = vi.spyOn(indexedDB, 'databases');
  const early = (await earlyRows(asked(3), name))!;
  expect(listed).not.toHaveBeenCalled();
  listed.mockRestore();
  expect(early.rows).toEqual((await listArticles(store, { limit: 3 })).rows);
  expect(early.counts).toMatchObject(await countCollection(store));
  expect(await early.beside).toEqual(await countBeside(store));
});

test('a database that is not there is not made', async () => {
  expect(await earlyRows(asked(50), name)).toBeNull();
  expect((await indexedDB.databases()).filter((one) => one.name === name)).toEqual([]);
});

test('a database of an earlier version is left to the store, which upgrades it', async () => {
  await loadDump(readDump('v8.json'), name);
  expect(await earlyRows(asked(50), name)).toBeNull();
  expect((await listArticles(store)).rows).toHaveLength(2);
});

test('nothing is read where no rows are wanted, or where the database does not open', async () => {
  await save(1);
  expect(await earlyRows(Promise.resolve(null), name)).toBeNull();
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', 'InvalidStateError');
  });
  expect(await earlyRows(asked(50), name)).toBeNull();
  refused.mockRestore();
});

test('nobody who deletes the database is held up', async () => {
  await save(1);
  await store.close();
  let answer: (question: null) => void = () => {};
  const early = earlyRows(
    new Promise((resolve) => {
      answer = resolve;
    }),
    name,
  );
  const deleted = await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
  });
  expect(deleted).toBe(true);
  answer(null);
  expect(await early).toBeNull();
});
