import { expect, test } from 'vitest';
import { mergeText } from './mergeText.ts';

test.each([
  ['nobody else has written', '先办', '先办，再报', '先办', '先办，再报'],
  ['nothing was typed here', '先办', '先办', '缓办', '缓办'],
  ['both have typed the same', '先办', '先办。', '先办。', '先办。'],
  ['one before the other', '甲。乙。', '甲一。乙。', '甲。乙二。', '甲一。乙二。'],
  ['the other before the one', '甲。乙。', '甲。乙二。', '甲一。乙。', '甲一。乙二。'],
  ['both at the same place', '甲', '甲乙', '甲丙', '甲丙乙'],
  ['both into an empty note', '', '乙', '丙', '丙乙'],
  ['the same words', '先办此事', '缓办此事', '速办此事', '速办此事\n\n缓办此事'],
  ['one has taken all away', '先办此事', '先办此事。', '', '。'],
  ['characters of two units', '😀', '😁', '😀😀', '😁😀'],
])('%s', (_, base, mine, theirs, both) => {
  expect(mergeText(base, mine, theirs)).toBe(both);
});

test('no letter of either is lost, wherever they were typed', () => {
  const base = '各街道月底前报送台账';
  for (let a = 0; a <= base.length; a++)
    for (let b = 0; b <= base.length; b++) {
      const [mine, theirs] = [
        `${base.slice(0, a)}甲${base.slice(a)}`,
        `${base.slice(0, b)}乙${base.slice(b)}`,
      ];
      const both = mergeText(base, mine, theirs);
      expect([...both].filter((one) => one === '甲' || one === '乙')).toHaveLength(2);
      expect(both.replace(/[甲乙]/g, '')).toBe(base);
    }
});

test.each([
  ['a character beside its like', '😀甲', '😁甲', '😀甲乙', '😁甲乙'],
  ['a character put before its like', '😁', '😀😁', '😁乙', '😀😁乙'],
  ['one unit that differs at the end', '甲😀', '甲😁', '乙甲😀', '乙甲😁'],
  ['letters put in twice', '甲甲', '甲甲甲', '乙甲甲', '乙甲甲甲'],
  ['one shorter than the other', '甲乙丙', '甲', '丁甲乙丙', '丁甲'],
])('%s is kept whole', (_, base, mine, theirs, both) => {
  const merged = mergeText(base, mine, theirs);
  expect(merged).toBe(both);
  expect(merged.isWellFormed()).toBe(true);
});
