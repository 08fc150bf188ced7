import { TASK_FORMS } from '../tasks/forms.ts';
import type { Deadline, QuantityTarget, Speaker, Task, TaskList } from '../tasks/schema.ts';

/**
 * Functions that all formats of copied task lists share. Their words are Chinese in every language of the interface,
 * because the tasks are Chinese.
 */

/** The properties of an article that are written beside its copied tasks, to name their source. */
export type FormattedArticle = {
  title: string;
  source: string | null;
  siteName?: string | null;
  publishedAt: string | null;
  url: string;
};

/** A speaker's name after the title, as in the text: 区长李平 (district head Li Ping). */
const speakerName = ({ title, name }: Speaker): string => `${title ?? ''}${name}`;

const EVERY = { year: '每年', quarter: '每季度', month: '每月', week: '每周' } as const;

/**
 * The dates to which a deadline refers, as `2021-01-01 至 2025-12-31` (from … to …). Empty where they could not be
 * computed.
 */
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

/** How strongly an order is worded, in Chinese. */
export const FIRMNESS = { must: '必须', should: '应当', may: '可以', explore: '探索' } as const;

/**
 * Returns the deadlines, responsible organisations, targets and strength of wording of a task, each with a Chinese
 * label. Names leading organisations before the others.
 */
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

/** The number of tasks in a list. Where the text announces a different number, names both numbers. */
export function countOf({ announcedCount, tasks }: TaskList): string {
  if (announcedCount === null || announcedCount === tasks.length) return `${tasks.length} 项`;
  return `文中称 ${announcedCount} 项，已识别 ${tasks.length} 项`;
}

/** The heading of a list: its speaker and section, or only the section where nobody speaks. */
export function headingOf({ speaker, section, form }: TaskList): string {
  const name = speaker ? speakerName(speaker) : '';
  if (name && section) return `${name}：${section}`;
  return name || section || TASK_FORMS[form].heading;
}

/** The last line of copied text: the article from which it comes. */
export function sourceOf({ title, source, siteName, publishedAt, url }: FormattedArticle): string {
  const origin = source ?? siteName ?? '';
  const headline = title ? `《${title}》` : '';
  const head = origin && headline ? `${origin}：${headline}` : origin || headline;
  return `来源：${[head, publishedAt?.slice(0, 10), url].filter(Boolean).join('，')}`;
}

/** The lines of a task's text, without surrounding blanks. */
export const linesOf = (words: string): string[] => words.split(/\s*\n\s*/).filter(Boolean);
