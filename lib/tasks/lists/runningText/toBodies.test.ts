import { describe, expect, it, test } from 'vitest';
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

describe('A document addressed to bodies', () => {
  const address = '各县水务局，有关灌区管理处：';
  const news = '6月3日，一处渠道垮塌。现予通报。';

  it('orders what a paragraph tells them, sentence by sentence or clause by clause', () => {
    expect(
      ordersIn(`${address}\n${news}\n各县要高度重视，逐段排查渠道。各灌区要备足沙袋，及时报送险情。`),
    ).toHaveLength(2);
    expect(ordersIn(`${address}\n${news}\n各县要逐段排查渠道；要把电话贴到泵房；要封好缺口。`)).toHaveLength(
      3,
    );
  });

  it.each([
    ['one order alone', `${address}\n${news}\n各县要高度重视，逐段排查渠道。`],
    ['no address', `${news}\n各县要高度重视，逐段排查渠道。各灌区要备足沙袋。`],
    ['an address to persons', `各位乡亲：\n${news}\n各县要逐段排查渠道。各灌区要备足沙袋。`],
  ])('orders nothing with %s', (_, text) => {
    expect(ordersIn(text)).toEqual([]);
  });

  it('has its orders in its headed lists, where it has such lists', () => {
    const lists = `一、清淤\n（一）疏通支渠。水务站逐段清淤。\n（二）修好闸门。各村更换配件。`;
    const closing = '各县要加强领导，压实责任。各灌区要每月报送进展。';
    expect(ordersIn(`${address}\n现将方案印发给你们。\n${lists}\n${closing}`)).toHaveLength(2);
  });
});
