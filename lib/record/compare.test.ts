import type { diffArrays } from 'diff';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { compareTexts, type Part } from './compare.ts';

const count = vi.hoisted(() => ({ comparisons: 0 }));
vi.mock('diff', async (original) => {
  const { diffArrays: own } = await original<{ diffArrays: typeof diffArrays }>();
  const comparator = (one: string, other: string) => {
    count.comparisons++;
    return one === other;
  };
  return {
    diffArrays: (before: string[], after: string[], options: object) =>
      own(before, after, { ...options, comparator }),
  };
});
afterEach(() => {
  vi.restoreAllMocks();
});

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

describe('a long text is compared in bounded steps', () => {
  // Takes letters in a fixed pseudo-random order, so that paragraphs have few words in common.
  let last = 7;
  const letters = [...'会议强调守住底线完成整治出席各镇负责人政府发展改革落实推进工程建设管理单位项目资金'];
  const paragraph = (length: number) =>
    Array.from({ length }, () => {
      last = (last * 1_103_515_245 + 12_345) % 2 ** 31;
      return letters[last % letters.length];
    }).join('');
  const paragraphs = (count: number, length: number) =>
    Array.from({ length: count }, () => `${paragraph(length)}。\n`);
  const law = paragraphs(1000, 60);
  const cases: [string, string[], string[]][] = [
    ['one word in each paragraph', law.map((one) => `甲${one}`), law.map((one) => `乙${one}`)],
    ['every third paragraph', law, law.map((one, i) => (i % 3 ? one : paragraph(60)))],
    ['every paragraph', law, paragraphs(1000, 60)],
    ['many short lines', paragraphs(16_000, 10), paragraphs(16_000, 10)],
    ['one paragraph without a stop', [paragraph(100_000)], [paragraph(100_000)]],
    [
      'places far apart',
      law.slice(0, 50).map((one) => `${paragraph(2000)}\n${one}`),
      law.slice(0, 50).map((one) => `${paragraph(2000)}\n${one}`),
    ],
  ];
  test.each(cases)('%s', { timeout: 60_000 }, (_, before, after) => {
    const [old, now] = [before.join(''), after.join('')];
    const segmented = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    count.comparisons = 0;
    const parts = compareTexts(old, now);
    expect(count.comparisons).toBeLessThan(10_000_000);
    // For each word that it finds, V8's word segmenter copies its whole input. So the time for a long input would grow
    // with the square of its length.
    expect(Math.max(0, ...segmented.mock.calls.map(([text]) => text.length))).toBeLessThanOrEqual(201);
    expect(
      parts.map((part) => (part.kind === 'added' ? '' : old.slice(part.start, part.end))).join('') === old,
    ).toBe(true);
    const words = (part: Part) =>
      part.kind === 'added' ? part.words : part.kind === 'same' ? old.slice(part.start, part.end) : '';
    expect(parts.map(words).join('') === now).toBe(true);
  });

  test('a word changed in each of a thousand paragraphs is a word in each', () => {
    const parts = compareTexts(law.map((one) => `甲${one}`).join(''), law.map((one) => `乙${one}`).join(''));
    const removed = parts.flatMap((part) => (part.kind === 'removed' ? [part.end - part.start] : []));
    expect(removed).toHaveLength(1000);
    expect(Math.max(...removed)).toBeLessThan(4);
  });
});

test('words that were added after others stand at their place in the new text', () => {
  const after = '会议强调，要守住底线。\n新增一段。\n出席会议的有各镇负责人。\n又一段。\n';
  const parts = compareTexts(`${before}\n`, after);
  const added = parts.filter((part): part is Part & { kind: 'added' } => part.kind === 'added');
  expect(added.length).toBeGreaterThan(1);
  for (const { at, words } of added) expect(after.slice(at, at + words.length)).toBe(words);
});

test('words that were removed between others are exactly the old ones', () => {
  const parts = compareTexts('各镇要完成排查整治。', '各镇要整治。');
  expect(parts).toEqual([
    { kind: 'same', start: 0, end: 3 },
    { kind: 'removed', start: 3, end: 7 },
    { kind: 'same', start: 7, end: 10 },
  ]);
});
