import './collection.css';
import './Workspace.css';
import { useMemo, useRef } from 'preact/hooks';
import { type MessageKey, t } from '@/lib/app/i18n.ts';
import { takeListStart } from '@/lib/app/panel/listStart.ts';
import { useArticleOfAddress } from '@/lib/app/panel/useArticleOfAddress.ts';
import { type Place, useCollection } from '@/lib/app/panel/useCollection.ts';
import { useMarkList } from '@/lib/app/panel/useMarkList.ts';
import { useNextKeys } from '@/lib/app/panel/useNextKeys.ts';
import { openArticle, useOpening } from '@/lib/app/panel/useOpening.ts';
import { useReadOnly } from '@/lib/app/panel/useReadOnly.ts';
import { useSearch } from '@/lib/app/panel/useSearch.ts';
import { openStore } from '@/lib/store/index.ts';
import { IsReadOnly, ReadOnlyNotice } from '../ui/Editing.tsx';
import { FailureBoundary } from '../ui/FailureBoundary.tsx';
import { KeySheet } from '../ui/KeySheet.tsx';
import { later } from '../ui/Later.tsx';
import { ShowTag } from '../ui/ShowTag.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Toast } from '../ui/Toast.tsx';
import { Together } from '../ui/Together.tsx';
import { ListViews } from './ListViews.tsx';
import { DamagedDatabase, LapsedFolder } from './laterParts.tsx';
import { InPane } from './Pane.tsx';

const Loading = () => (
  <div class="workspace-article" aria-busy="true">
    <div class="reader-pane">
      <Skeleton of="article" />
    </div>
  </div>
);
const ArticleBeside = later(async () => (await import('./ArticleBeside.tsx')).ArticleBeside, {
  Meanwhile: Loading,
});

/** What to choose in each view, so that it shows in the empty part beside it. Absent where the view opens nothing. */
const CHOOSE: Partial<Record<Place, MessageKey>> = {
  list: 'chooseArticle',
  marks: 'chooseMark',
  deadlines: 'chooseTask',
};

/** The collection in a tab of its own. Shows an error where the collection cannot be read. */
export function Workspace() {
  return (
    <FailureBoundary
      title={t('collectionFailed')}
      remedy={(failure, again) => <DamagedDatabase failure={failure} again={again} />}
    >
      <Panes />
    </FailureBoundary>
  );
}

/** Shows list, text and details side by side. A narrow window shows only the list or the article. */
function Panes() {
  const start = useMemo(takeListStart, []);
  const db = useMemo(() => start?.db ?? openStore(), []);
  const collection = useCollection(db, useArticleOfAddress, start, true);
  const { open, place, setPlace, notify, notice, dismiss } = collection;
  const search = useSearch(db, 'tab', start);
  const marks = useMarkList(db);
  const opening = useOpening(collection, search, marks, true);
  const article = openArticle(db, collection, opening);
  useNextKeys(opening.go, { in: '.workspace-list' });
  const list = useRef<HTMLElement>(null);
  const hint = place === 'list' && search?.count === 0 ? null : CHOOSE[place];
  const showTag = (tag: string) => {
    search?.ask({ words: '', filtering: { tag } });
    setPlace('list');
  };
  return (
    <IsReadOnly.Provider value={useReadOnly(db, start?.readOnly)}>
      <ShowTag.Provider value={showTag}>
        <main class={open ? 'workspace with-article' : 'workspace'} data-testid="workspace">
          <section class="workspace-list" ref={list} aria-label={t('panelTitle')}>
            <InPane.Provider value={true}>
              <ReadOnlyNotice />
              <LapsedFolder notify={notify} early={start?.folder} />
              <ListViews
                db={db}
                collection={collection}
                search={search}
                opening={opening}
                marks={marks}
                showTag={showTag}
                toList={() => opening.go(1)}
                scroller={list}
              />
            </InPane.Provider>
          </section>
          {article ? (
            <Together key={article.instance} meanwhile={<Loading />}>
              <ArticleBeside {...article} />
            </Together>
          ) : (
            <div class="workspace-article nothing-open">{hint && <p class="quiet">{t(hint)}</p>}</div>
          )}
        </main>
        <KeySheet
          keys={[
            [opening.steps === 'mark' ? 'keyMarks' : 'keyArticles', 'J', 'K', '↓', '↑'],
            ['keyHits', 'N', 'Shift+N'],
          ]}
        />
        {notice && <Toast key={notice.key} words={notice.words} undo={notice.undo} dismiss={dismiss} />}
      </ShowTag.Provider>
    </IsReadOnly.Provider>
  );
}
