import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TaskCorrecting } from '@/lib/app/panel/taskActions.ts';
import type { CorrectedTask } from '@/lib/tasks/corrections/corrections.ts';
import { Editing } from '../ui/Editing.tsx';
import { Icon } from '../ui/Icon.tsx';
import { RestoreTask } from './RestoreTask.tsx';
import { SpanEditor } from './SpanEditor.tsx';

type Props = { task: CorrectedTask; correct: TaskCorrecting; unlight: () => void };

/** The corrections that a person can make to a task: change its words, remove it, or restore what Pizhu found. */
export function TaskCorrections({ task, correct, unlight }: Props) {
  const [state, setState] = useState<'idle' | 'editing' | 'edited'>('idle');
  if (state === 'editing')
    return (
      <SpanEditor
        correct={correct}
        span={task}
        keep={(span) => correct.respan(task, span)}
        close={() => setState('edited')}
      />
    );
  return (
    <>
      {task.correction?.kind === 'respan' && task.found && (
        <p class="found" data-testid="task-found">
          {t('foundAs', task.found.text)}
        </p>
      )}
      <p class="row corrections">
        <Editing>
          {' '}
          <button
            type="button"
            class="small"
            data-testid="task-edit"
            // Moves the focus to this button, because the focused editor has disappeared.
            ref={(button) => void (state === 'edited' && button?.focus({ preventScroll: true }))}
            onBlur={() => setState((now) => (now === 'edited' ? 'idle' : now))}
            onClick={() => setState('editing')}
          >
            <Icon name="edit" />
            {t('editSpan')}
          </button>
          <button
            type="button"
            class="small"
            data-testid="task-remove"
            onClick={() => {
              unlight();
              correct.remove(task);
            }}
          >
            <Icon name="remove" />
            {t('removeTask')}
          </button>
          {task.correction?.kind === 'respan' && (
            <RestoreTask label={t('restoreTask')} restore={() => correct.restore(task)} />
          )}
        </Editing>{' '}
      </p>
    </>
  );
}
