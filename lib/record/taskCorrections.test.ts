import { expect, test } from 'vitest';
import { addTask, applyCorrections, removeTask, respanTask, taskAt } from './taskCorrections.ts';

const text = '会议要求，各街道要检查管网。\n区水务局要清理河道。';
const now = new Date('2025-03-04T01:30:00.000Z');
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const tasksAfter = (made: ReturnType<typeof addTask>) =>
  applyCorrections([], made, text, null).lists.flatMap(({ tasks }) => tasks);
const saved = (taskCorrections: ReturnType<typeof addTask>) => ({
  taskLists: [],
  taskCorrections,
  article: { publishedAt: null },
});

test('a stretch of the text is added as a task, by its words with their context', () => {
  const made = addTask([], spanOf('各街道要检查管网'), text, now);
  expect(made).toEqual([
    {
      id: expect.any(String),
      kind: 'add',
      created: now.toISOString(),
      at: expect.objectContaining({ type: 'TextQuoteSelector', exact: '各街道要检查管网' }),
    },
  ]);
  expect(tasksAfter(made)).toMatchObject([{ text: '各街道要检查管网', ...spanOf('各街道要检查管网') }]);
  const more = addTask(made, spanOf('区水务局要清理河道'), text, now);
  expect(more[0]).toBe(made[0]);
  expect(tasksAfter(more)).toHaveLength(2);
});

test('a task gets another place, and is removed', () => {
  const made = addTask([], spanOf('各街道要检查管网'), text, now);
  const moved = respanTask(made, tasksAfter(made)[0]!, spanOf('检查管网'), text, now);
  expect(tasksAfter(moved)).toMatchObject([{ text: '检查管网' }]);
  expect(tasksAfter(removeTask(moved, tasksAfter(moved)[0]!, text, now))).toEqual([]);
});

test('words become a task once', () => {
  const one = taskAt(saved([]), text, spanOf('各街道要检查管网'))!;
  expect(one).toMatchObject({ kind: 'add', at: { exact: '各街道要检查管网' } });
  expect(taskAt(saved([one]), text, spanOf('检查管网'))).toBeNull();
  expect(taskAt(saved([one]), text, spanOf('区水务局要清理河道'))).toMatchObject({ kind: 'add' });
});
