import { getDomain } from 'tldts';
import { routeOf } from './route.ts';

/** The registrable domain of an address by the public suffix list; its host where it has none, as an IP has. */
const siteOf = (url: string): string =>
  getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname;

/** Whether two addresses belong to one site: who holds one page of it may speak for the other. */
export const sameSite = (a: string, b: string): boolean =>
  URL.canParse(a) && URL.canParse(b) && siteOf(a) === siteOf(b);

/**
 * The canonical address that a page gives, where the page may speak for it; else null. A page of a single-page site
 * that gives one address for all its routes says nothing of the route that it shows.
 */
export const believedCanonical = (url: string, canonicalUrl: string | null): string | null =>
  canonicalUrl && sameSite(url, canonicalUrl) && (!routeOf(url) || routeOf(canonicalUrl))
    ? canonicalUrl
    : null;
