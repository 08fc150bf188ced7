import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { shownQuote } from '../annotation/edit.ts';
import {
  addAnnotation,
  countMarks,
  deleteAnnotation,
  editArticle,
  listMarks,
  markedArticleIds,
  type Store,
  saveReading,
  tagsOfMarks,
  type WhichMarks,
} from './index.ts';

const ALL = { color: null, tag: '', from: '', to: '' };

async function kept() {
  const [db] = contexts(1) as [Store];
  const made: string[] = [];
  for (const [n, draft] of [
    sampleDraft('水务工作', ['水务']),
    { ...sampleDraft('管网检查'), color: 'blue' as const },
    { ...sampleDraft('2025年底前', ['时限', '水务']), color: 'blue' as const },
  ].entries()) {
    const { saved } = await saveReading(db, sampleReading({}, `https://www.qingshan.example/${n % 2}.html`));
    made.push((await addAnnotation(db, saved.id, draft)).created);
  }
  const words = async (which: Partial<WhichMarks>, limit = 50) => {
    const { marks, more } = await listMarks(db, { ...ALL, ...which }, limit);
    return [marks.map(shownQuote), more];
  };
  return { db, words, made };
}

test('the marks of all articles are listed, the last first, as far as asked for', async () => {
  const { words } = await kept();
  expect(await words({})).toEqual([['2025年底前', '管网检查', '水务工作'], false]);
  expect(await words({}, 2)).toEqual([['2025年底前', '管网检查'], true]);
});

test('marks are narrowed by colour, tag and day, and by several at once', async () => {
  const { words, made } = await kept();
  expect((await words({ color: 'blue' }))[0]).toEqual(['2025年底前', '管网检查']);
  expect((await words({ tag: '水务' }))[0]).toEqual(['2025年底前', '水务工作']);
  expect((await words({ tag: '水务', color: 'blue' }))[0]).toEqual(['2025年底前']);
  expect((await words({ from: made[1]! }))[0]).toEqual(['2025年底前', '管网检查']);
  expect((await words({ to: made[2]! }))[0]).toEqual(['管网检查', '水务工作']);
  expect((await words({ color: 'blue', to: made[2]! }))[0]).toEqual(['管网检查']);
  expect((await words({ tag: '水务', from: made[1]!, to: made[2]! }))[0]).toEqual([]);
});

test('of a tag too the last marks come first, and as many as asked for', async () => {
  const { words } = await kept();
  expect(await words({ tag: '水务' }, 2)).toEqual([['2025年底前', '水务工作'], false]);
  expect(await words({ tag: '水务' }, 1)).toEqual([['2025年底前'], true]);
});

test('the articles of the marks asked for are each given once, that of the last mark first', async () => {
  const [db] = contexts(1) as [Store];
  const ids: string[] = [];
  for (const n of [1, 2, 3])
    ids.push((await saveReading(db, sampleReading({}, `https://www.qingshan.example/${n}.html`))).saved.id);
  const [one, two] = ids as [string, string];
  await addAnnotation(db, one, sampleDraft('水务工作', ['水务']));
  const last = await addAnnotation(db, two, sampleDraft('管网检查'));
  const again = await addAnnotation(db, one, sampleDraft('青山区'));
  expect(await markedArticleIds(db, ALL)).toEqual([one, two]);
  expect(await markedArticleIds(db, { ...ALL, tag: '水务' })).toEqual([one]);
  expect(await markedArticleIds(db, { ...ALL, color: 'blue' })).toEqual([]);
  await deleteAnnotation(db, again.id);
  expect(await markedArticleIds(db, ALL)).toEqual([two, one]);
  expect(await markedArticleIds(db, { ...ALL, from: last.created })).toEqual([two]);
  await db.close();
});

test('marks are counted under the same conditions as they are listed', async () => {
  const { db, words, made } = await kept();
  for (const which of [{}, { color: 'blue' }, { tag: '水务' }, { from: made[1]! }, { to: made[1]! }] as const)
    expect(await countMarks(db, { ...ALL, ...which })).toBe([(await words(which))[0]].flat().length);
});

test('the tags of marks are those that a mark has, whatever articles have', async () => {
  const [db] = contexts(1) as [Store];
  const ids: string[] = [];
  for (const n of [1, 2])
    ids.push((await saveReading(db, sampleReading({}, `https://www.qingshan.example/${n}.html`))).saved.id);
  await editArticle(db, ids[0]!, { addTags: ['只在文章上', '两者都有'] });
  await editArticle(db, ids[1]!, { addTags: ['只在文章上'] });
  await addAnnotation(db, ids[0]!, sampleDraft('水务工作', ['两者都有', '只在标记上']));
  expect((await tagsOfMarks(db)).sort()).toEqual(['两者都有', '只在标记上'].sort());
});
