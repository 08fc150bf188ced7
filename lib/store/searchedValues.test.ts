import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { datedReading, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { editArticle, SearchIndex, type Store, saveReading, writeAll } from './index.ts';

let db: Store;
let index: SearchIndex;
beforeEach(() => {
  [db] = contexts(1) as [Store];
  index = new SearchIndex(db);
});
afterEach(async () => {
  await index.close();
  await db.close();
  await Dexie.delete(`${db.name}-search`);
  await Dexie.delete(db.name);
});

const readingWith = (n: number, fields: object) =>
  sampleReading({ title: `第${n}号`, ...fields }, `https://a.example/${n}.html`);
const saveAll = (readings: ReturnType<typeof sampleReading>[]) =>
  writeAll(
    db,
    readings.map((reading) => ({
      id: crypto.randomUUID(),
      type: 'saveReading' as const,
      articleId: crypto.randomUUID(),
      reading,
    })),
  );

test('values that have the typed words are found, those that begin with them first, each once', async () => {
  await saveAll(
    ['岚桥日报', '日报在线', '青山日报', '岚桥日报', '新华社'].map((source, n) =>
      readingWith(n, { source, authors: ['王 敏', '李敏'], documentNumber: `青水发〔2025〕${n}号` }),
    ),
  );
  expect(await index.values('source', '日报', 8)).toEqual(['日报在线', '岚桥日报', '青山日报']);
  expect(await index.values('source', '日报', 2)).toHaveLength(2);
  expect(await index.values('author', '敏', 8)).toEqual(['王 敏', '李敏']);
  expect(await index.values('number', '(2025)3', 8)).toEqual(['青水发〔2025〕3号']);
  expect(await index.values('keyword', '务', 8)).toEqual(['水务']);
  expect(await index.values('issuer', '府', 8)).toEqual([]);
});

test('of a tag below another the middle is found, and no other tag of its article', async () => {
  const { saved } = await saveReading(db, sampleReading());
  await editArticle(db, saved.id, { addTags: ['环保/污染防治', '水务'] });
  expect(await index.values('tag', '污', 8)).toEqual(['环保/污染防治']);
});

test('what follows the colon of bodies and speakers is offered before anything is typed', async () => {
  await saveReading(db, datedReading('岚桥', ['2027-04-10']));
  expect(await index.values('body', '', 8)).toContain('市水务局');
  expect(await index.values('body', '水务', 8)).toEqual(['市水务局']);
  expect(await index.values('source', '', 8)).toEqual([]);
});

test('a value that most articles have hides no rarer one, and few articles are read', async () => {
  await saveAll([
    ...['李敏', '王敏'].map((name, n) => readingWith(n, { authors: [name] })),
    ...Array.from({ length: 300 }, (_, n) => readingWith(n + 2, { authors: ['张敏'] })),
  ]);
  await index.values('author', '敏', 8);
  const read = vi.spyOn(IDBObjectStore.prototype, 'get');
  expect((await index.values('author', '敏', 8)).sort()).toEqual(['张敏', '李敏', '王敏']);
  // Each article needs a handful of requests.
  expect(read.mock.calls.length).toBeLessThan(200);
  read.mockRestore();
});
