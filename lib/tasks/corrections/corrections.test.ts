import { expect, test } from 'vitest';
import type { TaskCorrection } from '../../record/taskCorrections.ts';
import {
  addTask,
  applyCorrections,
  correctDetails,
  removeTask,
  respanTask,
} from '../../record/taskCorrections.ts';
import type { Task, TaskList } from '../schema.ts';
import { countTasks, plainLists, taskOver } from './corrections.ts';
import { restoreTask } from './edits.ts';

const text =
  '会议要求，要查清底数，市水务局牵头，6月底前报送。要抓紧整改，不留尾巴。要加强宣传。\n会议还听取了汇报。\n各街道要逐户走访。';

function taskOf(words: string, details: Partial<Task> = {}): Task {
  const start = text.indexOf(words);
  const nothing = {
    marker: null,
    heading: '',
    measures: [],
    responsible: [],
    leads: [],
    firmness: null,
    deadlines: [],
    targets: [],
  };
  return { ...nothing, text: words, start, end: start + words.length, ...details };
}
const lists: TaskList[] = [
  {
    form: 'parallel',
    speaker: { name: '会议', title: null },
    announcedCount: null,
    section: null,
    tasks: [
      taskOf('要查清底数，市水务局牵头，6月底前报送', {
        heading: '要查清底数',
        responsible: ['市水务局'],
        leads: ['市水务局'],
        deadlines: [{ text: '6月底前', date: '2025-06-30', from: null, every: null }],
      }),
      taskOf('要抓紧整改，不留尾巴'),
    ],
  },
];
const spanOf = (words: string) => {
  const { start, end } = taskOf(words);
  return { start, end };
};
const wordsOf = (corrections: TaskCorrection[], of = text) =>
  applyCorrections(lists, corrections, of, null).lists.map(({ tasks }) => tasks.map((task) => task.text));
const first = () => applyCorrections(lists, [], text, null).lists[0]!.tasks[0]!;

test('without corrections the lists are those that were found', () => {
  const { lists: same, unplaced } = applyCorrections(lists, [], text, null);
  expect(plainLists(same)).toEqual(lists);
  expect(unplaced).toEqual([]);
  expect(same[0]!.tasks[0]).toMatchObject({ correction: null, found: lists[0]!.tasks[0] });
});

test('a removed task leaves the list, is told of, and comes back', () => {
  const removed = removeTask([], first(), text);
  const [list] = applyCorrections(lists, removed, text, null).lists;
  expect(list!.tasks.map((task) => task.text)).toEqual(['要抓紧整改，不留尾巴']);
  expect(list!.removed.map((task) => task.text)).toEqual(['要查清底数，市水务局牵头，6月底前报送']);
  expect(restoreTask(removed, list!.removed[0]!)).toEqual([]);
});

test('the details of a task in other words are those of its words', () => {
  const short = respanTask([], first(), spanOf('要查清底数，市水务局牵头'), text);
  const task = applyCorrections(lists, short, text, null).lists[0]!.tasks[0]!;
  expect(task).toMatchObject({
    text: '要查清底数，市水务局牵头',
    heading: '要查清底数',
    leads: ['市水务局'],
    deadlines: [],
  });
  expect(task.found).toEqual(lists[0]!.tasks[0]);
  const whole = respanTask([], first(), spanOf('市水务局牵头，6月底前报送'), text);
  const [dated] = applyCorrections(lists, whole, text, '2025-03-04').lists[0]!.tasks;
  expect(dated!.deadlines).toMatchObject([{ text: '6月底前', date: '2025-06-30' }]);
  expect(text.slice(task.start, task.end)).toBe(task.text);
  const again = respanTask(short, task, spanOf('要查清底数'), text);
  expect(again).toHaveLength(1);
  expect(wordsOf(again)[0]![0]).toBe('要查清底数');
  expect(
    respanTask(again, applyCorrections(lists, again, text, null).lists[0]!.tasks[0]!, task.found!, text),
  ).toEqual([]);
});

test('an added task stands in the list of its paragraph, else in a list of its own', () => {
  const within = addTask([], spanOf('要加强宣传'), text);
  expect(wordsOf(within)).toEqual([[...lists[0]!.tasks.map((task) => task.text), '要加强宣传']]);
  const both = addTask(within, spanOf('各街道要逐户走访'), text);
  const corrected = applyCorrections(lists, both, text, null).lists;
  expect(corrected[1]).toMatchObject({ form: 'corrected', speaker: null });
  expect(countTasks(corrected)).toBe(4);
  const own = corrected[1]!.tasks[0]!;
  expect(own.found).toBeNull();
  expect(own.responsible).toEqual(['各街道']);
  const wider = respanTask(both, own, spanOf('要逐户走访'), text);
  expect(wordsOf(wider)[1]).toEqual(['要逐户走访']);
  expect(removeTask(both, own, text)).toEqual(within);
});

