import { browser } from 'wxt/browser';
import { canonicalUrl } from '../../article/page/canonical.ts';
import { onAddressChange, pageDocument } from './address.ts';
import { whenParsed } from './parsed.ts';
import { rootsOf, selectedRange } from './selection.ts';

/** Milliseconds after which a page counts as parsed that still waits for a script of its own. */
const PATIENCE = 1500;

/**
 * What lands in every page of a granted host, and all that does: it asks whether the page is saved, which is
 * one look-up in an index of addresses, and sends for the reader when words are selected. It observes nothing;
 * the observer of late content comes with the reader, and starts when the page has marks. No schema library
 * here, and no listener for messages, which costs each page a millisecond: the background checks what is said
 * here.
 */
export function watchForSavedPage(): void {
  const world = globalThis as { pizhuStub?: () => void };
  const page = pageDocument();
  if (world.pizhuStub || !page) return;
  const ask = (pizhu: string, request: object) =>
    browser.runtime.sendMessage({ pizhu, request }).catch(() => {});
  const recognise = () =>
    void ask('visit.recognise', { canonicalUrl: canonicalUrl(page, page.location.href) });
  world.pizhuStub = recognise;
  const wanted = (event: Event) => {
    if (!selectedRange(document, rootsOf(event))) return;
    removeEventListener('pointerup', wanted, true);
    removeEventListener('keyup', wanted, true);
    ask('visit.reader', {});
  };
  whenParsed(document, PATIENCE, () => {
    // When the page has nothing better to do: most pages are not saved, and none is to load the slower for it.
    requestIdleCallback(recognise, { timeout: 1000 });
    onAddressChange(page, recognise);
    addEventListener('pointerup', wanted, true);
    addEventListener('keyup', wanted, true);
  });
}
