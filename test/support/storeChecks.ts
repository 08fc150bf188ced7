import { expect } from 'vitest';
import { Counts } from '@/lib/record/counts.ts';
import { listRowOf } from '@/lib/record/listRowOf.ts';
import {
  articleIds,
  countCollection,
  countTags,
  getBundle,
  listArticles,
  type Store,
} from '@/lib/store/index.ts';

/** Checks that list rows and counters agree with the articles and their marks. */
export async function expectInStep(store: Store): Promise<void> {
  const { rows } = await listArticles(store, { limit: 1000 });
  const counts = new Counts();
  const db = await store.reading();
  expect((await articleIds(store)).sort()).toEqual((await db.articles.toCollection().primaryKeys()).sort());
  for (const row of rows) {
    const { saved, texts, annotations } = (await getBundle(store, row.id))!;
    const text = texts.find(({ sha256 }) => sha256 === saved.sha256)?.text ?? '';
    expect(row).toEqual(listRowOf(saved, annotations, text, texts.length));
    counts.count(row);
  }
  expect(await countCollection(store)).toEqual(counts.collection);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect((await countTags(store)).sort(byId)).toEqual(
    [...counts.tags].map(([id, count]) => ({ id, ...count })).sort(byId),
  );
}
