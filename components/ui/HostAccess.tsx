import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type MessageKey, t } from './i18n.ts';

const SCOPES: [string, MessageKey, (host: string) => string][] = [
  ['grant-site', 'grantSite', (host) => `*://${host}/*`],
  ['grant-gov', 'grantGov', () => '*://*.gov.cn/*'],
  ['grant-all', 'grantAll', () => '*://*/*'],
];

/** Asks, in place, for the host access that lets marks come back without a click; nothing where it is given. */
export function HostAccess({ url }: { url: string | null }) {
  const [granted, setGranted] = useState(true);
  const host = url && URL.canParse(url) && /^https?:/.test(url) ? new URL(url).hostname : null;
  const check = () => {
    const origins = [host ? `*://${host}/*` : '*://*/*'];
    browser.permissions.contains({ origins }).then(setGranted, () => setGranted(true));
  };
  useEffect(check, [host]);
  if (granted || (url && !host)) return null;
  // Opened at the popup's foot it would unfold below the bar.
  return (
    <details
      class="fold"
      data-testid="host-access"
      onToggle={(event) => event.currentTarget.scrollIntoView({ block: 'center' })}
    >
      <summary class="quiet" data-testid="host-access-open">
        {t('grantShort')}
      </summary>
      <p class="row fold-body">
        <span class="quiet">{t('grantWhy')}</span>
        {SCOPES.filter(([id]) => host || id !== 'grant-site').map(([id, label, pattern]) => (
          <button
            key={id}
            type="button"
            data-testid={id}
            // Nothing may be awaited before the request: it needs the click itself.
            onClick={() => browser.permissions.request({ origins: [pattern(host ?? '')] }).then(check, check)}
          >
            {t(label, host ?? '')}
          </button>
        ))}
      </p>
    </details>
  );
}
