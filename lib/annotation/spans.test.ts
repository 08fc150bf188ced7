import { expect, test } from 'vitest';
import { foldText } from './foldedText.ts';
import { areNeighbours, areSameWords, joined, nextTo, withEnd, withEndMoved, wordsIn } from './spans.ts';

//                     0 1 2 3 4 5 6 7 8 9   offsets of the characters below
const text = foldText(' 镇里要\n清淤，留影');
const span = (start: number, end: number) => ({ start, end });

test('a stretch begins and ends at a word', () => {
  expect(wordsIn(text, span(0, 5))).toEqual(span(1, 4));
  expect(wordsIn(text, span(4, 6))).toEqual(span(5, 6));
  expect(wordsIn(text, span(4, 5))).toBeNull();
  expect(wordsIn(text, span(3, 3))).toBeNull();
  expect(wordsIn(text, span(3, 1))).toBeNull();
});

test('stretches that differ by white space only hold the same words', () => {
  expect(areSameWords(text, span(1, 4), span(0, 5))).toBe(true);
  expect(areSameWords(text, span(1, 4), span(1, 6))).toBe(false);
  expect(areSameWords(text, span(1, 4), span(2, 4))).toBe(false);
  expect(areSameWords(text, span(0, 1), span(0, 1))).toBe(false);
  expect(areSameWords(text, span(1, 2), span(0, 1))).toBe(false);
});

test('an end that is put elsewhere extends or shortens a stretch', () => {
  expect(withEnd(text, span(1, 3), 'end', 7)).toEqual(span(1, 7));
  expect(withEnd(text, span(1, 7), 'end', 5)).toEqual(span(1, 4));
  expect(withEnd(text, span(5, 7), 'start', 4)).toEqual(span(5, 7));
  expect(withEnd(text, span(5, 7), 'start', 2)).toEqual(span(2, 7));
  expect(withEnd(text, span(5, 7), 'start', 7)).toBeNull();
  expect(withEnd(text, span(5, 7), 'end', 99)).toEqual(span(5, 10));
  expect(withEnd(text, span(5, 7), 'start', -3)).toEqual(span(1, 7));
});

test('an end is moved by characters that count', () => {
  expect(withEndMoved(text, span(1, 3), 'end', 1)).toEqual(span(1, 4));
  expect(withEndMoved(text, span(1, 4), 'end', 1)).toEqual(span(1, 6));
  expect(withEndMoved(text, span(1, 6), 'end', -1)).toEqual(span(1, 4));
  expect(withEndMoved(text, span(1, 2), 'end', -1)).toBeNull();
  expect(withEndMoved(text, span(5, 7), 'start', -1)).toEqual(span(3, 7));
  expect(withEndMoved(text, span(3, 7), 'start', 1)).toEqual(span(5, 7));
  expect(withEndMoved(text, span(3, 7), 'start', 0)).toEqual(span(3, 7));
});

test('an end stops at the ends of the text', () => {
  expect(withEndMoved(text, span(2, 7), 'start', -9)).toEqual(span(1, 7));
  expect(withEndMoved(text, span(2, 7), 'end', 9)).toEqual(span(2, 10));
  expect(withEndMoved(text, span(1, 3), 'end', -9)).toBeNull();
});

test('a character of two units is moved over as one', () => {
  const rare = foldText('甲𠮷乙');
  expect(withEndMoved(rare, span(0, 1), 'end', 1)).toEqual(span(0, 3));
  expect(withEndMoved(rare, span(0, 3), 'end', -1)).toEqual(span(0, 1));
  expect(withEndMoved(rare, span(1, 4), 'start', 1)).toEqual(span(3, 4));
});

test('neighbours overlap or have only white space between them', () => {
  expect(areNeighbours(text, span(1, 4), span(5, 7))).toBe(true);
  expect(areNeighbours(text, span(5, 7), span(1, 4))).toBe(true);
  expect(areNeighbours(text, span(1, 3), span(2, 4))).toBe(true);
  expect(areNeighbours(text, span(1, 3), span(5, 7))).toBe(false);
  expect(areNeighbours(text, span(5, 7), span(1, 3))).toBe(false);
});

test('stretches are joined with what stands between them', () => {
  expect(joined(text, [span(5, 7), span(1, 3), span(2, 4)])).toEqual(span(1, 7));
  expect(joined(text, [span(4, 5), span(4, 4)])).toBeNull();
});

test('the next stretch is the nearest on its side', () => {
  const [a, b, c, d] = [span(1, 3), span(1, 4), span(5, 7), span(8, 9)];
  const all = [d, a, c, b];
  expect(nextTo(b, all, 'after')).toBe(c);
  expect(nextTo(c, all, 'after')).toBe(d);
  expect(nextTo(d, all, 'after')).toBeNull();
  expect(nextTo(d, all, 'before')).toBe(c);
  expect(nextTo(b, all, 'before')).toBe(a);
  expect(nextTo(a, all, 'before')).toBeNull();
  expect(nextTo(a, all, 'after')).toBe(b);
});

test('a character of the private area is moved over by itself', () => {
  const odd = foldText('甲\ue000乙\uf8ff丙');
  expect(withEndMoved(odd, span(0, 1), 'end', 1)).toEqual(span(0, 2));
  expect(withEndMoved(odd, span(0, 2), 'end', 1)).toEqual(span(0, 3));
  expect(withEndMoved(odd, span(0, 3), 'end', 1)).toEqual(span(0, 4));
  expect(withEndMoved(odd, span(0, 5), 'start', 1)).toEqual(span(1, 5));
});
