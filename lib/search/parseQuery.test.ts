import { expect, test } from 'vitest';
import { doubtsOf, parseQuery } from './parseQuery.ts';
import type { Query } from './query.ts';

/** Writes a query in a short form for comparison: words as they are, `field=words`, lists in brackets. */
function inShort(query: Query): string {
  switch (query.type) {
    case 'all':
      return '*';
    case 'words':
      return `${query.field ? `${query.field}=` : ''}${query.words.replace('\n', '⏎')}`;
    case 'not':
      return `-${inShort(query.of)}`;
    case 'is':
      return `is=${query.state}`;
    case 'and':
    case 'or':
      return `(${query.of.map(inShort).join(query.type === 'and' ? ' ' : '|')})`;
    default:
      return `${query.type}=${query.days.from}..${query.days.to}`;
  }
}

test.each([
  ['', '*'],
  ['  ', '*'],
  ['防汛', '防汛'],
  ['防汛 抗旱', '(防汛 抗旱)'],
  ['防汛　抗旱', '(防汛 抗旱)'],
  ['防汛 or 抗旱', '(防汛|抗旱)'],
  ['防汛 not 抗旱', '(防汛 -抗旱)'],
  ['NOT (防汛 or 抗旱)', '-(防汛|抗旱)'],
  ['防汛 not', '(防汛 not)'],
  ['note 防汛', '(note 防汛)'],
  ['#汛期', '(tag=汛期⏎|tag=汛期/)'],
  ['-＃汛期/防 水库', '(-(tag=汛期/防⏎|tag=汛期/防/) 水库)'],
  ['# 汛期', '(# 汛期)'],
  ['发布前：2025-03', 'published=1..20250299'],
  ['防汛 或 抗旱 水库', '(防汛|(抗旱 水库))'],
  ['(防汛 or 抗旱) 水库', '((防汛|抗旱) 水库)'],
  ['（防汛 或 抗旱） -演练', '((防汛|抗旱) -演练)'],
  ['-(防汛 抗旱)', '-(防汛 抗旱)'],
  ['"big data" 平台', '(big data 平台)'],
  ['“放管服”改革', '放管服改革'],
  ['加强"放管服"改革', '加强放管服改革'],
  ['"or"', 'or'],
  ['国发(2019)5号', '国发（2019）5号'],
  ['(国发(2019)5号 or 国发[2020]1号)', '(国发（2019）5号|国发（2020）1号)'],
  ['(2019)5号', '（2019）5号'],
  ['（一）', '（一）'],
  ['北京-上海', '北京-上海'],
  ['tag:环保', '(tag=环保⏎|tag=环保/)'],
  ['标签：#环保', '(tag=环保⏎|tag=环保/)'],
  ['-tag:"三公 经费"', '-(tag=三公经费⏎|tag=三公经费/)'],
  ['来源：新华网 source:人民网', '(source=新华网 source=人民网)'],
  ['发文机关:省政府 number:5号', '(issuer=省政府 number=5号)'],
  ['speaker:"李 明" 责任单位：水务局 region:青山', '(speaker=李明 body=水务局 region=青山)'],
  [
    'is:unread 状态：有标记 is:starred is:changed is:task',
    '(-is=read is=marked is=starred is=changed is=task)',
  ],
  ['is:what', 'is：what'],
  ['before:2025-03', 'published=1..20250299'],
  ['早于：2025年3月4日', 'published=1..20250303'],
  ['after:2025', 'published=20250000..99999999'],
  ['晚于:2025.3.4', 'published=20250304..99999999'],
  ['after:soon', 'after：soon'],
  ['due:2025-12', 'due=20251200..20251299'],
  ['期限：2025-01..2025-06', 'due=20250100..20250699'],
  ['due:年底前', 'deadline=年底前'],
  ['会议：防汛', '会议：防汛'],
  ['来源：(岚桥日报 or 新华社)', '(source=岚桥日报|source=新华社)'],
  ['-source:(岚桥 新华社) 防汛', '(-(source=岚桥 source=新华社) 防汛)'],
  ['来源：（岚桥 或 标题：防汛） 抗旱', '((source=岚桥|title=防汛) 抗旱)'],
  ['来源：（岚桥日报）', 'source=岚桥日报'],
  ['标签：(水 or 气)', '((tag=水⏎|tag=水/)|(tag=气⏎|tag=气/))'],
  ['is:(unread starred)', '(-is=read is=starred)'],
  ['number:(2019)5号 标题：（一）', '(number=（2019）5号 title=（一）)'],
  ['来源：((岚桥 or 新华社) 日报) 防汛', '(((source=岚桥|source=新华社) source=日报) 防汛)'],
  ['来源：(岚桥', 'source=岚桥'],
  ['碧水 and 推进', '(碧水 推进)'],
  ['碧水 且 推进 并且 监管', '(碧水 推进 监管)'],
  ['(碧水 AND 推进) && 监管', '((碧水 推进) 监管)'],
  ['碧水 and', '碧水'],
  ['且 碧水', '(且 碧水)'],
  ['"and" 碧水', '(and 碧水)'],
  ['作者：江亦舟 关键词：管网', '(author=江亦舟 keyword=管网)'],
])('%s', (typed, asked) => {
  expect(inShort(parseQuery(typed))).toBe(asked);
});

