import type { ComponentChildren } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import { Pane } from './Pane.tsx';

/** Explains the first steps while nothing is saved yet. */
export function EmptyCollection({ children }: { children: ComponentChildren }) {
  return (
    <Pane class="state stack" data-testid="state-empty">
      <img src="/icon/icon.svg" alt="" />
      <h1>{t('emptyTitle')}</h1>
      <p>{t('emptyHow')}</p>
      {children}
    </Pane>
  );
}
