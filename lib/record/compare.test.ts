import { expect, test } from 'vitest';
import { compareTexts, type Part } from './compare.ts';

const before = '会议强调，要守住底线。\n6月底前完成整治。\n出席会议的有各镇负责人。';
const oldWords = (parts: ReturnType<typeof compareTexts>) =>
  parts.map((part) => (part.kind === 'added' ? '' : before.slice(part.start, part.end))).join('');

test('the same text is one part', () => {
  expect(compareTexts(before, before)).toEqual([{ kind: 'same', start: 0, end: before.length }]);
});

test('a changed word is removed and added, and the rest stays', () => {
  const after = before.replace('6月', '9月');
  const parts = compareTexts(before, after);
  expect(oldWords(parts)).toBe(before);
  expect(parts.filter(({ kind }) => kind !== 'same').map(({ kind }) => kind)).toEqual(['removed', 'added']);
  const removed = parts.find((part): part is Part & { kind: 'removed' } => part.kind === 'removed')!;
  expect(before.slice(removed.start, removed.end)).toContain('6');
  expect(removed.end - removed.start).toBeLessThan(4);
});

test('a paragraph put in and one taken out', () => {
  const after = '新增一段。\n会议强调，要守住底线。\n出席会议的有各镇负责人。';
  const parts = compareTexts(before, after);
  expect(oldWords(parts)).toBe(before);
  expect(parts[0]).toEqual({ kind: 'added', at: 0, words: '新增一段。\n' });
  expect(
    parts.some((part) => part.kind === 'removed' && before.slice(part.start, part.end).includes('整治')),
  ).toBe(true);
});

test('an empty text on either side', () => {
  expect(compareTexts('', '新')).toEqual([{ kind: 'added', at: 0, words: '新' }]);
  expect(compareTexts('旧', '')).toEqual([{ kind: 'removed', start: 0, end: 1 }]);
});
