import { formatMoment, t } from '@/lib/app/i18n.ts';
import { useDamaged } from '@/lib/app/panel/useDamaged.ts';
import { Confirm } from '../ui/Confirm.tsx';

/**
 * Where the database cannot be opened, offers to delete it and start again from the latest backup. Shows nothing
 * without a backup.
 */
export function DamagedDatabase({ failure, again }: { failure: unknown; again: () => void }) {
  const { latest, refusal, begin } = useDamaged(failure, again);
  if (!latest) return null;
  return (
    <section class="stack" data-testid="damaged">
      <p class="quiet">{t('damagedHow', formatMoment(latest.at), t('articleCount', latest.articles))}</p>
      <p>
        <Confirm label={t('damagedBegin')} warning={t('damagedAsk')} testId="damaged-begin" run={begin} />
      </p>
      {refusal && <p role="alert">{refusal}</p>}
    </section>
  );
}
