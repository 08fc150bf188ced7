import { describe, expect, it } from 'vitest';
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
