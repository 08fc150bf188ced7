import './TaskLists.css';
import { useId, useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TaskActions } from '@/lib/app/panel/taskActions.ts';
import { groupsOf, type SpeakerGroup } from '@/lib/app/panel/taskGroups.ts';
import { type CorrectedList, countTasks, plainLists } from '@/lib/tasks/corrections/corrections.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { RemovedTasks } from './RemovedTasks.tsx';
import { TaskItem, taskKey } from './TaskItem.tsx';

/** From this many tasks on, each shows fewer words, so that a long document can be skimmed. */
const MANY = 12;

/** The task lists, grouped by speaker. */
export function TaskLists({ lists, actions }: { lists: CorrectedList[]; actions: TaskActions }) {
  const dense = countTasks(lists) > MANY;
  const moved = useRef<string | null>(null);
  return (
    <div class={dense ? 'task-lists dense' : 'task-lists'}>
      {groupsOf(lists).map((group) => (
        <Group key={group.key} group={group} dense={dense} actions={actions} moved={moved} />
      ))}
    </div>
  );
}

type Shared = { dense: boolean; actions: TaskActions; moved: { current: string | null } };

function Group({ group: { heading, lists }, ...shared }: { group: SpeakerGroup } & Shared) {
  const id = useId();
  const [only] = lists;
  const single = lists.length === 1 && only;
  return (
    <section class="speaker-group" aria-labelledby={id} data-testid="speaker-group">
      <header class="list-head">
        <div class="list-title">
          <h3 id={id}>{heading}</h3>
          {single ? <Count list={single} /> : <Chip>{t('taskCount', countTasks(lists))}</Chip>}
        </div>
        <CopyButton lists={lists} of={heading} copy={shared.actions.copy} />
      </header>
      {lists.map((list) => (
        <OneList
          key={`${list.section}-${list.tasks[0]?.start ?? list.removed[0]?.start}`}
          list={list}
          within={!single}
          {...shared}
        />
      ))}
    </section>
  );
}

function OneList({ list, within, dense, actions, moved }: { list: CorrectedList; within: boolean } & Shared) {
  const { section, tasks, removed } = list;
  return (
    <div class="one-list">
      {(section || within) && (
        <header class="list-head">
          <div class="list-title">
            {section && <h4>{section}</h4>}
            {within && <Count list={list} brief />}
          </div>
          {within && <CopyButton lists={[list]} of={section ?? ''} copy={actions.copy} />}
        </header>
      )}
      <ol class="tasks">
        {tasks.map((task) => (
          <TaskItem key={taskKey(task)} task={task} dense={dense} actions={actions} moved={moved} />
        ))}
      </ol>
      {removed.length > 0 && <RemovedTasks list={list} actions={actions} />}
    </div>
  );
}

/** The number of tasks. Where the text announces a different number, shows that number too. */
function Count({ list: { announcedCount, tasks }, brief }: { list: CorrectedList; brief?: boolean }) {
  if (announcedCount === null && brief)
    return (
      <span class="quiet" title={t('taskCount', tasks.length)}>
        {tasks.length}
      </span>
    );
  if (announcedCount === null) return <Chip>{t('taskCount', tasks.length)}</Chip>;
  const same = announcedCount === tasks.length;
  return (
    <Chip look={same ? undefined : 'warn'} testId="announced">
      {t(same ? 'taskCountAnnounced' : 'taskCountDiffers', announcedCount, tasks.length)}
    </Chip>
  );
}

function CopyButton({ lists, of, copy }: { lists: CorrectedList[]; of: string; copy: TaskActions['copy'] }) {
  const label = t('copyListOf', of);
  return (
    <button
      type="button"
      class="plain only-icon"
      data-testid="copy-list"
      aria-label={label}
      title={label}
      onClick={() => copy(plainLists(lists))}
    >
      <Icon name="copy" />
    </button>
  );
}
