import './PageBar.css';
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import type { Beside } from '@/lib/app/panel/following.ts';

/**
 * The bar above the side panel with what it says of the page in the tab. It is as tall without its button, so that it
 * takes its room before more is known of the page.
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
