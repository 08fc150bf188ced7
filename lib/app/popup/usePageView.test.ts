import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/test/support/interface.ts';
import { richReading } from '@/test/support/richReading.mjs';
import { sampleSaved } from '@/test/support/samples.ts';
import { withDetails } from '../../tasks/corrections/details.ts';
import { TextReading } from '../../tasks/schema.ts';
import { formatMoment } from '../i18n.ts';
import { countWords, saveBarOf, savedStatus } from './usePageView.ts';

beforeEach(() => setLanguage('zh_CN'));

const { taskLists } = TextReading.parse(richReading);
const lists = taskLists.map((list) => ({
  ...list,
  tasks: list.tasks.map((task) => ({
    ...withDetails(task, list.speaker, []),
    correction: null,
    found: task,
  })),
  removed: [],
}));

test('how many orders there are is said with how many have a deadline', () => {
  expect(countWords(lists)).toBe('8 项，5 项有时限');
  const timeless = lists.map((list) => ({
    ...list,
    tasks: list.tasks.map((task) => ({ ...task, deadlines: [] })),
  }));
  expect(countWords(timeless)).toBe('8 项任务');
  setLanguage('en');
  expect(countWords(lists)).toBe('8 tasks, 5 with a deadline');
});

test('a page is not saved, saved, or saved and changed since', () => {
  const saved = sampleSaved();
  const at = formatMoment(saved.capturedAt);
  expect(savedStatus({ saved: null, changed: false })).toBe('尚未保存');
  expect(savedStatus({ saved, changed: false })).toBe(`已保存 · ${at}`);
  expect(savedStatus({ saved, changed: true })).toBe(`网页已改动 · 存于 ${at}`);
});

test('saving stands out where a page is not saved or has changed, which is a warning until something is told', () => {
  const saved = sampleSaved();
  expect(saveBarOf({ saved: null, changed: false }, '')).toMatchObject({ urged: true, warns: false });
  expect(saveBarOf({ saved, changed: false }, '')).toMatchObject({ urged: false, warns: false });
  expect(saveBarOf({ saved, changed: true }, '')).toMatchObject({ urged: true, warns: true });
  expect(saveBarOf({ saved, changed: true }, '已复制')).toEqual({
    urged: true,
    warns: false,
    status: '已复制',
  });
});
