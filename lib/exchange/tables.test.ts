import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { markOn, richBundle, wordsOf } from '../../test/support/exchanged.ts';
import { taskListsOf } from './bundle.ts';
import { articleCsv } from './formats/articleCsv.ts';
import { ics } from './formats/ics.ts';
import { markCsv } from './formats/markCsv.ts';
import { taskCsv } from './formats/taskCsv.ts';

type Row = Record<string, string>;
const read = (csv: string): Row[] => parse(csv, { columns: true, bom: true });
const now = new Date('2025-03-04T01:30:00.000Z');
const hostile = '=cmd|\'/C calc\'!A0,"甲"\n乙';
const bundle = richBundle([markOn('碧水', ['水务', '任务'], hostile)]);
const tasks = taskListsOf(bundle).flatMap((list) => list.tasks.map((task) => ({ list, task })));

test('a row a task, with the time limit as words and as a day, read by another reader', async () => {
  const csv = await wordsOf(await taskCsv.write([bundle], 'Pizhu test'));
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.split('\r\n').length).toBeGreaterThan(tasks.length);
  const rows = read(csv);
  expect(rows).toHaveLength(tasks.length);
  const [first] = tasks;
  expect(rows[0]).toMatchObject({
    序号: '1',
    讲话人: first!.list.speaker!.name,
    职务: first!.list.speaker!.title,
    项: first!.task.marker,
    任务: first!.task.text,
    牵头单位: first!.task.leads.join('；'),
    时限: first!.task.deadlines[0]!.text,
    截止日期: first!.task.deadlines[0]!.date,
    标题: bundle.saved.article.title,
    来源: bundle.saved.article.source,
  });
  expect(rows[0]!.链接).toMatch(/^https:.*#:~:text=/);
  expect(rows.map(({ 任务 }) => 任务)).toEqual(tasks.map(({ task }) => task.text));
  const targets = tasks.flatMap(({ task }) => task.targets.map(({ text }) => text));
  expect(rows.map(({ 指标 }) => 指标).join()).toContain(targets[0]);
});

test('words that a spreadsheet would take for a formula are words, and all else comes back as it was', async () => {
  const [row] = read(await wordsOf(await markCsv.write([bundle], 'Pizhu test')));
  expect(row).toMatchObject({
    标记: '碧水',
    标签: '水务；任务',
    批注: `'${hostile}`,
    标记日期: '2025-03-04',
  });
  for (const title of ['+1', '-1', '@SUM(A1)', '\t=1', '＝1', ' =1']) {
    const [one] = read(await wordsOf(await articleCsv.write([richBundle([], { title })], 'Pizhu test')));
    expect(one!.标题).toBe(`'${title}`);
  }
  const [plain] = read(await wordsOf(await articleCsv.write([bundle], 'Pizhu test')));
  expect(plain).toMatchObject({
    标题: bundle.saved.article.title,
    任务数: String(tasks.length),
    标记数: '1',
  });
});

test('a task says how firm it is', async () => {
  const firm = structuredClone(bundle);
  firm.saved.taskLists[0]!.tasks[0]!.firmness = 'must';
  firm.saved.taskLists[0]!.tasks[1]!.firmness = null;
  const rows = read(await wordsOf(await taskCsv.write([firm], 'Pizhu test')));
  expect(rows.slice(0, 2).map(({ 力度 }) => 力度)).toEqual(['必须', '']);
});

test('a calendar of the time limits is read by another reader, whole days, long words folded', async () => {
  const calendar = await wordsOf(await ics.write([bundle], 'Pizhu test', now));
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const events = new ICAL.Component(ICAL.parse(calendar))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  const dated = tasks.flatMap(({ task }) =>
    task.deadlines.filter(({ date }) => date).map(({ date }) => ({ task, date })),
  );
  expect(events.map(({ startDate }) => startDate.toString())).toEqual(dated.map(({ date }) => date));
  expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
  expect(events[0]!.description).toContain(dated[0]!.task.text);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(events.filter((one) => one.isRecurring())).toHaveLength(
    tasks.flatMap(({ task }) => task.deadlines).filter(({ every, date }) => every && date).length,
  );
});
