import { expect, test } from 'vitest';
import { typedName, typedTags } from './typedTags.ts';

test('signs part tags, save within quotation marks and in a tag that is in use', () => {
  expect(typedTags(' 水务，防汛; 水务 ', [])).toEqual(['水务', '防汛']);
  expect(typedTags('双随机、一公开', [])).toEqual(['双随机', '一公开']);
  expect(typedTags('“双随机、一公开”', [])).toEqual(['双随机、一公开']);
  expect(typedTags('双随机、一公开', ['双随机、一公开'])).toEqual(['双随机、一公开']);
  expect(typedTags('“双随机、一公开” 、 「甲,乙」，防汛', [])).toEqual(['双随机、一公开', '甲,乙', '防汛']);
  expect(typedTags('“放管服”改革', [])).toEqual(['“放管服”改革']);
  expect(typedTags('""', [])).toEqual(['""']);
  expect(typedTags(' ', [])).toEqual([]);
});

test('empty levels, blanks around slashes and a # before a new tag are left out', () => {
  expect(typedTags('/前, 后/, a//b, 环保/ 大气, / ,#', [])).toEqual(['前', '后', 'a/b', '环保/大气']);
  expect(typedTags('#新标签、＃ 防汛、C#', [])).toEqual(['新标签', '防汛', 'C#']);
  expect(typedTags('#监管、环保/ 大气', ['#监管', '环保/ 大气'])).toEqual(['#监管', '环保/ 大气']);
  expect(typedTags('“#号、/线”', [])).toEqual(['#号、/线']);
});

test('a new name of a tag is read in the same way, and is the tag in use of that name', () => {
  expect(typedName(' #新/ 名 ', '旧', ['旧'])).toBe('新/名');
  expect(typedName('甲、乙', '旧', ['旧'])).toBe('甲、乙');
  expect(typedName('“#甲”', '旧', ['旧'])).toBe('#甲');
  expect(typedName('ppp', '旧', ['旧', 'PPP'])).toBe('PPP');
  expect(typedName('ppp', 'PPP', ['PPP'])).toBe('ppp');
  expect(typedName('#旧', '#旧', ['#旧'])).toBe('#旧');
  expect(typedName(' / ', '旧', ['旧'])).toBe('');
});
