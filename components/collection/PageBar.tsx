import { t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { usePageBar } from '@/lib/app/panel/usePageBar.ts';
import type { PageOfWindow } from '@/lib/app/panel/usePageOfWindow.ts';
import type { Store } from '@/lib/store/index.ts';
import { Editing } from '../ui/Editing.tsx';
import { PageBarRoom } from './PageBarRoom.tsx';

type Props = {
  db: Store;
  open: string | null;
  show: (id: string | null) => void;
  notify: Notify;
  /** What is known of the page before this view is loaded. */
  early: PageOfWindow | null;
};

/**
 * Names the page of the active tab while the panel shows something else, with a button that saves or opens that page.
 */
export function PageBar({ db, open, show, notify, early }: Props) {
  const { beside, saving, save } = usePageBar(db, open, show, notify, early);
  if (!beside) return null;
  return (
    <PageBarRoom beside={beside}>
      {beside.kind === 'saved' && (
        <button type="button" class="small" data-testid="show-beside" onClick={() => show(beside.articleId)}>
          {t('showBeside')}
        </button>
      )}
      {beside.kind === 'unsaved' && (
        <Editing>
          <button
            type="button"
            class="primary small"
            data-testid="save-beside"
            disabled={saving}
            onClick={() => void save(beside.tabId)}
          >
            {t('save')}
          </button>
        </Editing>
      )}
    </PageBarRoom>
  );
}
