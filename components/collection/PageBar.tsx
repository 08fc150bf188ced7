import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { useHostAccess } from '@/lib/app/panel/useHostAccess.ts';
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
 * Says where the page cannot be seen, and asks for access.
 */
export function PageBar({ db, open, show, notify, early }: Props) {
  const { beside, saving, save } = usePageBar(db, open, show, notify, early);
  const [asks, setAsks] = useState(false);
  if (!beside) return null;
  const isHidden = beside.kind === 'unseen' && beside.why === 'hidden';
  return (
    <>
      <PageBarRoom beside={beside}>
        {beside.kind === 'saved' && (
          <button
            type="button"
            class="small"
            data-testid="show-beside"
            onClick={() => show(beside.articleId)}
          >
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
        {isHidden && (
          <button
            type="button"
            class="small"
            data-testid="grant-beside"
            aria-expanded={asks}
            onClick={() => setAsks(!asks)}
          >
            {t('besideGrant')}
          </button>
        )}
      </PageBarRoom>
      {isHidden && asks && <GrantBeside />}
    </>
  );
}

/** Says how the extension gets access to the page in the tab, and asks for it. */
function GrantBeside() {
  const scopes = useHostAccess(null);
  return (
    <section class="page-bar-grant stack" aria-label={t('grantShort')} data-testid="grant-beside-how">
      <p>{t('besideGrantHow')}</p>
      <p class="row">
        {scopes.map(({ id, label, ask }) => (
          <button key={id} type="button" class="small" data-testid={id} onClick={ask}>
            {label}
          </button>
        ))}
      </p>
    </section>
  );
}
