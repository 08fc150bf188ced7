import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '@/test/support/interface.ts';
import { applyCorrections, correctDetails } from '../../record/taskCorrections.ts';
import type { Deadline, TaskDetails } from '../../tasks/schema.ts';
import {
  changedDetails,
  differsFromRead,
  inputsOf,
  inputsOfDetail,
  readWords,
  suggestedBodies,
  suggestionsFrom,
  withDeadlineWords,
} from './detailEditing.ts';

beforeEach(() => setLanguage('zh_CN'));

const deadline = (text: string, date: string | null, more: Partial<Deadline> = {}) => ({
  text,
  date,
  from: null,
  every: null,
  ...more,
});
const read: TaskDetails = {
  bodies: { responsible: ['市水务局', '各镇（街道、园区）', '市住建局'], leads: ['市住建局'] },
  deadlines: [deadline('两年内', '2027-03-12', { from: '2025-03-12' })],
  speaker: { name: '顾清源', title: '市委书记' },
};
const inputs = inputsOf(read);

test('the inputs have the details as words, and what is not edited is no change', () => {
  expect(inputs).toEqual({
    deadlines: [{ words: '两年内', day: '2027-03-12', was: read.deadlines[0] }],
    leads: '市住建局',
    others: '市水务局、各镇（街道、园区）',
    speaker: '顾清源',
    speakerTitle: '市委书记',
  });
  expect(changedDetails(inputs, read)).toEqual({});
  expect(changedDetails({ ...inputs, leads: ' 市住建局， ' }, read)).toEqual({});
});

test.each([
  [
    'moved to another body',
    '市水务局',
    '市住建局，各镇（街道、园区）',
    read.bodies.responsible,
    ['市水务局'],
  ],
  ['given up', '', inputs.others, ['市水务局', '各镇（街道、园区）'], []],
  [
    'shared',
    '市住建局；市城管局',
    inputs.others,
    [...read.bodies.responsible, '市城管局'],
    ['市住建局', '市城管局'],
  ],
  ['said twice', '市住建局', '市住建局、市水务局', ['市水务局', '市住建局'], ['市住建局']],
])('the lead is %s', (_, leads, others, responsible, leading) => {
  expect(changedDetails({ ...inputs, leads, others }, read)).toEqual({
    bodies: { responsible, leads: leading },
  });
});

const [was] = inputs.deadlines;
test.each([
  [
    'a later day keeps the first day',
    { ...was!, day: '2028-01-01' },
    [deadline('两年内', '2028-01-01', { from: '2025-03-12' })],
  ],
  [
    'a day before the first day is the only one',
    { ...was!, day: '2024-01-01' },
    [deadline('两年内', '2024-01-01')],
  ],
  ['without a day the words stay', { ...was!, day: '' }, [deadline('两年内', null)]],
  ['other words keep the day', { ...was!, words: ' 年底前 ' }, [deadline('年底前', '2027-03-12')]],
  ['without words the day is written', { ...was!, words: '' }, [deadline('2027年3月12日前', '2027-03-12')]],
  ['without words and day there is none', { ...was!, words: ' ', day: '' }, []],
])('of a deadline: %s', (_, edited, deadlines) => {
  expect(changedDetails({ ...inputs, deadlines: [edited] }, read)).toEqual({ deadlines });
});

test.each([
  ['每年10月底前', 'year'],
  ['每年10月20日前', 'year'],
  ['10月底前', null],
])('a deadline of each year recurs as %s: %s', (words, every) => {
  const yearly = deadline('每年10月底前', '2025-10-31', { every: 'year' });
  const edited = { words, day: '2025-10-20', was: yearly };
  expect(changedDetails({ ...inputs, deadlines: [edited] }, read)).toEqual({
    deadlines: [deadline(words, '2025-10-20', { every: every as Deadline['every'] })],
  });
});

test('a deadline is added, and one without words and day is none', () => {
  const added = [...inputs.deadlines, { words: '', day: '2025-06-30', was: null }];
  const empty = { words: '', day: '', was: null };
  expect(changedDetails({ ...inputs, deadlines: [...added, empty] }, read)).toEqual({
    deadlines: [...read.deadlines, deadline('2025年6月30日前', '2025-06-30')],
  });
});

