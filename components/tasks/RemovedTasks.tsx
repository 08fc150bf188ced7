import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import type { CorrectedList } from '@/lib/tasks/corrections/corrections.ts';
import { Editing } from '../ui/Editing.tsx';
import { Icon } from '../ui/Icon.tsx';

/** The tasks that were removed from a list, each with a button that restores it. */
export function RemovedTasks({
  list: { removed },
  actions: { correct },
}: {
  list: CorrectedList;
  actions: TaskActions;
}) {
  const [open, setOpen] = useState(false);
  return (
    <div class="removed" data-testid="removed">
      <button
        type="button"
        class="link"
        data-testid="show-removed"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('removedCount', removed.length)}
      </button>
      {open && (
        <ul>
          {removed.map((task) => (
            <li key={task.start} class="row">
              <del>{task.text}</del>
              {correct && (
                <Editing>
                  {' '}
                  <button
                    type="button"
                    class="small"
                    data-testid="task-restore"
                    onClick={() => correct.restore(task)}
                  >
                    <Icon name="restore" />
                    {t('putBack')}
                  </button>
                </Editing>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
