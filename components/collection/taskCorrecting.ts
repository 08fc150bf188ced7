import { locateQuote } from '@/lib/annotation/describe.ts';
import { askBackground } from '@/lib/messages/panel.ts';
import { addTask, removeTask, respanTask, type TaskCorrection } from '@/lib/record/taskCorrections.ts';
import { correctTasks } from '@/lib/store/corrections.ts';
import type { Database } from '@/lib/store/database.ts';
import {
  type CorrectedList,
  type CorrectedTask,
  restoreTask,
  takeBack,
  taskOver,
} from '@/lib/tasks/corrections/corrections.ts';
import type { Span } from '@/lib/tasks/schema.ts';
import type { TaskCorrecting } from '../tasks/actions.ts';
import { errorText, t } from '../ui/i18n.ts';

type Props = {
  db: Database;
  articleId: string;
  /** The text that the article stands for now. */
  text: string;
  lists: CorrectedList[];
  say: (words: string, undo?: () => Promise<unknown>) => void;
};

/** Correcting the task lists of a saved article; each correction can be undone where it is told of. */
export function taskCorrecting({ db, articleId, text, lists, say }: Props): TaskCorrecting & {
  /** Gives up corrections whose words the text no longer has. */
  drop: (corrections: TaskCorrection[]) => void;
} {
  const change = async (done: string, by: (now: TaskCorrection[]) => TaskCorrection[]) => {
    const made = await correctTasks(db, articleId, by);
    if (made) say(done, () => correctTasks(db, articleId, takeBack(made.before, made.after)));
    return null;
  };
  /** Why a span cannot be a task, or null. */
  const refusal = (span: Span, except: CorrectedTask | null): string | null => {
    const over = taskOver(lists, span, except);
    return over && t('taskOverlaps', over.heading || over.text.slice(0, 16));
  };
  const failing = (error: unknown) => errorText(error);
  return {
    text,
    respan: async (task, span) =>
      refusal(span, task) ??
      change(t('taskChanged'), (now) => respanTask(now, task, span, text)).catch(failing),
    add: async (span) =>
      refusal(span, null) ?? change(t('taskAddedNow'), (now) => addTask(now, span, text)).catch(failing),
    remove: (task) =>
      void change(t('taskRemoved'), (now) => removeTask(now, task, text)).catch((error) =>
        say(errorText(error)),
      ),
    restore: (task) =>
      void change(t('taskRestored'), (now) => restoreTask(now, task)).catch((error) => say(errorText(error))),
    drop: (corrections) => {
      const gone = new Set(corrections.map((one) => JSON.stringify(one)));
      change(t('correctionsDropped'), (now) => now.filter((one) => !gone.has(JSON.stringify(one)))).catch(
        (error) => say(errorText(error)),
      );
    },
    pageSelection: async () => {
      try {
        const { quote } = await askBackground('article.selection', { articleId });
        if (!quote) return t('nothingSelected');
        return locateQuote(quote, text) ?? t('selectionNotInText');
      } catch (error) {
        return errorText(error);
      }
    },
  };
}
