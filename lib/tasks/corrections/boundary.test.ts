import { expect, test } from 'vitest';
import { nudge, surroundings } from './boundary.ts';

const text =
  '会上作了部署。要查清底数，列出清单。要抓紧整改；“谁主管、谁负责。”\n各街道月底前报送。另有安排。';
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const wordsOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test('the end moves by a clause, over the stop that a task does not end with', () => {
  const longer = nudge(text, spanOf('要查清底数'), 'end', 1);
  expect(wordsOf(longer)).toBe('要查清底数，列出清单');
  expect(wordsOf(nudge(text, longer, 'end', 1))).toBe('要查清底数，列出清单。要抓紧整改');
  expect(wordsOf(nudge(text, longer, 'end', -1))).toBe('要查清底数');
});

test('the beginning moves by a clause, and a quotation is not cut from its stop', () => {
  expect(wordsOf(nudge(text, spanOf('列出清单'), 'start', -1))).toBe('要查清底数，列出清单');
  expect(wordsOf(nudge(text, spanOf('要查清底数，列出清单'), 'start', 1))).toBe('列出清单');
  expect(wordsOf(nudge(text, spanOf('要抓紧整改；“谁主管、'), 'end', 1))).toBe(
    '要抓紧整改；“谁主管、谁负责。”',
  );
});

test('a span never becomes empty nor leaves the text', () => {
  const clause = spanOf('要查清底数');
  expect(nudge(text, clause, 'end', -1)).toEqual(clause);
  expect(nudge(text, clause, 'start', 1)).toEqual(clause);
  const first = spanOf('会上作了部署');
  expect(nudge(text, first, 'start', -1)).toEqual(first);
  const last = spanOf('另有安排');
  expect(nudge(text, last, 'end', 1)).toEqual(last);
});

test('from every place, steps forward reach the end of the text and steps back its beginning', () => {
  for (let start = 0; start < text.length; start++) {
    let span = { start, end: start + 1 };
    for (let steps = 0; steps < text.length; steps++) span = nudge(text, span, 'end', 1);
    expect(text.length - span.end).toBeLessThanOrEqual(1);
    for (let steps = 0; steps < text.length; steps++) span = nudge(text, span, 'start', -1);
    expect(span.start).toBe(0);
  }
});

test('the surroundings are whole sentences on either side', () => {
  expect(wordsOf(surroundings(text, spanOf('列出清单'), 1))).toBe(
    '要查清底数，列出清单。要抓紧整改；“谁主管、谁负责。',
  );
  expect(surroundings(text, { start: 0, end: text.length })).toEqual({ start: 0, end: text.length });
});
