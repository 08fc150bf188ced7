/**
 * The absolute canonical address that the page gives; null where it gives none. On any page but the home page, ignores
 * the address of the home page, because templates of many portals print it on every page.
 */
export function canonicalUrl(doc: Document, url: string): string | null {
  const href =
    doc.querySelector('link[rel~="canonical"]')?.getAttribute('href') ??
    doc.querySelector('meta[property="og:url"]')?.getAttribute('content');
  if (!href || !URL.canParse(href, url)) return null;
  const canonical = new URL(href, url);
  if (!/^https?:$/.test(canonical.protocol)) return null;
  const path = URL.canParse(url) ? new URL(url).pathname : '/';
  const home = (pathname: string) => /^\/(index\.\w+)?$/.test(pathname);
  return home(canonical.pathname) && !canonical.search && !home(path) ? null : canonical.href;
}