test('corrections hold for a later version of the text, and what is gone from it is told', () => {
  const corrections = addTask(removeTask([], first(), text), spanOf('各街道要逐户走访'), text);
  const later = text.replace('会议要求，', '3月1日，会议要求，').replace('各街道要逐户走访', '此段删去');
  const moved = lists.map((list) => ({
    ...list,
    tasks: list.tasks.map((task) => ({ ...task, start: task.start + 5, end: task.end + 5 })),
  }));
  const { lists: corrected, unplaced } = applyCorrections(moved, corrections, later, null);
  expect(corrected.map(({ tasks }) => tasks.map((task) => task.text))).toEqual([['要抓紧整改，不留尾巴']]);
  expect(unplaced.map(({ kind }) => kind)).toEqual(['add']);
});

test('a task that the reader finds a little longer by now is still the one meant', () => {
  const removed = removeTask([], first(), text);
  const longer = [{ ...lists[0]!, tasks: [taskOf('会议要求，要查清底数，市水务局牵头，6月底前报送')] }];
  expect(applyCorrections(longer, removed, text, null).lists[0]!.tasks).toEqual([]);
  expect(plainLists(applyCorrections(longer, removed, text, null).lists)).toEqual([]);
});

test('words of another task cannot be taken twice', () => {
  const { lists: now } = applyCorrections(lists, [], text, null);
  expect(taskOver(now, spanOf('6月底前报送。要抓紧整改'), null)?.text).toContain('要查清底数');
  expect(taskOver(now, spanOf('要查清底数'), now[0]!.tasks[0]!)).toBeNull();
  expect(taskOver(now, spanOf('要加强宣传'), null)).toBeNull();
});

test('only the start or only the end of a task is moved', () => {
  const task = first();
  const { start, end } = task;
  expect(respanTask([], task, { start, end }, text)).toEqual([]);
  for (const span of [
    { start: start + 1, end },
    { start, end: end - 1 },
  ])
    expect(respanTask([], task, span, text)).toMatchObject([{ kind: 'respan' }]);
});

test('a task that is added goes into the list around it, in whatever line that is', () => {
  const below = `标题\n说明一行。\n${text}`;
  const shifted = lists.map((list) => ({
    ...list,
    tasks: list.tasks.map((task) => ({
      ...task,
      start: task.start + below.indexOf(text),
      end: task.end + below.indexOf(text),
    })),
  }));
  const tasksWith = (words: string) => {
    const start = below.indexOf(words);
    const corrections = addTask([], { start, end: start + words.length }, below);
    return applyCorrections(shifted, corrections, below, null).lists.map(({ tasks }) => tasks.length);
  };
  expect(tasksWith('要加强宣传')).toEqual([3]);
  expect([...tasksWith('各街道要逐户走访')].sort()).toEqual([1, 2]);
  expect([...tasksWith('说明一行')].sort()).toEqual([1, 2]);
});

const tasksOf = (corrections: TaskCorrection[], of = text) =>
  applyCorrections(lists, corrections, of, null).lists.flatMap(({ tasks }) => tasks);
const byMayor = { name: '李平', title: '区长' };
const june = { text: '6月底前', date: '2025-07-15', from: null, every: null };
const bodies = { responsible: ['市水务局', '各街道'], leads: ['各街道'] };

test('the details of a task are those that a person has set, beside those that were read', () => {
  const corrections = correctDetails([], first(), { deadlines: [june], bodies }, text);
  expect(corrections).toMatchObject([
    { kind: 'detail', at: { exact: first().text }, values: { deadlines: [june], bodies } },
  ]);
  const [task] = tasksOf(corrections);
  expect(task).toMatchObject({ deadlines: [june], ...bodies, correction: null });
  expect(task!.details.read).toEqual({
    bodies: { responsible: ['市水务局'], leads: ['市水务局'] },
    deadlines: lists[0]!.tasks[0]!.deadlines,
    speaker: { name: '会议', title: null },
  });
  const [plain] = plainLists(applyCorrections(lists, corrections, text, null).lists)[0]!.tasks;
  expect(plain).toEqual({ ...lists[0]!.tasks[0], deadlines: [june], ...bodies });
});

test('a detail is set to nothing, and one that is as it was read needs no correction', () => {
  const none = correctDetails([], first(), { deadlines: [], bodies: { responsible: [], leads: [] } }, text);
  const [task] = tasksOf(none);
  expect(task).toMatchObject({ deadlines: [], responsible: [], leads: [] });
  const { read } = task!.details;
  const dated = correctDetails(none, task!, { bodies: read.bodies }, text);
  expect(dated).toMatchObject([{ values: { deadlines: [] } }]);
  expect(Object.keys((dated[0] as { values: object }).values)).toEqual(['deadlines']);
  expect(correctDetails(dated, tasksOf(dated)[0]!, { deadlines: read.deadlines }, text)).toEqual([]);
});

