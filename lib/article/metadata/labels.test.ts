import { expect, test } from 'vitest';
import { readNews } from '@/test/support/newsPage.ts';
import { findLabels, labelAlone } from './labels.ts';
import { RuledText } from './line.ts';
import { isHeadLine } from './lineKinds.ts';

const labelsOf = (line: string) => findLabels(line).map(({ label }) => label);

test.each([
  ['来源：青山晚报作者：何苗编辑：方宁', ['来源', '作者', '编辑']],
  ['来源：青山晚报作者：编辑：何苗', ['来源', '作者', '编辑']],
  ['发布时间：2023-02-02 来源：', ['发布时间', '来源']],
  ['记者 何苗', []],
  ['河水清了。', []],
])('the labels of a line: %s', (line, labels) => {
  expect(labelsOf(line)).toEqual(labels);
});

test('编辑 / 何苗 alone in a line is a label with its value, a longer line is a menu', () => {
  const line = (length: number) => '编辑 / 何苗 方宁 石岩 杜若 陈南 田禾 林夏'.slice(0, length);
  expect(line(23)).toHaveLength(23);
  expect([labelsOf(line(7)), labelsOf(line(23)), labelsOf(line(24))]).toEqual([['编辑'], ['编辑'], []]);
});

test('a text that is a label alone is told with its colon, and no other text is one', () => {
  expect(labelAlone('来 源：')).toEqual({ field: 'source', label: '来源', colon: true });
  expect(labelAlone('【来源】')).toEqual({ field: 'source', label: '来源', colon: false });
  for (const text of ['', '【 ', '来源：青山晚报', '来'.repeat(25)]) expect(labelAlone(text)).toBeNull();
});

test.each([
  ['七条内河今年清淤', '七条内河今年清淤', true],
  ['七条内河今年清淤（图）', '七条内河今年清淤', true],
  ['昨天，七条内河今年清淤的消息传开，沿河的居民听了都说好。', '七条内河今年清淤', false],
  ['内河又清了', '内河', false],
])('%s repeats the headline %s, or does not', (text, title, expected) => {
  expect(isHeadLine(new RuledText(text), title)).toBe(expected);
});

test('a long paragraph that begins with a colon and no label we know is no summary', () => {
  const long = '沿河的清淤船一早就开始作业，岸边的居民围过来看个究竟，'.repeat(8);
  expect(readNews({ opening: `<p>据悉：${long}热闹得很。</p>` }).lead).toBeNull();
  expect(readNews({ opening: `<p>内容摘要：${long}热闹得很。</p>` }).lead).toBe(`${long}热闹得很。`);
});

test('a line may begin with a label that names no field', () => {
  const line = '发布人：何苗 发布部门：水务科 时间：2023-2-2 10:30:45 浏览：[617]次';
  expect(new RuledText(line).isMetadata).toBe(true);
});
