import { noteOf, tagsOf } from '../annotation/edit.ts';
import { localDay } from '../record/localDay.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { addressWithFragment } from '../record/textFragment.ts';
import type { Deadline, QuantityTarget, Task, TaskList } from '../tasks/schema.ts';
import type { Meanings } from './about.ts';
import { orderedMarks, quoteOf, taskListsOf, textOf } from './bundle.ts';
import { FIRMNESS, headingOf } from './taskLists.ts';

/**
 * Makes the tables of articles, marks and tasks for CSV and XLSX. Their headings are Chinese in every language of the
 * interface, because the articles are Chinese.
 */

/** The value of a cell. A `Date` stands for a whole day and is midnight in UTC. */
export type Cell = string | number | Date | null;

/** A column of a table: its heading, its width in characters, and its value in each row. */
type Column<R> = { heading: string; width: number; value: (row: R) => Cell };

/** A table with its rows. */
export type Table = { name: string; headings: string[]; widths: number[]; rows: Cell[][] };

const tableOf = <R>(name: string, columns: Column<R>[], rows: R[]): Table => ({
  name,
  headings: columns.map(({ heading }) => heading),
  widths: columns.map(({ width }) => width),
  rows: rows.map((row) => columns.map(({ value }) => value(row))),
});

const joined = (words: string[]): string => words.join('；');

/** Converts a calendar date (ISO 8601) to a `Date`; null for other values. */
const dayOf = (iso: string | null): Date | null =>
  iso && /^\d{4}-\d{2}-\d{2}/.test(iso) ? new Date(`${iso.slice(0, 10)}T00:00:00Z`) : null;

/** The day of a time, where the user is. */
const localDayOf = (time: string): Date | null => dayOf(localDay(time));

const ARTICLE_COLUMNS: Column<ArticleBundle>[] = [
  { heading: '标题', width: 40, value: ({ saved }) => saved.article.title },
  { heading: '发布日期', width: 12, value: ({ saved }) => dayOf(saved.article.publishedAt) },
  { heading: '来源', width: 16, value: ({ saved }) => saved.article.source },
  { heading: '作者', width: 14, value: ({ saved }) => joined(saved.article.authors) },
  { heading: '发文机关', width: 18, value: ({ saved }) => saved.article.issuer },
  { heading: '发文字号', width: 18, value: ({ saved }) => saved.article.documentNumber },
  { heading: '成文日期', width: 12, value: ({ saved }) => dayOf(saved.article.writtenOn) },
  { heading: '地区', width: 16, value: ({ saved }) => saved.article.region?.name ?? null },
  { heading: '栏目', width: 20, value: ({ saved }) => saved.article.columnPath.join(' > ') },
  { heading: '关键词', width: 20, value: ({ saved }) => joined(saved.article.keywords) },
  { heading: '标签', width: 16, value: ({ saved }) => joined(saved.tags) },
  { heading: '批注', width: 30, value: ({ saved }) => saved.note },
  {
    heading: '任务数',
    width: 8,
    value: (bundle) => taskListsOf(bundle).flatMap(({ tasks }) => tasks).length,
  },
  { heading: '标记数', width: 8, value: ({ annotations }) => annotations.length },
  { heading: '字数', width: 8, value: (bundle) => [...textOf(bundle).replace(/\s/g, '')].length },
  { heading: '保存日期', width: 12, value: ({ saved }) => localDayOf(saved.capturedAt) },
  { heading: '网址', width: 40, value: ({ saved }) => saved.url },
];

type MarkRow = { bundle: ArticleBundle; mark: ArticleBundle['annotations'][number]; meanings: Meanings };

const quoteSelector = ({ mark }: MarkRow) =>
  mark.target.selector.find((one) => one.type === 'TextQuoteSelector') ?? null;

