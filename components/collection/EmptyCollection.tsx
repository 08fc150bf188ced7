import { t } from '@/lib/app/i18n.ts';

/** Tells how to begin while nothing is saved. */
export function EmptyCollection() {
  return (
    <main class="state stack" data-testid="state-empty">
      <img src="/icon/icon.svg" alt="" />
      <h1>{t('emptyTitle')}</h1>
      <p>{t('emptyHow')}</p>
    </main>
  );
}
