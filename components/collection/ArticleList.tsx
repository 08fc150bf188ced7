import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { downloadArticles } from '@/lib/app/panel/download.ts';
import type { Say } from '@/lib/app/panel/say.ts';
import { useEmptied } from '@/lib/app/panel/useEmptied.ts';
import { useSearch } from '@/lib/app/panel/useSearch.ts';
import type { Store } from '@/lib/store/index.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { Backups } from './Backups.tsx';
import { EmptiedCollection } from './EmptiedCollection.tsx';
import { EmptyCollection } from './EmptyCollection.tsx';
import { ListBar } from './ListBar.tsx';
import { ListFilters } from './ListFilters.tsx';

type Props = {
  db: Store;
  open: (id: string) => void;
  say: Say;
  /** What stands below the list, also where it is empty. */
  children: ComponentChildren;
};

/** What was saved: searched, filtered, selected, exported. */
export function ArticleList({ db, open, say, children }: Props) {
  const search = useSearch(db);
  const field = useRef<HTMLInputElement>(null);
  const { emptied, accept } = useEmptied(db, search?.all.length);
  if (!search)
    return (
      <main class="panel" aria-busy="true">
        <Skeleton of="list" />
      </main>
    );
  if (emptied !== null)
    return (
      <EmptiedCollection before={emptied} accept={accept}>
        <Backups db={db} say={say} />
        {children}
      </EmptiedCollection>
    );
  if (search.all.length === 0)
    return (
      <EmptyCollection>
        <Backups db={db} say={say} />
        {children}
      </EmptyCollection>
    );
  const clear = () => {
    search.clear();
    // The pressed button has disappeared, and the focus with it.
    field.current?.focus();
  };
  return (
    <main class="panel stack">
      <h1 class="unseen">{t('panelTitle')}</h1>
      <ListFilters
        search={search}
        field={field}
        download={(ids, format) => downloadArticles(db, ids, format, say)}
      />
      <ListBar search={search} clear={clear} />
      <ul class="articles">
        {search.rows.map((row) => (
          <ArticleRow
            key={row.id}
            row={row}
            ticked={search.selected.includes(row.id)}
            tick={() => search.toggle(row.id)}
            open={() => open(row.id)}
          />
        ))}
      </ul>
      {children}
    </main>
  );
}
