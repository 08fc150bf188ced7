import { expect, test } from 'vitest';
import { foldText } from './foldedText.ts';
import { eachPiece, PIECE, tableSize } from './pieces.ts';
import { isUnique } from './unique.ts';

const letters = (n: number) => Array.from({ length: n }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');

test('a stretch is unique where the text says it nowhere else', () => {
  // Asks the same questions many times. At first, `isUnique` searches the text. Later, it answers from an index of
  // short pieces.
  const text = foldText(`${letters(20)}甲${letters(20)}`);
  for (let asked = 0; asked < 20; asked++) {
    expect(isUnique(text, 0, 20)).toBe(false);
    expect(isUnique(text, 0, 21)).toBe(true);
    expect(isUnique(text, 20, 21)).toBe(true);
    expect(isUnique(text, 19, 21)).toBe(true);
    expect(isUnique(text, 3, 5)).toBe(false);
    expect(isUnique(text, 12, 29)).toBe(true);
  }
});

test('a stretch that reaches beyond the text is cut at its ends', () => {
  const text = foldText('甲乙甲');
  expect(isUnique(text, -5, 2)).toBe(true);
  expect(isUnique(text, -5, 1)).toBe(false);
  expect(isUnique(text, 1, 99)).toBe(true);
  expect(isUnique(text, 2, 99)).toBe(false);
});

test('the pieces of a text have one hash each, wherever they stand', () => {
  const hashes = (text: string, from = 0, to = text.length) => {
    const found: [hash: number, at: number][] = [];
    eachPiece(text, from, to, (hash, at) => void found.push([hash, at]));
    return found;
  };
  const once = hashes(letters(12));
  expect(once.map(([, at]) => at)).toEqual([0, 1, 2, 3, 4]);
  expect(new Set(once.map(([hash]) => hash)).size).toBe(5);
  expect(
    hashes(`前言${letters(12)}`)
      .slice(2)
      .map(([hash]) => hash),
  ).toEqual(once.map(([hash]) => hash));
  expect(hashes(letters(30), 2, 2 + PIECE)).toEqual([[once[2]![0], 2]]);
  expect(hashes(letters(PIECE - 1))).toEqual([]);
});

test('the pieces end where the caller has seen enough', () => {
  const seen: number[] = [];
  eachPiece(letters(30), 0, 30, (_, at) => {
    seen.push(at);
    return at === 2;
  });
  expect(seen).toEqual([0, 1, 2]);
});

test('a table is a power of two with room for its pieces', () => {
  expect(tableSize(0, 2)).toBe(64);
  expect(tableSize(32, 2)).toBe(128);
  expect(tableSize(33, 2)).toBe(256);
  expect(tableSize(1000, 4)).toBe(4096);
});
