import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fullValue } from '../../test/support/fullValue.ts';
import { Article } from '../article/schema.ts';
import { exportParts } from '../exchange/json.ts';
import { parseExport } from '../exchange/readExport.ts';
import { FIRST_REVISION } from '../record/row.ts';
import { PageReading } from '../record/schema.ts';
import { TextReading } from '../tasks/schema.ts';
import {
  articleIds,
  articlesOf,
  getArticle,
  getBundle,
  openStore,
  type Store,
  saveReading,
} from './index.ts';

let store: Store;
beforeEach(() => {
  store = openStore({ name: `pizhu-test-${crypto.randomUUID()}` });
});
afterEach(() => store.close());

const url = 'https://www.qingshan.example/zw/1.html';
const reading = PageReading.parse({ ...(fullValue(PageReading) as PageReading), url });

/** Saves a page and returns what an export contains of it. */
async function exported() {
  const { saved } = await saveReading(store, reading);
  const bundle = await getBundle(store, saved.id);
  const [article] = parseExport((await exportParts([bundle!], 'Pizhu test')).join('')).articles;
  return article!;
}

test.each(Object.keys(TextReading.shape) as (keyof TextReading)[])(
  '%s is saved and exported',
  async (name) => {
    expect(reading[name]).not.toEqual([]);
    const { saved } = await exported();
    expect(saved[name]).toEqual(reading[name]);
    expect((await articlesOf(store, await articleIds(store)))[0]![name]).toEqual(reading[name]);
  },
);

test.each(Object.keys(Article.shape) as (keyof Article)[])(
  'article.%s is saved and exported',
  async (name) => {
    expect(reading.article[name] ?? []).not.toEqual([]);
    const { saved, texts } = await exported();
    const article: Article = { ...saved.article, text: texts[0]!.text };
    expect(article[name]).toEqual(reading.article[name]);
  },
);

test('a page that is read anew has what was read last', async () => {
  await saveReading(store, reading);
  const emptied = { ...reading, goals: [], people: [] };
  const { saved, created } = await saveReading(store, emptied);
  expect(created).toBe(false);
  expect(saved).toMatchObject({ goals: [], people: [], meetings: reading.meetings });
});

test('a row of a version that kept no goals, meetings, documents or people is read as having none', async () => {
  const { saved } = await saveReading(store, reading);
  const {
    goals: _,
    meetings: __,
    documents: ___,
    people: ____,
    schema: _____,
    revision: ______,
    ...older
  } = saved;
  await (await store.writing()).articles.put(older);
  const row = await getArticle(store, saved.id);
  expect(row).toEqual({
    ...saved,
    goals: [],
    meetings: [],
    documents: [],
    people: [],
    revision: FIRST_REVISION,
  });
});
