import { describe, expect, it } from 'vitest';
import { read } from '@/test/support/inShort.ts';
import { bodiesBeforeColon } from './bodyLabels.ts';

const bodiesIn = (lines: string[]) =>
  read(lines.join('\n'), { title: '关于水库值守的通知' }).taskLists.map(({ tasks }) =>
    tasks.map(({ responsible }) => responsible.join(' ')),
  );

describe('A label before a colon', () => {
  it.each([
    ['闸管科：', '闸管科'],
    ['宣传组、保卫处：加强值守', '宣传组、保卫处'],
    ['各灌区管理所、各村：', '各灌区管理所、各村'],
    ['县水务局（县河长办）工作职责：', '县水务局'],
  ])('names bodies: %s', (words, names) => {
    const label = bodiesBeforeColon(words)!;
    expect(words.slice(label.start, label.end)).toBe(names);
  });

  it.each([
    '责任单位：县水务局',
    '企业：减免水费',
    '会议室：摆好桌椅',
    '安全管理：加强巡查',
    '督促各部门：',
    '组织机构：',
    '各项工作：',
    '组：',
    '其他单位：',
    '北部：抬高堤顶',
    '闸管科负责值守：',
  ])('names none: %s', (words) => expect(bodiesBeforeColon(words)).toBeNull());
});

describe('The items below a label', () => {
  it('are for its bodies, unless they open with their own', () => {
    expect(
      bodiesIn([
        '现将值守安排通知如下：',
        '一、部门职责',
        '闸管科：',
        '1. 检查闸门，确保启闭灵活。',
        '2. 清理机房。',
        '灌区所在各站：',
        '1. 各水管站要登记水位。',
        '2. 清理拦污栅。',
        '巡查中遇到难题，请及时与闸管科联系。',
        '青山水库管理处',
      ]),
    ).toEqual([
      ['闸管科', '闸管科'],
      ['各水管站', '灌区所在各站'],
    ]);
  });

  it('are for the bodies that their heading names', () => {
    expect(
      bodiesIn([
        '现将值守安排通知如下：',
        '一、分工',
        '（一）保卫处',
        '1. 加强巡坝。',
        '2. 做好登记。',
        '（二）企业服务',
        '1. 抓好走访。',
        '2. 落实台账。',
      ]),
    ).toEqual([
      ['保卫处', '保卫处'],
      ['', ''],
    ]);
  });

  it('are not for those whom the text addresses', () => {
    expect(bodiesIn(['各水管站：', '1. 检查闸门。', '2. 清理机房。'])).toEqual([['', '']]);
  });

  it('may each have a label in the line of the item', () => {
    expect(
      bodiesIn([
        '现将值守安排通知如下：',
        '一、分工',
        '1. 闸管科：检查闸门。',
        '2. 保卫处、各水管站：负责加强巡坝。',
        '3. 用水登记：落实台账。',
      ]),
    ).toEqual([['闸管科', '保卫处 各水管站', '']]);
  });
});
