import { t } from '@/lib/app/i18n.ts';

/** A button that switches Pizhu off for the host of the page. Shows nothing for a page without a host, such as a file. */
export function NotHere({ host, turnOff }: { host: string | null; turnOff: (host: string) => unknown }) {
  if (!host) return null;
  return (
    <p class="quiet">
      <button
        type="button"
        class="link"
        data-testid="turn-off"
        title={t('offHow')}
        onClick={() => turnOff(host)}
      >
        {t('turnOff')}
      </button>
    </p>
  );
}
