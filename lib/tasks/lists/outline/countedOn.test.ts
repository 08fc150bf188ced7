import { describe, expect, it } from 'vitest';
import { inShort } from '@/test/support/inShort.ts';

const below = (last: string) =>
  `镇长何苗提出要求：\n一、要备足沙袋。各村要清点；\n二、要逐段清淤。水站要排班；\n${last}`;
const markersOf = (text: string) =>
  inShort(text).flatMap(({ tasks }) => tasks.map((task) => task.split('|')[0]));

describe('An item inside the line of the item before', () => {
  it.each([
    ['三、要轮流值守。各村要排班；四、要逐级上报。', ['一、', '二、', '三、', '四、']],
    ['三、要轮流值守。各村要排班；四要逐级上报。', ['一、', '二、', '三、', '四要']],
    ['三、要轮流值守；四要逐级上报；五要严肃追责。', ['一、', '二、', '三、', '四要', '五要']],
  ])('may go on with 要 instead of 、: %s', (last, markers) => {
    expect(markersOf(below(last))).toEqual(markers);
  });

  it.each([
    '三、要轮流值守。一要排班；二要交接；三要登记；四要上报。',
    '三、要轮流值守；四要点学深学透。',
    '三、要轮流值守；五要逐级上报。',
  ])('is none in %s', (last) => {
    expect(markersOf(below(last))).toEqual(['一、', '二、', '三、']);
  });

  const notice = (...lines: string[]) => markersOf(['现就清淤工作通知如下：', ...lines].join('\n'));

  it('may follow a full stop where the line below counts on', () => {
    const first = '一、备足沙袋。各村要清点。二、逐段清淤。水站要排班。三、轮流值守。';
    expect(notice(first, '四、逐级上报。各站要登记。')).toEqual(['一、', '二、', '三、', '四、']);
    expect(notice('一、备足沙袋。', '二、逐段清淤。三、轮流值守。', '四、逐级上报。')).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
    ]);
  });

  it.each([
    [['一、备足沙袋。二、三级水站要排班。', '三、逐级上报。']],
    [['一、备足沙袋。包括：一、编织袋。二、麻袋。三、桩木。', '二、逐级上报。']],
    [['一、备足沙袋。二、逐段清淤。', '二、逐级上报。']],
    [['一、备足沙袋。四、五月要清点。', '二、逐级上报。']],
  ])('is none where the line below does not count on: %s', (lines) => {
    expect(notice(...lines)).toHaveLength(2);
  });
});
