import type { TaskList } from '../../tasks/schema.ts';
import type { TaskListFormat } from '../formats.ts';
import { countOf, detailsOf, type FormattedArticle, headingOf, linesOf, sourceOf } from '../taskLists.ts';

/** Task lists as plain text: a line with speaker and count, one line for each task with its details, and the source. */
export const taskText: TaskListFormat = {
  scope: 'tasks',
  id: 'text',
  label: 'format_text',
  extension: 'txt',
  mime: 'text/plain',
  write: asText,
};

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
