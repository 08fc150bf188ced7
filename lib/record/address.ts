import { routeOf } from './route.ts';
import { believedCanonical } from './site.ts';

/**
 * Query parameters that say where a reader came from or how the page is shown. They are dropped, because they never
 * identify a page.
 */
const TRACKING =
  /^(utm_\w+|spm|from|isappinstalled|share_\w+|scene|wfr|nsukey|_t|timestamp|amp|print|printable|outputtype)$/i;
/**
 * First parts of host names under which a site shows the same pages: `www`, and those of editions for mobile phones.
 */
const HOST_PREFIX = /^(?:www|m|wap|3g|mobile|amp)\.(?=[^.]+\.[^.]+)/;
/** Paths of the same page for AMP or for a printer: /amp/a.html, /a/amp, /a.amp.html, /a_print.html. */
const VIEW_OF_PATH = /\/(?:amp|print)(?=\/|$)|[._](?:amp|print)(?=\.s?html?$)/gi;

/**
 * The part of a query that identifies the page: sorted and without tracking parameters, with its `?`. Empty where
 * nothing is left.
 */
function namingQuery(query: string): string {
  const params = new URLSearchParams(query);
  for (const name of [...params.keys()]) if (TRACKING.test(name)) params.delete(name);
  params.sort();
  const left = params.toString();
  return left && `?${left}`;
}

/** The route of a single-page site (see route.ts) as a part of an address, with its `#`; empty where there is none. */
function namingRoute(url: string): string {
  const [path = '', ...query] = routeOf(url).split('?');
  return path && `#${path}${namingQuery(query.join('?'))}`;
}

/**
 * The form of an address by which a page is recognised: the same page always gets the same form. Drops tracking
 * parameters, the mobile host, and the AMP or print view. Treats http and https alike, sorts the query, and keeps of
 * the fragment only the route of a single-page site. Null where the address is not that of a web page.
 */
export function recognisedAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^(https?|file):$/.test(parsed.protocol)) return null;
  const scheme = parsed.protocol === 'file:' ? 'file://' : '//';
  const host = parsed.host.replace(HOST_PREFIX, '');
  const path = parsed.pathname.replace(VIEW_OF_PATH, '').replace(/\/index\.\w+$/, '/') || '/';
  return `${scheme}${host}${path}${namingQuery(parsed.search)}${namingRoute(url)}`;
}

/**
 * All addresses by which a page is recognised, each once. The page's canonical address is among them only if it is of
 * the page's own site.
 */
export function recognisedAddresses(url: string, canonicalUrl: string | null): string[] {
  const forms = [url, believedCanonical(url, canonicalUrl)].map((one) => one && recognisedAddress(one));
  return [...new Set(forms.filter((form): form is string => !!form))];
}

/**
 * Whether two addresses have the same scheme. An http page must not count as the https page, because an attacker on the
 * network can forge it.
 */
export const sameScheme = (a: string, b: string): boolean => a.split(':', 1)[0] === b.split(':', 1)[0];
