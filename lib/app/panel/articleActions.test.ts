import { beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '@/test/support/interface.ts';
import { sampleAnnotation, sampleReading } from '@/test/support/samples.ts';
import { TASK_LIST_FORMATS } from '../../exchange/formats.ts';
import type { ReferenceStyle } from '../../exchange/references.ts';
import { type ArticleReach, articleActions, type ShownArticle } from './articleActions.ts';

const { article } = sampleReading();
const { text } = article;
const task = {
  marker: null,
  text: '各街道要在2025年底前完成管网检查',
  start: text.indexOf('各街道'),
  end: text.indexOf('。', text.indexOf('各街道')),
  heading: '',
  measures: [],
  responsible: [],
  leads: [],
  firmness: null,
  deadlines: [],
  targets: [],
};
const shown: ShownArticle = {
  article,
  url: 'https://www.qingshan.example/zw/1.html',
  text,
  readAt: '2025-03-04T01:30:00.000Z',
  sha256: 'a'.repeat(64),
  annotations: [],
};

const said: [string, boolean][] = [];
const copied: string[] = [];

function actionsWith(
  reach: Partial<ArticleReach>,
  more: { refuses?: boolean; shown?: ShownArticle; style?: ReferenceStyle } = {},
) {
  const unexpected = () => Promise.reject(new Error('not asked for'));
  return articleActions({
    shown: more.shown ?? shown,
    reach: { show: unexpected, light: unexpected, mark: unexpected, save: unexpected, ...reach },
    format: TASK_LIST_FORMATS.find(({ id }) => id === 'text')!,
    style: more.style ?? 'gb2015-numeric',
    copyText: async (words) => {
      copied.push(words);
      return !more.refuses;
    },
    notify: (words, undo) => void said.push([words, undo !== undefined]),
  });
}

beforeEach(() => {
  said.length = 0;
  copied.length = 0;
  setLanguage('zh_CN');
});

test('words that are found say nothing, and end what was said; words that are not are told of', async () => {
  const show = vi.fn(async () => 'shown' as const);
  await actionsWith({ show }).show(task);
  expect(show).toHaveBeenCalledWith({
    annotationId: null,
    quote: expect.objectContaining({ exact: task.text }),
  });
  expect(said).toEqual([['', false]]);
  await actionsWith({ show: async () => 'missing' }).showMark('m', null);
  expect(said[1]).toEqual(['页面上没有找到这段文字，可能已被修改。', false]);
});

test('the page itself is shown without a place', async () => {
  const show = vi.fn(async () => 'shown' as const);
  await actionsWith({ show }).showPage();
  expect(show).toHaveBeenCalledWith({ annotationId: null, quote: null });
});

test.each([
  ['storage', '没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。'],
  ['noPermission', '尚未获准读取此网站。请在该页点击工具栏上的“批注”图标，或在下方授权此网站。'],
  ['of a kind that nobody knows', '出了意外，这次操作没有完成。请刷新页面后再试。'],
])('each action tells in words why it failed: %s', async (code, words) => {
  const fails = () => Promise.reject({ code });
  const actions = actionsWith({ show: fails, mark: fails, save: fails });
  await actions.show(task);
  await actions.mark(task);
  await actions.save();
  expect(said).toEqual([
    [words, false],
    [words, false],
    [words, false],
  ]);
});

test('a light that fails disturbs nobody, and null ends it', async () => {
  const light = vi.fn(() => Promise.reject(new Error('gone')));
  const actions = actionsWith({ light });
  actions.light(task);
  actions.light(null);
  actions.lightMark('m');
  await Promise.resolve();
  expect(light.mock.calls).toEqual([
    [{ annotationId: null, quote: expect.objectContaining({ exact: task.text }) }],
    [{ annotationId: null, quote: null }],
    [{ annotationId: 'm', quote: null }],
  ]);
  expect(said).toEqual([]);
});

test('a task becomes a mark at its place in the captured text, with the tag of tasks, and can be undone', async () => {
  const mark = vi.fn(async () => ({ words: 'taskMarked' as const, undo: async () => {} }));
  await actionsWith({ mark }).mark(task);
  expect(mark).toHaveBeenCalledWith({
    color: 'yellow',
    body: [{ type: 'TextualBody', purpose: 'tagging', value: '任务' }],
    target: expect.objectContaining({
      source: shown.url,
      captured: { sha256: shown.sha256, start: task.start, end: task.end },
    }),
  });
  expect(said).toEqual([['已高亮此任务', true]]);
});

test('the mark of a task is known by its place', () => {
  const made = sampleAnnotation(task.text, ['任务'], {
    sha256: shown.sha256!,
    start: task.start,
    end: task.end,
  });
  const other = sampleAnnotation('管网检查', ['任务'], { sha256: shown.sha256!, start: 0, end: 4 });
  expect(actionsWith({}).markOf(task)).toBeNull();
  expect(actionsWith({}, { shown: { ...shown, annotations: [other, made] } }).markOf(task)).toBe(made);
});

test('task lists are copied in the chosen form, and how many they are is said in each language', async () => {
  const list = {
    form: 'ordinal' as const,
    speaker: null,
    announcedCount: null,
    section: null,
    tasks: [task],
  };
  await actionsWith({}).copy([list]);
  expect(copied[0]).toContain(`文件部署（1 项）\n1. ${task.text}`);
  expect(said[0]).toEqual(['已复制 1 项任务', false]);
  setLanguage('en');
  await actionsWith({}).copy([list]);
  await actionsWith({}).copy([{ ...list, tasks: [task, task] }]);
  expect(said.slice(1).map(([words]) => words)).toEqual(['1 task copied', '2 tasks copied']);
});

test('a copy that the browser refuses is not called a copy', async () => {
  await actionsWith({}, { refuses: true }).cite();
  expect(said).toEqual([['浏览器不允许复制', false]]);
});

test('a reference gives the day on which the reader read it', async () => {
  await actionsWith({}).cite();
  const day = String(new Date(shown.readAt).getDate()).padStart(2, '0');
  expect(copied[0]).toContain(`(2025-03-04)[2025-03-${day}]`);
  expect(said).toEqual([['已复制参考文献', false]]);
});

test('a reference is in the style that was chosen', async () => {
  await actionsWith({}, { style: 'apa' }).cite();
  expect(copied[0]).toBe(
    '青山区政府办. (2025, March 4). 青山区召开水务工作会议. https://www.qingshan.example/zw/1.html',
  );
});

test('marks are copied with their number said', async () => {
  const mark = sampleAnnotation('管网检查', ['任务'], null);
  await actionsWith({}, { shown: { ...shown, annotations: [mark] } }).copyMarks();
  expect(copied[0]).toMatch(/^“管网检查”\n#任务\n\n来源：/);
  expect(said).toEqual([['已复制 1 处标记', false]]);
});

test('a copy that fails is told of like one that the browser refuses', async () => {
  const failing = articleActions({
    shown,
    reach: {} as ArticleReach,
    format: TASK_LIST_FORMATS[0]!,
    style: 'apa',
    copyText: () => Promise.reject(new Error('gone')),
    notify: (words, undo) => void said.push([words, undo !== undefined]),
  });
  await failing.cite();
  await actionsWith({}, { refuses: true }).cite();
  expect(said).toHaveLength(2);
  expect(said[0]).toEqual(said[1]);
});
