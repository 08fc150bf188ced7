import './collection.css';
import { useMemo, useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { earlyPage } from '@/lib/app/panel/following.ts';
import { takeListStart } from '@/lib/app/panel/listStart.ts';
import { openInTab } from '@/lib/app/panel/openInTab.ts';
import { focusRow, ROWS } from '@/lib/app/panel/rowFocus.ts';
import { useCollection } from '@/lib/app/panel/useCollection.ts';
import { useMarkList } from '@/lib/app/panel/useMarkList.ts';
import { useEscape, useNextKeys } from '@/lib/app/panel/useNextKeys.ts';
import { useOpenArticle } from '@/lib/app/panel/useOpenArticle.ts';
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
import { DamagedDatabase, LapsedFolder, PageBar } from './laterParts.tsx';

const Loading = () => (
  <main class="panel" aria-busy="true">
    <Skeleton of="article" />
  </main>
);
const ArticleView = later(async () => (await import('./ArticleView.tsx')).ArticleView, {
  Meanwhile: Loading,
});

/** The side panel. Shows an error where the collection cannot be read. */
export function Collection() {
  return (
    <FailureBoundary
      title={t('collectionFailed')}
      remedy={(failure, again) => <DamagedDatabase failure={failure} again={again} />}
    >
      <Panel />
    </FailureBoundary>
  );
}

/** The content of the side panel: the list of saved articles, or one of them. */
function Panel() {
  const start = useMemo(takeListStart, []);
  const db = useMemo(() => start?.db ?? openStore(), []);
  const collection = useCollection(db, useOpenArticle, start);
  const { open, show, setPlace, notify, notice, dismiss } = collection;
  const search = useSearch(db, 'panel', start);
  const early = useMemo(() => start && earlyPage(start), []);
  const marks = useMarkList(db);
  const opening = useOpening(collection, search, marks);
  const article = openArticle(db, collection, opening);
  const isList = open === null;
  useEscape(article?.back);
  const last = useRef(open);
  last.current = open ?? last.current;
  useNextKeys(isList ? focusRow : opening.go, isList ? { in: ROWS } : 'sideways');
  const showTag = (tag: string) => {
    search?.ask({ words: '', filtering: { tag } });
    setPlace('list');
    show(null);
  };
  const enlarge = () => void openInTab(open).catch(() => {});
  return (
    <IsReadOnly.Provider value={useReadOnly(db, start?.readOnly)}>
      <ShowTag.Provider value={showTag}>
        <PageBar db={db} open={open} show={show} notify={notify} early={early} />
        <ReadOnlyNotice />
        <LapsedFolder notify={notify} early={start?.folder} />
        {article ? (
          <Together key={article.instance} meanwhile={<Loading />}>
            <ArticleView {...article} enlarge={enlarge} />
          </Together>
        ) : (
          <ListViews
            db={db}
            collection={collection}
            search={search}
            opening={opening}
            marks={marks}
            showTag={showTag}
            toList={() => focusRow(1)}
            returnedFrom={last.current}
            enlarge={enlarge}
          />
        )}
        <KeySheet
          keys={[
            ['keyRows', '↓', '↑'],
            [opening.steps === 'mark' ? 'keyMarks' : 'keyArticles', 'J', 'K', '→', '←'],
            ['keyBack', 'Esc'],
            ['keyHits', 'N', 'Shift+N'],
          ]}
        />
        {notice && <Toast key={notice.key} words={notice.words} undo={notice.undo} dismiss={dismiss} />}
      </ShowTag.Provider>
    </IsReadOnly.Provider>
  );
}
