import { getDomain } from 'tldts';
import { routeOf } from './route.ts';

/**
 * The registrable domain of an address by the public suffix list; the host where there is none, as for an IP address.
 */
const siteOf = (url: string): string =>
  getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname;

/** Whether two addresses belong to the same site, whose owner controls both. */
export const sameSite = (a: string, b: string): boolean =>
  URL.canParse(a) && URL.canParse(b) && siteOf(a) === siteOf(b);

/**
 * The canonical address that a page gives, where it lies within the page's own site; else null. Ignores a canonical
 * address that a single-page site gives for all of its routes.
 */
export const believedCanonical = (url: string, canonicalUrl: string | null): string | null =>
  canonicalUrl && sameSite(url, canonicalUrl) && (!routeOf(url) || routeOf(canonicalUrl))
    ? canonicalUrl
    : null;
