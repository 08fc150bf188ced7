import { t } from '@/lib/app/i18n.ts';
import type { PageViewModel } from '@/lib/app/popup/usePageView.ts';
import { plainLists } from '@/lib/tasks/corrections/corrections.ts';
import { CopyAll } from '../tasks/CopyAll.tsx';
import { TaskLists } from '../tasks/TaskLists.tsx';

/** The tasks of the page. In a saved page they can be corrected. */
export function PageTasks({ view, saved }: { view: PageViewModel; saved: boolean }) {
  const { lists, count, actions, onTasks, openPanel } = view;
  return (
    <section class="page-tasks stack">
      <header class="row">
        <h2>{t('tasks')}</h2>
        {count && <span class="quiet">{count}</span>}
        <span class="space" />
        {count && <CopyAll format={actions.format} copy={() => actions.copy(plainLists(lists))} />}
      </header>
      {!count && <p class="quiet">{t('noTasks')}</p>}
      {count && (
        <>
          <TaskLists lists={lists} actions={onTasks} />
          <p class="quiet">
            {saved ? (
              <button type="button" class="link" onClick={openPanel}>
                {t('correctInPanel')}
              </button>
            ) : (
              t('correctAfterSaving')
            )}
          </p>
        </>
      )}
    </section>
  );
}
