import { describe, expect, it } from 'vitest';
import { whole } from '@/test/support/spans.ts';
import { targetsIn } from './targets.ts';

describe('What is to be reached', () => {
  const of = (text: string) =>
    targetsIn(text, whole(text)).map(({ quantity, value, unit, direction, year }) => [
      quantity,
      value,
      unit,
      direction,
      year,
    ]);
  it.each([
    ['到2025年，地表水优良比例达到85%以上。', [['地表水优良比例', 85, '%', 'atLeast', 2025]]],
    [
      '2027年底，城市绿化率提高到40%，单位能耗下降16%。',
      [
        ['城市绿化率', 40, '%', 'reach', 2027],
        ['单位能耗', 16, '%', 'decrease', 2027],
      ],
    ],
    [
      '新增学位1,200个，改造老旧小区30个。',
      [
        ['学位', 1200, '个', 'increase', null],
        ['老旧小区', 30, '个', 'reach', null],
      ],
    ],
    [
      '失业率控制在5.5%以内，污水处理率不低于95%。',
      [
        ['失业率', 5.5, '%', 'atMost', null],
        ['污水处理率', 95, '%', 'atLeast', null],
      ],
    ],
    [
      '到2025年，覆盖率达到60%；到2027年，达到75%。',
      [
        ['覆盖率', 60, '%', 'reach', 2025],
        ['覆盖率', 75, '%', 'reach', 2027],
      ],
    ],
    ['去年已改造小区20个。会议于3月5日召开，共30人。', []],
  ])('%s', (text, targets) => {
    expect(of(text)).toEqual(targets);
  });
});

describe('The quantity of a target', () => {
  it.each([
    ['地表水的优良比例达到85%以上', '地表水的优良比例'],
    ['地表水优良比例力争均达到85%以上', '地表水优良比例'],
    ['均匀供水率要达到85%', '均匀供水率'],
    ['工业用水比例再降至85%', '工业用水比例'],
  ])('in %s is what is measured', (text, quantity) => {
    expect(targetsIn(text, whole(text))).toMatchObject([{ quantity, value: 85, unit: '%' }]);
  });
});
