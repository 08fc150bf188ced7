import { canonicalUrl } from '../../article/page/canonical.ts';
import { pageOf } from '../../record/route.ts';

/** The document of the page, also when called in a frame. Null in a frame of another origin. */
export function pageDocument(): Document | null {
  try {
    return top?.document ?? null;
  } catch {
    return null;
  }
}

/**
 * Calls back when a single-page site has changed the page's address without a load. A change of the fragment counts if
 * it names a route (`#/`, `#!`). Does nothing in a browser without the Navigation API (Firefox before 147). There, the
 * extension's background reports new addresses.
 */
export function onAddressChange(page: Document, changed: () => void): void {
  const address = () => pageOf(page.location.href);
  let known = address();
  page.defaultView?.navigation?.addEventListener('currententrychange', () => {
    if (address() === known) return;
    known = address();
    changed();
  });
}

/**
 * For each page: the canonical address seen last, and the page's own address when that canonical address first
 * appeared.
 */
const given = new WeakMap<Document, { canonical: string | null; at: string }>();

/** The address at which a page was loaded. `location.href` may have been changed since by `history.replaceState`. */
function loadedAt(page: Document): string {
  const [entry] = page.defaultView?.performance?.getEntriesByType?.('navigation') ?? [];
  return entry?.name && URL.canParse(entry.name) ? entry.name : page.location.href;
}

/**
 * Reduces an address to the part that is compared: origin and path, and the query only where the canonical address has
 * one. Where it has none, the query does not identify the article.
 */
function vouched(address: string, canonical: string | null): string {
  const { origin, pathname, search } = new URL(address);
  return origin + pathname + (canonical && new URL(canonical).search ? search : '');
}

/**
 * The canonical address that a page states for the article shown now; null where it states none. A page with endless
 * scrolling changes its address (`replaceState`) when the next article appears. Its canonical address often still names
 * the first article, and must then be ignored.
 */
export function currentCanonical(page: Document): string | null {
  const { href } = page.location;
  const canonical = canonicalUrl(page, href);
  const known = given.get(page) ?? { canonical, at: loadedAt(page) };
  given.set(page, known.canonical === canonical ? known : { canonical, at: href });
  const { at } = given.get(page)!;
  return vouched(at, canonical) === vouched(href, canonical) ? canonical : null;
}

/**
 * Calls back when a script has replaced the root element of a document, for example by `document.open`. Without a load,
 * this removes all listeners on the window and the document.
 */
export function onRewritten(doc: Document, rewritten: () => void): void {
  let root = doc.documentElement;
  new MutationObserver(() => {
    const now = doc.documentElement;
    if (!now || now === root) return;
    const isFirst = !root;
    root = now;
    if (!isFirst) rewritten();
  }).observe(doc, { childList: true });
}
