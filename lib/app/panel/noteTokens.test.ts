import { expect, test } from 'vitest';
import { spent } from '../../../test/support/spent.ts';
import { noteTokens, rawNote } from './noteTokens.ts';

/**
 * A limit in milliseconds of processor time, far above the usual time. Without the limits of `noteTokens`, each note
 * below would take minutes or fail.
 */
const QUICK = 2_000;

test.each([
  ['quotes within quotes', '>'.repeat(3_000)],
  ['quotes with blanks', '> '.repeat(3_000)],
  ['lists within lists', '1. '.repeat(5_000)],
  ['bullets within bullets', '- '.repeat(5_000)],
  [
    'lists that open line by line',
    Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}- a`)
      .join('\n')
      .slice(0, 20_000),
  ],
  ['emphasis that never closes', '*a_'.repeat(6_000)],
  ['brackets that never close', '['.repeat(6_000)],
  ['a whole book', '字'.repeat(30_000)],
])('%s are not rendered, and cost no time', (_, note) => {
  const start = spent();
  expect(noteTokens(note)).toBeNull();
  expect(spent() - start).toBeLessThan(QUICK);
});

test('the worst note that is still rendered takes little time', () => {
  const start = spent();
  expect(noteTokens('*a_'.repeat(750))).not.toBeNull();
  expect(spent() - start).toBeLessThan(QUICK);
});

test('an ordinary note is rendered', () => {
  const note = '**六月**核对进度\n\n- 一\n  - 二\n\n> 见 [方案](https://example.org/)';
  expect(noteTokens(note)?.map(({ type }) => type)).toEqual([
    'paragraph',
    'space',
    'list',
    'space',
    'blockquote',
  ]);
});

test('a text as it was written is cut at what a page can show', () => {
  expect(rawNote('>'.repeat(3_000))).toBe('>'.repeat(3_000));
  expect(rawNote('字'.repeat(30_000))).toHaveLength(20_001);
});

test('a line break in a note is one, as it was typed', () => {
  expect(JSON.stringify(noteTokens('甲\n乙'))).toContain('"type":"br"');
});
