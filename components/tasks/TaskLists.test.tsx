// @vitest-environment jsdom
import '@/test/support/interface.ts';

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import { applyCorrections } from '@/lib/record/taskCorrections.ts';
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
