import { expect, test } from 'vitest';
import { foldedOffset, foldText, foldWords, lastAtMost, spanOf, wordsBetween } from './foldedText.ts';

test('white space, zero-width characters and soft hyphens do not count', () => {
  expect(foldWords('逐\u3000座 建\n立\u200b台\u00ad账\ufeff')).toBe('逐座建立台账');
  for (const code of [0x00, 0x20, 0x7f, 0x85, 0xa0, 0xad, 0x1680, 0x180e, 0x2000, 0x200f, 0x2028, 0x202f])
    expect(foldWords(`甲${String.fromCharCode(code)}乙`)).toBe('甲乙');
  for (const code of [0x205f, 0x206f, 0x3000, 0xfe00, 0xfe0f, 0xfeff])
    expect(foldWords(`甲${String.fromCharCode(code)}乙`)).toBe('甲乙');
  for (const code of [0x21, 0x7e, 0xa1, 0x2010, 0x2027, 0x2030, 0x2070, 0x3001, 0xfe10])
    expect(foldWords(`甲${String.fromCharCode(code)}乙`)).toHaveLength(3);
});

test('full and half width are the same, in letters, digits and punctuation', () => {
  expect(foldWords('ＡＢｃ１２，（试行）：；！？')).toBe(foldWords('ABc12,(试行):;!?'));
  expect(foldWords('甲､乙｡')).toBe(foldWords('甲、乙。'));
  expect(foldWords('￥５')).toBe(foldWords('¥5'));
  expect(foldWords('～')).toBe('~');
});

test('quotation marks of either kind are the same', () => {
  const kinds = [
    '“一网通办”',
    '「一网通办」',
    '『一网通办』',
    '"一网通办"',
    '‘一网通办’',
    "'一网通办'",
    '＂一网通办＂',
  ];
  expect([...new Set(kinds.map(foldWords))]).toEqual(['"一网通办"']);
});

test('traditional characters are the same as simplified ones', () => {
  expect(foldWords('責任編輯：陳建國')).toBe(foldWords('责任编辑：陈建国'));
});

test('a folded text leads back to the text as it stands', () => {
  const text = foldText('  河湾 镇\n要 ');
  expect(text.folded).toBe('河湾镇要');
  expect([...text.toRaw]).toEqual([2, 3, 5, 7, 9]);
  expect(spanOf(text, 1, 2)).toEqual({ start: 3, end: 6 });
  expect([0, 2, 3, 4, 5, 6, 7, 8, 9].map((raw) => foldedOffset(text, raw))).toEqual([
    0, 0, 1, 2, 2, 3, 3, 4, 4,
  ]);
});

test('a text longer than one call can take is folded whole', () => {
  const raw = '河湾镇 要'.repeat(5000);
  expect(foldText(raw).folded).toBe('河湾镇要'.repeat(5000));
  expect(foldWords(raw)).toBe('河湾镇要'.repeat(5000));
});

test('unseen stretches are no words, and offsets go past them', () => {
  const text = foldText('甲乙XX丙YY丁', Uint32Array.of(2, 4, 5, 7));
  expect(text.folded).toBe('甲乙丙丁');
  expect([...text.toRaw]).toEqual([0, 1, 4, 7, 8]);
  expect(wordsBetween(text, 0, 8)).toBe('甲乙丙丁');
  expect(wordsBetween(text, 1, 5)).toBe('乙丙');
  expect(wordsBetween(text, 2, 4)).toBe('');
  expect(wordsBetween(text, 3, 6)).toBe('丙');
  expect(wordsBetween(text, 4, 5)).toBe('丙');
  expect(wordsBetween(text, 7, 8)).toBe('丁');
  expect(wordsBetween(foldText('甲乙丙'), 1, 3)).toBe('乙丙');
});

test('unseen stretches at the ends of a text and beside each other', () => {
  expect(foldText('XX甲YY', Uint32Array.of(0, 2, 3, 5)).folded).toBe('甲');
  expect(foldText('XXYY甲', Uint32Array.of(0, 2, 2, 4)).folded).toBe('甲');
  expect(wordsBetween(foldText('XXYY甲', Uint32Array.of(0, 2, 2, 4)), 0, 5)).toBe('甲');
});

test('the last of sorted values that is at most a value', () => {
  const sorted = Uint32Array.of(2, 4, 4, 9);
  expect([1, 2, 3, 4, 8, 9, 10].map((value) => lastAtMost(sorted, value))).toEqual([-1, 0, 0, 2, 2, 3, 3]);
});

test('signs beside those of full width stay what they are', () => {
  expect(foldWords('\uff00\uff5f\uff60')).toBe('\uff00\uff5f\uff60');
  expect(foldWords('\uff01\uff5e')).toBe('!~');
});