const MARK_COLUMNS: Column<MarkRow>[] = [
  { heading: '标题', width: 30, value: ({ bundle }) => bundle.saved.article.title },
  { heading: '标记', width: 50, value: ({ mark }) => quoteOf(mark) },
  { heading: '批注', width: 40, value: ({ mark }) => noteOf(mark) },
  { heading: '标签', width: 16, value: ({ mark }) => joined(tagsOf(mark)) },
  { heading: '颜色', width: 8, value: ({ mark, meanings }) => meanings[mark.color] ?? mark.color },
  { heading: '标记日期', width: 12, value: ({ mark }) => localDayOf(mark.created) },
  { heading: '来源', width: 16, value: ({ bundle }) => bundle.saved.article.source },
  { heading: '发布日期', width: 12, value: ({ bundle }) => dayOf(bundle.saved.article.publishedAt) },
  {
    heading: '链接',
    width: 40,
    value: (row) => addressWithFragment(row.mark.target.source, quoteSelector(row)),
  },
];

type TaskRow = { bundle: ArticleBundle; list: TaskList; task: Task; order: number };

/** The date of the first deadline for which a date could be computed. */
const lastDay = (deadlines: Deadline[]): Date | null =>
  dayOf(deadlines.find(({ date }) => date !== null)?.date ?? null);

const numberOf = ({ quantity, value, unit }: QuantityTarget): string => `${quantity ?? ''}${value}${unit}`;

const TASK_COLUMNS: Column<TaskRow>[] = [
  { heading: '序号', width: 6, value: ({ order }) => order },
  { heading: '讲话人', width: 12, value: ({ list }) => list.speaker?.name ?? null },
  { heading: '职务', width: 16, value: ({ list }) => list.speaker?.title ?? null },
  { heading: '部分', width: 20, value: ({ list }) => headingOf(list) },
  { heading: '项', width: 8, value: ({ task }) => task.marker },
  { heading: '任务', width: 60, value: ({ task }) => task.text },
  { heading: '责任单位', width: 24, value: ({ task }) => joined(task.responsible) },
  { heading: '牵头单位', width: 20, value: ({ task }) => joined(task.leads) },
  { heading: '时限', width: 20, value: ({ task }) => joined(task.deadlines.map(({ text }) => text)) },
  { heading: '截止日期', width: 12, value: ({ task }) => lastDay(task.deadlines) },
  { heading: '力度', width: 8, value: ({ task }) => task.firmness && FIRMNESS[task.firmness] },
  { heading: '指标', width: 30, value: ({ task }) => joined(task.targets.map(({ text }) => text)) },
  { heading: '指标数值', width: 20, value: ({ task }) => joined(task.targets.map(numberOf)) },
  { heading: '来源', width: 16, value: ({ bundle }) => bundle.saved.article.source },
  { heading: '标题', width: 30, value: ({ bundle }) => bundle.saved.article.title },
  { heading: '发文字号', width: 18, value: ({ bundle }) => bundle.saved.article.documentNumber },
  { heading: '发布日期', width: 12, value: ({ bundle }) => dayOf(bundle.saved.article.publishedAt) },
  { heading: '地区', width: 16, value: ({ bundle }) => bundle.saved.article.region?.name ?? null },
  {
    heading: '链接',
    width: 40,
    value: ({ bundle, task }) => addressWithFragment(bundle.saved.url, { exact: task.text }),
  },
];

/** A table with one row for each article. */
export const articleTable = (bundles: ArticleBundle[]): Table => tableOf('文章', ARTICLE_COLUMNS, bundles);

/** A table with one row for each mark, in the order of the text. */
export const markTable = (bundles: ArticleBundle[], meanings: Meanings = {}): Table =>
  tableOf(
    '标记',
    MARK_COLUMNS,
    bundles.flatMap((bundle) => orderedMarks(bundle.annotations).map((mark) => ({ bundle, mark, meanings }))),
  );

/** A table with one row for each task, numbered within its article. */
export const taskTable = (bundles: ArticleBundle[]): Table =>
  tableOf(
    '任务',
    TASK_COLUMNS,
    bundles.flatMap((bundle) => {
      const rows = taskListsOf(bundle).flatMap((list) => list.tasks.map((task) => ({ bundle, list, task })));
      return rows.map((row, i) => ({ ...row, order: i + 1 }));
    }),
  );
