import { pageOf } from '../../record/route.ts';

/** The document of the page, for a frame too; null in a frame of another origin. */
export function pageDocument(): Document | null {
  try {
    return top?.document ?? null;
  } catch {
    return null;
  }
}

/**
 * Calls back when a single-page site has changed the page's address without a load; a change of the fragment counts
 * where it names a route (`#/`, `#!`). Does nothing in a browser without the Navigation API (Firefox before 147), where
 * the background reports new addresses instead.
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
