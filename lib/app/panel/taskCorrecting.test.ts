import '@/test/support/interface.ts';

import { beforeEach, expect, test, vi } from 'vitest';
import { applyCorrections, type TaskCorrection } from '../../record/taskCorrections.ts';
import type { Ask } from './channel.ts';
import { taskCorrecting } from './taskCorrecting.ts';

const text = '区长李平强调，一要加快管网检查。二要备足沙袋。会后各街道汇报了进度。';
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const task = (marker: string, words: string) => ({
  marker,
  text: words,
  ...span(words),
  heading: '',
  measures: [],
  responsible: [],
  leads: [],
  firmness: null,
  deadlines: [],
  targets: [],
});
const found = [
  {
    form: 'ordinal' as const,
    speaker: { name: '李平', title: '区长' },
    announcedCount: null,
    section: null,
    tasks: [task('一要', '加快管网检查'), task('二要', '备足沙袋')],
  },
];
const { lists } = applyCorrections(found, [], text, null);
const [first] = lists[0]!.tasks;

const said: [string, (() => Promise<unknown>) | undefined][] = [];

/** Sets up a fake store with the corrections of one article. */
function setUp({ fails = false, quote = null as object | null } = {}) {
  const kept = { now: [] as TaskCorrection[] };
  let before = kept.now;
  const store = {
    correctTasks: async (change: (now: TaskCorrection[]) => TaskCorrection[]) => {
      if (fails) throw { code: 'storage' };
      before = kept.now;
      kept.now = change(before);
      return 'a step';
    },
    undo: async () => {
      kept.now = before;
      return null;
    },
  };
  const ask = vi.fn(async () => ({ quote })) as unknown as Ask;
  const correcting = taskCorrecting({
    ask,
    store,
    articleId: '9b2f6a52-4a55-4c3e-8a8f-7a4b0a2f1c11',
    text,
    lists,
    publishedAt: '2025-03-04',
    people: [{ name: '王敏', title: '副区长' }],
    notify: (words, undo) => void said.push([words, undo]),
  });
  return { kept, correcting };
}
/** The messages that were shown, once there are any. */
const shownSentences = async () => {
  await vi.waitFor(() => expect(said).not.toEqual([]));
  return said.map(([words]) => words);
};

beforeEach(() => {
  said.length = 0;
});

test('words are made a task, and that can be undone', async () => {
  const { kept, correcting } = setUp();
  expect(await correcting.add(span('各街道汇报了进度'))).toBeNull();
  expect(kept.now).toMatchObject([{ kind: 'add', at: { exact: '各街道汇报了进度' } }]);
  expect(await shownSentences()).toEqual(['任务已添加']);
  await said[0]![1]?.();
  expect(kept.now).toEqual([]);
});

test('words of another task are refused in a sentence, and nothing is written', async () => {
  const { kept, correcting } = setUp();
  const why = '所选文字与“备足沙袋”重叠。请缩小范围，或先移除那一项。';
  expect(await correcting.add(span('要备足沙'))).toBe(why);
  expect(await correcting.respan(first!, span('检查。二要备足'))).toBe(why);
  expect([kept.now, said]).toEqual([[], []]);
});

test('a task is given other words, and may overlap itself', async () => {
  const { kept, correcting } = setUp();
  expect(await correcting.respan(first!, span('管网检查'))).toBeNull();
  expect(kept.now).toMatchObject([
    { kind: 'respan', at: { exact: '加快管网检查' }, to: { exact: '管网检查' } },
  ]);
  expect(await shownSentences()).toEqual(['任务的文字已更正']);
});

test('a task is removed, and restored', async () => {
  const { kept, correcting } = setUp();
  correcting.remove(first!);
  expect(await shownSentences()).toEqual(['任务已移除']);
  expect(kept.now).toMatchObject([{ kind: 'remove' }]);
  const [list] = applyCorrections(found, kept.now, text, null).lists;
  correcting.restore(list!.removed[0]!);
  await vi.waitFor(() => expect(said.at(-1)![0]).toBe('已恢复'));
  expect(kept.now).toEqual([]);
});

const mayor = { name: '王敏', title: '副区长' };
const listsAfter = (made: TaskCorrection[]) =>
  applyCorrections(found, made, text, null).lists.map(({ speaker, tasks }) => [speaker?.name, tasks.length]);

test('the details of a task are set, and that can be undone', async () => {
  const { kept, correcting } = setUp();
  const deadlines = [{ text: '月底前', date: '2025-03-31', from: null, every: null }];
  expect(await correcting.details(first!, { deadlines }, true)).toBeNull();
  expect(kept.now).toMatchObject([{ kind: 'detail', at: { exact: '加快管网检查' }, values: { deadlines } }]);
  expect(await shownSentences()).toEqual(['任务信息已更正']);
  await said[0]![1]?.();
  expect(kept.now).toEqual([]);
});

test('a speaker is set for one task alone, or for all of its list', async () => {
  const { kept, correcting } = setUp();
  expect(correcting.othersInList(first!)).toBe(1);
  await correcting.details(first!, { speaker: mayor }, false);
  expect(listsAfter(kept.now)).toEqual([
    ['王敏', 1],
    ['李平', 1],
  ]);
  kept.now = [];
  await correcting.details(first!, { speaker: mayor, deadlines: [] }, true);
  expect(listsAfter(kept.now)).toEqual([['王敏', 2]]);
  expect(kept.now).toHaveLength(2);
});

test('the speakers of the lists and the people of the text are suggested', () => {
  expect(setUp().correcting.suggestions()).toEqual({
    bodies: [],
    speakers: [{ name: '李平', title: '区长' }, mayor],
  });
});

test('what the collection refuses is told: beside the words that were chosen, else at the foot', async () => {
  const { correcting } = setUp({ fails: true });
  const why = '没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。';
  expect(await correcting.add(span('各街道汇报了进度'))).toBe(why);
  expect(await correcting.respan(first!, span('管网检查'))).toBe(why);
  expect(await correcting.details(first!, { speaker: mayor }, true)).toBe(why);
  expect(said).toEqual([]);
  correcting.remove(first!);
  expect(await shownSentences()).toEqual([why]);
});

test('only the corrections that are named are dropped', async () => {
  const { kept, correcting } = setUp();
  await correcting.add(span('各街道汇报了进度'));
  await correcting.respan(first!, span('管网检查'));
  const [added, changed] = kept.now;
  correcting.drop([added!]);
  await vi.waitFor(() => expect(said.at(-1)![0]).toBe('更正已放弃'));
  expect(kept.now).toEqual([changed]);
});

const quoteOf = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' });

test.each([
  ['nothing', null, '没有读到选中的文字。请打开原网页，在页面上选中文字后再试。'],
  ['words that the text does not have', quoteOf('无此文字'), '所选文字不在留存的原文里。'],
  ['words of the text', quoteOf('备足沙袋'), span('备足沙袋')],
])('the selection on the page is %s', async (_, quote, answer) => {
  const selection = await setUp({ quote }).correcting.pageSelection();
  if (typeof answer === 'string') expect(selection).toBe(answer);
  else expect(selection).toMatchObject(answer);
});
