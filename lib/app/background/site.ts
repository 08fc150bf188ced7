import { getDomain } from 'tldts';

/** The registrable domain of an address by the public suffix list; its host where it has none, like an IP address. */
const siteOf = (url: string): string =>
  getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname;

/** Whether two addresses belong to one site, so that a page of one may name the other as canonical. */
export const sameSite = (a: string, b: string): boolean => siteOf(a) === siteOf(b);

/** The canonical address that a page gives, if both are of one site; else null. */
export const believedCanonical = (url: string, canonicalUrl: string | null): string | null =>
  canonicalUrl && URL.canParse(canonicalUrl) && sameSite(url, canonicalUrl) ? canonicalUrl : null;
