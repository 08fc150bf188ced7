import type { Task, TaskList } from '@/lib/tasks/schema.ts';
import { t } from './i18n.ts';

type Actions = {
  /** Goes to the task in the page. */
  show: (task: Task) => void;
  /** Lights the task up in the page while the pointer is on it; null ends it. */
  light: (task: Task | null) => void;
  /** Makes an annotation of it. */
  mark: (task: Task) => void;
};

/** The orders, by who gave them. */
export function TaskLists({ lists, ...actions }: { lists: TaskList[] } & Actions) {
  if (lists.length === 0) return <p class="quiet">{t('noTasks')}</p>;
  return (
    <div class="stack">
      {lists.map((list) => (
        <OneList key={list.tasks[0]?.start} list={list} {...actions} />
      ))}
    </div>
  );
}

function OneList({ list, ...actions }: { list: TaskList } & Actions) {
  const { announcedCount, speaker, section, tasks } = list;
  const short = announcedCount !== null && announcedCount !== tasks.length;
  return (
    <section>
      <h3 class="speaker">
        <span>{speaker ? `${speaker.title ?? ''}${speaker.name}` : (section ?? t('documentTasks'))}</span>
        <span class={short ? 'chip warn' : 'chip'}>
          {announcedCount === null
            ? t('taskCount', tasks.length)
            : t('taskCountAnnounced', announcedCount, tasks.length)}
        </span>
      </h3>
      <ol class="tasks">
        {tasks.map((task) => (
          <OneTask key={task.start} task={task} {...actions} />
        ))}
      </ol>
    </section>
  );
}

function OneTask({ task, show, light, mark }: { task: Task } & Actions) {
  return (
    <li class="task-row" onPointerEnter={() => light(task)} onPointerLeave={() => light(null)}>
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
          {task.marker && <b>{task.marker}</b>}
          {task.text}
        </span>
        {(task.responsible.length > 0 || task.deadlines.length > 0) && (
          <span class="row">
            {task.responsible.map((body) => (
              <span key={body} class="chip">
                {body}
              </span>
            ))}
            {task.deadlines.map((deadline) => (
              <span key={deadline.text} class="chip warn" title={deadline.date ?? undefined}>
                {t('deadline', deadline.text)}
              </span>
            ))}
          </span>
        )}
      </button>
      <button
        type="button"
        class="plain mark-task"
        data-testid="mark-task"
        title={t('markTask')}
        aria-label={t('markTask')}
        onClick={() => mark(task)}
      >
        ✎
      </button>
    </li>
  );
}
