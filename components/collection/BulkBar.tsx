import './BulkBar.css';
import { useMemo, useRef, useState } from 'preact/hooks';
import { copyText } from '@/lib/app/copyText.ts';
import { t } from '@/lib/app/i18n.ts';
import { type BulkProgress, bulkActions } from '@/lib/app/panel/bulkActions.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { useTagsOfSelected } from '@/lib/app/panel/useTagsOfSelected.ts';
import { useReferenceStyle } from '@/lib/app/useReferenceStyle.ts';
import type { Store } from '@/lib/store/index.ts';
import { Editing } from '../ui/Editing.tsx';
import { ExportButtons } from '../ui/ExportButtons.tsx';
import { TagField } from '../ui/TagField.tsx';

type Props = {
  db: Store;
  ids: string[];
  known: string[];
  notify: Notify;
  /** Clears the selection. */
  untick: () => void;
};

/**
 * The actions on the selected articles, and the progress of the action under way. An action goes on while another view
 * is shown, and the message at its end tells what it has done.
 */
export function BulkBar({ db, ids, known, notify, untick }: Props) {
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  // Shows the export formats only on request, because they take two lines, which the list needs more often.
  const [isExporting, setExporting] = useState(false);
  const [isUntagging, setUntagging] = useState(false);
  const own = useTagsOfSelected(db, ids, isUntagging) ?? known;
  const stopped = useRef(false);
  const { style } = useReferenceStyle();
  const actions = useMemo(
    () =>
      bulkActions({
        db,
        ids,
        style,
        copyText,
        notify,
        onProgress: setProgress,
        stopped: () => stopped.current,
      }),
    [db, ids, style, notify],
  );
  /** The end of the last action. The next one waits for it, because a person may add a second tag meanwhile. */
  const ended = useRef<Promise<unknown>>(Promise.resolve());
  const run = (work: () => Promise<unknown>) => {
    ended.current = ended.current.then(() => {
      stopped.current = false;
      return work();
    });
  };
  const button = (id: string, label: string, work: () => Promise<unknown>) => (
    <button type="button" class="small" data-testid={`bulk-${id}`} onClick={() => run(work)}>
      {label}
    </button>
  );
  return (
    <section class="bulk-bar stack" aria-label={t('bulkSelected', ids.length)} data-testid="bulk-bar">
      <div class="row">
        <strong class="space">{t('bulkSelected', ids.length)}</strong>
        <button type="button" class="link" data-testid="bulk-none" onClick={untick}>
          {t('selectNone')}
        </button>
      </div>
      {progress && (
        <div class="row" role="status" data-testid="bulk-progress">
          <progress
            value={progress.done}
            max={progress.all}
            aria-label={t('bulkProgress', progress.done, progress.all)}
          />
          <span class="space">{t('bulkProgress', progress.done, progress.all)}</span>
          <button
            type="button"
            class="small"
            data-testid="bulk-stop"
            onClick={() => {
              stopped.current = true;
            }}
          >
            {t('stop')}
          </button>
        </div>
      )}
      <div class="row">
        <Editing>
          <TagField known={known} add={async (tags) => run(() => actions.addTags(tags))} testId="bulk-tag" />
          <TagField
            known={own}
            add={async (tags) => run(() => actions.removeTags(tags))}
            testId="bulk-untag"
            label={t('bulkUntag')}
            focused={() => setUntagging(true)}
          />
          {button('star', t('star'), () => actions.setFlag('starred', true))}
          {button('unstar', t('unstar'), () => actions.setFlag('starred', false))}
          {button('read', t('markRead'), () => actions.setFlag('read', true))}
          {button('unread', t('markUnread'), () => actions.setFlag('read', false))}
        </Editing>
        {button('cite', t('citeSelected'), actions.copyReferences)}
        <button
          type="button"
          class="small"
          aria-expanded={isExporting}
          data-testid="bulk-export"
          onClick={() => setExporting(!isExporting)}
        >
          {t('exportMore')}
        </button>
        <Editing>{button('delete', t('delete'), actions.remove)}</Editing>
      </div>
      {isExporting && (
        <div class="row">
          <ExportButtons
            db={db}
            notify={notify}
            offers={[{ id: 'export-selected', label: t('exportSelected', ids.length), ids: () => ids }]}
          />
        </div>
      )}
    </section>
  );
}
