import { type Corrected, taskOver } from '../tasks/corrections/corrections.ts';
import type { Span } from '../tasks/schema.ts';
import type { SavedArticle } from './schema.ts';
import { addTask, applyCorrections, type TaskCorrection } from './taskCorrections.ts';

/** What is needed of a saved article to correct its tasks. */
type Saved = Pick<SavedArticle, 'taskLists' | 'taskCorrections'> & {
  article: { publishedAt: string | null };
  fieldCorrections: { publishedAt?: string | null };
};

/**
 * Applies the person's corrections to the task lists of a saved article. Relative days count from the date of
 * publication, and from the corrected one if the person has corrected it. `text` is the article's text, which is needed
 * only if there are corrections of tasks.
 */
export function correctedTasks(saved: Saved, text: string): Corrected {
  const { publishedAt = saved.article.publishedAt } = saved.fieldCorrections;
  return applyCorrections(saved.taskLists, saved.taskCorrections, text, publishedAt);
}

/**
 * Makes the correction that turns a passage of an article's text into a task. Null where another task already has some
 * of these words.
 */
export function taskAt(saved: Saved, text: string, span: Span): TaskCorrection | null {
  if (taskOver(correctedTasks(saved, text).lists, span, null)) return null;
  return addTask([], span, text)[0] ?? null;
}
