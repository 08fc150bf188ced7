import { t } from '@/lib/app/i18n.ts';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import type { CorrectedTask } from '@/lib/tasks/corrections/corrections.ts';
import { Editing } from '../ui/Editing.tsx';
import { Icon } from '../ui/Icon.tsx';

/**
 * Makes a mark of a task. Where the task already has a mark, opens that mark. In a view without marks, only says that
 * the task has one.
 */
export function MarkButton({
  task,
  actions: { mark, markOf, openMark },
}: {
  task: CorrectedTask;
  actions: TaskActions;
}) {
  const annotation = markOf(task);
  if (!annotation)
    return (
      <Editing>
        <button
          type="button"
          class="plain only-icon mark-task"
          data-testid="mark-task"
          title={t('markTask')}
          aria-label={t('markTask')}
          onClick={() => mark(task)}
        >
          <Icon name="mark" />
        </button>
      </Editing>
    );
  if (!openMark)
    return (
      <span
        class="only-icon done"
        data-testid="task-marked"
        role="img"
        aria-label={t('taskMarked')}
        title={t('taskMarked')}
      >
        <Icon name="check" />
      </span>
    );
  return (
    <button
      type="button"
      class="plain only-icon done"
      data-testid="task-marked"
      title={t('taskMarkedOpen')}
      aria-label={t('taskMarkedOpen')}
      onClick={() => openMark(annotation)}
    >
      <Icon name="check" />
    </button>
  );
}
