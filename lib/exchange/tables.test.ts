import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { markOn, richBundle, richText, wordsOf } from '../../test/support/exchanged.ts';
import { articleMarkdown } from './articleMarkdown.ts';
import { taskListsOf } from './bundle.ts';
import { articleCsv } from './formats/articleCsv.ts';
import { ics } from './formats/ics.ts';
import { markCsv } from './formats/markCsv.ts';
import { taskCsv } from './formats/taskCsv.ts';
import { icsOf } from './ics.ts';

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

/** The sample article with a person's tags and note, and one mark. */
const kept = richBundle([markOn('碧水', ['水务', '任务'], '要点')]);
kept.saved.tags = ['水务', '汛期'];
kept.saved.note = '跟进';

test('a row an article has every column', async () => {
  const rows = read(await wordsOf(await articleCsv.write([kept], 'Pizhu test')));
  expect(rows).toEqual([
    {
      标题: '岚桥市召开碧水提升行动推进会',
      发布日期: '2025-03-12',
      来源: '岚桥日报',
      作者: '江亦舟；白露',
      发文机关: '岚桥市人民政府办公室',
      发文字号: '岚政办发〔2025〕7号',
      成文日期: '2025-03-10',
      地区: '岚桥市',
      栏目: '首页 > 政务公开 > 政务要闻',
      关键词: '碧水提升；河湖长制；污水管网',
      标签: '水务；汛期',
      批注: '跟进',
      任务数: '8',
      标记数: '1',
      字数: String([...richText].filter((character) => character.trim()).length),
      保存日期: '2025-03-04',
      网址: kept.saved.url,
    },
  ]);
});

test('the days of saving and marking are those where the reader is', async () => {
  // 00:30 and 23:30 in the user's time zone, where UTC may have another date.
  const [early, late] = [new Date(2025, 2, 4, 0, 30), new Date(2025, 2, 4, 23, 30)];
  for (const time of [early, late]) {
    const one = structuredClone(kept);
    one.saved.capturedAt = time.toISOString();
    one.annotations[0]!.created = time.toISOString();
    expect(read(await wordsOf(await articleCsv.write([one], 'Pizhu test')))[0]!.保存日期).toBe('2025-03-04');
    expect(read(await wordsOf(await markCsv.write([one], 'Pizhu test')))[0]!.标记日期).toBe('2025-03-04');
    expect(articleMarkdown(one, '{{captured}}')).toBe('2025-03-04\n');
  }
});

test('what the page does not give is an empty cell', async () => {
  const none = { publishedAt: null, source: null, region: null, writtenOn: null, authors: [] };
  const [row] = read(await wordsOf(await articleCsv.write([richBundle([], none)], 'Pizhu test')));
  expect(row).toMatchObject({ 发布日期: '', 来源: '', 地区: '', 成文日期: '', 作者: '' });
  const [task] = read(await wordsOf(await taskCsv.write([richBundle([], none)], 'Pizhu test')));
  expect(task).toMatchObject({ 发布日期: '', 来源: '', 地区: '' });
});

test('a row a mark has every column, in the order of the text', async () => {
  const rows = read(
    await wordsOf(
      await markCsv.write([{ ...kept, annotations: [markOn('推进会'), ...kept.annotations] }], ''),
    ),
  );
  expect(rows.map(({ 标记 }) => 标记)).toEqual(['碧水', '推进会']);
  expect(rows.find(({ 标记 }) => 标记 === '碧水')).toEqual({
    标题: '岚桥市召开碧水提升行动推进会',
    标记: '碧水',
    批注: '要点',
    标签: '水务；任务',
    颜色: 'yellow',
    标记日期: '2025-03-04',
    来源: '岚桥日报',
    发布日期: '2025-03-12',
    链接: `https://www.qingshan.example/zw/1.html#:~:text=${encodeURIComponent('碧水')}`,
  });
});

