import { locateQuote } from '../../annotation/describe.ts';
import {
  addTask,
  correctDetails,
  removeTask,
  respanTask,
  type TaskCorrection,
} from '../../record/taskCorrections.ts';
import { type CorrectedList, type CorrectedTask, taskOver } from '../../tasks/corrections/corrections.ts';
import { deadlineInWords } from '../../tasks/corrections/deadlineInWords.ts';
import { restoreTask } from '../../tasks/corrections/edits.ts';
import type { Span, Speaker } from '../../tasks/schema.ts';
import { errorText, t } from '../i18n.ts';
import type { ArticleStore } from './articleStore.ts';
import type { Ask } from './channel.ts';
import { suggestionsFrom } from './detailEditing.ts';
import type { Notify } from './notify.ts';
import type { TaskCorrecting } from './taskActions.ts';

type Input = {
  ask: Ask;
  store: Pick<ArticleStore, 'correctTasks' | 'undo'>;
  articleId: string;
  /** The text of the article as it is stored now. */
  text: string;
  lists: CorrectedList[];
  /** The day of publication (ISO 8601), from which relative days count. */
  publishedAt: string | null;
  /** The persons whom the text names. */
  people: Speaker[];
  notify: Notify;
};

/** Corrects the task lists of a saved article. After each correction, a message offers to undo it. */
export function taskCorrecting({
  ask,
  store,
  articleId,
  text,
  publishedAt,
  lists,
  people,
  notify,
}: Input): TaskCorrecting & {
  /** Discards corrections of words that the text no longer contains. */
  drop: (corrections: TaskCorrection[]) => void;
} {
  const change = async (done: string, by: (now: TaskCorrection[]) => TaskCorrection[]) => {
    const step = await store.correctTasks(by);
    if (step) notify(done, () => store.undo(step));
    return null;
  };
  /** The message that says why a span cannot become a task; null where it can. */
  const refusal = (span: Span, except: CorrectedTask | null): string | null => {
    const over = taskOver(lists, span, except);
    return over && t('taskOverlaps', over.heading || over.text.slice(0, 16));
  };
  const failing = (error: unknown) => errorText(error);
  const listOf = ({ start }: CorrectedTask) =>
    lists.find(({ tasks }) => tasks.some((task) => task.start === start));
  return {
    text,
    respan: async (task, span) =>
      refusal(span, task) ??
      change(t('taskChanged'), (now) => respanTask(now, task, span, text)).catch(failing),
    details: (task, changed, forList) =>
      change(t('taskDetailsChanged'), (now) => {
        const list = 'speaker' in changed && forList ? listOf(task) : undefined;
        // Includes the tasks that were removed from the list, because they can be restored.
        const others = list
          ? [...list.tasks, ...list.removed].filter(({ start }) => start !== task.start)
          : [];
        return others.reduce(
          (made, other) => correctDetails(made, other, { speaker: changed.speaker }, text),
          correctDetails(now, task, changed, text),
        );
      }).catch(failing),
    othersInList: (task) => (listOf(task)?.tasks.length ?? 1) - 1,
    readDeadline: (words) => deadlineInWords(words.trim(), publishedAt),
    suggestions: () => suggestionsFrom(lists, people),
    add: async (span) =>
      refusal(span, null) ?? change(t('taskAddedNow'), (now) => addTask(now, span, text)).catch(failing),
    remove: (task) =>
      void change(t('taskRemoved'), (now) => removeTask(now, task, text)).catch((error) =>
        notify(errorText(error)),
      ),
    restore: (task) =>
      void change(t('taskRestored'), (now) => restoreTask(now, task)).catch((error) =>
        notify(errorText(error)),
      ),
    drop: (corrections) => {
      const gone = new Set(corrections.map((one) => JSON.stringify(one)));
      change(t('correctionsDropped'), (now) => now.filter((one) => !gone.has(JSON.stringify(one)))).catch(
        (error) => notify(errorText(error)),
      );
    },
    pageSelection: async () => {
      try {
        const { quote } = await ask('article.selection', { articleId });
        if (!quote) return t('nothingSelected');
        return locateQuote(quote, text) ?? t('selectionNotInText');
      } catch (error) {
        return errorText(error);
      }
    },
  };
}
