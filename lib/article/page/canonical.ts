/**
 * The address that the page gives as its own, absolute; null where it gives none. One that points to a home
 * page is ignored: templates of many portals print the same canonical link on every page.
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
