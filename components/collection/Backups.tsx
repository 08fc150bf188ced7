import { t } from '@/lib/app/i18n.ts';
import { useBackups } from '@/lib/app/panel/useBackups.ts';
import type { Store } from '@/lib/store/index.ts';
import { Editing } from '../ui/Editing.tsx';

type Props = {
  db: Store;
  notify: (words: string) => void;
  /** Whether to show a heading. */
  titled?: boolean;
};

/**
 * Lists the backups of this browser, with a button that restores one into an empty collection. Shows nothing where
 * there are none.
 */
export function Backups({ db, notify, titled = false }: Props) {
  const backups = useBackups(db, notify);
  if (backups.length === 0) return null;
  return (
    <section class="stack" aria-label={t('backups')} data-testid="backups">
      {titled && <h2>{t('backups')}</h2>}
      <ul>
        {backups.map(({ name, words, restore }) => (
          <li key={name} class="row">
            <span class="space">{words}</span>
            <Editing>
              <button type="button" class="small" data-testid="backup-restore" onClick={restore}>
                {t('backupRestore')}
              </button>
            </Editing>
          </li>
        ))}
      </ul>
    </section>
  );
}
