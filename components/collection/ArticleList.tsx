import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { firstViewShown } from '@/lib/app/firstView.ts';
import { t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import type { Search } from '@/lib/app/panel/useSearch.ts';
import type { Store } from '@/lib/store/index.ts';
import { Fold } from '../ui/Fold.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { EmptyCollection } from './EmptyCollection.tsx';
import { GroupHeading } from './GroupHeading.tsx';
import { ListBar } from './ListBar.tsx';
import { ListFilters } from './ListFilters.tsx';
import { Backups, BulkBar, EmptiedCollection, ExportButtons } from './laterParts.tsx';
import { Pane } from './Pane.tsx';

type Props = {
  db: Store;
  /** Null while the list loads. */
  search: Search | null;
  open: (id: string) => void;
  /** The id of the article that is open beside the list; null for none. */
  current: string | null;
  toList: () => void;
  /** The id of the article that was open before the list showed; null for none. Its row gets the focus. */
  returnedFrom: string | null;
  /** The element in which the list scrolls; absent where the window scrolls the list. */
  scroller?: RefObject<HTMLElement>;
  /** Shows the collection in a tab of its own; absent in that tab. */
  enlarge?: () => void;
  notify: Notify;
  /** The content below the list, and the bar at its foot, which show even when the list is empty. */
  children: ComponentChildren;
  foot: ComponentChildren;
};

/** The usual height of a row, in CSS pixels. */
const USUAL_ROW = 96;

/** The list of saved articles, with search, filters, selection and export. */
export function ArticleList(props: Props) {
  const { db, search, toList, enlarge, notify, children, foot } = props;
  const field = useRef<HTMLInputElement>(null);
  const keepPlace = useRef(search?.keepPlace);
  keepPlace.current = search?.keepPlace;
  useEffect(() => {
    const keep = () => keepPlace.current?.();
    // Listens in the capture phase, because the `scrollend` event of an element does not bubble.
    addEventListener('scrollend', keep, true);
    return () => removeEventListener('scrollend', keep, true);
  }, []);
  const isLoaded = search !== null;
  useEffect(() => void (isLoaded && firstViewShown()), [isLoaded]);
  if (!search)
    return (
      <Pane class="panel" aria-busy="true">
        <Skeleton of="list" />
      </Pane>
    );
  const { emptied, acceptLoss: accept } = search;
  if (emptied !== null && search.count === 0)
    return (
      <EmptiedCollection
        before={emptied}
        accept={accept}
        backups={<Backups db={db} notify={notify} titled />}
      >
        {children}
        {foot}
      </EmptiedCollection>
    );
  if (search.count === 0)
    return (
      <EmptyCollection>
        <Backups db={db} notify={notify} titled />
        {children}
        {foot}
      </EmptyCollection>
    );
  const clear = () => {
    search.clear();
    // Moves the focus to the search field, because the pressed button had the focus and has disappeared.
    field.current?.focus();
  };
  return (
    <Pane class="panel stack">
      <h1 class="unseen">{t('panelTitle')}</h1>
      {emptied !== null && (
        <LostArticles before={emptied} accept={accept}>
          <Backups db={db} notify={notify} titled />
        </LostArticles>
      )}
      <ListFilters db={db} search={search} field={field} toList={toList} enlarge={enlarge} />
      <ListBar search={search} clear={clear} />
      <div class="list-tools">
        {children}
        <ExportFold db={db} search={search} notify={notify} />
      </div>
      {search.selected.length > 0 && (
        <BulkBar db={db} ids={search.selected} known={search.tags} notify={notify} untick={search.untick} />
      )}
      <Lines {...props} search={search} />
      {foot}
    </Pane>
  );
}

/** The export of what the search finds and of the whole collection. Its formats show only when they are asked for. */
function ExportFold({ db, search, notify }: Pick<Props, 'db' | 'notify'> & { search: Search }) {
  const [isOpen, setOpen] = useState(false);
  const { found, count, all } = search;
  return (
    <Fold title={t('exportMore')} testId="export" quiet toggled={setOpen}>
      {isOpen && (
        <p class="row">
          <ExportButtons
            db={db}
            notify={notify}
            offers={[
              ...(found?.length
                ? [{ id: 'export-found', label: t('exportFound', found.length), ids: () => found }]
                : []),
              { id: 'export-all', label: t('exportAllOf', count), ids: all },
            ]}
          />
        </p>
      )}
    </Fold>
  );
}

/** Says that articles were lost while the extension was closed, and offers the backups. */
const LostArticles = ({
  before,
  accept,
  children,
}: {
  /** How many articles there were. */
  before: number;
  accept: () => void;
  children: ComponentChildren;
}) => (
  <section class="notice stack" role="status" data-testid="lost-articles">
    <p>{t('lostWhy', before)}</p>
    {children}
    <p>
      <button type="button" class="small" data-testid="accept-lost" onClick={accept}>
        {t('lostAccept')}
      </button>
    </p>
  </section>
);

type LinesProps = Pick<Props, 'db' | 'open' | 'current' | 'returnedFrom' | 'scroller' | 'notify'> & {
  search: Search;
};

/** The lines of the list: the headings of groups, and the articles. */
function Lines({ db, search, open, current, returnedFrom, scroller, notify }: LinesProps) {
  const indexOf = (id: string | null) =>
    id ? search.items.findIndex((item) => item.kind === 'article' && item.row.id === id) : -1;
  return (
    <VirtualList
      key={JSON.stringify(search.query)}
      items={search.items}
      rests={search.areOld}
      keyOf={(item) => (item.kind === 'group' ? `group ${item.value}` : `${item.row.id} ${item.value}`)}
      usual={USUAL_ROW}
      scroller={scroller}
      current={indexOf(current)}
      returned={indexOf(returnedFrom)}
      place={search.place}
      top={search.top}
      sizes={search.sizes}
      onShown={search.onShown}
      onMove={search.moveTo}
      row={(item, attributes) => {
        if (item.kind === 'group')
          return (
            <GroupHeading
              key={`group ${item.value}`}
              group={search.query.group}
              line={item}
              attributes={attributes}
              toggle={() => search.toggleGroup(item.value)}
            />
          );
        const { row } = item;
        return (
          <ArticleRow
            key={`${row.id} ${item.value}`}
            row={row}
            attributes={attributes}
            current={row.id === current}
            returned={row.id === returnedFrom}
            ticked={search.isTicked(row.id)}
            tick={() => search.toggle(row.id)}
            star={async () =>
              (await import('@/lib/app/panel/star.ts')).star(db, row.id, !row.starred, notify)
            }
            colorOf={search.colorOf}
            filterTag={(tag) => search.ask({ filtering: { ...search.query.filtering, tag } })}
            open={() => open(row.id)}
          />
        );
      }}
    />
  );
}
