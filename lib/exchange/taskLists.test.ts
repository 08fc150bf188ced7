import { lexer, type Tokens } from 'marked';
import { expect, test } from 'vitest';
import { richReading } from '@/test/support/richReading.mjs';
import { TextReading } from '../tasks/schema.ts';
import { taskMarkdown } from './formats/taskMarkdown.ts';
import { taskText } from './formats/taskText.ts';

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
  const spoken = leaves.join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  expect(spoken).toBe(`一要 ${hostile}`);
});

test('what the page does not give is left out', () => {
  const bare = { title: '', source: null, publishedAt: null, url: 'https://a.example/' };
  expect(taskText.write([], bare)).toBe('来源：https://a.example/\n');
});
