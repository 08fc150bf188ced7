import { useState } from 'preact/hooks';
import type { SavedArticle } from '@/lib/record/schema.ts';
import { type Corrected, countTasks, plainLists } from '@/lib/tasks/corrections/corrections.ts';
import type { TaskActions } from '../tasks/actions.ts';
import { CopyAll, useTaskFormat } from '../tasks/CopyAll.tsx';
import { copyTasks } from '../tasks/copyTasks.ts';
import { ReadingExtras } from '../tasks/ReadingExtras.tsx';
import { SpanEditor } from '../tasks/SpanEditor.tsx';
import { TaskLists } from '../tasks/TaskLists.tsx';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../ui/i18n.ts';
import type { taskCorrecting } from './taskCorrecting.ts';

type Props = {
  saved: SavedArticle;
  corrected: Corrected;
  correcting: ReturnType<typeof taskCorrecting>;
  say: (words: string) => void;
} & Omit<TaskActions, 'copy' | 'correct'>;

/** The orders of a saved article, to be opened, marked, copied and corrected, and what else its text names. */
export function TasksTab({ saved, corrected: { lists, unplaced }, correcting, say, ...own }: Props) {
  const [format, setFormat] = useTaskFormat();
  const [adding, setAdding] = useState(false);
  const actions: TaskActions = {
    ...own,
    copy: (some) =>
      void copyTasks(some, { ...saved.article, url: saved.url }, format).then((copied) =>
        say(t(copied ? 'tasksCopied' : 'page_notCopied', countTasks(some))),
      ),
    correct: correcting,
  };
  return (
    <>
      <h2 class="unseen">{t('tasks')}</h2>
      <div class="row toolbar">
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
        <span class="space" />
        {lists.length > 0 && (
          <CopyAll format={format} setFormat={setFormat} copy={() => actions.copy(plainLists(lists))} />
        )}
      </div>
      {adding && (
        <SpanEditor correct={correcting} span={null} keep={correcting.add} close={() => setAdding(false)} />
      )}
      {unplaced.length > 0 && (
        <div class="notice row" data-testid="unplaced">
          <span class="space">{t('correctionsUnplaced', unplaced.length)}</span>
          <button type="button" class="small" onClick={() => correcting.drop(unplaced)}>
            {t('dropCorrections')}
          </button>
        </div>
      )}
      {lists.length > 0 ? <TaskLists lists={lists} actions={actions} /> : <p class="quiet">{t('noTasks')}</p>}
      <ReadingExtras reading={saved} show={own.show} light={own.light} />
    </>
  );
}
