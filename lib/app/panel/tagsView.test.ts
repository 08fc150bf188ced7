import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { addAnnotation, countTags, editArticle, type Store, saveReading } from '../../store/index.ts';
import { countBranches, tagTree } from './tagsView.ts';

const count = (id: string, articles = 1) => ({ id, articles, uses: articles + 1 });

test('tags stand below the tags that their names begin with, also where nothing has these', () => {
  const infos = new Map([['环保/水', { id: '环保/水', color: 'blue' as const, description: '治水' }]]);
  const rows = tagTree([count('环保/水', 3), count('青山'), count('环保/大气')], infos);
  expect(rows.map(({ tag, name, depth, articles, below }) => [tag, name, depth, articles, below])).toEqual([
    ['环保', '环保', 0, 0, ['环保/水', '环保/大气']],
    ['环保/大气', '大气', 1, 1, []],
    ['环保/水', '水', 1, 3, []],
    ['青山', '青山', 0, 1, []],
  ]);
  expect(rows[2]).toMatchObject({ color: 'blue', description: '治水', uses: 4 });
});

test('a search finds tags in any width and case, with what they stand below', () => {
  const rows = tagTree([count('项目/PPP'), count('青山')], new Map(), '＃ｐｐｐ');
  expect(rows.map(({ tag }) => tag)).toEqual(['项目', '项目/PPP']);
});

test('a row counts the articles that a press on it shows, each once, with those of the tags below it', async () => {
  const [db] = contexts(1) as [Store];
  for (const [n, tags] of [
    ['环保', '环保/水'],
    ['环保/水', '环保/气'],
    ['ＰＰＰ/甲'],
    ['环保局'],
  ].entries()) {
    const { saved } = await saveReading(db, sampleReading({}, `https://www.qingshan.example/${n}.html`));
    await editArticle(db, saved.id, { addTags: tags });
    if (n === 3) await addAnnotation(db, saved.id, sampleDraft('管网检查', ['环保/气', 'ppp']));
  }
  const rows = tagTree(await countTags(db), new Map());
  const shows = await countBranches(db, rows);
  expect(rows.map(({ tag, articles }) => [tag, articles, shows.get(tag)]).sort()).toEqual(
    [
      ['ppp', 1, 2],
      ['ＰＰＰ', 0, 2],
      ['ＰＰＰ/甲', 1, 1],
      ['环保', 1, 3],
      ['环保/水', 2, 2],
      ['环保/气', 2, 2],
      ['环保局', 1, 1],
    ].sort(),
  );
});

test('no row is nameless, whatever slashes a tag of a file has', () => {
  const rows = tagTree([count('/前'), count('后/'), count('甲//乙')], new Map());
  expect(rows.map(({ tag, name, depth }) => [tag, name, depth]).sort()).toEqual(
    [
      ['/前', '前', 0],
      ['后', '后', 0],
      ['后/', '后/', 1],
      ['甲', '甲', 0],
      ['甲//乙', '乙', 1],
    ].sort(),
  );
});
