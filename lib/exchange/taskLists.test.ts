import { lexer, type Tokens } from 'marked';
import { expect, test } from 'vitest';
import { richReading } from '@/test/support/richReading.mjs';
import { TextReading } from '../tasks/schema.ts';
import { taskMarkdown } from './formats/taskMarkdown.ts';
import { taskText } from './formats/taskText.ts';
import { countOf, detailsOf, headingOf, linesOf, sourceOf } from './taskLists.ts';

const { taskLists } = TextReading.parse(richReading);
const article = { ...richReading.article, url: richReading.url };

test('as text: speaker and count, marker, time limit with its days, who leads, the numbers, the source', () => {
  const text = taskText.write(taskLists, article);
  expect(text.split('\n').slice(0, 12)).toEqual([
    '市委书记顾清源（文中称 4 项，已识别 3 项）',
    `一要 ${taskLists[0]!.tasks[0]!.text}`,
    '  时限：2025年6月底前（2025-06-30）',
    '  牵头：市生态环境局',
    '  责任：市水务局；各县区政府',
    `二要 ${taskLists[0]!.tasks[1]!.text}`,
    '  时限：每年10月底前（每年，2025-10-31）',
    '  指标：2025年新建改造污水管网不少于120公里',
    `三要 ${taskLists[0]!.tasks[2]!.text}`,
    '  时限：两年内（2025-03-12 至 2027-03-12）',
    '',
    '市长罗映秋（3 项）',
  ]);
  expect(text).toContain('\n责任清单（2 项）\n（一） 健全河湖长制。\n  市河长办牵头');
  expect(text).toContain('  指标：新建自动监测站18座（2025 年）');
  expect(text.trimEnd().split('\n').at(-1)).toBe(
    `来源：岚桥日报：《岚桥市召开碧水提升行动推进会》，2025-03-12，${article.url}`,
  );
});

test('as Markdown: a heading for each list, an item for each task, and a link to the source', () => {
  const tokens = lexer(taskMarkdown.write(taskLists, article));
  expect(tokens.filter(({ type }) => type === 'heading').map(({ text }: Tokens.Generic) => text)).toEqual([
    '市委书记顾清源（文中称 4 项，已识别 3 项）',
    '市长罗映秋（3 项）',
    '责任清单（2 项）',
  ]);
  const found = tokens.filter((token): token is Tokens.List => token.type === 'list');
  expect(found.map(({ items, ordered }) => [items.length, ordered])).toEqual([
    [3, false],
    [3, true],
    [2, false],
  ]);
  expect(found[0]!.items[0]!.text).toContain('- 牵头：市生态环境局');
  expect(JSON.stringify(tokens.at(-1))).toContain(`"href":"${article.url}"`);
});

test('words that look like markup stay words', () => {
  const hostile = '查清*底数*、_台账_，[报送](javascript:x)<img src=x>&amp;#1';
  const task = { ...taskLists[0]!.tasks[0]!, text: hostile, leads: [], responsible: [], deadlines: [] };
  const markdown = taskMarkdown.write([{ ...taskLists[0]!, tasks: [task] }], article);
  const list = lexer(markdown).find((token): token is Tokens.List => token.type === 'list');
  const kinds = new Set<string>();
  const leaves: string[] = [];
  const walk = (all: Tokens.Generic[]) => {
    for (const token of all) {
      kinds.add(token.type);
      if (token.tokens) walk(token.tokens);
      else leaves.push(token.text);
    }
  };
  walk(list!.items[0]!.tokens as Tokens.Generic[]);
  expect([...kinds].sort()).toEqual(['escape', 'strong', 'text']);
  const shown = leaves.join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  expect(shown).toBe(`一要 ${hostile}`);
});

test('what the page does not give is left out', () => {
  const bare = { title: '', source: null, publishedAt: null, url: 'https://a.example/' };
  expect(taskText.write([], bare)).toBe('来源：https://a.example/\n');
});

const task = { ...taskLists[0]!.tasks[0]!, leads: [], responsible: [], deadlines: [], targets: [] };
const limit = { text: '限期', date: null, from: null, every: null };
const target = {
  text: '建成18座',
  quantity: '监测站',
  value: 18,
  unit: '座',
  direction: 'reach' as const,
  year: null as number | null,
};

test.each([
  [limit, '限期'],
  [{ ...limit, date: '2025-06-30' }, '限期（2025-06-30）'],
  [{ ...limit, from: '2025-01-01' }, '限期（2025-01-01）'],
  [{ ...limit, from: '2025-01-01', date: '2025-06-30' }, '限期（2025-01-01 至 2025-06-30）'],
  [{ ...limit, every: 'quarter' as const }, '限期（每季度）'],
  [{ ...limit, every: 'month' as const, date: '2025-06-30' }, '限期（每月，2025-06-30）'],
  [{ ...limit, every: 'week' as const }, '限期（每周）'],
])('a time limit is told with its days: %o', (deadline, words) => {
  expect(detailsOf({ ...task, deadlines: [deadline] })).toEqual([['时限', words]]);
});

