import { expect, test } from 'vitest';
import { inShort } from '@/test/support/inShort.ts';

const lines = [
  '全区各级水利部门要加密巡堤，备足沙袋。',
  '各镇街道要逐户走访低洼地带的住户。要把转移路线贴到门口。',
  '各学校要停止室外活动。',
];
const ordersIn = (text: string) => inShort(text).flatMap(({ tasks }) => tasks);

test('lines that each say what bodies of a kind must do are the orders of the document', () => {
  expect(
    ordersIn(`暴雨将至，区防汛办向各单位发出提醒，要求时刻绷紧防汛之弦。\n${lines.join('\n')}`),
  ).toHaveLength(4);
  expect(ordersIn(`暴雨将至。\n${lines.slice(0, 2).join('\n')}\n雨后天晴。`)).toHaveLength(3);
});

test('a line alone, and lines that also report, are none', () => {
  expect(ordersIn(`暴雨将至。\n${lines[1]}\n雨后天晴。`)).toEqual([]);
  expect(ordersIn(`暴雨将至。\n${lines[0]}\n${lines[2]}`)).toEqual([]);
  const reported = lines.map((line) => `${line}目前已有三支队伍到位。`);
  expect(ordersIn(`暴雨将至。\n${reported.join('\n')}`)).toEqual([]);
  const wanted = ['各地要素市场逐步放开。', '各类要闻已经汇编成册。', '各站要点均已公布。'];
  expect(ordersIn(`综述。\n${wanted.join('\n')}`)).toEqual([]);
});
