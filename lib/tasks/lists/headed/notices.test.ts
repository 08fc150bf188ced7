import { describe, expect, it } from 'vitest';
import { inShort } from '@/test/support/inShort.ts';

const tasksOf = (lines: string[], title = '关于汛期码头管理的通知') =>
  inShort(lines.join('\n'), { title }).map(({ tasks }) => tasks);

describe('A notice to those who use a place', () => {
  it('has items that open with a period, beside items with numbers below them', () => {
    expect(
      tasksOf([
        '现将有关事项通知如下：',
        '一、汛期期间（6月1日至9月30日），全港禁止夜航。',
        '二、6月1日12时前，请各船队将船只停放在内港。',
        '三、汛期内，码头内禁止堆放货物。',
        '1、涨水期间禁止车辆进入堤顶。',
        '2、泊位内禁止游泳。',
        '四、温馨提示：',
        '1、请各船主系好缆绳。',
        '2、无人值守的船队请在离港前关好舱门。',
        '3、停航前请清理甲板杂物。',
        '4、请不要在堤脚取土。',
        '5、夜间停靠的业主关闭舱灯。',
      ]),
    ).toEqual([
      ['一、|汛期期间（6月1', '二、|6月1日12时前'],
      ['1、|涨水期间禁止车辆', '2、|泊位内禁止游泳'],
      [
        '1、|请各船主系好缆绳',
        '2、|无人值守的船队请',
        '3、|停航前请清理甲板',
        '4、|请不要在堤脚取土',
        '5、|夜间停靠的业主关',
      ],
    ]);
  });

  it('gives no orders where it tells of the past or asks somebody in', () => {
    expect(
      tasksOf(
        ['码头情况如下：', '1、开工前请专家授课。', '2、此前禁止货车进入。', '3、国家明令禁止的农药已下架。'],
        '关于码头情况的说明',
      ),
    ).toEqual([]);
  });
});
