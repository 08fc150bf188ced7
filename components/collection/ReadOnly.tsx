import { t } from '@/lib/app/i18n.ts';
import { useWatch } from '@/lib/app/panel/useWatch.ts';
import type { Store } from '@/lib/store/index.ts';

/** Explains that a newer version of Pizhu wrote the database, so this version can only read it. */
export function ReadOnly({ db }: { db: Store }) {
  const readOnly = useWatch(() => db.readOnly(), [db]);
  if (!readOnly) return null;
  return (
    <p class="notice" role="status" data-testid="read-only">
      {t('error_newer')}
    </p>
  );
}
