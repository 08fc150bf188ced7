import type { browser } from 'wxt/browser';
import { hostOf } from './offHosts.ts';

/** The match pattern of all web pages. */
export const ALL_SITES = '*://*/*';
/** The match pattern of the sites of Chinese governments. */
export const GOV_SITES = '*://*.gov.cn/*';

/** The match pattern of all pages of a host. */
export const pagesOf = (host: string): string => `*://${host}/*`;

type Permissions = Pick<typeof browser.permissions, 'contains'>;

/** Whether the extension may access the site of an address permanently, and not only after a click on its icon. */
export async function mayAccess(permissions: Permissions, url: string | undefined): Promise<boolean> {
  const host = hostOf(url);
  return host !== null && (await permissions.contains({ origins: [pagesOf(host)] }));
}
