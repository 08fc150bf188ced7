import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { datedReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { deleteArticle, dueArticleIds, listDues, type Store, saveReading } from './index.ts';

async function kept() {
  const [db] = contexts(1) as [Store];
  const ids = new Map<string, string>();
  for (const [name, days] of [
    ['甲', ['2025-04-10', '2025-03-20']],
    ['乙', ['2025-03-31']],
    ['丙', []],
    ['丁', ['2025-03-31', '2025-06-30']],
  ] as const) {
    const { saved } = await saveReading(db, datedReading(name, days));
    ids.set(saved.id, name);
  }
  const nameOf = (id: string) => ids.get(id)!;
  return { db, nameOf, idOf: (name: string) => [...ids].find(([, one]) => one === name)![0] };
}
type Kept = Awaited<ReturnType<typeof kept>>;
const listed = async (
  { db, nameOf }: Kept,
  ...asked: Parameters<typeof listDues> extends [unknown, ...infer R] ? R : never
) => {
  const { dues, more } = await listDues(db, ...asked);
  return [dues.map(({ day, articleId }) => `${day} ${nameOf(articleId)}`).sort(), more];
};

test('days from today on are listed, and the days before', async () => {
  const all = await kept();
  expect(await listed(all, { from: '2025-03-31' }, 10)).toEqual([
    ['2025-03-31 丁', '2025-03-31 乙', '2025-04-10 甲', '2025-06-30 丁'],
    false,
  ]);
  expect(await listed(all, { before: '2025-03-31' }, 10)).toEqual([['2025-03-20 甲'], false]);
  expect(await listed(all, { before: '2025-03-20' }, 10)).toEqual([[], false]);
});

test('the next day comes first, of past days the last, and no more come than are asked for', async () => {
  const { db } = await kept();
  const days = async (...asked: [Parameters<typeof listDues>[1], number]) => {
    const { dues, more } = await listDues(db, ...asked);
    return [dues.map(({ day }) => day), more];
  };
  expect(await days({ from: '2025-03-21' }, 3)).toEqual([['2025-03-31', '2025-03-31', '2025-04-10'], true]);
  expect(await days({ before: '2025-12-31' }, 2)).toEqual([['2025-06-30', '2025-04-10'], true]);
  expect(await days({ before: '2025-12-31' }, 5)).toEqual([
    ['2025-06-30', '2025-04-10', '2025-03-31', '2025-03-31', '2025-03-20'],
    false,
  ]);
});

test('the articles are each given once, that of the first day first, and a deleted one no longer', async () => {
  const { db, nameOf, idOf } = await kept();
  const names = async () => (await dueArticleIds(db, { from: '2025-04-01' })).map(nameOf);
  expect(await names()).toEqual(['甲', '丁']);
  await deleteArticle(db, idOf('甲'));
  expect(await names()).toEqual(['丁']);
});
