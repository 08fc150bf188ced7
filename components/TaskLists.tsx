import type { Task, TaskList } from '@/lib/tasks/schema.ts';
import { t } from './i18n.ts';

/** The orders, by who gave them. `show` is called with the task that was chosen. */
export function TaskLists({ lists, show }: { lists: TaskList[]; show: (task: Task) => void }) {
  if (lists.length === 0) return <p class="quiet">{t('noTasks')}</p>;
  return (
    <div class="stack">
      {lists.map((list) => {
        const { announcedCount, speaker, section, tasks } = list;
        const short = announcedCount !== null && announcedCount !== tasks.length;
        return (
          <section key={tasks[0]?.start}>
            <h3 class="speaker">
              <span>
                {speaker ? `${speaker.title ?? ''}${speaker.name}` : (section ?? t('documentTasks'))}
              </span>
              <span class={short ? 'chip warn' : 'chip'}>
                {announcedCount === null
                  ? t('taskCount', tasks.length)
                  : t('taskCountAnnounced', announcedCount, tasks.length)}
              </span>
            </h3>
            <ol class="tasks">
              {tasks.map((task) => (
                <li key={task.start}>
                  <button
                    type="button"
                    class="task"
                    data-testid="task"
                    title={t('showOnPage')}
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
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