test('the day of a deadline follows its words until it is set', () => {
  const june = deadline('6月底前', '2025-06-30');
  const added = withDeadlineWords({ words: '6', day: '', was: null }, '6月底前', june);
  expect(added).toEqual({ words: '6月底前', day: '2025-06-30', was: june });
  const unread = withDeadlineWords(added, '6月底前后', null);
  expect(unread).toEqual({ words: '6月底前后', day: '2025-06-30', was: june });
  const quarterly = deadline('每季度末', null, { every: 'quarter' });
  const recurs = withDeadlineWords(unread, '每季度末', quarterly);
  expect(changedDetails({ ...inputs, deadlines: [recurs] }, read)).toEqual({ deadlines: [quarterly] });
  const set = { ...added, day: '2025-07-15' };
  expect(withDeadlineWords(set, '年底前', deadline('年底前', '2025-12-31'))).toEqual({
    ...set,
    words: '年底前',
  });
});

test('a speaker has a title or none, and there may be nobody', () => {
  const by = (speaker: string, speakerTitle: string) =>
    changedDetails({ ...inputs, speaker, speakerTitle }, read);
  expect(by(' 罗映秋 ', '市长')).toEqual({ speaker: { name: '罗映秋', title: '市长' } });
  expect(by('会议', ' ')).toEqual({ speaker: { name: '会议', title: null } });
  expect(by('', '市长')).toEqual({ speaker: null });
});

test('each detail is set back to what was read', () => {
  const edited = { deadlines: [], leads: '', others: '', speaker: '', speakerTitle: '' };
  expect(differsFromRead(edited, read)).toEqual(['deadlines', 'bodies', 'speaker']);
  for (const detail of ['deadlines', 'bodies', 'speaker'] as const)
    expect(differsFromRead({ ...edited, ...inputsOfDetail(read, detail) }, read)).not.toContain(detail);
});

test('what was read is said in words, also that nothing was', () => {
  expect((['deadlines', 'bodies', 'speaker'] as const).map((detail) => readWords(detail, read))).toEqual([
    '读到的是：两年内 · 2025-03-12 至 2027-03-12',
    '读到的是：牵头 市住建局；责任 市水务局、各镇（街道、园区）',
    '读到的是：市委书记顾清源',
  ]);
  const nothing = { bodies: { responsible: [], leads: [] }, deadlines: [], speaker: null };
  expect((['deadlines', 'bodies', 'speaker'] as const).map((detail) => readWords(detail, nothing))).toEqual([
    '没有读到',
    '没有读到',
    '没有读到',
  ]);
});

test('bodies and speakers of the article are suggested, as read and as corrected, each once', () => {
  const text = '会议要求，市水务局要清淤。区长李平说要备足沙袋。';
  const task = (words: string, responsible: string[]) => ({
    marker: null,
    text: words,
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    heading: '',
    measures: [],
    responsible,
    leads: [],
    firmness: null,
    deadlines: [],
    targets: [],
  });
  const lists = [
    {
      form: 'parallel' as const,
      speaker: { name: '会议', title: null },
      announcedCount: null,
      section: null,
      tasks: [task('市水务局要清淤', ['市水务局']), task('要备足沙袋', [])],
    },
  ];
  const [first] = applyCorrections(lists, [], text, null).lists[0]!.tasks;
  const mayor = { name: '李平', title: '区长' };
  const made = correctDetails(
    [],
    first!,
    { bodies: { responsible: ['市城管局'], leads: [] }, speaker: mayor },
    text,
  );
  expect(suggestionsFrom(applyCorrections(lists, made, text, null).lists, [mayor])).toEqual({
    bodies: ['市水务局', '市城管局'],
    speakers: [{ name: '会议', title: null }, mayor],
  });
});

test('a suggestion goes on after the bodies that are there', () => {
  const known = ['市水务局', '市城管局'];
  expect(suggestedBodies('', known)).toEqual(known);
  expect(suggestedBodies('市水', known)).toEqual(known);
  expect(suggestedBodies('市水务局、市', known)).toEqual(['市水务局、市城管局']);
  expect(suggestedBodies('各镇（街道、园区）；', known)).toEqual([
    '各镇（街道、园区）；市水务局',
    '各镇（街道、园区）；市城管局',
  ]);
});
