import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import type { CorrectedList } from '@/lib/tasks/corrections/corrections.ts';
import { Editing } from '../ui/Editing.tsx';
import { RestoreTask } from './RestoreTask.tsx';

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
                  <RestoreTask label={t('putBack')} restore={() => correct.restore(task)} />
                </Editing>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
