import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { editArticle, type Store, saveReading, tagsFrom, valuesFrom } from './index.ts';

test('values that are there are given once, those that begin so, and no more than asked for', async () => {
  const [db] = contexts(1) as [Store];
  const region = { code: '320211', name: '江苏省无锡市滨湖区' };
  for (const [n, source] of ['青山日报', '青山日报', '青水网', '省报', null].entries())
    await saveReading(db, sampleReading({ source, region }, `https://www.qingshan.example/${n}.html`));
  expect(await valuesFrom(db, 'source', '青', 8)).toEqual(['青山日报', '青水网']);
  expect(await valuesFrom(db, 'source', '', 2)).toHaveLength(2);
  expect(await valuesFrom(db, 'region', '江苏', 8)).toEqual(['江苏省无锡市滨湖区']);
  expect(await valuesFrom(db, 'issuer', '', 8)).toEqual([]);
  const { saved } = await saveReading(db, sampleReading());
  await editArticle(db, saved.id, { addTags: ['环保/水', '环保/大气', '水务'] });
  expect(await tagsFrom(db, '环保', 8)).toEqual(['环保', '环保/大气', '环保/水']);
  expect(await tagsFrom(db, '环保/', 8)).toEqual(['环保/大气', '环保/水']);
});
