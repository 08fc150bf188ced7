import type { ComponentChildren } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import { Pane } from './Pane.tsx';

type Props = {
  before: number;
  accept: () => void;
  /** The list of backups that can be restored. */
  backups: ComponentChildren;
  children: ComponentChildren;
};

/** Warns that the collection is empty although nobody has deleted its articles, so that they were probably lost. */
export function EmptiedCollection({ before, accept, backups, children }: Props) {
  return (
    <Pane class="state stack" data-testid="state-emptied">
      <img src="/icon/icon.svg" alt="" />
      <h1>{t('emptiedTitle')}</h1>
      <p>{t('emptiedWhy', before)}</p>
      {backups}
      <p>
        <button type="button" data-testid="accept-empty" onClick={accept}>
          {t('emptiedAccept')}
        </button>
      </p>
      {children}
    </Pane>
  );
}
