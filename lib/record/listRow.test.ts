import { expect, test } from 'vitest';
import { sampleAnnotation, sampleReading, sampleSaved, sampleStamps } from '../../test/support/samples.ts';
import { CollectionCounts, Counts, TagCount } from './counts.ts';
import { ListRow, nextDue } from './listRow.ts';
import { listRowOf } from './listRowOf.ts';

const deadline = (date: string | null) => ({ text: '年底前', date, from: null, every: null });
const task = (dates: (string | null)[], start = 0, end = 4) => ({
  marker: null,
  text: '甲乙丙丁',
  start,
  end,
  heading: '',
  measures: [],
  responsible: [],
  leads: [],
  firmness: null,
  deadlines: dates.map(deadline),
  targets: [],
});
const listOf = (...tasks: ReturnType<typeof task>[]) => ({
  form: 'parallel' as const,
  speaker: null,
  announcedCount: null,
  section: null,
  tasks,
});
const note = { type: 'TextualBody' as const, purpose: 'commenting' as const, value: '要点' };

test('a row has what lists show, order and filter by', () => {
  const saved = sampleSaved({
    tags: ['水务', '青山'],
    note: '跟进',
    starred: true,
    url: 'https://www.qingshan.example:8443/zw/1.html',
    taskLists: [listOf(task(['2025-12-31', '2025-06-30']), task(['2025-06-30', null]))],
  });
  const marks = [
    { ...sampleAnnotation('管网', ['任务', '水务'], null), modified: '2025-04-01T00:00:00.000Z' },
    {
      ...sampleAnnotation('检查', ['任务'], null),
      body: [note, { ...note, purpose: 'tagging' as const, value: '任务' }],
    },
  ];
  marks[1]!.revision = { counter: 9, device: 'd' };
  const row = listRowOf(saved, marks, '', 1);
  expect(row).toEqual({
    id: saved.id,
    created: saved.created,
    modified: '2025-04-01T00:00:00.000Z',
    revision: { counter: 9, device: 'd' },
    schema: 1,
    capturedAt: saved.capturedAt,
    publishedAt: '2025-03-04T09:30:00+08:00',
    title: '青山区召开水务工作会议',
    source: '青山区政府办',
    issuer: null,
    region: '',
    host: 'www.qingshan.example:8443',
    tags: ['水务', '青山', '任务'],
    tagUses: [2, 1, 2],
    marks: 2,
    notes: 2,
    tasks: 2,
    dues: ['2025-06-30', '2025-12-31'],
    starred: true,
    read: false,
    incomplete: false,
    changed: false,
  });
  expect(ListRow.parse(row)).toEqual(row);
});

test('an article without marks, date, note or address has an empty row', () => {
  const saved = sampleSaved({ url: 'about', note: ' ', read: true }, { publishedAt: null, title: '' });
  expect(listRowOf(saved, [], '', 1)).toMatchObject({
    modified: sampleStamps.modified,
    revision: sampleStamps.revision,
    publishedAt: '',
    title: '',
    host: '',
    tags: [],
    tagUses: [],
    marks: 0,
    notes: 0,
    tasks: 0,
    dues: [],
    starred: false,
    read: true,
  });
});

