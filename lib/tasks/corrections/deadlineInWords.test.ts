import { expect, test } from 'vitest';
import { deadlineInWords } from './deadlineInWords.ts';

test.each([
  ['年底前', '2025-12-31', null, null],
  ['6月30日', '2025-06-30', null, null],
  ['两年内', '2027-03-12', '2025-03-12', null],
  ['每季度末', null, null, 'quarter'],
])('a deadline that is typed is read as in a text: %s', (words, date, from, every) => {
  expect(deadlineInWords(words, '2025-03-12')).toEqual({ text: words, date, from, every });
});

test.each(['', '尽快', '年底前先', '请在年底前', '年底前，两年内'])('%j is no deadline', (words) => {
  expect(deadlineInWords(words, '2025-03-12')).toBeNull();
});
