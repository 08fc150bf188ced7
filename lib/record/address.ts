/** Query parameters that tell where a reader came from or how the page is shown. They never identify a page. */
const TRACKING =
  /^(utm_\w+|spm|from|isappinstalled|share_\w+|scene|wfr|nsukey|_t|timestamp|amp|print|printable|outputtype)$/i;
/** Host names under which a site shows the same pages to mobile phones. */
const HOST_PREFIX = /^(?:www|m|wap|3g|mobile|amp)\.(?=[^.]+\.[^.]+)/;
/** Paths of the same page for AMP or for a printer: /amp/a.html, /a/amp, /a.amp.html, /a_print.html. */
const VIEW_OF_PATH = /\/(?:amp|print)(?=\/|$)|[._](?:amp|print)(?=\.s?html?$)/gi;

/**
 * The form of an address by which a page is recognised. Drops the fragment, tracking parameters, the mobile host, and
 * the AMP or print view; treats http and https alike; sorts the query. Null for the address of no web page.
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

/** All addresses by which a page is recognised, without repeats. */
export function recognisedAddresses(url: string, canonicalUrl: string | null): string[] {
  const forms = [recognisedAddress(url), canonicalUrl && recognisedAddress(canonicalUrl)];
  return [...new Set(forms.filter((form): form is string => !!form))];
}
