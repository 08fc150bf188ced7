import { describe, expect, it } from 'vitest';
import { whole, words } from '@/test/support/spans.ts';
import { deadlinesIn } from './deadlines.ts';

describe('Time limits', () => {
  it('do not overlap, and stand in the order of the text', () => {
    const text = '2025年6月底前完成规划，2025年底前开工，到2027年建成。';
    expect(deadlinesIn(text, whole(text), null).map(words(text))).toEqual([
      '2025年6月底前',
      '2025年底前',
      '到2027年',
    ]);
  });

  it('that are told by the year of publication have no day where that is unknown', () => {
    const text = '今年底前完成，年内见效。';
    expect(deadlinesIn(text, whole(text), null).map(({ date }) => date)).toEqual([null, null]);
  });

  it('are none in years that are over, or not known to be ahead, where an amount is told', () => {
    const of = (text: string, publishedAt: string | null) => deadlinesIn(text, whole(text), publishedAt);
    expect(of('2024年灌溉面积达到三万亩。', '2025-03-04')).toEqual([]);
    expect(of('2025年灌溉面积达到三万亩。', '2025-03-04')).toEqual([]);
    expect(of('2026年灌溉面积达到三万亩。', null)).toEqual([]);
    expect(of('2026年灌溉面积达到三万亩。', '2025-03-04')).toMatchObject([{ date: '2026-12-31' }]);
  });

  it('are none where the calendar has no such day', () => {
    const text = '2025年2月31日前完成。';
    expect(deadlinesIn(text, whole(text), null)).toMatchObject([{ date: null }]);
  });
});

describe('The place of a deadline', () => {
  it.each([
    ['要在2025年底前完成', '2025年底前', '2025-12-31'],
    ['于6月底前报送', '6月底前', '2025-06-30'],
    ['2025年一季度前完成', '2025年一季度前', '2025-03-31'],
    ['2025年雨季前完成', '2025年雨季前', null],
    ['样本于 6 月 20 日前送检', '6 月 20 日前', '2025-06-20'],
    ['到 2027 年底建成', '到 2027 年底', '2027-12-31'],
    ['请于6月20日（周五）17:00前报送', '6月20日（周五）17:00前', '2025-06-20'],
    ['请于6月20日 （星期五） 前报送', '6月20日 （星期五） 前', '2025-06-20'],
    ['第 3 项 6月底前完成', '6月底前', '2025-06-30'],
  ])('in %s has no word before it', (text, own, date) => {
    const found = deadlinesIn(text, whole(text), '2025-03-04');
    expect(found.map((one) => [words(text)(one), one.date])).toEqual([[own, date]]);
  });
});
