// @vitest-environment jsdom
import '@/test/support/interface.ts';

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import { taskCorrecting } from '@/lib/app/panel/taskCorrecting.ts';
import { applyCorrections, type TaskCorrection } from '@/lib/record/taskCorrections.ts';
import { TextReading } from '@/lib/tasks/schema.ts';
import { richReading } from '@/test/support/richReading.mjs';
import { TaskLists } from './TaskLists.tsx';

afterEach(() => act(() => render(null, document.body)));

const actions = { markOf: () => null, correct: null, openMark: null } as unknown as TaskActions;
const [first] = applyCorrections(
  TextReading.parse(richReading).taskLists,
  [],
  richReading.article.text,
  null,
).lists;

const announced = (count: number | null) => {
  act(() =>
    render(<TaskLists lists={[{ ...first!, announcedCount: count }]} actions={actions} />, document.body),
  );
  const chip = document.querySelector('[data-testid=announced]');
  return chip && { words: chip.textContent!, warns: chip.className.includes('warn') };
};

test('a count that the text announces is shown, as a warning only where it is not the number of tasks', () => {
  const count = first!.tasks.length;
  expect(announced(count)).toEqual({ words: `文中称 ${count} 项，已识别 ${count} 项`, warns: false });
  expect(announced(count + 1)).toEqual({
    words: `文中称 ${count + 1} 项，已识别 ${count} 项，请核对`,
    warns: true,
  });
  expect(announced(null)).toBeNull();
  expect(document.body.textContent).toContain(`${count} 项任务`);
});

test('how firm a task is shows beside its words only where it is not the usual', () => {
  const [task] = first!.tasks;
  const tasks = [
    { ...task!, firmness: 'should' as const },
    { ...task!, start: 1, found: null, firmness: 'must' as const },
  ];
  act(() => render(<TaskLists lists={[{ ...first!, tasks }]} actions={actions} />, document.body));
  const words = [...document.querySelectorAll('[data-testid=task]')].map((one) => one.textContent!);
  expect(words.map((one) => /必须|应当/.exec(one.slice(0, 8))?.[0])).toEqual([undefined, '必须']);
});

test('of many bodies a folded task names three, and says how many there are', () => {
  const [task] = first!.tasks;
  const bodies = ['甲局', '乙局', '丙局', '丁局', '戊局'];
  const tasks = [{ ...task!, deadlines: [], targets: [], leads: bodies, responsible: [...bodies, '己局'] }];
  act(() => render(<TaskLists lists={[{ ...first!, tasks }]} actions={actions} />, document.body));
  const chips = [...document.querySelectorAll('.chips .chip')].map((one) => one.textContent);
  expect(chips).toEqual(['牵头 甲局、乙局、丙局等 5 个单位', '责任 己局']);
});

