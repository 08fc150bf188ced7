import type { RefObject } from 'preact';
import type { useCollection } from '@/lib/app/panel/useCollection.ts';
import type { MarkList } from '@/lib/app/panel/useMarkList.ts';
import type { Opening } from '@/lib/app/panel/useOpening.ts';
import type { Search } from '@/lib/app/panel/useSearch.ts';
import type { Store } from '@/lib/store/index.ts';
import { ArticleList } from './ArticleList.tsx';
import { ListFoot } from './ListFoot.tsx';
import { AllMarks, Deadlines, Repair, Tags, Trash } from './laterParts.tsx';
import { SessionTags } from './SessionTags.tsx';

type Props = {
  db: Store;
  collection: ReturnType<typeof useCollection>;
  search: Search | null;
  opening: Opening;
  marks: MarkList;
  showTag: (tag: string) => void;
  /** Moves from the search field into the list. */
  toList: () => void;
  /** The id of the article that was open before the list showed; null for none. */
  returnedFrom?: string | null;
  /** The element in which the views scroll; absent where the window scrolls them. */
  scroller?: RefObject<HTMLElement>;
  /** Shows the collection in a tab of its own; absent in that tab. */
  enlarge?: () => void;
};

/** The list of articles, or a view that a button below the list opens: deadlines, all marks, tags, trash, unreadable records. */
export function ListViews({
  db,
  collection,
  search,
  opening,
  marks,
  showTag,
  toList,
  returnedFrom = null,
  scroller,
  enlarge,
}: Props) {
  const { place, setPlace, notify, stepping, open } = collection;
  const view = { db, back: () => setPlace('list'), notify, stepping };
  if (place === 'repair') return <Repair {...view} />;
  if (place === 'trash') return <Trash {...view} />;
  if (place === 'marks') return <AllMarks {...view} marks={marks} open={opening.openAtMark} current={open} />;
  if (place === 'deadlines') return <Deadlines {...view} open={opening.openAtTask} />;
  if (place === 'tags') return <Tags {...view} showTag={showTag} />;
  return (
    <ArticleList
      db={db}
      search={search}
      open={opening.openFromList}
      current={open}
      toList={toList}
      returnedFrom={returnedFrom}
      notify={notify}
      scroller={scroller}
      enlarge={enlarge}
      foot={<ListFoot counts={collection.foot} go={setPlace} stepping={stepping} />}
    >
      <SessionTags {...collection.sessionTags} known={search?.tags ?? []} />
    </ArticleList>
  );
}
