import './TaskItem.css';
import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import type { CorrectedTask } from '@/lib/tasks/corrections/corrections.ts';
import { measureRows } from '@/lib/tasks/details/measureRows.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ChosenTask } from './ChosenTask.ts';
import { MarkButton } from './MarkButton.tsx';
import { TaskChips } from './TaskChips.tsx';
import { TaskCorrections } from './TaskCorrections.tsx';
import { Measures, TaskDetails } from './TaskDetails.tsx';

/**
 * A collapsed task shows at most three lines of a text longer than this (UTF-16 units), or two lines in a long list.
 */
const LONG = { roomy: 60, dense: 40 };

type Props = {
  task: CorrectedTask;
  dense: boolean;
  actions: TaskActions;
  /** The task that gets another speaker, by `taskKey`. It stays open when it moves to the list of that speaker. */
  moved: { current: string | null };
};

/** Identifies a task among those of an article, also when a person moves it to other words or to another list. */
export const taskKey = ({ found, start }: CorrectedTask): string => (found ? `${found.start}` : `+${start}`);

/** One task: its marker and words, with buttons to its place, to its mark, and to its details. */
export function TaskItem({ task, dense, actions, moved }: Props) {
  const { show, light, correct } = actions;
  const key = taskKey(task);
  const [isMoved] = useState(moved.current === key);
  const chosen = useContext(ChosenTask) === task.start;
  const [open, setOpen] = useState(isMoved || chosen);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMoved) moved.current = null;
    if (chosen) item.current?.scrollIntoView({ block: 'center' });
  }, []);
  const more = useId();
  const { intro, rows, rest } = measureRows(task);
  const { deadlines, leads, responsible, targets, correction, firmness } = task;
  const isDetailed = Object.keys(task.details.set).length > 0;
  const details =
    isDetailed ||
    firmness !== null ||
    deadlines.length + responsible.length + leads.length + targets.length > 0;
  const opens =
    details || rows.length > 0 || task.text.length > LONG[dense ? 'dense' : 'roomy'] || correct !== null;
  return (
    <li
      class={['task-item', open && 'open', chosen && 'chosen'].filter(Boolean).join(' ')}
      data-testid="task-item"
      ref={item}
    >
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
            {/* Shows how firmly the task is worded. Omits the usual “should”, so that other wordings stand out. */}
            {firmness && firmness !== 'should' && (
              <span class={`firmness ${firmness}`} title={t('firmness')}>
                {t(`firmness_${firmness}`)}
              </span>
            )}
            <Words heading={task.heading} text={open ? intro : task.text} />
          </span>
          {!open && <TaskChips task={task} />}
          {(correction || isDetailed) && (
            <Chip look="outlined" class="corrected" testId="task-corrected">
              {t(correction?.kind === 'add' ? 'taskAdded' : 'taskCorrected')}
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
        {open && correct && (
          <TaskCorrections
            task={task}
            correct={correct}
            unlight={() => light(null)}
            isMoved={isMoved}
            moving={(moves) => {
              moved.current = moves ? key : null;
            }}
          />
        )}
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
