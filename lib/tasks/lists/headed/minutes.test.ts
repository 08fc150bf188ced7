import { describe, expect, it } from 'vitest';
import { read } from '@/test/support/inShort.ts';
import { announcesMinutes } from './agenda.ts';

describe('A line above the items of minutes', () => {
  it.each([
    '会议研究了泵站修缮、渠道清淤等工作，现将议定事项纪要如下：',
    '会议听取了水务站汇报，现将会议明确事项纪要如下：',
  ])('says that the meeting decides: %s', (line) => {
    expect(announcesMinutes(line)).toBe(true);
  });

  it.each([
    '现将获奖名单通报如下：',
    '镇长何苗主持会议，现将讲话要点摘录如下：',
    '会议听取了水务站汇报，有关情况纪要如下：',
    '会议研究了泵站修缮，现将有关要求通知如下：',
  ])('says something else: %s', (line) => {
    expect(announcesMinutes(line)).toBe(false);
  });
});

describe('Minutes', () => {
  it('give what the meeting demands, and the items that it has decided below that', () => {
    const text = [
      '现将会议形成的意见纪要如下：',
      '一、研究泵站修缮工作',
      '会议指出，去年各站做了大量工作。',
      '会议要求，一是要加强值守，备足沙袋。二是要摸清渠底，逐段清淤。',
      '会议就有关事项明确如下：',
      '1.关于修缮经费。县财政安排县水务局修缮经费50万元。',
      '2.关于泵房用地。用地由县自然资源局提出方案。',
      '二、研究渡口管理',
      '会议认为，渡口安全意义重大。',
    ].join('\n');
    expect(read(text).taskLists.map(({ form, tasks }) => [form, tasks.length])).toEqual([
      ['ordinal', 2],
      ['numbered', 2],
    ]);
  });
});
