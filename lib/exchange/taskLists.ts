import { TASK_FORMS } from '../tasks/forms.ts';
import type { Deadline, QuantityTarget, Speaker, Task, TaskList } from '../tasks/schema.ts';

/**
 * What the formats of copied task lists have in common. All words are Chinese, as the tasks are, whatever the
 * interface speaks.
 */

/** What the source line needs of an article. */
export type FormattedArticle = {
  title: string;
  source: string | null;
  siteName?: string | null;
  publishedAt: string | null;
  url: string;
};

/** 区长李平: the title as it stands before the name. */
const speakerName = ({ title, name }: Speaker): string => `${title ?? ''}${name}`;

const EVERY = { year: '每年', quarter: '每季度', month: '每月', week: '每周' } as const;

/** The days that a deadline means, where they could be worked out: `2021-01-01 至 2025-12-31`; else empty. */
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

/** Time limits, leading and other bodies, numbers: each with its word, in Chinese as the text is. */
export function detailsOf(task: Task): [label: string, words: string][] {
  const others = task.responsible.filter((body) => !task.leads.includes(body));
  const rows: [string, string[]][] = [
    ['时限', task.deadlines.map(deadlineLine)],
    ['牵头', task.leads],
    ['责任', others],
    ['指标', task.targets.map(targetLine)],
  ];
  return rows.flatMap(([label, words]) =>
    words.length ? [[label, words.join('；')] as [string, string]] : [],
  );
}

/** How many tasks a list has, and how many the text announces where that is another number. */
export function countOf({ announcedCount, tasks }: TaskList): string {
  if (announcedCount === null || announcedCount === tasks.length) return `${tasks.length} 项`;
  return `文中称 ${announcedCount} 项，已识别 ${tasks.length} 项`;
}

/** Who gives the orders and under which heading; a list of a document has its section only. */
export function headingOf({ speaker, section, form }: TaskList): string {
  const name = speaker ? speakerName(speaker) : '';
  if (name && section) return `${name}：${section}`;
  return name || section || TASK_FORMS[form].heading;
}

/** The last line of a copy: where the tasks come from. */
export function sourceOf({ title, source, siteName, publishedAt, url }: FormattedArticle): string {
  const origin = source ?? siteName ?? '';
  const headline = title ? `《${title}》` : '';
  const head = origin && headline ? `${origin}：${headline}` : origin || headline;
  return `来源：${[head, publishedAt?.slice(0, 10), url].filter(Boolean).join('，')}`;
}

/** The lines of a task's text, without the blanks around them. */
export const linesOf = (words: string): string[] => words.split(/\s*\n\s*/).filter(Boolean);
