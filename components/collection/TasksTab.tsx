import { useState } from 'preact/hooks';
import type { Annotation } from '@/lib/annotation/schema.ts';
import { t } from '@/lib/app/i18n.ts';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import type { ArticlePanel } from '@/lib/app/panel/useArticlePanel.ts';
import { plainLists } from '@/lib/tasks/corrections/corrections.ts';
import { CopyAll } from '../tasks/CopyAll.tsx';
import { ReadingExtras } from '../tasks/ReadingExtras.tsx';
import { SpanEditor } from '../tasks/SpanEditor.tsx';
import { TaskLists } from '../tasks/TaskLists.tsx';
import { Editing } from '../ui/Editing.tsx';
import { Icon } from '../ui/Icon.tsx';

type Props = { panel: ArticlePanel; openMark: (annotation: Annotation) => void };

/**
 * The tasks of a saved article, which can be shown in the page, marked, copied and corrected. Also lists the goals,
 * meetings and people that the text names.
 */
export function TasksTab({ panel: { open, actions, correcting }, openMark }: Props) {
  const [adding, setAdding] = useState(false);
  const { lists, unplaced } = open.corrected;
  const onTasks: TaskActions = { ...actions, openMark, correct: correcting };
  return (
    <>
      <h2 class="unseen">{t('tasks')}</h2>
      <div class="row">
        <Editing>
          <button
            type="button"
            class="small"
            data-testid="add-task"
            aria-expanded={adding}
            onClick={() => setAdding(!adding)}
          >
            <Icon name="plus" />
            {t('addTask')}
          </button>
        </Editing>
        <span class="space" />
        {lists.length > 0 && <CopyAll format={actions.format} copy={() => actions.copy(plainLists(lists))} />}
      </div>
      {adding && (
        <SpanEditor correct={correcting} span={null} keep={correcting.add} close={() => setAdding(false)} />
      )}
      {unplaced.length > 0 && (
        <div class="notice row" data-testid="unplaced">
          <span class="space">{t('correctionsUnplaced', unplaced.length)}</span>
          <Editing>
            <button type="button" class="small" onClick={() => correcting.drop(unplaced)}>
              {t('dropCorrections')}
            </button>
          </Editing>
        </div>
      )}
      {lists.length > 0 ? <TaskLists lists={lists} actions={onTasks} /> : <p class="quiet">{t('noTasks')}</p>}
      <ReadingExtras reading={open.saved} show={actions.show} light={actions.light} />
    </>
  );
}
