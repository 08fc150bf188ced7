import { describe, expect, it } from 'vitest';
import { countSteps } from '../../test/support/countSteps.ts';
import { officialese, random, repeated } from '../../test/support/officialese.ts';
import { readText } from './index.ts';
import type { Span, TextReading } from './schema.ts';

const read = (text: string): TextReading =>
  readText(text, { title: '', issuer: null, publishedAt: '2025-03-01' });

const SIGNS = '要一二三是。，；：“”《》（）1.①\n第强调指出会议各部门王李长书记年月日前底到达%区他提求将把';

/** Texts that make careless rules slow. No author writes such texts, but a hostile page may. */
const HOSTILE: Record<string, (length: number) => string> = {
  'ten thousand 一要': (n) => repeated('一要抓好落实。二要加强领导。', n),
  'markers alone': (n) => repeated('一是①1.（一）第一，一要', n),
  'lists within the last item of a list': (n) =>
    `会议要求，第一，甲。第二，乙。${repeated('1.抓好；2.做好；', n)}`,
  'one sentence without end': (n) => repeated('要加强组织领导，落实责任，', n),
  'no stop at all': (n) => repeated('加强组织领导落实责任要求各部门', n),
  'quotes that open': (n) => repeated('“要', n),
  'quotes that close': (n) => repeated('”》。', n),
  'brackets that open': (n) => repeated('（教育局、财政局负责', n),
  'brackets within brackets': (n) => repeated('（（负责）', n),
  newlines: (n) => '\n'.repeat(n),
  blanks: (n) => ' '.repeat(n),
  'ten thousand people': (n) => repeated('区长李平强调，要抓好。市长王海指出，他要求，要干好。', n),
  'names that begin alike': (n) =>
    Array.from({ length: n / 8 }, (_, i) => `市长王${String.fromCharCode(0x4e00 + i)}出席。`).join(''),
  titles: (n) => repeated('书记、主任、局长', n),
  'verbs of speakers': (n) => repeated('他强调，指出要求', n),
  'headings that follow one another': (n) => repeated('一、加强\n（一）做好\n1.抓实\n', n),
  'a heading with a text without end': (n) =>
    `一、重点任务\n（一）加强领导。${repeated('各部门要抓好，2025年底前完成，由教育局牵头。', n)}`,
  'lines behind a colon': (n) => repeated('会议要求：\n加强领导\n做好工作\n', n),
  'colons behind colons': (n) => repeated('会议要求：\n', n),
  'items that are lines': (n) => `会议要求：一是\n${repeated('加强领导\n', n)}二是做好。`,
  digits: (n) => '1'.repeat(n),
  'dates and numbers': (n) => repeated('到2025年达到85%以上，', n),
  'documents and meetings': (n) => repeated('召开《意见》印发会，', n),
  'signs at random': (n) => random(n, [...SIGNS], 7),
};

const spans = (reading: TextReading): (Span & { text: string })[] => [
  ...reading.taskLists.flatMap(({ tasks }) => tasks.flatMap((task) => [task, ...task.measures])),
  ...reading.goals,
];

describe('Whatever the text', () => {
  const texts: [string, string][] = [
    ...Object.entries(HOSTILE).map(([name, make]): [string, string] => [name, make(4000)]),
    ...Array.from({ length: 60 }, (_, seed): [string, string] => [
      `officialese ${seed}`,
      officialese(3000, seed),
    ]),
    ...Array.from({ length: 60 }, (_, seed): [string, string] => [
      `signs ${seed}`,
      random(1500, [...SIGNS], seed),
    ]),
  ];

  it.each(texts)('spans slice back to their words, in order, and no tasks overlap: %s', (_, text) => {
    const reading = read(text);
    for (const span of spans(reading)) expect(text.slice(span.start, span.end)).toBe(span.text);
    for (const { start, end, name } of reading.meetings) expect(text.slice(start, end)).toBe(name);
    for (const { start, end, title } of reading.documents)
      expect(text.slice(start, end)).toBe(`《${title}》`);
    const tasks = reading.taskLists.flatMap((list) => list.tasks);
    for (let i = 1; i < tasks.length; i++) expect(tasks[i]!.start).toBeGreaterThanOrEqual(tasks[i - 1]!.end);
    for (const task of tasks) {
      expect(task.end).toBeGreaterThan(task.start);
      for (const measure of task.measures) {
        expect(measure.start).toBeGreaterThanOrEqual(task.start);
        expect(measure.end).toBeLessThanOrEqual(task.end);
      }
      for (const lead of task.leads) expect(task.responsible).toContain(lead);
      for (const { text: words } of [...task.deadlines, ...task.targets]) expect(task.text).toContain(words);
    }
  });

  it('finds tasks in generated officialese', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(read(officialese(3000, seed)).taskLists.length).toBeGreaterThan(0);
  });
});

describe('Takes steps in proportion to the text', () => {
  const inputs = { ...HOSTILE, officialese: (n: number) => officialese(n, 1) };
  it.each(Object.entries(inputs))('%s', (_, make) => {
    const short = make(8_000);
    const long = make(40_000);
    const perCharacter = (text: string) => countSteps(() => read(text)) / text.length;
    // The long text is five times as long as the short one. A rule that takes quadratic time would need five times as
    // many steps for each character. The factor 1.5 allows for steps that are taken only once in a text.
    expect(perCharacter(long)).toBeLessThan(1.5 * perCharacter(short) + 20);
  });

  it('reads a megabyte in one paragraph', () => {
    const sentences =
      '会议强调，要抓好落实，加强领导。各部门要密切配合。市里近年来做了许多工作，群众都看在眼里。';
    const { taskLists } = read(repeated(sentences, 350_000));
    expect(taskLists.length).toBeGreaterThan(0);
  }, 60_000);
});
