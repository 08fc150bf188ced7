import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useFirstRead } from '../firstReads.ts';
import { ALL_SITES, GOV_SITES, pagesOf } from '../hostAccess.ts';
import { type MessageKey, t } from '../i18n.ts';
import { hostOf } from '../offHosts.ts';

const SCOPES: [id: string, label: MessageKey, pattern: (host: string) => string][] = [
  ['grant-site', 'grantSite', pagesOf],
  ['grant-gov', 'grantGov', () => GOV_SITES],
  ['grant-all', 'grantAll', () => ALL_SITES],
];

/** The kinds of access to sites that the user can still give for an address. Empty where the extension has access. */
export function useHostAccess(url: string | null) {
  const [granted, setGranted] = useState<boolean>();
  useFirstRead(granted !== undefined);
  const host = hostOf(url);
  const check = () => {
    const origins = [host ? pagesOf(host) : ALL_SITES];
    browser.permissions.contains({ origins }).then(setGranted, () => setGranted(true));
  };
  useEffect(check, [host]);
  if (granted !== false || (url && !host)) return [];
  return SCOPES.filter(([id]) => host || id !== 'grant-site').map(([id, label, pattern]) => ({
    id,
    label: t(label, host ?? ''),
    // The browser accepts the request only during a click, so nothing may be awaited before it.
    ask: () => void browser.permissions.request({ origins: [pattern(host ?? '')] }).then(check, check),
  }));
}
