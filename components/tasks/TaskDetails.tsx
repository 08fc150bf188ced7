import './TaskDetails.css';
import '../article/facts.css';
import { t } from '@/lib/app/i18n.ts';
import { readWords } from '@/lib/app/panel/detailEditing.ts';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import { deadlineDays, speakerWords, targetWords } from '@/lib/app/panel/taskWords.ts';
import type { CorrectedTask } from '@/lib/tasks/corrections/corrections.ts';
import type { Detail } from '@/lib/tasks/corrections/details.ts';
import type { MeasureRow } from '@/lib/tasks/details/measureRows.ts';
import type { QuantityTarget } from '@/lib/tasks/schema.ts';

/** The single measures that a task consists of, each with a button that shows its words on the page. */
export function Measures({
  rows,
  rest,
  show,
  light,
}: { rows: MeasureRow[]; rest: string } & Pick<TaskActions, 'show' | 'light'>) {
  return (
    <>
      <ol class="measures" aria-label={t('measures')}>
        {rows.map(({ before, marker, measure }) => (
          <li key={measure.start}>
            {before && <p class="quiet">{before}</p>}
            <button
              type="button"
              class="plain measure"
              data-testid="measure"
              title={t('showOnPage')}
              onPointerEnter={() => light(measure)}
              onPointerLeave={() => light(null)}
              onFocus={() => light(measure)}
              onBlur={() => light(null)}
              onClick={() => show(measure)}
            >
              {marker && <b>{marker}</b>}
              {measure.text}
            </button>
          </li>
        ))}
      </ol>
      {rest && <p class="rest">{rest}</p>}
    </>
  );
}

/** The numbers to be reached, with their year. */
export function Targets({ targets }: { targets: QuantityTarget[] }) {
  return (
    <ul class="values">
      {targets.map((target) => (
        <li key={target.text} title={target.text}>
          {targetWords(target)}
          {target.year !== null && <span class="quiet"> · {t('targetYear', target.year)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The value that was read from the text for a detail of a task. Shown only where a person has set another value. */
function ReadAs({ task: { details }, detail }: { task: CorrectedTask; detail: Detail }) {
  if (!(detail in details.set)) return null;
  return (
    <p class="found" data-testid="detail-read">
      {readWords(detail, details.read)}
    </p>
  );
}

/**
 * Deadlines with their dates, leading and other responsible organisations, how firmly the task is worded, and
 * targets. Names the speaker only where a person has set one for this task: the heading of the list names the speaker
 * of all its tasks. Shows beside each corrected detail what was read from the text.
 */
export function TaskDetails({ task }: { task: CorrectedTask }) {
  const { set } = task.details;
  const others = task.responsible.filter((body) => !task.leads.includes(body));
  return (
    <dl class="facts details">
      {(task.deadlines.length > 0 || set.deadlines) && (
        <>
          <dt>{t('deadlineLabel')}</dt>
          <dd>
            <ul class="values">
              {task.deadlines.map((deadline) => (
                <li key={`${deadline.text} ${deadline.date}`}>
                  {deadline.text}
                  {deadlineDays(deadline) && <span class="quiet"> · {deadlineDays(deadline)}</span>}
                </li>
              ))}
            </ul>
            {task.deadlines.length === 0 && t('noDetail')}
            <ReadAs task={task} detail="deadlines" />
          </dd>
        </>
      )}
      {task.leads.length > 0 && (
        <>
          <dt>{t('leads')}</dt>
          <dd>
            {task.leads.join('、')}
            {others.length === 0 && <ReadAs task={task} detail="bodies" />}
          </dd>
        </>
      )}
      {(others.length > 0 || (set.bodies && task.leads.length === 0)) && (
        <>
          <dt>{t('responsible')}</dt>
          <dd>
            {others.join('、') || t('noDetail')}
            <ReadAs task={task} detail="bodies" />
          </dd>
        </>
      )}
      {set.speaker !== undefined && (
        <>
          <dt>{t('speaker')}</dt>
          <dd>
            {set.speaker ? speakerWords(set.speaker) : t('noDetail')}
            <ReadAs task={task} detail="speaker" />
          </dd>
        </>
      )}
      {task.firmness && (
        <>
          <dt>{t('firmness')}</dt>
          <dd data-testid="firmness">{t(`firmness_${task.firmness}`)}</dd>
        </>
      )}
      {task.targets.length > 0 && (
        <>
          <dt>{t('targets')}</dt>
          <dd>
            <Targets targets={task.targets} />
          </dd>
        </>
      )}
    </dl>
  );
}
