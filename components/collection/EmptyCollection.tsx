import type { ComponentChildren } from 'preact';
import { t } from '@/lib/app/i18n.ts';

/** What to do first, where nothing is saved yet. */
export function EmptyCollection({ children }: { children: ComponentChildren }) {
  return (
    <main class="state stack" data-testid="state-empty">
      <img src="/icon/icon.svg" alt="" />
      <h1>{t('emptyTitle')}</h1>
      <p>{t('emptyHow')}</p>
      {children}
    </main>
  );
}
