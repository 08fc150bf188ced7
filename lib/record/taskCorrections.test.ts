import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DETAILS, detailsNow, isSameDetail } from '../tasks/corrections/details.ts';
import { restoreTask } from '../tasks/corrections/edits.ts';
import type { TaskDetails } from '../tasks/schema.ts';
import {
  addTask,
  applyCorrections,
  correctDetails,
  removeTask,
  respanTask,
  type TaskCorrection,
} from './taskCorrections.ts';

const text = '会议要求，各街道要检查管网。\n区水务局要清理河道。';
const now = new Date('2025-03-04T01:30:00.000Z');
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const tasksAfter = (made: ReturnType<typeof addTask>) =>
  applyCorrections([], made, text, null).lists.flatMap(({ tasks }) => tasks);
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

const sentences = [
  '要检查管网，不留空白',
  '要清理河道，每周公布',
  '要备足沙袋，专人看管',
  '要通报进展，接受监督',
];
const whole = sentences.join('。');
const found = sentences.slice(0, 3).map((words) => ({
  marker: null,
  text: words,
  start: whole.indexOf(words),
  end: whole.indexOf(words) + words.length,
  heading: '',
  measures: [],
  responsible: ['水务局'],
  leads: [],
  firmness: null,
  deadlines: [],
  targets: [],
}));
const list = {
  form: 'parallel' as const,
  speaker: { name: '会议', title: null },
  announcedCount: 3,
  section: null,
  tasks: found,
};
const wanted: fc.Arbitrary<Partial<TaskDetails>> = fc.record(
  {
    bodies: fc.constantFrom(
      { responsible: [], leads: [] },
      { responsible: ['水务局', '各街道'], leads: ['各街道'] },
    ),
    deadlines: fc.constantFrom([], [{ text: '年底前', date: '2025-12-31', from: null, every: null }]),
    speaker: fc.constantFrom(null, { name: '李平', title: '区长' }, { name: '会议', title: null }),
  },
  { requiredKeys: [] },
);
const step = fc.record({
  act: fc.constantFrom('details', 'shorten', 'lengthen', 'remove', 'restore', 'add'),
  which: fc.nat({ max: 3 }),
  wanted,
});

test('whatever a person does in whatever order, every task keeps its place and what was set of it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let made: TaskCorrection[] = [];
      /** For each sentence: whether it must be shown as a task, and the task's details that must have been set. */
      const state = sentences.map((_, i) => ({ shown: i < 3, set: {} as Partial<TaskDetails> }));
      const nth = (at: { start: number }) =>
        sentences.findIndex((words) => whole.indexOf(words) + words.length > at.start);
      for (const { act, which, wanted } of steps) {
        const { lists } = applyCorrections([list], made, whole, null);
        const shown = lists.flatMap(({ tasks }) => tasks).find((task) => nth(task) === which);
        const removed = lists.flatMap((one) => one.removed).find((task) => nth(task) === which);
        const own = state[which]!;
        const start = whole.indexOf(sentences[which]!);
        const end = start + sentences[which]!.length;
        if (act === 'add' && !shown && !removed) {
          made = addTask(made, { start, end }, whole);
          own.shown = true;
        } else if (act === 'restore' && removed) {
          made = restoreTask(made, removed);
          own.shown = true;
        } else if (act === 'restore' && shown) {
          made = restoreTask(made, shown);
          own.set = {};
        } else if (act === 'remove' && shown) {
          made = removeTask(made, shown, whole);
          own.shown = false;
          if (!shown.found) own.set = {};
        } else if (act === 'details' && shown) {
          made = correctDetails(made, shown, wanted, whole);
          for (const detail of DETAILS) {
            if (!(detail in wanted)) continue;
            delete own.set[detail];
            if (!isSameDetail(wanted, shown.details.read, detail))
              Object.assign(own.set, { [detail]: wanted[detail] });
          }
        } else if ((act === 'shorten' || act === 'lengthen') && shown) {
          made = respanTask(made, shown, { start, end: act === 'shorten' ? end - 5 : end }, whole);
        }
        const after = applyCorrections([list], made, whole, null);
        expect(after.unplaced).toEqual([]);
        const tasks = after.lists.flatMap((one) => one.tasks.map((task) => ({ ...task, by: one.speaker })));
        expect(tasks.map(nth).sort()).toEqual([0, 1, 2, 3].filter((i) => state[i]!.shown));
        for (const task of tasks) {
          const now = detailsNow(task.details);
          expect(now).toMatchObject(state[nth(task)]!.set);
          const { responsible, leads, deadlines, by } = task;
          expect({ bodies: { responsible, leads }, deadlines, speaker: by }).toEqual(now);
        }
      }
    }),
    { numRuns: 200 },
  );
});
