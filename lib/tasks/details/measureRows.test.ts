import { expect, test } from 'vitest';
import type { Task } from '../schema.ts';
import { measureRows } from './measureRows.ts';

function taskOf(text: string, measures: string[], start = 40): Task {
  return {
    marker: '一要',
    text,
    start,
    end: start + text.length,
    heading: '',
    measures: measures.map((words) => {
      const at = start + text.indexOf(words);
      return { text: words, start: at, end: at + words.length };
    }),
    responsible: [],
    leads: [],
    firmness: null,
    deadlines: [],
    targets: [],
  };
}
const shape = (task: Task) => {
  const { intro, rows, rest } = measureRows(task);
  return [intro, rows.map(({ before, marker, measure }) => [before, marker, measure.text]), rest];
};

test('markers stand with their measures, the first words before them', () => {
  const task = taskOf('摸清底数。一是沿河核查，不留空白。二是对照图纸；再入户核对。', [
    '沿河核查，不留空白',
    '对照图纸；再入户核对',
  ]);
  expect(shape(task)).toEqual([
    '摸清底数。',
    [
      ['', '一是', '沿河核查，不留空白'],
      ['', '二是', '对照图纸；再入户核对'],
    ],
    '',
  ]);
});

test('sentences as measures have no marker', () => {
  const task = taskOf('健全制度。\n完善巡查。归档备查', ['完善巡查', '归档备查']);
  expect(shape(task)).toEqual([
    '健全制度。',
    [
      ['', '', '完善巡查'],
      ['', '', '归档备查'],
    ],
    '',
  ]);
});

test('no words are lost: those between measures and behind the last stand where they were', () => {
  const task = taskOf('一是核查。各街道每周报送一次。二是整改，月底前完成。结果要公开', ['核查', '整改']);
  expect(shape(task)).toEqual([
    '',
    [
      ['', '一是', '核查'],
      ['各街道每周报送一次。', '二是', '整改'],
    ],
    '月底前完成。结果要公开',
  ]);
});

test('a task without measures is its text; a measure out of its bounds is passed over', () => {
  expect(shape(taskOf('加强宣传', []))).toEqual(['加强宣传', [], '']);
  const task = taskOf('加强宣传', ['加强宣传']);
  task.measures[0]!.end += 5;
  expect(shape(task)).toEqual(['加强宣传', [], '']);
});
