import { t } from '@/lib/app/i18n.ts';
import { useHostAccess } from '@/lib/app/panel/useHostAccess.ts';
import { Fold } from './Fold.tsx';

/** Asks for access to the site, which lets marks show without a click. Shows nothing where access is granted. */
export function HostAccess({ url }: { url: string | null }) {
  const scopes = useHostAccess(url);
  if (scopes.length === 0) return null;
  return (
    <Fold title={t('grantShort')} testId="host-access" quiet>
      <p class="row">
        <span class="quiet">{t('grantWhy')}</span>
        {scopes.map(({ id, label, ask }) => (
          <button key={id} type="button" data-testid={id} onClick={ask}>
            {label}
          </button>
        ))}
      </p>
      <p class="quiet">{t('grantGovWhy')}</p>
    </Fold>
  );
}
