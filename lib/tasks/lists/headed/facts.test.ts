import { describe, expect, it } from 'vitest';
import { inShort } from '@/test/support/inShort.ts';

const issuer = '青山县发展和改革局';
const tasksOf = (lines: string[]) => inShort(lines.join('\n'), { issuer }).flatMap(({ tasks }) => tasks);

describe('Facts of a project or an area', () => {
  const approval = [
    '白水乡人民政府：',
    '你乡请示收悉。经研究，现批复如下：',
    '一、为改善灌溉条件，同意建设该泵站。',
    '二、建设地点：白水乡柳村。',
    '三、建设规模及内容：新建泵站1座，铺设管道3公里。',
    '四、投资估算及资金来源：总投资300万元，由县财政配套。',
    '五、项目招标方式为公开招标。',
    '六、本批复有效期一年。期满未开工的，应当申请延期。',
  ];
  it('are no orders of an approval', () => {
    expect(tasksOf(approval)).toEqual([]);
  });
  it('leave the orders beside them', () => {
    const orders = ['七、你乡要严格控制投资。', '八、你乡要按月报送进度。'];
    expect(tasksOf([...approval, ...orders])).toEqual(['七、|你乡要严格控制投', '八、|你乡要按月报送进']);
  });
  it('are none of a public notice', () => {
    const notice = [
      '现将禁渔区域公告如下：',
      '一、禁渔区域为：青山湖全域。',
      '二、封闭管理范围为：湖岸以内二百米。',
      '三、任何单位不得擅自下网。',
      '四、各村要加强巡查。',
    ];
    expect(tasksOf(notice)).toEqual(['三、|任何单位不得擅自', '四、|各村要加强巡查']);
  });
  it('are orders where they demand something', () => {
    const plan = ['各镇要做好以下工作：', '一、建设内容：各镇要修缮泵站。', '二、资金来源：各镇要足额配套。'];
    expect(tasksOf(plan)).toHaveLength(2);
  });
});
