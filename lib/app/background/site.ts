import { getDomain } from 'tldts';

/** The registrable domain of an address by the public suffix list; its host where it has none, as an IP has. */
const siteOf = (url: string): string =>
  getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname;

/** Whether two addresses belong to one site: who holds one page of it may speak for the other. */
export const sameSite = (a: string, b: string): boolean => siteOf(a) === siteOf(b);

/** The canonical address that a page gives, where the page may speak for it; else null. */
export const believedCanonical = (url: string, canonicalUrl: string | null): string | null =>
  canonicalUrl && URL.canParse(canonicalUrl) && sameSite(url, canonicalUrl) ? canonicalUrl : null;
