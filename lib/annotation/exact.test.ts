import { expect, test } from 'vitest';
import type { FoldedQuote } from './context.ts';
import { chooseExact, isQuoteAt } from './exact.ts';

/** `n` different characters. `from` is the number of the first one. */
const filler = (from: number, n: number) =>
  Array.from({ length: n }, (_, i) => String.fromCharCode(0x4e00 + (from + i) * 3)).join('');
const WORDS = '雨水篦子';
const BEFORE = filler(0, 32);
const AFTER = filler(100, 32);
const quote = (more: Partial<FoldedQuote> = {}): FoldedQuote => ({
  exact: WORDS,
  prefix: BEFORE,
  suffix: AFTER,
  ...more,
});
const other = (n: number) => filler(1000 + n * 50, 40);

test('a quote stands at an offset with all that was around it', () => {
  const text = `${BEFORE}${WORDS}${AFTER}`;
  expect(isQuoteAt(text, quote(), 32)).toBe(true);
  expect(isQuoteAt(text, quote(), 31)).toBe(false);
  expect(isQuoteAt(text.slice(1), quote(), 31)).toBe(false);
  expect(isQuoteAt(`${text.slice(0, -1)}末`, quote(), 32)).toBe(false);
  expect(isQuoteAt(text, quote({ prefix: '' }), 32)).toBe(true);
  expect(isQuoteAt(text, quote({ prefix: '', exact: BEFORE[0]!, suffix: BEFORE[1]! }), 0)).toBe(true);
});

test('words in their own context are sure, words that are nowhere are none', () => {
  const text = `${other(1)}${BEFORE}${WORDS}${AFTER}`;
  expect(chooseExact(text, quote(), null)).toEqual({ at: 72, sure: true });
  expect(chooseExact(other(1), quote(), null)).toBe('none');
  expect(chooseExact(text, quote({ exact: '' }), null)).toBe('none');
  expect(chooseExact(text, quote(), null, () => true)).toBe('none');
});

test('short words need three quarters of their context to be sure, six tenths to be confirmed', () => {
  // `n` of the 32 characters of the suffix are left. The whole context has 64 characters.
  const left = (n: number) => `${other(1)}${BEFORE}${WORDS}${AFTER.slice(0, n)}${other(2)}`;
  expect(chooseExact(left(16), quote(), null)).toEqual({ at: 72, sure: true });
  expect(chooseExact(left(15), quote(), null)).toEqual({ at: 72, sure: false });
  expect(chooseExact(left(7), quote(), null)).toEqual({ at: 72, sure: false });
  expect(chooseExact(left(6), quote(), null)).toBe('unsure');
});

test('longer words need less, and the longest are to be confirmed in any company', () => {
  const left = (length: number, n: number) => {
    const exact = filler(300, length);
    const text = `${other(1)}${exact}${AFTER.slice(0, n)}${other(2)}`;
    return chooseExact(text, quote({ exact }), null);
  };
  expect(left(12, 16)).toEqual({ at: 40, sure: false });
  expect(left(12, 15)).toBe('unsure');
  expect(left(11, 16)).toBe('unsure');
  expect(left(24, 0)).toEqual({ at: 40, sure: false });
  expect(left(23, 0)).toBe('unsure');
  // With 24 matching characters of context on one side, words of 12 characters are a doubtful match, and words of 24
  // characters are a sure match.
  expect(left(12, 24)).toEqual({ at: 40, sure: false });
  expect(left(24, 24)).toEqual({ at: 40, sure: true });
  expect(left(24, 23)).toEqual({ at: 40, sure: false });
});

test('words of some length are sure in six tenths of their context', () => {
  const exact = filler(300, 12);
  const left = (n: number) => `${other(1)}${BEFORE}${exact}${AFTER.slice(0, n)}${other(2)}`;
  expect(chooseExact(left(7), quote({ exact }), null)).toEqual({ at: 72, sure: true });
  expect(chooseExact(left(6), quote({ exact }), null)).toEqual({ at: 72, sure: false });
});

test('of two places the one in the better context counts, to be confirmed where the other is in half of it', () => {
  const own = `${BEFORE}${WORDS}${AFTER}`;
  const partly = (n: number) => `${other(1)}${WORDS}${AFTER.slice(0, n)}${other(2)}`;
  expect(chooseExact(`${partly(32)}${own}`, quote(), null)).toEqual({ at: 148, sure: true });
  const spoilt = `${BEFORE}${WORDS}${AFTER.slice(0, 28)}`;
  expect(chooseExact(`${spoilt}${partly(0)}`, quote(), null)).toEqual({ at: 32, sure: true });
  expect(chooseExact(`${spoilt}${partly(28)}`, quote(), null)).toEqual({ at: 32, sure: false });
});

test('of places in like contexts the one where the words were counts', () => {
  const own = `${BEFORE}${WORDS}${AFTER}`;
  const twice = `${own}${own}`;
  expect(chooseExact(twice, quote(), null)).toBe('unsure');
  expect(chooseExact(twice, quote(), 32)).toEqual({ at: 32, sure: true });
  expect(chooseExact(twice, quote(), 100)).toEqual({ at: 100, sure: true });
  expect(chooseExact(twice, quote(), 90)).toEqual({ at: 100, sure: false });
  expect(chooseExact(twice, quote(), 66)).toBe('unsure');
  expect(chooseExact(`${other(1).repeat(6)}${twice}`, quote(), 32)).toBe('unsure');
});

test('of a text printed twice the nearer copy is sure', () => {
  const long = quote({ prefix: filler(2000, 200), suffix: filler(3000, 200) });
  const own = `${long.prefix}${WORDS}${long.suffix}`;
  expect(chooseExact(`新${own}${own}`, long, 200)).toEqual({ at: 201, sure: true });
  expect(chooseExact(`新${own}${own}`, long, 600)).toEqual({ at: 605, sure: true });
  const shorter = quote({ prefix: filler(2000, 199), suffix: filler(3000, 200) });
  const less = `${shorter.prefix}${WORDS}${shorter.suffix}`;
  expect(chooseExact(`新${less}${less}`, shorter, 199)).toEqual({ at: 200, sure: false });
});

test('words with a twin in a like context need three quarters of theirs', () => {
  const exact = filler(300, 12);
  const suffix = filler(100, 64);
  const left = (n: number) => `${other(1)}${BEFORE}${exact}${suffix.slice(0, n)}${other(2)}`;
  expect(chooseExact(left(40), quote({ exact, suffix }), null)).toEqual({ at: 72, sure: true });
  expect(chooseExact(left(39), quote({ exact, suffix }), null)).toEqual({ at: 72, sure: false });
});

test('of rivals the one that stands where the words were described is chosen, sure by three quarters of its context', () => {
  // Both places have the same share of the context: the whole prefix, and `n` characters of the suffix.
  const place = (n: number, seed: number) => `${BEFORE}${WORDS}${AFTER.slice(0, n)}${other(seed)}`;
  const twice = (n: number) => `${other(1)}${place(n, 2)}${place(n, 3)}`;
  expect(chooseExact(twice(16), quote(), 72)).toEqual({ at: 72, sure: true });
  expect(chooseExact(twice(15), quote(), 72)).toEqual({ at: 72, sure: false });
  expect(chooseExact(twice(15), quote(), null)).toBe('unsure');
});
