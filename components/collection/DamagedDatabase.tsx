import { formatMoment, t } from '@/lib/app/i18n.ts';
import { useDamaged } from '@/lib/app/panel/useDamaged.ts';
import { Confirm } from '../ui/Confirm.tsx';

/** Offers to delete a database that does not open and to begin with a backup. Shows nothing where there is no backup. */
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
