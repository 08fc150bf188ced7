import { useRef, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { useArticleTabs } from '@/lib/app/panel/useArticleTabs.ts';
import type { OpenArticle } from '@/lib/app/panel/useOpening.ts';
import { ArticleNotices } from '../article/ArticleNotices.tsx';
import { CorrectFields } from '../article/CorrectFields.tsx';
import { FactList } from '../article/FactList.tsx';
import { Headlines } from '../article/Headlines.tsx';
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

type DetailsTab = 'marks' | 'tasks' | 'facts';

/** Collapses no facts: here, no other content follows them. */
const ALL_FACTS = Number.POSITIVE_INFINITY;

/** One saved article, next to the list: its text, and next to the text its marks, tasks and facts. */
export function ArticleBeside({
  db,
  id,
  sought,
  chosenMark,
  chosenTask,
  open: openOther,
  back,
  go,
  steps,
  ...rest
}: OpenArticle) {
  const { remove, notify, stepping } = rest;
  const soughtTab = sought?.tab === 'text' ? null : (sought?.tab ?? null);
  const { panel, reviewing, current, setTab, chosen, choose, ...view } = useArticleTabs<DetailsTab>(
    db,
    id,
    notify,
    { chosenMark, chosenTask, tab: soughtTab },
  );
  const { lights, setLights, corrects, setCorrects } = view;
  const [origins, setOrigins] = useState(false);
  const main = useRef<HTMLDivElement>(null);
  if (panel === undefined)
    return (
      <div class="workspace-article" aria-busy="true">
        <div class="reader-pane">
          <Skeleton of="article" />
        </div>
      </div>
    );
  if (panel === null || reviewing === null)
    return (
      <div class="workspace-article nothing-open">
        <MissingArticle db={db} id={id} />
      </div>
    );
  const { open, actions, taskCount } = panel;
  const { saved, annotations, article } = open;
  return (
    <div class="workspace-article" data-testid="article-beside" ref={main}>
      <section class="reader-pane" aria-label={t('capturedText')}>
        <div class="reader-head">
          <ArticleHeading
            back={back}
            stepping={stepping}
            go={go}
            steps={steps}
            showPage={actions.showPage}
            remove={remove}
            reviewing={reviewing}
          />
          {lights && sought && (
            <HitBar
              root={main}
              query={sought.lit}
              prefers={soughtTab ? '[role=tabpanel]' : '.reader-pane'}
              close={() => setLights(false)}
            />
          )}
        </div>
        <div class="reader-column stack">
          <ArticleNotices article={article} />
          <Headlines
            article={article}
            view="panel"
            origins={origins}
            setOrigins={(shown) => {
              setOrigins(shown);
              if (shown) setTab('facts');
            }}
            cite={actions.cite}
            correct={() => setCorrects(true)}
          />
          {corrects && (
            <CorrectFields saved={saved} keep={panel.store.correctFields} close={() => setCorrects(false)} />
          )}
          <TextTab panel={panel} searched={lights && sought !== null} choose={choose} />
        </div>
      </section>
      <aside class="details-pane stack" aria-label={t('details')}>
        <Tabs
          label={t('details')}
          chosen={current}
          choose={setTab}
          tabs={[
            ['marks', t('marks', annotations.length)],
            ['tasks', t('tasksTab', taskCount)],
            ['facts', t('facts')],
          ]}
        />
        <TabPanel id={current}>
          {current === 'marks' && <MarksTab db={db} panel={panel} chosen={chosen} />}
          {current === 'tasks' && (
            <ChosenTask.Provider value={chosenTask}>
              <TasksTab panel={panel} openMark={choose} />
            </ChosenTask.Provider>
          )}
          {current === 'facts' && (
            <>
              <ArticleState db={db} panel={panel} open={openOther} notify={notify} />
              <FactList article={article} view="panel" origins={origins} most={ALL_FACTS} />
            </>
          )}
        </TabPanel>
      </aside>
    </div>
  );
}
