import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/test/support/interface.ts';
import { sampleAnnotation } from '@/test/support/samples.ts';
import { withDetails } from '../../tasks/corrections/details.ts';
import { groupsOf } from './taskGroups.ts';
import { taskMarkOf } from './taskMark.ts';
import {
  actWords,
  deadlineDays,
  deadlineShort,
  speakerWords,
  targetWords,
  withTitleMarks,
} from './taskWords.ts';

beforeEach(() => setLanguage('zh_CN'));

const limit = { text: '年底前', date: null, from: null, every: null };

test.each([
  [{}, ''],
  [{ date: '2025-12-31' }, '截至 2025-12-31'],
  [{ date: '2025-12-31', from: '2025-01-01' }, '2025-01-01 至 2025-12-31'],
  [{ every: 'month' as const }, '每月'],
  [{ every: 'year' as const, date: '2025-12-31' }, '每年 · 首次 2025-12-31'],
])('the days of a time limit are told: %o', (more, words) => {
  const told = deadlineDays({ ...limit, ...more });
  for (const part of words.split(/[ ·]+/)) expect(told).toContain(part);
  expect(told === '').toBe(words === '');
});

test.each([
  [{ date: '2025-12-31' }, '年底前 · 2025-12-31'],
  [{}, '年底前'],
  [{ date: '2025-12-31', every: 'year' as const }, '年底前'],
  [{ date: '2025-12-31', text: '2025年底前' }, '2025年底前'],
])('in short it has a date where its words name none: %o', (more, words) => {
  expect(deadlineShort({ ...limit, ...more })).toBe(words);
});

test('a number to be reached is told with what it measures, else in its own words', () => {
  const target = {
    text: '优良比例达到85.5%以上',
    quantity: '优良比例',
    value: 12_085.5,
    unit: '%',
    direction: 'atLeast' as const,
    year: null,
  };
  expect(targetWords(target)).toBe('优良比例 不低于 12,085.5%');
  expect(targetWords({ ...target, quantity: null })).toBe(target.text);
});

test('speakers, acts and titles are told as they are written', () => {
  expect(speakerWords({ name: '李平', title: '区长' })).toBe('区长李平');
  expect(speakerWords({ name: '会议', title: null })).toBe('会议');
  expect(['issued', 'passed', 'deliberated', 'named'].map((act) => actWords(act as 'named'))).not.toContain(
    '',
  );
  expect([withTitleMarks('方案'), withTitleMarks('《方案》'), withTitleMarks('〈方案〉')]).toEqual([
    '《方案》',
    '《方案》',
    '〈方案〉',
  ]);
});

const task = {
  marker: null,
  text: '完成管网 检查',
  start: 10,
  end: 20,
  heading: '',
  measures: [],
  responsible: [],
  leads: [],
  firmness: null,
  deadlines: [],
  targets: [],
};
const sha256 = 'a'.repeat(64);
const mark = (start: number, end: number, words = '别的字', tags = ['任务'], of = sha256) =>
  sampleAnnotation(words, tags, { sha256: of, start, end });

test.each([
  ['at its place', mark(10, 20), true],
  ['over more than half of it', mark(14, 20), true],
  ['over half of it', mark(15, 20), false],
  ['over far more than it', mark(0, 40), false],
  ['beside it', mark(20, 30), false],
  ['at its place without the tag', mark(10, 20, '别的字', ['水务']), false],
  ['on its words in another version', mark(0, 10, '完成管网检查', ['任务'], 'b'.repeat(64)), true],
  ['on other words in another version', mark(10, 20, '别的字', ['任务'], 'b'.repeat(64)), false],
])('a mark %s is known as that of a task or not', (_, one, isOf) => {
  expect(taskMarkOf([mark(50, 60), one], task, sha256)).toBe(isOf ? one : null);
});

const corrected = { ...withDetails(task, null, []), correction: null, found: task };
const list = {
  form: 'ordinal' as const,
  speaker: null as { name: string; title: string | null } | null,
  announcedCount: null,
  section: null as string | null,
  tasks: [corrected],
  removed: [],
};
const by = (name: string, title: string | null = '区长') => ({ ...list, speaker: { name, title } });

test('lists are grouped by their speakers in the order of the text, lists of a document by what it is', () => {
  const groups = groupsOf([
    by('李平'),
    { ...list, section: '一、重点' },
    by('王宁'),
    by('李平'),
    { ...list, section: '二、保障' },
    by('李平', '局长'),
  ]);
  expect(groups.map(({ heading, lists }) => [heading, lists.length])).toEqual([
    ['区长李平', 2],
    [groupsOf([list])[0]!.heading, 2],
    ['区长王宁', 1],
    ['局长李平', 1],
  ]);
  expect(groups[1]!.lists.map(({ section }) => section)).toEqual(['一、重点', '二、保障']);
});

test('the one list of a document is headed by its section, which does not stand twice; what a person added is apart', () => {
  const added = { ...list, form: 'corrected' as const };
  const [document, person] = groupsOf([{ ...list, section: '一、重点' }, added]);
  expect(document).toMatchObject({ heading: '一、重点', lists: [{ section: null }] });
  expect(person!.heading).not.toBe(groupsOf([list])[0]!.heading);
  expect(groupsOf([{ ...by('李平'), section: '一、重点' }])[0]).toMatchObject({
    heading: '区长李平',
    lists: [{ section: '一、重点' }],
  });
});
