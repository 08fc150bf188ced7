import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportParts, parseExport } from '@/lib/exchange/json.ts';
import { PageReading } from '@/lib/record/schema.ts';
import { addTask, applyCorrections, removeTask } from '@/lib/record/taskCorrections.ts';
import { correctTasks, countCorrectedTasks } from '@/lib/store/corrections.ts';
import { Database } from '@/lib/store/database.ts';
import { getBundle, listArticles, saveReading } from '@/lib/store/repository.ts';
import { takeBack } from '@/lib/tasks/corrections/corrections.ts';
import { richReading } from '../support/richReading.mjs';

const reading = PageReading.parse(richReading);
const { text } = reading.article;
let db: Database;
let id: string;
beforeEach(async () => {
  db = new Database(`pizhu-test-${crypto.randomUUID()}`);
  id = (await saveReading(db, reading)).saved.id;
});
afterEach(async () => {
  db.close();
  await db.delete();
});

const removeFirst = (now: Parameters<typeof removeTask>[0]) =>
  removeTask(now, applyCorrections(reading.taskLists, now, text, null).lists[0]!.tasks[0]!, text);

test('corrections are kept, counted, and taken back one by one', async () => {
  const removed = await correctTasks(db, id, removeFirst);
  const span = { start: 0, end: 6 };
  await correctTasks(db, id, (now) => addTask(now, span, text));
  expect((await getBundle(db, id))!.saved.taskCorrections.map(({ kind }) => kind)).toEqual(['remove', 'add']);
  expect((await countCorrectedTasks(db, await listArticles(db))).get(id)).toBe(8);
  await correctTasks(db, id, takeBack(removed!.before, removed!.after));
  expect((await countCorrectedTasks(db, await listArticles(db))).get(id)).toBe(9);
  expect(await correctTasks(db, crypto.randomUUID(), removeFirst)).toBeNull();
});

test('two corrections at once are both kept', async () => {
  await Promise.all([
    correctTasks(db, id, removeFirst),
    correctTasks(db, id, (now) => addTask(now, { start: 0, end: 6 }, text)),
  ]);
  expect((await getBundle(db, id))!.saved.taskCorrections).toHaveLength(2);
});

test('corrections stay when the page is saved again, and hold for its changed text', async () => {
  await correctTasks(db, id, removeFirst);
  const later = `最新消息。\n${text}`;
  const moved = reading.taskLists.map((list) => ({
    ...list,
    tasks: list.tasks.map((task) => ({ ...task, start: task.start + 6, end: task.end + 6, measures: [] })),
  }));
  await saveReading(db, { ...reading, taskLists: moved, article: { ...reading.article, text: later } });
  const { saved, texts } = (await getBundle(db, id))!;
  expect(texts).toHaveLength(2);
  const { lists, unplaced } = applyCorrections(saved.taskLists, saved.taskCorrections, later, null);
  expect(unplaced).toEqual([]);
  expect(lists[0]!.removed.map(({ marker }) => marker)).toEqual(['一要']);
});

test('the exported file has what was found, the corrections, and the corrected lists', async () => {
  await correctTasks(db, id, removeFirst);
  const [article] = parseExport(exportParts([(await getBundle(db, id))!], 'test').join('')).articles;
  expect(article!.saved.taskLists[0]!.tasks).toHaveLength(3);
  expect(article!.saved.taskCorrections).toHaveLength(1);
  expect(article!.correctedTaskLists![0]!.tasks.map(({ marker }) => marker)).toEqual(['二要', '三要']);
});
