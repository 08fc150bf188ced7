import type { Deadline, QuantityTarget, Speaker, Task, TaskList } from '../tasks/schema.ts';

/** What the source line needs of an article. */
export type FormattedArticle = {
  title: string;
  source: string | null;
  siteName?: string | null;
  publishedAt: string | null;
  url: string;
};

export type TaskFormat = 'text' | 'markdown';

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
function detailsOf(task: Task): [label: string, words: string][] {
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

function countOf({ announcedCount, tasks }: TaskList): string {
  if (announcedCount === null || announcedCount === tasks.length) return `${tasks.length} 项`;
  return `宣布 ${announcedCount} 项，找到 ${tasks.length} 项`;
}

/** Who gives the orders and under which heading; a list of a document has its section only. */
function headingOf({ speaker, section, form }: TaskList): string {
  const name = speaker ? speakerName(speaker) : '';
  if (name && section) return `${name}：${section}`;
  return name || section || (form === 'corrected' ? '补充的任务' : '文件部署');
}

function sourceOf({ title, source, siteName, publishedAt, url }: FormattedArticle): string {
  const origin = source ?? siteName ?? '';
  const headline = title ? `《${title}》` : '';
  const head = origin && headline ? `${origin}：${headline}` : origin || headline;
  return `来源：${[head, publishedAt?.slice(0, 10), url].filter(Boolean).join('，')}`;
}

const linesOf = (words: string): string[] => words.split(/\s*\n\s*/).filter(Boolean);

function asText(lists: TaskList[], article: FormattedArticle): string {
  const blocks = lists.map((list) => {
    const lines = [`${headingOf(list)}（${countOf(list)}）`];
    list.tasks.forEach((task, i) => {
      const [first = '', ...more] = linesOf(task.text);
      lines.push(`${task.marker ? `${task.marker} ` : `${i + 1}. `}${first}`);
      for (const line of more) lines.push(`  ${line}`);
      for (const [label, words] of detailsOf(task)) lines.push(`  ${label}：${words}`);
    });
    return lines.join('\n');
  });
  return `${[...blocks, sourceOf(article)].join('\n\n')}\n`;
}

/** What would be read as markup (CommonMark 2.4, 2.5), also as the first thing on a line, is escaped. */
const escaped = (words: string): string =>
  words
    .replace(/[\\`*_[\]#|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+])(?=\s)/, '\\$1');

/** An address as an autolink (CommonMark 6.5), where it can stand in one. */
const linked = (line: string, url: string): string =>
  /^https?:\/\/[^\s<>]+$/.test(url)
    ? `${escaped(line.slice(0, line.length - url.length))}<${url}>`
    : escaped(line);

function asMarkdown(lists: TaskList[], article: FormattedArticle): string {
  const blocks = lists.map((list) => {
    const lines = [`## ${escaped(headingOf(list))}（${countOf(list)}）`, ''];
    list.tasks.forEach((task, i) => {
      const [first = '', ...more] = linesOf(task.text);
      // A list by markers of its own would be numbered twice.
      const bullet = task.marker ? '-' : `${i + 1}.`;
      const indent = ' '.repeat(bullet.length + 1);
      lines.push(`${bullet} ${task.marker ? `**${escaped(task.marker)}** ` : ''}${escaped(first)}`);
      for (const line of more) lines.push('', `${indent}${escaped(line)}`);
      if (more.length && detailsOf(task).length) lines.push('');
      for (const [label, words] of detailsOf(task)) lines.push(`${indent}- ${label}：${escaped(words)}`);
    });
    return lines.join('\n');
  });
  return `${[...blocks, linked(sourceOf(article), article.url)].join('\n\n')}\n`;
}

/**
 * Task lists to be pasted elsewhere: by speaker, with markers, time limits and bodies, and a line that says where
 * they come from. The labels are Chinese as the orders are, whatever the interface speaks.
 */
export function formatTaskLists(lists: TaskList[], article: FormattedArticle, format: TaskFormat): string {
  return format === 'text' ? asText(lists, article) : asMarkdown(lists, article);
}
