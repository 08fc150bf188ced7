import { expect, test } from 'vitest';
import { compareTexts } from '../../record/compare.ts';
import { differencesOf } from './differences.ts';

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `第${from + i}项要求。`).join('\n');

/** What a comparison shows: each piece with its words. */
function shown(before: string, after: string) {
  const { pieces, count } = differencesOf(before, compareTexts(before, after));
  const words = pieces.map((piece) =>
    piece.kind === 'change'
      ? piece.parts.map((part) =>
          part.kind === 'added' ? `+${part.words}` : `-${before.slice(part.start, part.end)}`,
        )
      : `${piece.kind} ${before.slice(piece.start, piece.end)}`,
  );
  return { words, count, pieces };
}

test('added and removed words that follow each other are one change', () => {
  const { words, count } = shown('要检查管网，再清淤。', '要巡查管网，再清淤两次。');
  expect(count).toBe(2);
  expect(words).toEqual(['same 要', ['-检查', '+巡查'], 'same 管网，再清淤', ['+两次'], 'same 。']);
});

test('long unchanged stretches are folded, except for the paragraphs next to a change', () => {
  const before = lines(1, 20);
  const after = before.replace('第1项', '首项').replace('第12项', '另一项');
  const { pieces, words, count } = shown(before, after);
  expect(count).toBe(2);
  const folds = pieces.filter(({ kind }) => kind === 'folded');
  expect(folds).toMatchObject([{ paragraphs: 8 }, { paragraphs: 7 }]);
  expect(words.filter((one) => String(one).startsWith('folded'))).toEqual([
    `folded ${lines(3, 10)}\n`,
    `folded ${lines(14, 20)}`,
  ]);
});

test('a change is reached from a fold at the beginning, and two paragraphs are not worth a fold', () => {
  const before = lines(1, 6);
  expect(shown(before, before.replace('第6项', '末项')).words[0]).toBe(`folded ${lines(1, 4)}\n`);
  const few = lines(1, 4);
  expect(shown(few, few.replace('第4项', '末项')).pieces.map(({ kind }) => kind)).toEqual([
    'same',
    'change',
    'same',
  ]);
});

test('all pieces together are the whole old text', () => {
  const before = `${lines(1, 9)}\n\n${lines(10, 30)}\n`;
  const after = before.replace('第5项要求。\n', '').replace('第9项', '要务').replace('第30项', '末项');
  const { pieces } = differencesOf(before, compareTexts(before, after));
  const whole = pieces.flatMap((piece) =>
    piece.kind === 'change'
      ? piece.parts.flatMap((part) => (part.kind === 'added' ? [] : [before.slice(part.start, part.end)]))
      : [before.slice(piece.start, piece.end)],
  );
  expect(whole.join('')).toBe(before);
});

test('texts that say the same have no change', () => {
  expect(shown('要清淤。', '要清淤。')).toMatchObject({ count: 0 });
  expect(differencesOf('', [])).toEqual({ pieces: [], count: 0 });
});
