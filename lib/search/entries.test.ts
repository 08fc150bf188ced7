import { expect, test } from 'vitest';
import { sampleAnnotation, sampleSaved, sampleStamps } from '@/test/support/samples.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { columnsOf } from './columns.ts';
import { documentOf, entriesOf, factsOf } from './entries.ts';
import { evaluate, scanned } from './evaluate.ts';
import { asksForDate, excerptsOf, hitsIn, litWhole } from './excerpts.ts';
import { parseQuery } from './parseQuery.ts';

const text =
  '青山区推行“雙隨機、一公開”监管。\n会议强调，要检查堤防，各街道 12月底前完成堤防加固，并巡查堤防。';
const task = {
  marker: null,
  text: '要检查堤防',
  start: 26,
  end: 31,
  heading: '',
  measures: [],
  responsible: ['水务局'],
  leads: [],
  deadlines: [{ text: '12月底前', date: '2025-12-31', from: null, every: null }],
  targets: [],
};
const saved = sampleSaved(
  {
    tags: ['#环保'],
    note: '下周核对',
    starred: true,
    taskLists: [
      {
        form: 'shouldRun',
        speaker: { name: '李明', title: '区长' },
        announcedCount: null,
        section: null,
        tasks: [task],
      } as never,
    ],
  },
  {
    title: '青山区推行新监管',
    issuer: '青山区人民政府',
    documentNumber: '青政发〔2025〕5号',
    region: { code: '420107', name: '青山区' },
    publishedAt: '2025-03-04T09:30:00+08:00',
    authors: ['王敏'],
  },
);
const captured = { ...sampleStamps, id: 't', articleId: saved.id, capturedAt: saved.capturedAt };
const bundle: ArticleBundle = {
  saved,
  texts: [{ ...captured, sha256: saved.sha256, text }],
  annotations: [sampleAnnotation('各街道', ['跟进'], null)],
};

const finds = (typed: string, of = bundle) => {
  const document = documentOf(of);
  return evaluate(parseQuery(typed), scanned(columnsOf([document]), document.text)).holds[0] === 1;
};

test.each([
  ['新监管'],
  ['双随机一公开'],
  ['"双随机、一公开"'],
  ['青政发[2025]5号'],
  ['number:青政发(2025)5号'],
  ['issuer:人民政府'],
  ['region:青山'],
  ['source:政府办'],
  ['qingshan.example'],
  ['2025-03-04'],
  ['2025年3月4日'],
  ['speaker:李明'],
  ['body:水务局'],
  ['due:2025-12'],
  ['due:12月底'],
  ['tag:环保'],
  ['标签：跟进'],
  ['quote:各街道'],
  ['task:检查堤防'],
  ['任务：要检查堤防'],
  ['text:强调，要检查'],
  ['text:检查堤防，各街道'],
  ['note:核对'],
  ['作者：王敏'],
  ['关键词：水务'],
  ['is:starred is:marked is:task is:unread is:noted'],
])('an article is found by %s', (typed) => {
  expect(finds(typed)).toBe(true);
});

test.each([
  ['text:新监管'],
  ['source:人民政府'],
  ['is:changed'],
  ['tag:环'],
  ['监管会议'],
  ['number:6号'],
  ['task:巡查堤防'],
  ['task:强调，要检查'],
  ['task:堤防，各街道'],
])('and not by %s', (typed) => {
  expect(finds(typed)).toBe(false);
});