test.each([
  ['due:>2027', 'due=20280000..99999999'],
  ['due:＞=2027-03', 'due=20270300..99999999'],
  ['期限：<2027年3月4日', 'due=0..20270303'],
  ['due:≤2027-03', 'due=0..20270399'],
  ['due:>今天', 'due=20261131..99999999'],
  ['时限：逾期', 'due=0..20261129'],
  ['due:overdue', 'due=0..20261129'],
  ['due:今天', 'due=20261130..20261130'],
  ['due:this-week', 'due=20261130..20261206'],
  ['due:"this month"', 'due=20261100..20261199'],
  ['due:本月..2027', 'due=20261100..20279999'],
  ['晚于：本周', 'published=20261130..99999999'],
  ['due:本月底', 'deadline=本月底'],
])('%s, asked on 30 November 2026', (typed, asked) => {
  expect(inShort(parseQuery(typed, new Date(2026, 10, 30, 23, 59)))).toBe(asked);
});

test('a week begins on Monday', () => {
  expect(inShort(parseQuery('due:本周', new Date(2025, 2, 2)))).toBe('due=20250224..20250302');
});

test.each([
  ['"防汛', '防汛'],
  ['(防汛', '防汛'],
  ['防汛)', '防汛）'],
  ['防汛 or', '防汛'],
  ['or 防汛', '防汛'],
  ['-', '-'],
  ['- ', '-'],
  ['()', '*'],
  ['tag:', '*'],
  ['“', '*'],
  ['、', '*'],
  ['((防汛 or', '防汛'],
])('a query that is still being typed asks what it can: %s', (typed, asked) => {
  expect(inShort(parseQuery(typed))).toBe(asked);
});

test('whatever is typed is a query', () => {
  const signs = [...'防汛or-()（）"“”: ：|tag标签is'];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let i = 0; i < 3000; i++) {
    const typed = Array.from({ length: next(14) }, () => signs[next(signs.length)]).join('');
    expect(() => parseQuery(typed), typed).not.toThrow();
  }
});

test('what looks like a question of a field and is searched as words is told, and nothing else', () => {
  expect(doubtsOf('foo:甲 before:abc 是：不明 乙')).toEqual([
    { type: 'field', words: 'foo:' },
    { type: 'day', words: 'before:abc' },
    { type: 'state', words: '是：不明' },
  ]);
  expect(doubtsOf('防汛 - 抗旱 2019 - 2020')).toEqual([{ type: 'minus', words: '- 抗旱' }]);
  expect(
    doubtsOf('due:2027-13 due:(2025 or abc) 时限：>年底 due:2027年13月').map(({ words }) => words),
  ).toEqual(['due:2027-13', 'due:abc', '时限：>年底', 'due:2027年13月']);
  for (const typed of [
    'https://a.example/b',
    'due:年底',
    'due:12月底',
    '时限：>2027',
    '来源：(a:b or 新华社)',
    '会议：要求',
    'is:',
    'tag:甲',
    '晚于：2025',
    'A: b',
  ])
    expect([typed, doubtsOf(typed)]).toEqual([typed, []]);
});
