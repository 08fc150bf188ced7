import { t } from '@/lib/app/i18n.ts';
import { useSettings } from '@/lib/app/useSettings.ts';

/** Lists the hosts for which the person has switched Pizhu off, each with a button that switches it on again. */
export function OffHosts() {
  const { settings, change } = useSettings();
  const { offHosts } = settings;
  return (
    <section class="stack">
      <h3>{t('offHosts')}</h3>
      <p class="quiet">{t(offHosts.length ? 'offHow' : 'noOffHosts')}</p>
      <ul class="stack" data-testid="off-hosts">
        {offHosts.map((host) => (
          <li key={host} class="row">
            <code>{host}</code>
            <button
              type="button"
              aria-label={`${t('turnOn')} ${host}`}
              onClick={() => change({ offHosts: offHosts.filter((one) => one !== host) })}
            >
              {t('turnOn')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
