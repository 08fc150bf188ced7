import { type FormattedArticle, formatTaskLists, type TaskFormat } from '@/lib/exchange/taskFormat.ts';
import type { TaskList } from '@/lib/tasks/schema.ts';
import { copyText } from '../ui/copyText.ts';

/** Copies task lists in a format; false where the browser refuses. */
export const copyTasks = (
  lists: TaskList[],
  article: FormattedArticle,
  format: TaskFormat,
): Promise<boolean> => copyText(formatTaskLists(lists, article, format), document.body);
