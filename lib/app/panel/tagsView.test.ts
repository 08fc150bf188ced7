import { expect, test } from 'vitest';
import { tagTree } from './tagsView.ts';

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
