import './AllMarks.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { type MarkRow, marksExport } from '@/lib/app/panel/marksView.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { mayTakeFocus } from '@/lib/app/panel/rowFocus.ts';
import { useAllMarks } from '@/lib/app/panel/useAllMarks.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import type { MarkList } from '@/lib/app/panel/useMarkList.ts';
import type { Store } from '@/lib/store/index.ts';
import { Chip } from '../ui/Chip.tsx';
import { ExportButtons } from '../ui/ExportButtons.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Swatches } from '../ui/Swatches.tsx';
import { ArticleHeading } from './ArticleHeading.tsx';
import { Pane } from './Pane.tsx';

type Props = {
  db: Store;
  back: () => void;
  notify: Notify;
  stepping: Stepping;
  /** Opens the article of a mark, at the mark. */
  open: (articleId: string, markId: string) => void;
  /** The state of the list. */
  marks: MarkList;
  /** The id of the article that is open beside the list; null for none. */
  current: string | null;
};

/**
 * The marks of all articles, the newest first, each with its note. Filters them by colour, tag and day, counts and
 * exports them.
 */
export function AllMarks({ db, back, notify, stepping, open, marks, current }: Props) {
  const { asked, ask, opened } = marks;
  const { shown, tags } = useAllMarks(db, marks);
  const field = useRef<HTMLSelectElement>(null);
  const clear = () => {
    marks.clear();
    // Moves the focus to a filter, because the pressed button had the focus and disappears.
    field.current?.focus();
  };
  const day = (name: 'from' | 'to') => (
    <label>
      <span class="quiet">{t(`marks_${name}`)}</span>
      <input
        type="date"
        value={asked[name]}
        data-testid={`marks-${name}`}
        onChange={(event) => ask({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <Pane class="panel stack" data-testid="all-marks">
      <ArticleHeading back={back} stepping={stepping} />
      <h1>{t('allMarks')}</h1>
      <fieldset class="row">
        <legend class="unseen">{t('filters')}</legend>
        <Swatches
          chosen={asked.color}
          choose={(color) => ask({ color: color === asked.color ? null : color })}
        />
        <select
          ref={field}
          aria-label={t('filter_tag')}
          data-testid="marks-tag"
          value={asked.tag}
          onChange={(event) => ask({ tag: event.currentTarget.value })}
        >
          <option value="">{t('filter_tag_any')}</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </select>
        <div class="mark-days">
          {day('from')}
          {day('to')}
        </div>
      </fieldset>
      {!shown ? (
        <Skeleton of="list" />
      ) : (
        <>
          <p class="row quiet">
            <span role="status" data-testid="marks-count">
              {shown.count > 0 ? t('markCount', shown.count) : t('nothingMarked')}
            </span>
            {marks.narrowed && (
              <button type="button" class="link" data-testid="clear-marks" onClick={clear}>
                {t('clearFilters')}
              </button>
            )}
          </p>
          <ul class="all-marks">
            {shown.rows.map((row, i) => (
              <Row
                key={row.id}
                row={row}
                open={() => open(row.articleId, row.id)}
                isLast={row.id === opened?.id}
                isCurrent={row.id === opened?.id && row.articleId === current}
                reach={() => marks.reach(i)}
              />
            ))}
          </ul>
          {shown.more && (
            <button type="button" data-testid="marks-more" onClick={marks.readMore}>
              {t('more')}
            </button>
          )}
          {shown.rows.length > 0 && (
            <p class="row">
              <ExportButtons
                db={db}
                notify={notify}
                offers={[{ id: 'export-marks', label: t('exportMarks'), ...marksExport(db, asked) }]}
              />
            </p>
          )}
        </>
      )}
    </Pane>
  );
}

type RowProps = {
  row: MarkRow;
  open: () => void;
  /** Whether the mark was opened last, and whether it is open beside the list. */
  isLast: boolean;
  isCurrent: boolean;
  /** Called when the row gets the focus. */
  reach: () => void;
};

function Row({ row, open, isLast, isCurrent, reach }: RowProps) {
  const { color, words, note, tags, title, made } = row;
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isLast) return;
    // Leaves a focus outside the list where it is. After the article is closed, nothing has the focus.
    const isFree = mayTakeFocus('.all-marks');
    if (isFree) opener.current?.focus({ preventScroll: true });
    if (isFree || isCurrent) opener.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [isLast, isCurrent]);
  return (
    <li class={`one-mark ${color}`} data-testid="mark-row" onFocusCapture={reach}>
      <button
        ref={opener}
        type="button"
        class="plain"
        data-testid="open-mark"
        aria-current={isCurrent || undefined}
        onClick={open}
      >
        <span class="mark-words">{words}</span>
        <span class="quiet">
          {title} · <span class="mark-moment">{made}</span>
        </span>
      </button>
      {note.trim() !== '' && <Markdown text={note} />}
      {tags.length > 0 && (
        <div class="row">
          {tags.map((tag) => (
            <Chip key={tag} look="outlined">
              {tag}
            </Chip>
          ))}
        </div>
      )}
    </li>
  );
}
