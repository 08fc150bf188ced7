/** The document of the page, from a frame of it too; null in a frame of another origin. */
export function pageDocument(): Document | null {
  try {
    return top?.document ?? null;
  } catch {
    return null;
  }
}

/**
 * Calls back when a single-page site has changed the page's address without a load; a change of the fragment
 * is none. Where the browser has no Navigation API (Firefox before 147) nothing happens here: the background
 * is told of new addresses by the browser and says so.
 */
export function onAddressChange(page: Document, changed: () => void): void {
  const address = () => page.location.href.replace(/#.*$/, '');
  let known = address();
  page.defaultView?.navigation?.addEventListener('currententrychange', () => {
    if (address() === known) return;
    known = address();
    changed();
  });
}
