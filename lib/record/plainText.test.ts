import { expect, test } from 'vitest';
import { plainFields, plainText } from './plainText.ts';

test.each([
  ['bidirectional controls', '\u202E江河\u202C\u2066泵站\u2069\u200F', '江河泵站'],
  ['controls', 'a\0b\x1B[31m\x7F\x85c', 'ab[31mc'],
  ['zero width', '水\u200B务\uFEFF\u2060局\u00AD', '水务局'],
  ['a joiner between words', '水\u200D务', '水务'],
  ['tags', `水${String.fromCodePoint(0xe0041)}务`, '水务'],
  ['half a character', '水\uD800务\uDC00', '水\uFFFD务\uFFFD'],
])('%s go', (_, hostile, plain) => {
  expect(plainText(hostile)).toBe(plain);
});

test.each(['a\tb\r\nc', '👨\u200D👩\u200D👧', '👩🏽\u200D🚒', '𠮷野家', '（一）　要点“甲”', ''])(
  '%j stays',
  (text) => {
    expect(plainText(text)).toBe(text);
  },
);

test('every string of a value is plain', () => {
  expect(plainFields({ a: ['\u202E甲', null, 3, true], b: { c: '乙\0' } })).toEqual({
    a: ['甲', null, 3, true],
    b: { c: '乙' },
  });
});

test.each(['👨\u200D水', '水\u200D👨', '👨\u200D'])(
  'a joiner with a picture on one side only goes: %j',
  (text) => {
    expect(plainText(text)).toBe(text.replace('\u200D', ''));
  },
);