test('a task is found by what a person has set, and no more by what was read', () => {
  const exact = text.slice(task.start, task.end);
  const at = { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' };
  const values = {
    bodies: { responsible: ['城管局'], leads: [] },
    deadlines: [{ text: '明年3月', date: '2026-03-31', from: null, every: null }],
    speaker: { name: '王敏', title: '副区长' },
  };
  const other = {
    ...bundle,
    saved: {
      ...saved,
      taskCorrections: [{ id: 'c', kind: 'detail' as const, at, created: saved.created, values }],
    },
  };
  for (const typed of ['speaker:王敏', 'speaker:副区长', 'body:城管局', 'due:2026-03', 'due:明年3月'])
    expect([typed, finds(typed, other), finds(typed)]).toEqual([typed, true, false]);
  for (const typed of ['speaker:李明', 'body:水务局', 'due:2025-12', 'due:12月底'])
    expect([typed, finds(typed, other), finds(typed)]).toEqual([typed, false, true]);
});

test('the days, the moment and the states are those of the article', () => {
  expect(factsOf(bundle)).toMatchObject({
    published: 202503040930,
    captured: Date.parse(saved.capturedAt),
    dues: [20251231],
  });
});

test('articles without a tag, and those that were read in part, are found by their state', () => {
  const bare: ArticleBundle = {
    ...bundle,
    saved: { ...saved, tags: [], article: { ...saved.article, isExcerpt: true } },
    annotations: bundle.annotations.map((one) => ({
      ...one,
      body: one.body.filter(({ purpose }) => purpose !== 'tagging'),
    })),
  };
  for (const typed of ['is:untagged', '状态：无标签', 'is:incomplete', '是：不完整', '-is:tagged'])
    expect([typed, finds(typed), finds(typed, bare)]).toEqual([typed, false, true]);
  expect([finds('is:tagged', bundle), finds('is:tagged', bare)]).toEqual([true, false]);
});

const shown = (typed: string, of = bundle) =>
  excerptsOf(entriesOf(of), parseQuery(typed)).map(
    ({ field, date, parts }) =>
      `${field}${date ? ` ${date}` : ''}: ${parts.map(({ words, hit }) => (hit ? `[${words}]` : words)).join('')}`,
  );

test('an excerpt lights every hit in it, as it is written, in whichever field', () => {
  expect(shown('双随机一公开 监管')).toEqual(['text: 青山区推行“[雙隨機、一公開]”[监管]。']);
  expect(shown('堤防')).toEqual([
    'text: 会议强调，要检查[堤防]，各街道 12月底前完成[堤防]加固，并巡查[堤防]。',
  ]);
  expect(shown('核对')).toEqual(['note: 下周[核对]']);
  expect(shown('青政发(2025)5号')).toEqual(['number: [青政发〔2025〕5号]']);
  expect(shown('tag:跟进')).toEqual(['tag: [跟进]']);
  expect(shown('number:5号 -堤防')).toEqual(['number: 青政发〔2025〕[5号]']);
  expect(shown('task:堤防')).toEqual([
    'task: 会议强调，要检查[堤防]，各街道 12月底前完成堤防加固，并巡查堤防。',
  ]);
  expect(shown('没有')).toEqual([]);
});

/** The sample article with another headline and text, and no tasks. */
const withText = (title: string, words: string, fields = {}): ArticleBundle => ({
  saved: sampleSaved({ note: '管网要看' }, { title, keywords: ['管网'], ...fields }),
  texts: [{ ...captured, sha256: saved.sha256, text: words }],
  annotations: [],
});

test('two excerpts show as many of the searched words as they can, and no line that repeats the headline', () => {
  const filler = '其他事项另行通知。'.repeat(12);
  const of = withText(
    '青山区检查管网',
    `青山区检查管网\n要巡查管网。${filler}管网与泵站一并检查。${filler}\n空气要好，PM2.5要降。`,
  );
  expect(shown('管网', of)).toEqual(['note: [管网]要看', expect.stringMatching(/^text: 要巡查\[管网\]/)]);
  expect(shown('PM2.5 管网', of)).toEqual(['note: [管网]要看', 'text: 空气要好，[PM2.5]要降。']);
  expect(shown('泵站 PM2.5 管网', of)).toEqual([
    expect.stringContaining('[管网]与[泵站]'),
    'text: 空气要好，[PM2.5]要降。',
  ]);
  expect(shown('text:检查 text:PM2.5', of)[0]).toMatch(/^text: ….*一并\[检查\]/);
});

test('a word that the narrow panel would cut off counts as not shown, and gets an excerpt of its own', () => {
  const of = withText('无题', `甲管网${'乙'.repeat(32)}泵站${'丙'.repeat(40)}`, { keywords: [] });
  of.saved.note = '';
  expect(shown('管网 泵站', of)).toEqual([
    expect.stringMatching(/^text: 甲\[管网\]/),
    expect.stringMatching(/^text: …乙{12}\[泵站\]/),
  ]);
});

test('a line above or below the headline is shown where it alone has a word, and after the text', () => {
  const of = withText('无题', '要检查管网。', { subtitle: '管网与泵站', keywords: [] });
  of.saved.note = '';
  expect(shown('管网', of)).toEqual(['text: 要检查[管网]。']);
  expect(shown('泵站', of)).toEqual(['title: 管网与[泵站]']);
  expect(shown('检查 泵站', of)).toEqual(['text: 要[检查]管网。', 'title: 管网与[泵站]']);
});

test('where the text has a word only in the repeated headline, that line is shown, if the list does not', () => {
  const of = withText('青山区检查管网', '青山区检查管网\n其他事项。', { keywords: ['碧水'] });
  expect(shown('text:检查', of)).toEqual(['text: 青山区[检查]管网']);
  expect(shown('检查', of)).toEqual([]);
  expect(shown('碧水', of)).toEqual(['keyword: [碧水]']);
});

test('a deadline that is asked for is shown with its day and its words, in the task where it stands', () => {
  const dated = { ...task, text: '各街道 12月底前完成堤防加固', start: 0, end: 15 };
  const withTask = (one: object): ArticleBundle => ({
    ...bundle,
    saved: { ...saved, taskLists: [{ ...saved.taskLists[0]!, tasks: [one] }] as never },
  });
  expect(shown('due:2025-12', withTask(dated))).toEqual([
    expect.stringMatching(/^deadline 2025-12-31: .*各街道 \[12月底前\]完成堤防加固/),
  ]);
  expect(shown('due:2025-12 堤防', withTask(dated))).toEqual([
    expect.stringMatching(/^deadline 2025-12-31: .*\[12月底前\]完成\[堤防\]加固/),
  ]);
  expect(shown('due:2025-12')).toEqual(['deadline 2025-12-31: [12月底前]']);
  expect(shown('-due:2025-12', withTask(dated))).toEqual([]);
});

test('the day of publication is told to be asked for, by a period or as words', () => {
  const asks = (typed: string) => asksForDate(entriesOf(bundle), parseQuery(typed));
  expect(['before:2026', '晚于：2025-03-04', '2025年3月', '2025-03-04'].map(asks)).toEqual(
    Array(4).fill(true),
  );
  expect(['before:2025', '-before:2026', '监管', 'due:2025'].map(asks)).toEqual(Array(4).fill(false));
});

test('a long line is cut around the hits that stand together', () => {
  const long = `${'甲'.repeat(100)}堤防${'乙'.repeat(100)}堤防与堤防${'丙'.repeat(100)}`;
  const [excerpt] = excerptsOf([{ field: 'text', words: long }], parseQuery('堤防'));
  expect(excerpt?.parts.map(({ words }) => words)).toEqual([
    '…',
    '乙'.repeat(12),
    '堤防',
    '与',
    '堤防',
    '丙'.repeat(47),
    '…',
  ]);
});

test('a headline is lit as a whole, and hits that overlap are one', () => {
  const title = { field: 'title' as const, words: '防汛抗旱防汛' };
  expect(litWhole(title, parseQuery('防汛抗 抗旱'))).toEqual([
    { words: '防汛抗旱', hit: true },
    { words: '防汛', hit: false },
  ]);
  expect(hitsIn(title, parseQuery('note:防汛'))).toEqual([]);
});