test('tasks and days are those after corrections', () => {
  const { text } = sampleReading().article;
  const exact = '各街道要在2025年底前完成管网检查';
  const created = '2025-03-04T01:30:00.000Z';
  const at = { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' };
  const saved = sampleSaved({ taskCorrections: [{ id: 'c', kind: 'add', at, created }] });
  expect(listRowOf(saved, [], text, 1)).toMatchObject({ tasks: 1, dues: ['2025-12-31'] });
  expect(listRowOf(saved, [], '', 1)).toMatchObject({ tasks: 0, dues: [] });
});

test('days are those that a person has set', () => {
  const at = { type: 'TextQuoteSelector' as const, exact: '甲乙丙丁', prefix: '', suffix: '' };
  const created = '2025-03-04T01:30:00.000Z';
  const row = (deadlines: ReturnType<typeof deadline>[]) =>
    listRowOf(
      sampleSaved({
        taskLists: [listOf(task(['2025-06-30']))],
        taskCorrections: [{ id: 'c', kind: 'detail', at, created, values: { deadlines } }],
      }),
      [],
      '甲乙丙丁。',
      1,
    );
  expect(row([deadline('2025-07-15'), deadline(null)])).toMatchObject({ tasks: 1, dues: ['2025-07-15'] });
  expect(row([])).toMatchObject({ tasks: 1, dues: [] });
});

test('a long title is cut at 300 units and never within a character', () => {
  const title = (text: string) => listRowOf(sampleSaved({}, { title: text }), [], '', 1).title;
  expect(title('长'.repeat(300))).toBe('长'.repeat(300));
  expect(title('长'.repeat(301))).toBe('长'.repeat(300));
  expect(title(`${'长'.repeat(299)}𠮷尾`)).toBe('长'.repeat(299));
  expect(title(`${'长'.repeat(298)}𠮷尾`)).toBe(`${'长'.repeat(298)}𠮷`);
});

test('at most fifty days are listed, the earliest', () => {
  const days = Array.from({ length: 60 }, (_, i) => `20${String(99 - i)}-01-01`);
  const { dues } = listRowOf(sampleSaved({ taskLists: [listOf(task(days))] }), [], '', 1);
  expect(dues).toHaveLength(50);
  expect([dues[0], dues.at(-1)]).toEqual(['2040-01-01', '2089-01-01']);
});

test('the next day is the first that is not past', () => {
  const dues = ['2025-06-30', '2025-12-31'];
  expect(nextDue({ dues }, '2025-06-30')).toBe('2025-06-30');
  expect(nextDue({ dues }, '2025-07-01')).toBe('2025-12-31');
  expect(nextDue({ dues }, '2026-01-01')).toBeNull();
  expect(nextDue({ dues: [] }, '2025-01-01')).toBeNull();
});

test('counters add up rows, and take them out again', () => {
  const one = listRowOf(
    sampleSaved({ tags: ['水务'], starred: true }),
    [sampleAnnotation('管网', ['水务'], null)],
    '',
    1,
  );
  const two = listRowOf(sampleSaved({ tags: ['汛期', '水务'], note: '甲', read: true }), [], '', 1);
  const counts = new Counts().count(one).count(two);
  expect(counts.collection).toEqual({ articles: 2, marks: 1, notes: 1, tasks: 0, starred: 1, read: 1 });
  expect([...counts.tags]).toEqual([
    ['水务', { articles: 2, uses: 3 }],
    ['汛期', { articles: 1, uses: 1 }],
  ]);
  counts.count(two, -1);
  expect(counts.collection).toEqual({ articles: 1, marks: 1, notes: 0, tasks: 0, starred: 1, read: 0 });
  expect(counts.tags.get('水务')).toEqual({ articles: 1, uses: 2 });
  expect(counts.tags.get('汛期')).toEqual({ articles: 0, uses: 0 });
});

test('an article of which only a part was read says so, and an older row is whole', () => {
  const row = listRowOf(sampleSaved({}, { isExcerpt: true }), [], '', 1);
  expect(row.incomplete).toBe(true);
  const { incomplete: _, region: __, ...older } = row;
  expect(ListRow.parse(older)).toEqual({ ...older, region: '', incomplete: false });
});

test('counters are whole numbers, none of them below zero', () => {
  const counts = new Counts().count(listRowOf(sampleSaved(), [], '', 1)).collection;
  expect(CollectionCounts.parse(counts)).toEqual(counts);
  for (const name of Object.keys(counts)) {
    expect(CollectionCounts.safeParse({ ...counts, [name]: -1 }).success).toBe(false);
    expect(CollectionCounts.safeParse({ ...counts, [name]: undefined }).success).toBe(false);
  }
  const tag = { id: '水务', articles: 1, uses: 2 };
  expect(TagCount.parse(tag)).toEqual(tag);
  for (const broken of [{ ...tag, id: 1 }, { ...tag, articles: 0.5 }, { ...tag, uses: -1 }, {}])
    expect(TagCount.safeParse(broken).success).toBe(false);
});
