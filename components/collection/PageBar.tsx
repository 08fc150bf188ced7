import './PageBar.css';
import { t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { usePageBar } from '@/lib/app/panel/usePageBar.ts';
import type { Store } from '@/lib/store/index.ts';
import { Editing } from '../ui/Editing.tsx';

type Props = { db: Store; open: string | null; show: (id: string | null) => void; notify: Notify };

/**
 * Names the page of the active tab while the panel shows something else, with a button that saves or opens that page.
 */
export function PageBar({ db, open, show, notify }: Props) {
  const { beside, saving, save } = usePageBar(db, open, show, notify);
  if (!beside) return null;
  const { title, elsewhere } = beside;
  return (
    <aside class="page-bar row" aria-label={t('pageBeside')} data-testid="page-bar">
      <span class="space">
        {elsewhere && <strong>{t('shownElsewhere')} </strong>}
        {t(beside.kind === 'saved' ? 'besideSaved' : 'besideUnsaved')}
        {title && <span class="page-title">{title}</span>}
      </span>
      {beside.kind === 'saved' ? (
        <button type="button" class="small" data-testid="show-beside" onClick={() => show(beside.articleId)}>
          {t('showBeside')}
        </button>
      ) : (
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
    </aside>
  );
}
