import { describe, expect, test } from 'vitest';
import { inUnits } from './patterns.ts';

describe('a pattern of UTF-16 units finds what its source with the flag u finds', () => {
  const texts = [
    '何苗',
    '李𬍛',
    '〇〇',
    '々',
    '⼀',
    '㐂',
    '豈',
    'ab何',
    'あ',
    '😀',
    '何·苗',
    '(何)',
    '[苗]',
    '1何2',
  ];
  test.each([
    [/^\p{Script=Han}+$/u],
    [/^[\p{Script=Han}·]+$/u],
    [/[^\p{Script=Han}]/u],
    [/^\[\p{Script=Han}\]$/u],
    [/^\([\p{Script=Han}\])]+$/u],
    [/\d\p{Script=Han}(?=\d)/u],
    [/[A-Z]\p{Script=Han}/iu],
  ])('%s', (pattern) => {
    const units = inUnits(pattern);
    expect(units.flags).not.toContain('u');
    for (const text of texts) expect([text, units.test(text)]).toEqual([text, pattern.test(text)]);
  });

  test('keeps its other flags', () => {
    expect(inUnits(/\p{Script=Han}/gu).flags).toBe('g');
  });

  test('counts a character beyond the basic plane as two', () => {
    expect(inUnits(/^\p{Script=Han}{3}$/u).test('李𬍛')).toBe(true);
  });
});
