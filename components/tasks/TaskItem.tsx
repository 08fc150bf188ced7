import './TaskItem.css';
import { useId, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import { deadlineShort, targetWords } from '@/lib/app/panel/taskWords.ts';
import type { CorrectedTask } from '@/lib/tasks/corrections/corrections.ts';
import { measureRows } from '@/lib/tasks/details/measureRows.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { TaskCorrections } from './TaskCorrections.tsx';
import { Measures, TaskDetails } from './TaskDetails.tsx';

/** Texts longer than this (UTF-16 units) are cut in a closed task, to three lines, or to two in a long list. */
const LONG = { roomy: 60, dense: 40 };

type Props = { task: CorrectedTask; dense: boolean; actions: TaskActions };

/** One task: its marker and words, with buttons to its place, to its mark, and to its details. */
export function TaskItem({ task, dense, actions }: Props) {
  const { show, light, correct } = actions;
  const [open, setOpen] = useState(false);
  const more = useId();
  const { intro, rows, rest } = measureRows(task);
  const { deadlines, leads, responsible, targets, correction, firmness } = task;
  const details =
    firmness !== null || deadlines.length + responsible.length + leads.length + targets.length > 0;
  const opens =
    details || rows.length > 0 || task.text.length > LONG[dense ? 'dense' : 'roomy'] || correct !== null;
  return (
    <li class={open ? 'task-item open' : 'task-item'} data-testid="task-item">
      <div class="task-row" onPointerEnter={() => light(task)} onPointerLeave={() => light(null)}>
        <button
          type="button"
          class="task"
          data-testid="task"
          title={t('showOnPage')}
          onFocus={() => light(task)}
          onBlur={() => light(null)}
          onClick={() => show(task)}
        >
          <span class="words">
            {task.marker && <b class="marker">{task.marker}</b>}
            {firmness && (
              <span class={`firmness ${firmness}`} title={t('firmness')}>
                {t(`firmness_${firmness}`)}
              </span>
            )}
            <Words heading={task.heading} text={open ? intro : task.text} />
          </span>
          {!open && <Chips task={task} />}
          {correction && (
            <Chip look="outlined" class="corrected" testId="task-corrected">
              {t(correction.kind === 'add' ? 'taskAdded' : 'taskCorrected')}
            </Chip>
          )}
        </button>
        <span class="task-buttons">
          <MarkButton task={task} actions={actions} />
          {opens && (
            <button
              type="button"
              class="plain only-icon disclose"
              data-testid="task-open"
              aria-expanded={open}
              aria-controls={more}
              aria-label={t('taskDetails', task.heading || task.text.slice(0, 20))}
              title={t(open ? 'foldTask' : 'unfoldTask')}
              onClick={() => setOpen(!open)}
            >
              <Icon name="chevron" />
            </button>
          )}
        </span>
      </div>
      <div id={more} class="task-more stack" hidden={!open}>
        {open && rows.length > 0 && <Measures rows={rows} rest={rest} show={show} light={light} />}
        {open && details && <TaskDetails task={task} />}
        {open && correct && <TaskCorrections task={task} correct={correct} unlight={() => light(null)} />}
      </div>
    </li>
  );
}

/** The words of a task, its heading emphasised. */
function Words({ heading, text }: { heading: string; text: string }) {
  if (!heading || heading === text) return <>{text}</>;
  if (!text.startsWith(heading))
    return (
      <>
        <strong>{heading}</strong>　{text}
      </>
    );
  return (
    <>
      <strong>{heading}</strong>
      {text.slice(heading.length)}
    </>
  );
}

/** Deadline and responsible bodies, in short. */
function Chips({ task: { deadlines, leads, responsible, targets } }: { task: CorrectedTask }) {
  const others = responsible.filter((body) => !leads.includes(body));
  const onlyTarget = targets.length === 1 ? targets[0] : undefined;
  if (deadlines.length + others.length + leads.length + targets.length === 0) return null;
  return (
    <span class="chips">
      {deadlines.map((deadline) => (
        <Chip key={deadline.text} look="warn">
          {t('deadline', deadlineShort(deadline))}
        </Chip>
      ))}
      {leads.length > 0 && <Chip>{t('leadBody', leads.join('、'))}</Chip>}
      {others.length > 0 && <Chip>{t('responsibleBodies', shownBodies(others))}</Chip>}
      {targets.length > 0 && (
        <Chip>{onlyTarget?.quantity ? targetWords(onlyTarget) : t('targetCount', targets.length)}</Chip>
      )}
    </span>
  );
}

/** How many bodies a closed task names; for more it shows their number. */
const MOST_BODIES = 3;

function shownBodies(bodies: string[]): string {
  const names = bodies.slice(0, MOST_BODIES).join('、');
  const more = bodies.length - MOST_BODIES;
  return more > 0 ? `${names} ${t('moreBodies', more)}` : names;
}

function MarkButton({
  task,
  actions: { mark, markOf, openMark },
}: {
  task: CorrectedTask;
  actions: TaskActions;
}) {
  const annotation = markOf(task);
  if (!annotation)
    return (
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
