import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/test/support/interface.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { factsOf, originOf } from './facts.ts';

beforeEach(() => setLanguage('zh_CN'));

const { article } = sampleReading({
  issuer: '省水利厅',
  authors: ['李平', '王宁'],
  views: 12345,
  keywords: [],
  provenance: {
    issuer: { rule: 'document-header', confidence: 0.95 },
    views: { rule: 'bare-line', confidence: 0.4 },
    images: { rule: 'readability', confidence: 0.7 },
  },
});
const words = (facts: { field: string; words: string }[]) => facts.map((one) => [one.field, one.words]);

test('facts have values in words, and a field without one does not show', () => {
  const { shown, folded } = factsOf(article, 'popup', { most: 8, origins: false });
  expect(words(shown)).toEqual([
    ['issuer', '省水利厅'],
    ['authors', '李平、王宁'],
    ['views', '12345'],
  ]);
  expect(shown[0]!.label).toBe('发文机关');
  expect(folded).toEqual([]);
});

test('of more facts than fit the less telling are folded, and how many to check is counted', () => {
  const { shown, folded, unsure } = factsOf(article, 'panel', { most: 2, origins: false });
  expect(words(shown)).toEqual([]);
  expect(folded).toHaveLength(3);
  expect(unsure).toBe(1);
});

test('two or more minor facts are folded, one alone is not, and none where all shall show', () => {
  const read = sampleReading({ issuer: '省水利厅', views: 12345, lead: '导语', keywords: [] }).article;
  const names = (most: number, one = read) => {
    const { shown, folded } = factsOf(one, 'popup', { most, origins: false });
    return [shown, folded].map((facts) => facts.map(({ field }) => field));
  };
  const [shown, folded] = names(8);
  expect(shown).not.toContain('lead');
  expect(folded).toEqual(expect.arrayContaining(['lead', 'views']));
  expect(names(8, { ...read, lead: null })[1]).toEqual([]);
  expect(names(Number.POSITIVE_INFINITY)[1]).toEqual([]);
});

test('whoever asks for origins sees all facts, and the origins of what shows elsewhere', () => {
  const { shown, folded, elsewhere } = factsOf(article, 'panel', { most: 2, origins: true });
  expect(shown).toHaveLength(3);
  expect(folded).toEqual([]);
  expect(elsewhere.map(({ label, words, origin }) => [label, words, origin?.words])).toEqual([
    ['图片', '', '正文识别，可信度中等'],
  ]);
});

test.each([
  [0.85, '公文信息表，可信度高', false],
  [0.84, '公文信息表，可信度中等', false],
  [0.6, '公文信息表，可信度中等', false],
  [0.59, '待核对：依据公文信息表，可信度低', true],
])('confidence %d is put into words', (confidence, said, unsure) => {
  expect(originOf({ rule: 'document-header', confidence })).toEqual({ words: said, unsure, otherwise: null });
});

test('what another place of the page says is told, a moment as it shows elsewhere', () => {
  const otherwise = { value: '2025-03-13T09:05:00+08:00', rule: 'standard-meta' as const };
  expect(originOf({ rule: 'heading', confidence: 1, otherwise })?.otherwise).toBe(
    '另见政府网站标准标签：2025-03-13 09:05',
  );
  expect(originOf(undefined)).toBeNull();
});
