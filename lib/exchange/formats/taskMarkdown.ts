import type { TaskList } from '../../tasks/schema.ts';
import type { TaskListFormat } from '../formats.ts';
import { escapedMarkdown as escaped } from '../markdown.ts';
import { countOf, detailsOf, type FormattedArticle, headingOf, linesOf, sourceOf } from '../taskLists.ts';

/** Task lists as Markdown (CommonMark): a heading for each list, an item for each task. */
export const taskMarkdown: TaskListFormat = {
  scope: 'tasks',
  id: 'markdown',
  label: 'format_markdown',
  extension: 'md',
  mime: 'text/markdown',
  write: asMarkdown,
};

/**
 * Makes the address at the end of a line an autolink (CommonMark 6.5). Leaves an address with blanks or angle brackets
 * as text.
 */
const linked = (line: string, url: string): string =>
  /^https?:\/\/[^\s<>]+$/.test(url)
    ? `${escaped(line.slice(0, line.length - url.length))}<${url}>`
    : escaped(line);

function asMarkdown(lists: TaskList[], article: FormattedArticle): string {
  const blocks = lists.map((list) => {
    const lines = [`## ${escaped(headingOf(list))}（${countOf(list)}）`, ''];
    list.tasks.forEach((task, i) => {
      const [first = '', ...more] = linesOf(task.text);
      // A task with its own marker in the text, such as 一是 (firstly), gets a bullet. A list number would number it a
      // second time.
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
