import '@/test/support/interface.ts';
import 'fake-indexeddb/auto';

import { beforeEach, expect, test } from 'vitest';
import { applyCorrections, removeTask } from '@/lib/record/taskCorrections.ts';
import { datedReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { correctFields, correctTasks, getArticle, type Store, saveReading } from '../../store/index.ts';
import { dueDays, dueExport, localDay } from './deadlinesView.ts';

const NOW = new Date(2025, 2, 31, 23, 30);
let db: Store;
let ids: string[];
beforeEach(async () => {
  [db] = contexts(1) as [Store];
  ids = [];
  for (const [name, days] of [
    ['甲', ['2025-04-05', '2025-03-20']],
    ['乙', ['2025-03-31', '2025-04-05']],
    ['丙', ['2025-07-31', '2027-12-31', '2024-12-31', '2023-08-31']],
  ] as const)
    ids.push((await saveReading(db, datedReading(name, days))).saved.id);
});

const inShort = async (past: boolean, limit = 50) => {
  const { days, more } = await dueDays(db, past, limit, NOW);
  return [
    days.map(({ day, distance, tasks }) => [day, distance, tasks.map(({ about }) => about.split(' · ')[1])]),
    more,
  ];
};

test('the days to come begin with today in the person’s time zone, and each says how far away it is', async () => {
  const [days, more] = await inShort(false);
  expect(days).toEqual([
    ['2025-03-31', '今天', ['乙镇部署管网检查']],
    ['2025-04-05', '5天后', expect.arrayContaining(['甲镇部署管网检查', '乙镇部署管网检查'])],
    ['2025-07-31', '4个月后', ['丙镇部署管网检查']],
    ['2027-12-31', '3年后', ['丙镇部署管网检查']],
  ]);
  expect(more).toBe(false);
  expect(await inShort(false, 1)).toEqual([[['2025-03-31', '今天', ['乙镇部署管网检查']]], true]);
});

test('the days before today begin with the last one', async () => {
  expect(await inShort(true)).toEqual([
    [
      ['2025-03-20', '11天前', ['甲镇部署管网检查']],
      ['2024-12-31', '3个月前', ['丙镇部署管网检查']],
      ['2023-08-31', '19个月前', ['丙镇部署管网检查']],
    ],
    false,
  ]);
});

test('a row has the words of the task, who must do it, the words of its deadline, and its article', async () => {
  const { days } = await dueDays(db, false, 1, NOW);
  const [task] = days[0]!.tasks;
  const { taskLists } = (await getArticle(db, ids[1]!))!;
  const found = taskLists[0]!.tasks.find(({ text }) => text.includes('第1段'))!;
  expect(task).toEqual({
    articleId: ids[1],
    start: found.start,
    heading: found.heading,
    words: '市水务局要在2025年3月31日前完成第1段管网检查',
    bodies: '市水务局',
    about: '2025年3月31日前 · 乙镇部署管网检查 · 青山区政府办',
  });
});

test('a task that was removed is not among them, and a corrected headline is shown', async () => {
  const id = ids[1]!;
  const saved = (await getArticle(db, id))!;
  const { text } = datedReading('乙', ['2025-03-31', '2025-04-05']).article;
  const [list] = applyCorrections(saved.taskLists, [], text, null).lists;
  const gone = list!.tasks.find((task) => task.text.includes('第1段'))!;
  await correctTasks(db, id, (now) => removeTask(now, gone, text));
  await correctFields(db, id, [['title', '乙镇会议']]);
  expect((await inShort(false))[0]).toEqual([
    ['2025-04-05', '5天后', expect.arrayContaining(['甲镇部署管网检查', '乙镇会议'])],
    ['2025-07-31', '4个月后', ['丙镇部署管网检查']],
    ['2027-12-31', '3年后', ['丙镇部署管网检查']],
  ]);
});

test('an export has each article with such a task once', async () => {
  expect((await dueExport(db, false, NOW).ids()).sort()).toEqual([...ids].sort());
  expect((await dueExport(db, true, NOW).ids()).sort()).toEqual([ids[0], ids[2]].sort());
});

test('a day is that of the person’s own time zone', () => {
  expect(localDay(new Date(2025, 0, 1, 0, 0))).toBe('2025-01-01');
  expect(localDay(new Date(2025, 11, 31, 23, 59))).toBe('2025-12-31');
});
