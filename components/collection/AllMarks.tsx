import './AllMarks.css';
import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { type AskedMarks, type MarkRow, markRows, marksExport } from '@/lib/app/panel/marksView.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import { useWatch } from '@/lib/app/panel/useWatch.ts';
import { type Store, tagsInUse } from '@/lib/store/index.ts';
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
};

/** The number of rows shown at first, and added by each press on “more”. */
const PAGE = 50;
const EVERYTHING: AskedMarks = { color: null, tag: '', from: '', to: '' };

/**
 * The marks of all articles, the newest first, each with its note. Filters them by colour, tag and day, and exports
 * them.
 */
export function AllMarks({ db, back, notify, stepping, open }: Props) {
  const [asked, setAsked] = useState(EVERYTHING);
  const [limit, setLimit] = useState(PAGE);
  const tags = useWatch(() => tagsInUse(db), [db]) ?? [];
  const shown = useWatch(() => markRows(db, asked, limit), [db, asked, limit]);
  const ask = (next: Partial<AskedMarks>) => {
    setAsked({ ...asked, ...next });
    setLimit(PAGE);
  };
  const day = (name: 'from' | 'to') => (
    <label class="row">
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
          {shown.rows.length === 0 && <p class="quiet">{t('nothingMarked')}</p>}
          <ul>
            {shown.rows.map((row) => (
              <Row key={row.id} row={row} open={() => open(row.articleId, row.id)} />
            ))}
          </ul>
          {shown.more && (
            <button type="button" data-testid="marks-more" onClick={() => setLimit(limit + PAGE)}>
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

function Row({ row, open }: { row: MarkRow; open: () => void }) {
  const { color, words, note, tags, title, made } = row;
  return (
    <li class={`one-mark ${color}`} data-testid="mark-row">
      <button type="button" class="plain" onClick={open}>
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