test('details stay with a task in other words, and in a later version of the text', () => {
  const dated = correctDetails([], first(), { deadlines: [june] }, text);
  const both = respanTask(dated, tasksOf(dated)[0]!, spanOf('市水务局牵头，6月底前报送'), text);
  expect(both.map(({ kind }) => kind)).toEqual(['detail', 'respan']);
  const [task] = tasksOf(both);
  expect(task).toMatchObject({ text: '市水务局牵头，6月底前报送', deadlines: [june], leads: ['市水务局'] });
  expect(task!.details.read.deadlines).toMatchObject([{ text: '6月底前' }]);
  expect(restoreTask(both, task!)).toEqual([]);
  const later = `3月1日讯。${text}`;
  const moved = lists.map((list) => ({
    ...list,
    tasks: list.tasks.map((one) => ({ ...one, start: one.start + 6, end: one.end + 6 })),
  }));
  const [again] = applyCorrections(moved, both, later, null).lists[0]!.tasks;
  expect(again).toMatchObject({ text: '市水务局牵头，6月底前报送', deadlines: [june] });
  const gone = applyCorrections([], both, '别的文字。', null);
  expect(gone.unplaced).toEqual(expect.arrayContaining(both));
});

test('a removed task keeps its details for when it comes back', () => {
  const dated = correctDetails([], first(), { deadlines: [june] }, text);
  const removed = removeTask(dated, tasksOf(dated)[0]!, text);
  const [list] = applyCorrections(lists, removed, text, null).lists;
  expect(list!.removed).toMatchObject([{ deadlines: [june] }]);
  expect(restoreTask(removed, list!.removed[0]!)).toEqual(dated);
});

test('the details of an added task follow its words, and go with it', () => {
  const added = addTask([], spanOf('各街道要逐户走访'), text);
  const own = () => tasksOf(dated).at(-1)!;
  const dated = correctDetails(added, tasksOf(added).at(-1)!, { deadlines: [june] }, text);
  expect(own()).toMatchObject({ deadlines: [june], responsible: ['各街道'], found: null });
  const short = respanTask(dated, own(), spanOf('走访'), text);
  expect(tasksOf(short).at(-1)).toMatchObject({ text: '走访', deadlines: [june], responsible: [] });
  expect(applyCorrections(lists, short, text, null).unplaced).toEqual([]);
  expect(restoreTask(dated, own())).toEqual(added);
  expect(removeTask(dated, own(), text)).toEqual([]);
  expect(correctDetails(dated, own(), { deadlines: [] }, text)).toEqual(added);
});

test('details that two devices have set are joined, and of one detail the later counts', () => {
  const early = new Date('2025-03-04T00:00:00Z');
  const late = new Date('2025-03-05T00:00:00Z');
  const here = correctDetails([], first(), { deadlines: [june], bodies }, text, late);
  const there = correctDetails([], first(), { deadlines: [], speaker: byMayor }, text, early);
  for (const both of [
    [...here, ...there],
    [...there, ...here],
  ]) {
    const { lists: joined, unplaced } = applyCorrections(lists, both, text, null);
    expect(unplaced).toEqual([]);
    expect(joined[0]).toMatchObject({ speaker: byMayor, tasks: [{ deadlines: [june], ...bodies }] });
    expect(correctDetails(both, joined[0]!.tasks[0]!, {}, text)).toHaveLength(1);
  }
});

test('a task with another speaker stands in a list of that speaker', () => {
  const [one, two] = applyCorrections(lists, [], text, null).lists[0]!.tasks;
  const counted = lists.map((list) => ({ ...list, announcedCount: 2 }));
  const single = correctDetails([], one!, { speaker: byMayor }, text);
  const parts = applyCorrections(counted, single, text, null).lists;
  expect(plainLists(parts)).toEqual([
    { ...lists[0], speaker: byMayor, tasks: [lists[0]!.tasks[0]] },
    { ...lists[0], tasks: [lists[0]!.tasks[1]] },
  ]);
  const whole = correctDetails(single, two!, { speaker: byMayor }, text);
  expect(plainLists(applyCorrections(counted, whole, text, null).lists)).toEqual([
    { ...counted[0], speaker: byMayor },
  ]);
  const nobody = correctDetails([], one!, { speaker: null }, text);
  expect(applyCorrections(lists, nobody, text, null).lists.map(({ speaker }) => speaker)).toEqual([
    null,
    { name: '会议', title: null },
  ]);
});

test('an added task has the speaker whom all tasks of its list have, and keeps its own', () => {
  const all = applyCorrections(lists, [], text, null).lists[0]!.tasks.reduce(
    (made, task) => correctDetails(made, task, { speaker: byMayor }, text),
    addTask([], spanOf('要加强宣传'), text),
  );
  expect(applyCorrections(lists, all, text, null).lists).toMatchObject([
    { speaker: byMayor, tasks: { length: 3 } },
  ]);
  const own = tasksOf(all).at(-1)!;
  expect(own.details.set).toEqual({});
  const other = correctDetails(all, own, { speaker: { name: '王敏', title: null } }, text);
  expect(applyCorrections(lists, other, text, null).lists.map(({ tasks }) => tasks.length)).toEqual([2, 1]);
});

test('removed tasks stay with the list in which they were found', () => {
  const [one, two] = applyCorrections(lists, [], text, null).lists[0]!.tasks;
  const made = correctDetails(removeTask([], one!, text), two!, { speaker: byMayor }, text);
  expect(applyCorrections(lists, made, text, null).lists).toMatchObject([
    { speaker: byMayor, tasks: { length: 1 }, removed: { length: 1 } },
  ]);
});
