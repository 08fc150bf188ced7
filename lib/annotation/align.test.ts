import { expect, test } from 'vitest';
import { align, belongsToOthers, gapAround, mapPassage, placeIn, placeNear } from './align.ts';

const A = '镇里要在六月以前清掏雨水篦子';
const B = '村里负责统计沿街的商铺数量';
const C = '学校安排教师在路口轮流值守';
const runs = ({ from, to, length }: ReturnType<typeof align>) =>
  [...from].map((one, i) => [one, to[i], length[i]]);

test('what two texts share is found as stretches as long as can be', () => {
  expect(runs(align(A, A))).toEqual([[0, 0, 14]]);
  expect(runs(align(`${A}甲${B}`, `${B}乙${A}`))).toEqual([
    [0, 14, 14],
    [15, 0, 13],
  ]);
  expect(runs(align(`${A}${B}`, `新${A}旧${B}`))).toEqual([
    [0, 1, 14],
    [14, 16, 13],
  ]);
});

test('stretches reach back and on as far as the texts agree, and no further', () => {
  // The shared stretch also includes the equal characters (同同同) before A. It ends where the texts differ, before or
  // after A.
  expect(runs(align(`同同同${A}末`, `同同同${A}尾`))).toEqual([[0, 0, 17]]);
  expect(runs(align(`甲${A}末`, `乙${A}尾`))).toEqual([[1, 1, 14]]);
});

test('a piece that either text says twice leads nowhere, and fewer letters than a piece are no stretch', () => {
  expect(runs(align(`${A}甲${A}`, A))).toEqual([]);
  expect(runs(align(A, `${A}甲${A}`))).toEqual([]);
  expect(runs(align('镇里要在六月以', '镇里要在六月以'))).toEqual([]);
  expect(runs(align('镇里要在六月以前', '镇里要在六月以前'))).toEqual([[0, 0, 8]]);
  expect(runs(align('', A))).toEqual([]);
});

test('words are placed with what stays before and after them', () => {
  const alignment = align(`${A}甲${B}`, `新${A}乙${B}`);
  expect(placeIn(alignment, 4, 8)).toEqual({ at: 5, before: 4, after: 6 });
  expect(placeIn(alignment, 0, 14)).toEqual({ at: 1, before: 0, after: 0 });
  expect(placeIn(alignment, 17, 20)).toEqual({ at: 18, before: 2, after: 8 });
  expect(placeIn(alignment, 13, 16)).toBeNull();
  expect(placeIn(alignment, 14, 15)).toBeNull();
});

test('no more than 64 units around words are counted', () => {
  const long = Array.from({ length: 200 }, (_, i) => String.fromCharCode(0x4e00 + i * 7)).join('');
  expect(placeIn(align(long, long), 100, 104)).toEqual({ at: 100, before: 64, after: 64 });
});

test('of two stretches that hold words, the one with more around them counts', () => {
  // The last 子 of A lies in both shared stretches, because 子 also stands before B in the second text.
  const alignment = align(`${A}${B}${C}`, `${A}尾。子${B}${C}`);
  expect(placeIn(alignment, 13, 14)).toMatchObject({ at: 16, before: 0 });
  expect(placeIn(alignment, 12, 13)).toMatchObject({ at: 12, before: 12 });
});

test('a place is others’ own where only other words are carried to it', () => {
  const alignment = align(`${A}甲${B}`, `${B}乙${A}`);
  expect(belongsToOthers(alignment, 2, 6, 99)).toBe(true);
  expect(belongsToOthers(alignment, 2, 6, 17)).toBe(false);
  expect(belongsToOthers(alignment, 12, 15, 99)).toBe(false);
  expect(belongsToOthers(alignment, 16, 20, 2)).toBe(false);
  expect(belongsToOthers(alignment, 16, 20, 3)).toBe(true);
});

test('the place of words that are gone is after what stays before them', () => {
  const alignment = align(`开头${A}甲乙丙`, `${A}丁`);
  expect(placeNear(alignment, 1)).toBeNull();
  expect(placeNear(alignment, 5)).toBe(3);
  expect(placeNear(alignment, 17)).toBe(14);
});

test('words of which at least half is left in one place are carried there', () => {
  const alignment = align(`${A}甲乙丙${B}`, `新${A}丁${B}`);
  expect(mapPassage(alignment, 10, 20)).toEqual({ at: 11, end: 19 });
  expect(mapPassage(alignment, 10, 17)).toEqual({ at: 11, end: 15 });
  expect(mapPassage(alignment, 13, 17)).toBeNull();
  expect(mapPassage(alignment, 14, 17)).toBeNull();
});

test('words whose parts have gone to different places are carried nowhere', () => {
  expect(mapPassage(align(`${A}${B}`, `${B}${A}`), 7, 21)).toBeNull();
  const far = '完'.repeat(40);
  expect(mapPassage(align(`${A}${B}`, `${A}${far}${B}`), 7, 21)).toBeNull();
  expect(mapPassage(align(`${A}${B}`, `${A}${'完'.repeat(15)}${B}`), 7, 21)).toEqual({ at: 7, end: 36 });
});

test('the gap of words lies between the sentences that stay before and after them', () => {
  const [first, last] = [`${A}${B}，共计五项`, `${C}，村里每天派三名志愿者接送二十多名学生`];
  expect([first.length, last.length]).toEqual([32, 32]);
  const before = `${first}甲乙丙丁${last}`;
  expect(gapAround(align(before, `新${first}戊己${last}末`), 33, 35, 68)).toEqual({ start: 33, end: 35 });
  expect(gapAround(align(before, `新${first}`), 33, 35, 33)).toEqual({ start: 33, end: 33 });
  expect(gapAround(align(before, `戊己${last}`), 33, 35, 34)).toEqual({ start: 0, end: 2 });
  expect(gapAround(align(before, '戊己'), 33, 35, 2)).toEqual({ start: 0, end: 2 });
  expect(gapAround(align(before, `${last}戊己${first}`), 33, 35, 66)).toBeNull();
  // A shared stretch of fewer than `SENTENCES` characters may be a repeated phrase, so the gap does not end at it.
  expect(gapAround(align(before, `戊己${first.slice(1)}`), 33, 35, 33)).toEqual({ start: 0, end: 33 });
  expect(gapAround(align(before, `${last.slice(1)}戊己`), 33, 35, 33)).toEqual({ start: 0, end: 33 });
});
