import './PageBar.css';
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import type { Beside } from '@/lib/app/panel/following.ts';

/**
 * The bar above the side panel, which says what is known of the page in the tab. It has the same height without its
 * button (`children`), so that nothing moves when the button comes.
 */
export function PageBarRoom({ beside, children }: { beside: Beside; children?: ComponentChildren }) {
  const { kind, title, elsewhere } = beside;
  return (
    <aside class="page-bar row" aria-label={t('pageBeside')} data-testid="page-bar">
      <span class="space">
        <span class="page-says">
          {elsewhere && <strong>{t('shownElsewhere')} </strong>}
          {kind !== 'unknown' && t(kind === 'saved' ? 'besideSaved' : 'besideUnsaved')}
        </span>
        {title && <span class="page-title">{title}</span>}
      </span>
      {children}
    </aside>
  );
}
