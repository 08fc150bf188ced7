import { expect, test } from 'vitest';
import { correctedTasks, taskAt } from './correctedTasks.ts';
import type { FieldCorrections } from './fieldCorrections.ts';
import { addTask, type TaskCorrection } from './taskCorrections.ts';

const text = '会议要求，各街道要检查管网。\n区水务局要在年底前清理河道。';
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const saved = (taskCorrections: TaskCorrection[], fieldCorrections: FieldCorrections = {}) => ({
  taskLists: [],
  taskCorrections,
  fieldCorrections,
  article: { publishedAt: '2025-03-04' },
});

test('words become a task once', () => {
  const one = taskAt(saved([]), text, spanOf('各街道要检查管网'))!;
  expect(one).toMatchObject({ kind: 'add', at: { exact: '各街道要检查管网' } });
  expect(taskAt(saved([one]), text, spanOf('检查管网'))).toBeNull();
  expect(taskAt(saved([one]), text, spanOf('区水务局要在年底前清理河道'))).toMatchObject({ kind: 'add' });
});

test('relative days count from the date of publication, also from one that a person has corrected', () => {
  const added = addTask([], spanOf('区水务局要在年底前清理河道'), text);
  const datesOf = (fields: FieldCorrections) =>
    correctedTasks(saved(added, fields), text).lists.flatMap(({ tasks }) =>
      tasks.flatMap(({ deadlines }) => deadlines.map(({ date }) => date)),
    );
  expect(datesOf({})).toEqual(['2025-12-31']);
  expect(datesOf({ publishedAt: '2023-03-04' })).toEqual(['2023-12-31']);
  expect(datesOf({ publishedAt: null })).toEqual([null]);
});
