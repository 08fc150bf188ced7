import './collection.css';
import { useMemo, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { Sought } from '@/lib/app/panel/searchView.ts';
import { useCollection } from '@/lib/app/panel/useCollection.ts';
import { useSearch } from '@/lib/app/panel/useSearch.ts';
import { openStore } from '@/lib/store/index.ts';
import { FailureBoundary } from '../ui/FailureBoundary.tsx';
import { KeySheet } from '../ui/KeySheet.tsx';
import { ShowTag } from '../ui/TagInput.tsx';
import { Toast } from '../ui/Toast.tsx';
import { AllMarks } from './AllMarks.tsx';
import { ArticleList } from './ArticleList.tsx';
import { ArticleView } from './ArticleView.tsx';
import { LapsedFolder } from './LapsedFolder.tsx';
import { ListFoot } from './ListFoot.tsx';
import { PageBar } from './PageBar.tsx';
import { ReadOnly } from './ReadOnly.tsx';
import { Repair } from './Repair.tsx';
import { Tags } from './Tags.tsx';
import { Trash } from './Trash.tsx';

/** The side panel. Shows an error in its place where the collection cannot be read. */
export function Collection() {
  return (
    <FailureBoundary title={t('collectionFailed')}>
      <Panel />
    </FailureBoundary>
  );
}

/** The side panel: the list of saved articles, or one of them. */
function Panel() {
  const db = useMemo(() => openStore(), []);
  const { open, show, place, setPlace, remove, notify, stepping, notice, dismiss } = useCollection(db);
  const search = useSearch(db);
  const [sought, setSought] = useState<Sought | null>(null);
  const openFromList = (id: string) => {
    setChosen(null);
    setSought(search?.soughtIn(id) ?? null);
    show(id);
  };
  const [chosen, setChosen] = useState<string | null>(null);
  const openAtMark = (articleId: string, markId: string) => {
    setSought(null);
    setChosen(markId);
    show(articleId);
  };
  const showTag = (tag: string) => {
    search?.ask({ words: '', filtering: { tag } });
    show(null);
  };
  return (
    <ShowTag.Provider value={showTag}>
      <PageBar db={db} open={open} show={show} notify={notify} />
      <ReadOnly db={db} />
      <LapsedFolder notify={notify} />
      {open ? (
        <ArticleView
          key={open}
          db={db}
          id={open}
          chosenMark={chosen}
          sought={sought?.id === open ? sought : null}
          open={show}
          back={() => show(null)}
          remove={() => remove(open)}
          notify={notify}
          stepping={stepping}
        />
      ) : place === 'repair' ? (
        <Repair db={db} back={() => setPlace('list')} notify={notify} stepping={stepping} />
      ) : place === 'trash' ? (
        <Trash db={db} back={() => setPlace('list')} notify={notify} stepping={stepping} />
      ) : place === 'marks' ? (
        <AllMarks
          db={db}
          back={() => setPlace('list')}
          notify={notify}
          stepping={stepping}
          open={openAtMark}
        />
      ) : place === 'tags' ? (
        <Tags db={db} back={() => setPlace('list')} notify={notify} stepping={stepping} showTag={showTag} />
      ) : (
        <ArticleList db={db} search={search} open={openFromList} notify={notify}>
          <ListFoot db={db} go={setPlace} stepping={stepping} />
        </ArticleList>
      )}
      <KeySheet />
      {notice && <Toast key={notice.key} words={notice.words} undo={notice.undo} dismiss={dismiss} />}
    </ShowTag.Provider>
  );
}
