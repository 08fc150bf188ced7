import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { sampleReading } from '@/test/support/samples.ts';
import { expectInStep } from '@/test/support/storeChecks.ts';
import { contexts } from '@/test/support/stores.ts';
import { corrected } from '../record/fieldCorrections.ts';
import { parseQuery } from '../search/parseQuery.ts';
import {
  correctFields,
  getArticle,
  listRowsOf,
  SearchIndex,
  type Store,
  saveReading,
  undoOrRedo,
  write,
} from './index.ts';

const kept = async () => {
  const [db] = contexts(1) as [Store];
  const provenance = { source: { rule: 'label', origin: 'labelled-line' as const, confidence: 0.9 } };
  const { saved } = await saveReading(db, sampleReading({ provenance }));
  return { db, id: saved.id };
};

test('a correction goes into list and search, and the page’s value is kept', async () => {
  const { db, id } = await kept();
  await correctFields(db, id, [
    ['source', '青山日报'],
    ['publishedAt', '2025-03-09'],
  ]);
  const [row] = await listRowsOf(db, [id]);
  expect(row).toMatchObject({ source: '青山日报', publishedAt: '2025-03-09' });
  const saved = (await getArticle(db, id))!;
  expect(saved.article.source).toBe('青山区政府办');
  expect(corrected(saved).article.provenance.source).toEqual({
    rule: 'correction',
    confidence: 1,
    otherwise: { value: '青山区政府办', rule: 'label', origin: 'labelled-line' },
  });
  const index = new SearchIndex(db);
  const found = async (words: string) => (await index.search(parseQuery(words), 'relevance')).ids;
  expect(await found('来源：青山日报 after:2025-03-08')).toEqual([id]);
  expect(await found('来源：政府办')).toEqual([]);
  await index.close();
  await expectInStep(db);
});

test('a correction outlives a new reading of the page, and is one step back', async () => {
  const { db, id } = await kept();
  await correctFields(db, id, [
    ['title', '水务工作会议'],
    ['authors', ['张三']],
  ]);
  await saveReading(db, sampleReading({ title: '青山区再次召开水务工作会议' }));
  expect(corrected((await getArticle(db, id))!).article).toMatchObject({
    title: '水务工作会议',
    authors: ['张三'],
  });
  await undoOrRedo(db);
  expect((await getArticle(db, id))!.fieldCorrections).toEqual({});
  await undoOrRedo(db, { redo: true });
  expect((await getArticle(db, id))!.fieldCorrections).toEqual({ title: '水务工作会议', authors: ['张三'] });
  await correctFields(db, id, [['title', undefined]]);
  expect((await getArticle(db, id))!.fieldCorrections).toEqual({ authors: ['张三'] });
});

test('a value that the field cannot have is refused, and nothing is changed', async () => {
  const { db, id } = await kept();
  const wrong = { id: crypto.randomUUID(), type: 'correctField' as const, articleId: id };
  await expect(write(db, { ...wrong, field: 'publishedAt', to: '昨天' })).rejects.toThrow();
  await expect(write(db, { ...wrong, field: 'title', to: null })).rejects.toThrow();
  expect((await getArticle(db, id))!.fieldCorrections).toEqual({});
});
