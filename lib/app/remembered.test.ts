import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { deleteArticle, saveReading } from '../store/index.ts';
import { acceptLoss, keepRemembering, keptArticles, lostArticles, rememberCount } from './remembered.ts';

const local = () => {
  const held = new Map<string, unknown>();
  return {
    get: async (key: string) => (held.has(key) ? { [key]: held.get(key) } : {}),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) held.set(key, value);
    },
  };
};

test('how many articles there are is remembered after each change, and outlives the database', async () => {
  const [db] = contexts(1);
  const storage = local();
  const stop = keepRemembering(db!, storage);
  const { saved } = await saveReading(db!, sampleReading());
  await saveReading(db!, sampleReading({}, 'https://www.qingshan.example/zw/2.html'));
  await vi.waitFor(async () => expect(await keptArticles(storage)).toBe(2));
  await deleteArticle(db!, saved.id);
  await vi.waitFor(async () => expect(await keptArticles(storage)).toBe(1));
  stop();
  const { name } = db!;
  await db!.close();
  await new Promise((done) => {
    indexedDB.deleteDatabase(name).onsuccess = done;
  });
  expect(await keptArticles(storage)).toBe(1);
  await rememberCount(db!, storage);
  expect(await keptArticles(storage)).toBe(0);
});

test('articles of a database that was cleared are missed, also where others were saved before anybody looked', async () => {
  const storage = local();
  const name = `pizhu-test-${crypto.randomUUID()}`;
  const [db] = contexts(1, name);
  await saveReading(db!, sampleReading());
  await saveReading(db!, sampleReading({}, 'https://www.qingshan.example/zw/2.html'));
  await rememberCount(db!, storage);
  await db!.close();
  await new Promise((done) => {
    indexedDB.deleteDatabase(name).onsuccess = done;
  });
  const { saved } = await saveReading(db!, sampleReading({}, 'https://www.qingshan.example/zw/3.html'));
  await rememberCount(db!, storage);
  expect(await keptArticles(storage)).toBe(1);
  expect(await lostArticles(storage)).toBe(2);
  await rememberCount(db!, storage);
  expect(await lostArticles(storage)).toBe(2);
  await acceptLoss(db!, storage);
  expect(await lostArticles(storage)).toBe(0);
  // What a person deletes does not count as lost.
  await deleteArticle(db!, saved.id);
  await rememberCount(db!, storage);
  expect(await lostArticles(storage)).toBe(0);
});

test('what is no count says nothing', async () => {
  const storage = local();
  await storage.set({ keptArticles: 'many' });
  expect(await keptArticles(storage)).toBe(0);
});
