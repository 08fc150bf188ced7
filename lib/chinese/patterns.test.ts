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
    '😀何',
    '何😀',
    '李𬍛何',
    '1𬍛2',
  ];
  test.each([
    [/^\p{Script=Han}+$/u],
    [/^[\p{Script=Han}·]+$/u],
    [/(?<!\p{Script=Han})何/u],
    [/^[\p{Script=Han}\s]{2,3}$/u],
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

  test('takes no half of a sign before or behind Han characters', () => {
    const units = inUnits(/\p{Script=Han}+/u);
    const found = (text: string) => units.exec(text)![0];
    expect(['🔴青政发', '青政发🔴', '🔴𬍛🔴'].map(found)).toEqual(['青政发', '青政发', '𬍛']);
  });
});
