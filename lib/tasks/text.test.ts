import { describe, expect, it } from 'vitest';
import { numeral } from '../chinese/numerals.ts';
import { clausesOf, paragraphsOf, sentencesOf, trimSpan } from './paragraphs.ts';
import type { Span } from './schema.ts';

const whole = (text: string): Span => ({ start: 0, end: text.length });
const words = (text: string, spans: Span[]) => spans.map(({ start, end }) => text.slice(start, end));

describe('Numerals', () => {
  it.each([
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十一', 21],
    ['一百零五', 105],
    ['两', 2],
    ['21', 21],
    ['③', 3],
    ['要', null],
    ['', null],
  ])('%s → %s', (text, value) => {
    expect(numeral(text)).toBe(value);
  });
});

describe('Sentences and clauses', () => {
  it('are not cut within quotations that close', () => {
    const text = '他说“要快。要稳。”要抓好落实。';
    expect(words(text, sentencesOf(text, whole(text)))).toEqual(['他说“要快。要稳。”', '要抓好落实。']);
  });
  it('are cut all the same where a quotation does not close', () => {
    const text = '他说“要快。要稳。';
    expect(words(text, sentencesOf(text, whole(text)))).toHaveLength(2);
  });
  it('take the brackets behind them', () => {
    const text = '抓好落实。（市教育局负责）完善机制。';
    expect(words(text, sentencesOf(text, whole(text)))[0]).toBe('抓好落实。');
    expect(words('要快，要稳；', clausesOf('要快，要稳；', whole('要快，要稳；')))).toEqual([
      '要快，',
      '要稳；',
    ]);
  });
  it('come from lines that hold something', () => {
    expect(words('甲\n\n \n乙', paragraphsOf('甲\n\n \n乙'))).toEqual(['甲', '乙']);
    expect(trimSpan('，要快。 ', whole('，要快。 '))).toEqual({ start: 1, end: 3 });
  });
});
