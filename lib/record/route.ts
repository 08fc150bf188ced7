/**
 * A fragment that names a page of a single-page site, `#/detail?id=1` or `#!detail`. Other fragments name a place
 * within a page.
 */
const ROUTE = /^#(?=[/!])/;
/** The route of a single-page site's home page. */
const HOME = /^[/!]*$/;

/** The route that the fragment of an address names, without its `#`; empty where the fragment names none. */
export function routeOf(url: string): string {
  const at = url.indexOf('#');
  const fragment = at < 0 ? '' : url.slice(at);
  const route = ROUTE.test(fragment) ? fragment.slice(1) : '';
  return HOME.test(route) ? '' : route;
}

/** The address of the whole page: drops a fragment that only names a place in the page. */
export function pageOf(url: string): string {
  const route = routeOf(url);
  return url.replace(/#.*$/s, '') + (route && `#${route}`);
}
