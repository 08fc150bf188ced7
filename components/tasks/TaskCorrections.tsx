import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TaskCorrecting } from '@/lib/app/panel/taskActions.ts';
import type { CorrectedTask } from '@/lib/tasks/corrections/corrections.ts';
import { Editing } from '../ui/Editing.tsx';
import { Icon } from '../ui/Icon.tsx';
import { DetailEditor } from './DetailEditor.tsx';
import { RestoreTask } from './RestoreTask.tsx';
import { SpanEditor } from './SpanEditor.tsx';

type Props = {
  task: CorrectedTask;
  correct: TaskCorrecting;
  unlight: () => void;
  /** Whether the task has just got another speaker, and so moved here. */
  isMoved: boolean;
  /** Says whether the task is about to move to the list of another speaker. */
  moving: (moves: boolean) => void;
};

/** What of a task a person corrects: its words or its details. */
type Part = 'span' | 'details';

/** The corrections that a person can make to a task: change its words or details, remove it, or restore what was read. */
export function TaskCorrections({ task, correct, unlight, isMoved, moving }: Props) {
  const [editing, setEditing] = useState<Part | null>(null);
  const [edited, setEdited] = useState<Part | null>(isMoved ? 'details' : null);
  const close = () => {
    setEdited(editing);
    setEditing(null);
  };
  if (editing === 'span')
    return (
      <SpanEditor correct={correct} span={task} keep={(span) => correct.respan(task, span)} close={close} />
    );
  if (editing === 'details')
    return (
      <DetailEditor
        task={task}
        correct={correct}
        keep={async (changed, forList) => {
          moving('speaker' in changed);
          const why = await correct.details(task, changed, forList);
          if (why) moving(false);
          return why;
        }}
        close={close}
      />
    );
  /** A button that opens an editor. Takes the focus when that editor has closed. */
  const opener = (part: Part, label: string) => (
    <button
      type="button"
      class="small"
      data-testid={part === 'span' ? 'task-edit' : 'task-edit-details'}
      ref={(button) => void (edited === part && button?.focus({ preventScroll: !isMoved }))}
      onBlur={() => setEdited((now) => (now === part ? null : now))}
      onClick={() => setEditing(part)}
    >
      <Icon name="edit" />
      {label}
    </button>
  );
  const isMovedInText = task.correction?.kind === 'respan';
  return (
    <>
      {isMovedInText && task.found && (
        <p class="found" data-testid="task-found">
          {t('foundAs', task.found.text)}
        </p>
      )}
      <p class="row corrections">
        <Editing>
          {' '}
          {opener('span', t('editSpan'))}
          {opener('details', t('correctFields'))}
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
          {(isMovedInText || Object.keys(task.details.set).length > 0) && (
            <RestoreTask label={t('restoreTask')} restore={() => correct.restore(task)} />
          )}
        </Editing>{' '}
      </p>
    </>
  );
}
