import { t } from '@/lib/app/i18n.ts';
import { useIndexCare } from '@/lib/app/options/useIndexCare.ts';
import type { Store } from '@/lib/store/index.ts';

/** Checks the search index against the texts, and rebuilds the index. */
export function IndexCare({ db }: { db: Store }) {
  const { busy, words, progress, check, rebuild } = useIndexCare(db);
  return (
    <section class="stack" data-testid="index-care">
      <h3>{t('indexTitle')}</h3>
      <p class="quiet">{t('indexHow')}</p>
      <p class="row">
        <button type="button" data-testid="check-index" disabled={busy} onClick={check}>
          {t('indexCheck')}
        </button>
        <button type="button" data-testid="rebuild-index" disabled={busy} onClick={rebuild}>
          {t('indexRebuild')}
        </button>
        {progress && (
          <progress value={progress.indexed} max={progress.total} aria-label={t('indexRebuild')} />
        )}
        <span role="status" data-testid="index-status">
          {words}
        </span>
      </p>
    </section>
  );
}
