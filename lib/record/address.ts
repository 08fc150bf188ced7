/** Query parameters that say where a reader came from or how the page is shown, never which page it is. */
const TRACKING =
  /^(utm_\w+|spm|from|isappinstalled|share_\w+|scene|wfr|nsukey|_t|timestamp|amp|print|printable|outputtype)$/i;
/** Hosts on which a site shows the same pages to telephones. */
const HOST_PREFIX = /^(?:www|m|wap|3g|mobile|amp)\.(?=[^.]+\.[^.]+)/;
/** The same page for AMP or for a printer: /amp/a.html, /a/amp, /a.amp.html, /a_print.html. */
const VIEW_OF_PATH = /\/(?:amp|print)(?=\/|$)|[._](?:amp|print)(?=\.s?html?$)/gi;

/**
 * The form of an address by which a page is recognised: no fragment, http and https alike, the mobile host,
 * the AMP and the print view as the page itself, no tracking parameters, the rest of the query sorted. Null
 * for what is no address of a page.
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
  const host = parsed.host.replace(HOST_PREFIX, '');
  const path = parsed.pathname.replace(VIEW_OF_PATH, '').replace(/\/index\.\w+$/, '/') || '/';
  return `${scheme}${host}${path}${query ? `?${query}` : ''}`;
}

/** All addresses under which a page is known, without repeats. */
export function recognisedAddresses(url: string, canonicalUrl: string | null): string[] {
  const forms = [recognisedAddress(url), canonicalUrl && recognisedAddress(canonicalUrl)];
  return [...new Set(forms.filter((form): form is string => !!form))];
}