const { text } = richReading.article;
const { taskLists } = TextReading.parse(richReading);
const all = (testId: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid=${testId}]`)];
const one = (testId: string) => all(testId)[0]!;
const press = (testId: string, at = 0) => act(async () => all(testId)[at]!.click());
const type = (testId: string, words: string, at = 0) =>
  act(() => {
    const field = all(testId)[at] as HTMLInputElement;
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
/** Submits the editor, and waits until it has closed or says why not. */
async function submit() {
  await act(async () => void one('detail-editor').dispatchEvent(new Event('submit', { cancelable: true })));
  await vi.waitFor(() => {
    if (!document.querySelector('[role=alert]')) expect(all('detail-editor')).toHaveLength(0);
  });
}
const shown = () =>
  [...document.querySelectorAll('[data-testid=speaker-group]')].map((group) => [
    group.querySelector('h3')!.textContent,
    group.querySelectorAll('[data-testid=task-item]').length,
  ]);

/** Shows the tasks of an article, and shows them again after each correction, as the panel does. */
function showCorrectable({ fails = false } = {}) {
  const kept = { now: [] as TaskCorrection[] };
  const light = vi.fn();
  const draw = () => {
    const { lists } = applyCorrections(taskLists, kept.now, text, null);
    const correct = taskCorrecting({
      ask: vi.fn() as never,
      store: {
        correctTasks: async (change) => {
          if (fails) throw { code: 'storage' };
          kept.now = change(kept.now);
          draw();
          return 'a step';
        },
        undo: async () => null,
      },
      articleId: '9b2f6a52-4a55-4c3e-8a8f-7a4b0a2f1c11',
      text,
      lists,
      publishedAt: '2025-03-12',
      people: [],
      notify: () => {},
    });
    render(
      <TaskLists
        lists={lists}
        actions={{ ...actions, light, show: () => {}, correct } as unknown as TaskActions}
      />,
      document.body,
    );
  };
  act(draw);
  return kept;
}

test('a deadline is corrected, with what was read beside it, and restored', async () => {
  const kept = showCorrectable();
  await press('task-open');
  await press('task-edit-details');
  expect(document.activeElement).toBe(one('deadline-words'));
  expect((one('deadline-words') as HTMLInputElement).value).toBe('2025年6月底前');
  expect((one('deadline-day') as HTMLInputElement).value).toBe('2025-06-30');
  expect(all('take-read-deadlines')).toEqual([]);
  type('deadline-day', '2025-07-15');
  expect(one('detail-editor').textContent).toContain('读到的是：2025年6月底前 · 截至 2025-06-30');
  await submit();
  expect(kept.now).toMatchObject([{ kind: 'detail', values: { deadlines: [{ date: '2025-07-15' }] } }]);
  expect(document.activeElement).toBe(one('task-edit-details'));
  expect(one('detail-read').textContent).toBe('读到的是：2025年6月底前 · 截至 2025-06-30');
  expect(one('task-corrected').textContent).toBe('已更正');
  await press('task-edit-details');
  await press('take-read-deadlines');
  await submit();
  expect(kept.now).toEqual([]);
});

test('deadlines are added and removed, and the focus follows', async () => {
  const kept = showCorrectable();
  await press('task-open');
  await press('task-edit-details');
  await press('deadline-add');
  expect(document.activeElement).toBe(all('deadline-words')[1]);
  type('deadline-words', '年底前', 1);
  expect((all('deadline-day')[1] as HTMLInputElement).value).toBe('2025-12-31');
  await press('deadline-remove');
  expect(document.activeElement).toBe(one('deadline-add'));
  expect(all('deadline-words').map((field) => (field as HTMLInputElement).value)).toEqual(['年底前']);
  await submit();
  expect(kept.now).toMatchObject([{ values: { deadlines: [{ text: '年底前', date: '2025-12-31' }] } }]);
  await press('task-restore');
  expect(kept.now).toEqual([]);
});

test('a task with another speaker moves to that speaker, open and with the focus', async () => {
  showCorrectable();
  const [first, second] = shown();
  await press('task-open');
  await press('task-edit-details');
  expect(all('detail-for-list')).toEqual([]);
  type('detail-speaker', '罗映秋');
  expect((one('detail-speaker-title') as HTMLInputElement).value).toBe('市长');
  await press('detail-for-list');
  await submit();
  expect(shown().slice(0, 2)).toEqual([
    [second![0], Number(second![1]) + 1],
    [first![0], Number(first![1]) - 1],
  ]);
  expect(one('detail-read').textContent).toBe('读到的是：市委书记顾清源');
  expect(document.activeElement).toBe(one('task-edit-details'));
  expect(all('task-edit-details')).toHaveLength(1);
});

test('a speaker is set for the whole list where that is left chosen', async () => {
  showCorrectable();
  const [first] = shown();
  await press('task-open');
  await press('task-edit-details');
  type('detail-speaker', '骆闻涛');
  type('detail-speaker-title', '副市长');
  expect(one('detail-editor').textContent).toContain('这一组的另外 2 项任务也改为此讲话人');
  await submit();
  expect(shown()[0]).toEqual(['副市长骆闻涛', first![1]]);
});

test('bodies are suggested, and those that lead are told apart', async () => {
  const kept = showCorrectable();
  await press('task-open');
  await press('task-edit-details');
  type('detail-leads', '市水务局、');
  const options = one('detail-leads').parentElement!.querySelectorAll('option');
  expect([...options].map(({ value }) => value)).toContain('市水务局、各县区政府');
  type('detail-leads', '市水务局');
  type('detail-others', '市生态环境局、各县区政府');
  await submit();
  expect(kept.now).toMatchObject([
    { values: { bodies: { responsible: ['市生态环境局', '市水务局', '各县区政府'], leads: ['市水务局'] } } },
  ]);
  expect(one('detail-read').textContent).toBe('读到的是：牵头 市生态环境局；责任 市水务局、各县区政府');
});

test('a correction that cannot be saved stays in the editor, with the reason', async () => {
  showCorrectable({ fails: true });
  await press('task-open');
  await press('task-edit-details');
  type('detail-leads', '市水务局');
  await submit();
  expect(document.querySelector('[role=alert]')!.textContent).toContain('没能写入本机存储');
  expect((one('detail-leads') as HTMLInputElement).value).toBe('市水务局');
  await act(
    async () =>
      void one('detail-leads').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
  );
  expect(all('detail-editor')).toEqual([]);
});
