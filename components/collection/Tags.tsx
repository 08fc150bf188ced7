import './Tags.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { type TagRow, tagActions } from '@/lib/app/panel/tagsView.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import { useTags } from '@/lib/app/panel/useTags.ts';
import type { Store } from '@/lib/store/index.ts';
import { Editing } from '../ui/Editing.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ArticleHeading } from './ArticleHeading.tsx';
import { Pane } from './Pane.tsx';
import { TagEditor } from './TagEditor.tsx';

type Props = {
  db: Store;
  back: () => void;
  notify: Notify;
  stepping: Stepping;
  /** Shows the articles that have a tag. */
  showTag: (tag: string) => void;
};

/** The number of rows shown at first, and added by each press on “more”. */
const PAGE = 200;

/** All tags with their counts, as a tree. Each can be renamed, described, coloured, merged with another, or deleted. */
export function Tags({ db, back, notify, stepping, showTag }: Props) {
  const [words, setWords] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const [edited, setEdited] = useState<string | null>(null);
  /** The tag whose row gets the focus when its editor is closed; the new name after the tag was renamed. */
  const [left, setLeft] = useState<string | null>(null);
  const actions = useMemo(() => tagActions(db, notify), [db, notify]);
  const tags = useTags(db, words, limit);
  if (!tags)
    return (
      <Pane class="panel" aria-busy="true">
        <Skeleton of="list" />
      </Pane>
    );
  const { rows, more, known } = tags;
  const close = (to: string | null) => {
    setEdited(null);
    setLeft(to);
  };
  return (
    <Pane class="panel stack" data-testid="tags">
      <ArticleHeading back={back} stepping={stepping} />
      <h1>{t('tagsTitle')}</h1>
      <p class="quiet">{t(known.length ? 'tagsHow' : 'tagsNone')}</p>
      {known.length > 0 && (
        <input
          type="search"
          spellcheck={false}
          data-testid="search-tags"
          value={words}
          placeholder={t('searchTags')}
          aria-label={t('searchTags')}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <ul>
        {rows.map((row, i) => (
          <li key={row.tag} class="tag-row" data-testid="tag-row">
            <TagLine
              row={row}
              show={() => showTag(row.tag)}
              edit={() => setEdited(row.tag)}
              isLeft={left === row.tag && edited === null}
              focused={() => setLeft(null)}
            />
            {edited === row.tag && (
              <TagEditor
                row={row}
                known={known}
                actions={actions}
                close={(to) => close(to ?? besideDeleted(rows, i))}
              />
            )}
          </li>
        ))}
      </ul>
      {more && (
        <button type="button" onClick={() => setLimit(limit + PAGE)}>
          {t('more')}
        </button>
      )}
    </Pane>
  );
}

/** The tag whose row is next to a row that is deleted with those below it; null where there is none. */
const besideDeleted = (rows: TagRow[], i: number): string | null =>
  (rows.find(({ tag }, k) => k > i && !rows[i]!.below.includes(tag)) ?? rows[i - 1])?.tag ?? null;

type LineProps = {
  row: TagRow & { shows: number | null };
  show: () => void;
  edit: () => void;
  /** Whether the row gets the focus, because its editor was closed. `focused` is called when it has it. */
  isLeft: boolean;
  focused: () => void;
};

function TagLine({ row, show, edit, isLeft, focused }: LineProps) {
  const { tag, name, depth, articles, shows, color, description } = row;
  const editor = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isLeft) return;
    // Leaves the focus where the person has put it meanwhile, because a renamed tag is listed a little later.
    if (document.activeElement === document.body) editor.current?.focus();
    focused();
  }, [isLeft]);
  return (
    <div class="row" style={{ paddingInlineStart: `${depth * 16}px` }}>
      <span class={`tag-color ${color ?? 'none'}`} />
      <button type="button" class="link tag-name" title={t('filterByTag', tag)} onClick={show}>
        {name}
      </button>
      <span class="space quiet tag-about">{description}</span>
      {shows !== null && (
        <span class="quiet" data-testid="tag-count">
          {t('articleCount', shows)}
          {articles > 0 && articles < shows && ` ${t('tagOwn', articles)}`}
        </span>
      )}
      <Editing>
        <button
          ref={editor}
          type="button"
          class="small"
          data-testid="edit-tag"
          aria-label={t('editTagOf', tag)}
          onClick={edit}
        >
          {t('editNote')}
        </button>
      </Editing>
    </div>
  );
}
