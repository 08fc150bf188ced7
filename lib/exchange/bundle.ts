import type { ArticleBundle } from '../record/schema.ts';
import { applyCorrections } from '../record/taskCorrections.ts';
import { plainLists } from '../tasks/corrections/corrections.ts';
import type { TaskList } from '../tasks/schema.ts';

/** The text as last read; empty where it could not be read. */
const textOf = ({ saved, texts }: Pick<ArticleBundle, 'saved' | 'texts'>): string =>
  texts.find(({ sha256 }) => sha256 === saved.sha256)?.text ?? '';

/** The task lists as the person left them. */
export function taskListsOf(bundle: Pick<ArticleBundle, 'saved' | 'texts'>): TaskList[] {
  const { taskLists, taskCorrections, article } = bundle.saved;
  if (taskCorrections.length === 0) return taskLists;
  return plainLists(applyCorrections(taskLists, taskCorrections, textOf(bundle), article.publishedAt).lists);
}