test('several of a kind stand in one line; the year of a number is told where the words lack it', () => {
  expect(
    detailsOf({ ...task, deadlines: [limit, limit], targets: [target, { ...target, year: 2025 }] }),
  ).toEqual([
    ['时限', '限期；限期'],
    ['指标', '建成18座；建成18座（2025 年）'],
  ]);
  expect(detailsOf({ ...task, targets: [{ ...target, text: '2025年建成18座', year: 2025 }] })).toEqual([
    ['指标', '2025年建成18座'],
  ]);
});

test.each([
  ['must', '必须'],
  ['should', '应当'],
  ['may', '可以'],
  ['explore', '探索'],
] as const)('an order that says %s says so in a copy', (firmness, words) => {
  expect(detailsOf({ ...task, firmness })).toEqual([['力度', words]]);
});

test('who leads is not named again among those who are responsible', () => {
  expect(detailsOf({ ...task, leads: ['甲局'], responsible: ['甲局', '乙局', '丙局'] })).toEqual([
    ['牵头', '甲局'],
    ['责任', '乙局；丙局'],
  ]);
  expect(detailsOf({ ...task, leads: ['甲局'], responsible: ['甲局'] })).toEqual([['牵头', '甲局']]);
});

const list = { ...taskLists[2]!, tasks: [task, task] };

test('a count that the text announces is told where it differs', () => {
  expect(countOf({ ...list, announcedCount: null })).toBe('2 项');
  expect(countOf({ ...list, announcedCount: 2 })).toBe('2 项');
  expect(countOf({ ...list, announcedCount: 3 })).toBe('文中称 3 项，已识别 2 项');
});

test('a list is headed by speaker and section, else by what it is', () => {
  const speaker = { name: '李平', title: null };
  expect(headingOf({ ...list, speaker, section: '二、重点任务' })).toBe('李平：二、重点任务');
  expect(headingOf({ ...list, speaker, section: null })).toBe('李平');
  expect(headingOf({ ...list, section: '二、重点任务' })).toBe('二、重点任务');
  expect(headingOf({ ...list, section: null })).toBe('文件部署');
  expect(headingOf({ ...list, section: null, form: 'corrected' })).toBe('补充的任务');
});

test('a source is told by what the page gives', () => {
  const bare = { title: '', source: null, siteName: null, publishedAt: null, url: 'https://a.example/' };
  expect(sourceOf({ ...bare, title: '会议' })).toBe('来源：《会议》，https://a.example/');
  expect(sourceOf({ ...bare, siteName: '政府网' })).toBe('来源：政府网，https://a.example/');
  expect(sourceOf({ ...bare, source: '日报', siteName: '政府网', title: '会议' })).toBe(
    '来源：日报：《会议》，https://a.example/',
  );
});

test('a text of several lines loses empty ones, and the blanks around each', () => {
  expect(linesOf('一  \n\n　二\n三')).toEqual(['一', '二', '三']);
});

const long = {
  ...list,
  speaker: null,
  section: '清单',
  tasks: [{ ...task, marker: null, text: '甲\n乙\n丙' }],
};

test('a task of several lines stays one item, in text and in Markdown', () => {
  expect(taskText.write([long], article).split('\n').slice(0, 4)).toEqual([
    '清单（文中称 2 项，已识别 1 项）',
    '1. 甲',
    '  乙',
    '  丙',
  ]);
  const led = { ...long, tasks: [{ ...long.tasks[0]!, leads: ['甲局'] }] };
  const [found] = lexer(taskMarkdown.write([led], article)).filter(({ type }) => type === 'list');
  expect((found as Tokens.List).items).toHaveLength(1);
  expect((found as Tokens.List).items[0]!.text).toBe('甲\n\n乙\n\n丙\n\n- 牵头：甲局');
  expect(taskMarkdown.write([led], article)).toContain('\n1. 甲\n\n   乙\n');
});

test.each(['javascript:alert(1)', 'https://a.example/a b', 'https://a.example/<b>', ''])(
  'an address that would be no link of Markdown is words: %j',
  (url) => {
    const tokens = JSON.stringify(lexer(taskMarkdown.write([], { ...article, url })));
    expect(tokens).not.toContain(`"href":${JSON.stringify(url)}`);
    expect(tokens).not.toContain('"type":"html"');
  },
);
