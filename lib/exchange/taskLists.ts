import { TASK_FORMS } from '../tasks/forms.ts';
import type { Deadline, QuantityTarget, Speaker, Task, TaskList } from '../tasks/schema.ts';

/**
 * Functions that all formats of copied task lists share. All words are Chinese, like the tasks, in every language of
 * the interface.
 */

/** The properties of an article that the source line needs. */
export type FormattedArticle = {
  title: string;
  source: string | null;
  siteName?: string | null;
  publishedAt: string | null;
  url: string;
};

/** A speaker with the title before the name, as in the text: 区长李平. */
const speakerName = ({ title, name }: Speaker): string => `${title ?? ''}${name}`;

const EVERY = { year: '每年', quarter: '每季度', month: '每月', week: '每周' } as const;

/** The dates that a deadline means, `2021-01-01 至 2025-12-31`; empty where they could not be computed. */
function daysOf({ date, from, every }: Deadline): string {
  const days = from && date ? `${from} 至 ${date}` : (date ?? from ?? '');
  return [every && EVERY[every], days].filter(Boolean).join('，');
}

function deadlineLine(deadline: Deadline): string {
  const days = daysOf(deadline);
  return days ? `${deadline.text}（${days}）` : deadline.text;
}

const targetLine = ({ text, year }: QuantityTarget): string =>
  year && !text.includes(String(year)) ? `${text}（${year} 年）` : text;

/** How firm an order is by its words. */
export const FIRMNESS = { must: '必须', should: '应当', may: '可以', explore: '探索' } as const;

/** Deadlines, leading and other bodies, targets, each with a Chinese label. */
export function detailsOf(task: Task): [label: string, words: string][] {
  const others = task.responsible.filter((body) => !task.leads.includes(body));
  const rows: [string, string[]][] = [
    ['时限', task.deadlines.map(deadlineLine)],
    ['牵头', task.leads],
    ['责任', others],
    ['力度', task.firmness ? [FIRMNESS[task.firmness]] : []],
    ['指标', task.targets.map(targetLine)],
  ];
  return rows.flatMap(([label, words]) =>
    words.length ? [[label, words.join('；')] as [string, string]] : [],
  );
}

/** The number of tasks in a list, and the number that the text announces where it differs. */
export function countOf({ announcedCount, tasks }: TaskList): string {
  if (announcedCount === null || announcedCount === tasks.length) return `${tasks.length} 项`;
  return `文中称 ${announcedCount} 项，已识别 ${tasks.length} 项`;
}

/** The speaker and the section of a list; for a document's list only its section. */
export function headingOf({ speaker, section, form }: TaskList): string {
  const name = speaker ? speakerName(speaker) : '';
  if (name && section) return `${name}：${section}`;
  return name || section || TASK_FORMS[form].heading;
}

/** The last line of a copy: the article from which the tasks come. */
export function sourceOf({ title, source, siteName, publishedAt, url }: FormattedArticle): string {
  const origin = source ?? siteName ?? '';
  const headline = title ? `《${title}》` : '';
  const head = origin && headline ? `${origin}：${headline}` : origin || headline;
  return `来源：${[head, publishedAt?.slice(0, 10), url].filter(Boolean).join('，')}`;
}

/** The lines of a task's text, without surrounding blanks. */
export const linesOf = (words: string): string[] => words.split(/\s*\n\s*/).filter(Boolean);
