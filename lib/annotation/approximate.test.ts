import { expect, test } from 'vitest';
import { findSimilar } from './approximate.ts';
import type { FoldedQuote } from './context.ts';

const letters = (from: number, n: number) =>
  Array.from({ length: n }, (_, i) => String.fromCharCode(0x4e00 + (from + i) * 3)).join('');
const BEFORE = letters(0, 32);
const AFTER = letters(100, 32);
const WORDS = letters(200, 20);
const quote = (exact = WORDS): FoldedQuote => ({ exact, prefix: BEFORE, suffix: AFTER });
const lead = letters(5000, 50);
const like = (text: string, exact = WORDS) => {
  const found = findSimilar(text, quote(exact));
  return found && text.slice(found.at, found.end);
};
/** Replaces `n` characters of the words with others, from the offset `at` on. */
const edited = (words: string, at: number, n: number) =>
  words.slice(0, at) + letters(7000, n) + words.slice(at + n);

test('words of which a fifth differs are found in their context', () => {
  const four = edited(WORDS, 8, 4);
  expect(like(`${lead}${BEFORE}${four}${AFTER}${lead}`)).toBe(four);
  expect(like(`${lead}${BEFORE}${edited(WORDS, 8, 5)}${AFTER}${lead}`)).toBeNull();
});

test('words with letters more or fewer are found whole', () => {
  const more = `${WORDS.slice(0, 10)}新增${WORDS.slice(10)}`;
  expect(like(`${lead}${BEFORE}${more}${AFTER}`)).toBe(more);
  const fewer = WORDS.slice(0, 9) + WORDS.slice(12);
  expect(like(`${lead}${BEFORE}${fewer}${AFTER}`)).toBe(fewer);
});

test('fewer than eight letters resemble others by chance, more than 4,000 are not compared', () => {
  const eight = letters(200, 8);
  expect(like(`${BEFORE}${edited(eight, 3, 1)}${AFTER}`, eight)).toBe(edited(eight, 3, 1));
  const seven = letters(200, 7);
  expect(like(`${BEFORE}${edited(seven, 3, 1)}${AFTER}`, seven)).toBeNull();
  const long = letters(0, 4001);
  expect(like(`${BEFORE}${long}${AFTER}`, long)).toBeNull();
  expect(like(`${BEFORE}${long.slice(1)}${AFTER}`, long.slice(1))).toBe(long.slice(1));
});

test('like words in a strange context are another sentence, unless they are long and nearly the same', () => {
  const one = edited(WORDS, 8, 1);
  expect(like(`${lead}${one}${lead}`)).toBeNull();
  expect(like(`${lead}${BEFORE.slice(-20)}${one}${lead}`)).toBe(one);
  const long = letters(200, 40);
  expect(like(`${lead}${edited(long, 8, 4)}${lead}`, long)).toBe(edited(long, 8, 4));
  expect(like(`${lead}${edited(long, 8, 5)}${lead}`, long)).toBeNull();
  const less = letters(200, 39);
  expect(like(`${lead}${edited(less, 8, 1)}${lead}`, less)).toBeNull();
});

test('two places that compete are none, and one that is taken does not compete', () => {
  const place = `${BEFORE}${edited(WORDS, 8, 1)}${AFTER}`;
  const text = `${place}${lead}${place}`;
  expect(like(text)).toBeNull();
  const found = findSimilar(text, quote(), (at) => at < 100);
  expect(found).toEqual({ at: 84 + 50 + 32, end: 84 + 50 + 52 });
  expect(like(`${lead}${edited(WORDS, 8, 3)}${lead}${place}`)).toBe(edited(WORDS, 8, 1));
});

test('a text without any piece of the words holds nothing like them', () => {
  expect(like(lead.repeat(20))).toBeNull();
  expect(like('')).toBeNull();
});
