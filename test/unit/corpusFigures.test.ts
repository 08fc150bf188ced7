import { expect, test } from 'vitest';
import { belowExpected, figuresOf } from '../support/corpusFigures.ts';

const summary = {
  pages: 3,
  tasks: {
    predicted: 9,
    f1: 0.9,
    recallByForm: { ordinal: '4/5' },
    announcedInvented: 2,
    responsibleShownWrong: '1/7',
    speaker: null,
  },
  fields: { title: '3/3 right, 1/2 invented' },
};

test('what is wrong counts below zero, and what nobody measured is no figure', () => {
  expect(figuresOf(summary)).toEqual({
    pages: 3,
    'tasks.f1': 0.9,
    'tasks.recallByForm.ordinal': 4,
    'tasks.announcedInvented': -2,
    'tasks.responsibleShownWrong': -1,
    'fields.title.right': 3,
    'fields.title.invented': -1,
  });
});

test('a lower figure and a missing one are named, a higher one is not', () => {
  expect(belowExpected({ a: 1, b: -2, c: 3 }, { a: 1, b: -1 })).toEqual(['c: gone, at least 3 was expected']);
  expect(belowExpected({ a: 1, b: 0 }, { a: 0.5, b: -1 })).toEqual([
    'a: 0.5, at least 1 was expected',
    'b: -1, at least 0 was expected',
  ]);
});
