import './PageBar.css';
import type { ComponentChildren } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import type { Beside } from '@/lib/app/panel/following.ts';
import type { MessageKey } from '@/lib/messageKey.ts';

/** What the bar says of the page; null until this is known. */
function wordsOf(beside: Beside): MessageKey | null {
  if (beside.kind === 'unseen') return beside.why === 'browser' ? 'besideBrowser' : 'besideHidden';
  return beside.kind === 'unknown' ? null : beside.kind === 'saved' ? 'besideSaved' : 'besideUnsaved';
}

/**
 * The bar above the side panel, which says what is known of the page in the tab. It has the same height without its
 * button (`children`), so that nothing moves when the button comes.
 */
export function PageBarRoom({ beside, children }: { beside: Beside; children?: ComponentChildren }) {
  const { kind, title, elsewhere } = beside;
  const words = wordsOf(beside);
  return (
    <aside class="page-bar row" aria-label={t('pageBeside')} data-testid="page-bar">
      <span class="space">
        <span class="page-says">
          {elsewhere && <strong>{t(kind === 'unseen' ? 'shownEarlier' : 'shownElsewhere')} </strong>}
          {words && t(words)}
        </span>
        {title && <span class="page-title">{title}</span>}
      </span>
      {children}
    </aside>
  );
}
