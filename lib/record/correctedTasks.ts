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
 * The task lists of a saved article after the person's corrections. Relative days count from the date of publication,
 * also where the person has corrected that date. `text` is the article's text; without corrections of tasks it is not
 * needed.
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
