/** Query parameters that say where a reader came from, never which page it is. */
const TRACKING = /^(utm_\w+|spm|from|isappinstalled|share_\w+|scene|wfr|nsukey|_t|timestamp)$/i;

/**
 * The form of an address by which a page is recognised: no fragment, http and https alike, no tracking
 * parameters, the rest of the query sorted. Null for what is no address of a page.
 */
export function recognisedAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^(https?|file):$/.test(parsed.protocol)) return null;
  for (const name of [...parsed.searchParams.keys()])
    if (TRACKING.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  const query = parsed.searchParams.toString();
  const scheme = parsed.protocol === 'file:' ? 'file://' : '//';
  return `${scheme}${parsed.host}${parsed.pathname}${query ? `?${query}` : ''}`;
}

/** All addresses under which a page is known, without repeats. */
export function recognisedAddresses(url: string, canonicalUrl: string | null): string[] {
  const forms = [recognisedAddress(url), canonicalUrl && recognisedAddress(canonicalUrl)];
  return [...new Set(forms.filter((form): form is string => !!form))];
}
