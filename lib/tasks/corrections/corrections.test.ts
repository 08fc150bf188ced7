import { expect, test } from 'vitest';
import type { TaskCorrection } from '../../record/taskCorrections.ts';
import { addTask, applyCorrections, removeTask, respanTask } from '../../record/taskCorrections.ts';
import type { Task, TaskList } from '../schema.ts';
import { countTasks, plainLists, restoreTask, taskOver } from './corrections.ts';

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