test('a row a task has every column, numbered within its article', async () => {
  const rows = read(await wordsOf(await taskCsv.write([kept, kept], 'Pizhu test')));
  expect(rows.map(({ 序号 }) => 序号)).toEqual([...'1234567812345678']);
  const about = {
    来源: '岚桥日报',
    标题: '岚桥市召开碧水提升行动推进会',
    发文字号: '岚政办发〔2025〕7号',
    发布日期: '2025-03-12',
    地区: '岚桥市',
  };
  expect(rows[1]).toMatchObject({
    讲话人: '顾清源',
    职务: '市委书记',
    部分: '市委书记顾清源',
    项: '二要',
    责任单位: '',
    时限: '每年10月底前',
    截止日期: '2025-10-31',
    指标: '2025年新建改造污水管网不少于120公里',
    指标数值: '新建改造污水管网120公里',
    ...about,
  });
  // A deadline for which no date could be computed.
  expect(rows[3]).toMatchObject({ 时限: '每季度末', 截止日期: '', 责任单位: '各县区；各部门', 项: '' });
  expect(rows[6]).toMatchObject({ 讲话人: '', 职务: '', 部分: '责任清单', 牵头单位: '市河长办', ...about });
});

test('a calendar has whole days that end on the next, with who must do what, and where it was read', () => {
  const events = icsOf([kept], 'Pizhu/1, test', now)
    .join('')
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n');
  expect(events).toHaveLength(5);
  expect(events[0]).toBe(
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Pizhu-1\\, test//ZH\r\nCALSCALE:GREGORIAN\r\n',
  );
  const { id, url, taskLists } = kept.saved;
  const [first] = taskLists[0]!.tasks;
  const about = [
    first!.text,
    '时限：2025年6月底前（2025-06-30）',
    '牵头：市生态环境局',
    '责任：市水务局；各县区政府',
    '市委书记顾清源',
    `来源：岚桥日报：《岚桥市召开碧水提升行动推进会》，2025-03-12，${url}`,
  ].join('\n');
  expect(events[1]!.split('\r\n')).toEqual([
    `UID:${id}-${first!.start}-0@pizhu`,
    'DTSTAMP:20250304T013000Z',
    'DTSTART;VALUE=DATE:20250630',
    'DTEND;VALUE=DATE:20250701',
    'SUMMARY:摸清排口底数',
    `DESCRIPTION:${about.replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n')}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    '',
  ]);
  expect(events.at(-1)).toMatch(/END:VCALENDAR\r\n$/);
});

test.each([
  ['year', '2025-10-31', 'FREQ=YEARLY'],
  ['year', '2028-02-29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
  ['year', '2025-02-28', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
  ['quarter', '2025-06-30', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1'],
  ['quarter', '2025-06-10', 'FREQ=MONTHLY;INTERVAL=3'],
  ['month', '2025-02-28', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['week', '2025-02-28', 'FREQ=WEEKLY'],
] as const)('what falls due each %s from %s on repeats so', (every, date, rule) => {
  const limit = { text: '限期', date, from: null, every };
  const task = { ...bundle.saved.taskLists[0]!.tasks[0]!, deadlines: [limit], heading: '' };
  const one = richBundle();
  one.saved.taskLists = [{ ...one.saved.taskLists[0]!, tasks: [task] }];
  const lines = icsOf([one], 'Pizhu test', now).join('').replaceAll('\r\n ', '').split('\r\n');
  expect(lines).toContain(`RRULE:${rule}`);
  expect(lines.find((line) => line.startsWith('SUMMARY:'))).toBe(`SUMMARY:${task.text}`);
});

test('no event is made of what is no day, and no link of what is no address', () => {
  const limit = { text: '限期', date: '2025-06', from: null, every: null };
  const task = { ...bundle.saved.taskLists[0]!.tasks[0]!, deadlines: [limit] };
  const one = richBundle([], {}, 'not an address');
  one.saved.taskLists = [{ ...one.saved.taskLists[0]!, tasks: [task] }];
  expect(icsOf([one], '', now).join('')).not.toContain('VEVENT');
  task.deadlines = [{ ...limit, date: '2025-06-01' }];
  const calendar = icsOf([one], '', now).join('');
  expect(calendar).toContain('BEGIN:VEVENT');
  expect(calendar).not.toContain('\nURL:');
});

test('signs with a meaning, breaks and controls in words do not break a calendar', () => {
  const one = richBundle([], { title: '甲;乙,丙\\丁\r\n戊\u0007' });
  const calendar = icsOf([one], '', now).join('').replaceAll('\r\n ', '');
  expect(calendar).toContain('《甲\\;乙\\,丙\\\\丁\\n戊》');
});
