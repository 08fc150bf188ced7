import './Deadlines.css';
import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { type DueTask, dueDays, dueExport } from '@/lib/app/panel/deadlinesView.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import { useWatch } from '@/lib/app/panel/useWatch.ts';
import type { Store } from '@/lib/store/index.ts';
import { Chip } from '../ui/Chip.tsx';
import { ExportButtons } from '../ui/ExportButtons.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { ArticleHeading } from './ArticleHeading.tsx';
import { Pane } from './Pane.tsx';

type Props = {
  db: Store;
  back: () => void;
  notify: Notify;
  stepping: Stepping;
  /** Opens the article of a task, at the task that begins at `start`. */
  open: (articleId: string, start: number) => void;
};

/** The number of rows shown at first, and added by each press on “more”. */
const PAGE = 50;

/** The tasks of all articles by the day on which they are due: those still to come, or those before today. */
export function Deadlines({ db, back, notify, stepping, open }: Props) {
  const [when, setWhen] = useState<'coming' | 'past'>('coming');
  const [limit, setLimit] = useState(PAGE);
  const past = when === 'past';
  const shown = useWatch(() => dueDays(db, past, limit), [db, past, limit]);
  return (
    <Pane class="panel stack" data-testid="deadlines">
      <ArticleHeading back={back} stepping={stepping} />
      <h1>{t('deadlines')}</h1>
      <Tabs
        label={t('deadlines')}
        chosen={when}
        choose={(next) => {
          setWhen(next);
          setLimit(PAGE);
        }}
        tabs={[
          ['coming', t('deadlines_coming')],
          ['past', t('deadlines_past')],
        ]}
      />
      <TabPanel id={when}>
        {!shown ? (
          <Skeleton of="list" />
        ) : (
          <>
            {shown.days.length === 0 && <p class="quiet">{t(`deadlines_${when}_none`)}</p>}
            {shown.days.map(({ day, distance, tasks }) => (
              <section key={day} class="due-day" aria-labelledby={`due-${day}`} data-testid="due-day">
                <h2 id={`due-${day}`}>
                  <time dateTime={day}>{day}</time> <span class="quiet">{distance}</span>
                </h2>
                <ul>
                  {tasks.map((task) => (
                    <Row
                      key={`${task.articleId} ${task.start}`}
                      task={task}
                      open={() => open(task.articleId, task.start)}
                    />
                  ))}
                </ul>
              </section>
            ))}
            {shown.more && (
              <button type="button" data-testid="deadlines-more" onClick={() => setLimit(limit + PAGE)}>
                {t('more')}
              </button>
            )}
            {shown.days.length > 0 && (
              <p class="row">
                <ExportButtons
                  db={db}
                  notify={notify}
                  offers={[{ id: 'export-dues', label: t('exportDues'), ...dueExport(db, past) }]}
                />
              </p>
            )}
          </>
        )}
      </TabPanel>
    </Pane>
  );
}

function Row({ task: { heading, words, bodies, about }, open }: { task: DueTask; open: () => void }) {
  return (
    <li class="due-task" data-testid="due-task">
      <button type="button" class="plain" onClick={open}>
        <span class="due-words">{heading || words}</span>
        {bodies && <Chip>{bodies}</Chip>}
        <span class="quiet">{about}</span>
      </button>
    </li>
  );
}
