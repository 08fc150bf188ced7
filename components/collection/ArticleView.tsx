import { useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { ArticleTab } from '@/lib/app/panel/searchView.ts';
import { useArticleTabs } from '@/lib/app/panel/useArticleTabs.ts';
import type { OpenArticle } from '@/lib/app/panel/useOpening.ts';
import { ArticleFacts } from '../article/ArticleFacts.tsx';
import { CorrectFields } from '../article/CorrectFields.tsx';
import { ChosenTask } from '../tasks/ChosenTask.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { ArticleHeading } from './ArticleHeading.tsx';
import { ArticleState } from './ArticleState.tsx';
import { HitBar } from './HitBar.tsx';
import { MarksTab } from './MarksTab.tsx';
import { MissingArticle } from './MissingArticle.tsx';
import { TasksTab } from './TasksTab.tsx';
import { TextTab } from './TextTab.tsx';

/** `enlarge` shows the article in a tab of its own. */
type Props = OpenArticle & { enlarge: () => void };

/** How many facts show before the others are collapsed, so that the tabs are in view. */
const MOST_FACTS = 5;

/** One saved article: its metadata, marks, tasks, and the captured text. */
export function ArticleView({
  db,
  id,
  sought,
  chosenMark,
  chosenTask,
  open: openOther,
  back,
  go,
  steps,
  enlarge,
  remove,
  notify,
  stepping,
}: Props) {
  const { panel, reviewing, current, setTab, chosen, choose, ...view } = useArticleTabs<ArticleTab>(
    db,
    id,
    notify,
    { chosenMark, chosenTask, tab: sought?.tab ?? null },
  );
  const { lights, setLights, corrects, setCorrects } = view;
  const main = useRef<HTMLElement>(null);
  if (panel === undefined)
    return (
      <main class="panel" aria-busy="true">
        <Skeleton of="article" />
      </main>
    );
  if (panel === null || reviewing === null)
    return (
      <main class="panel stack">
        <ArticleHeading back={back} stepping={stepping} />
        <MissingArticle db={db} id={id} />
      </main>
    );
  const { open, actions, taskCount } = panel;
  const { saved, annotations } = open;
  return (
    <main class="panel stack" data-testid="article-view" ref={main}>
      <ArticleHeading
        back={back}
        stepping={stepping}
        go={go}
        steps={steps}
        enlarge={enlarge}
        showPage={actions.showPage}
        remove={remove}
        reviewing={reviewing}
      />
      {lights && sought && <HitBar root={main} query={sought.lit} close={() => setLights(false)} />}
      <ArticleFacts
        article={open.article}
        view="panel"
        most={MOST_FACTS}
        cite={actions.cite}
        correct={() => setCorrects(true)}
      />
      {corrects && (
        <CorrectFields saved={saved} keep={panel.store.correctFields} close={() => setCorrects(false)} />
      )}
      <ArticleState db={db} panel={panel} showText={() => setTab('text')} open={openOther} notify={notify} />
      <Tabs
        label={saved.article.title}
        chosen={current}
        choose={setTab}
        tabs={[
          ['marks', t('marks', annotations.length)],
          ['tasks', t('tasksTab', taskCount)],
          ['text', t('capturedText')],
        ]}
      />
      <TabPanel id={current}>
        {current === 'marks' && <MarksTab db={db} panel={panel} chosen={chosen} />}
        {current === 'tasks' && (
          <ChosenTask.Provider value={chosenTask}>
            <TasksTab panel={panel} openMark={choose} />
          </ChosenTask.Provider>
        )}
        {current === 'text' && <TextTab panel={panel} searched={lights && sought !== null} choose={choose} />}
      </TabPanel>
    </main>
  );
}
