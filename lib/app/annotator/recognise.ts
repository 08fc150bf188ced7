import { browser } from 'wxt/browser';
import { canonicalUrl } from '../../article/page/canonical.ts';
import { onAddressChange, pageDocument } from './address.ts';
import { SelectingGesture } from './gesture.ts';
import { whenParsed } from './parsed.ts';
import { rootsOf, selectedRange } from './selection.ts';

/** What the stub leaves for the other scripts of the extension in the same page. */
export type StubWorld = {
  pizhuStub?: () => void;
  /** Whether a person has selected words since the page was loaded. */
  pizhuSelected?: boolean;
};

/** Milliseconds after which a page counts as parsed, even if it still waits for one of its scripts. */
const PATIENCE = 1500;

/**
 * Runs in every page of a granted host, and nothing else does. Asks whether the page is saved, which costs one look-up
 * in an index of addresses, and asks for the reader when words are selected. Observes nothing: the observer of late
 * content comes with the reader, and starts when the page has marks. Has no schemas and no message listener, which
 * would cost each page a millisecond: the background checks its messages.
 */
export function watchForSavedPage(): void {
  const world = globalThis as StubWorld;
  const page = pageDocument();
  if (world.pizhuStub || !page) return;
  const ask = (pizhu: string, request: object) =>
    browser.runtime.sendMessage({ pizhu, request }).catch(() => {});
  const recognise = () =>
    void ask('visit.recognise', { canonicalUrl: canonicalUrl(page, page.location.href) });
  world.pizhuStub = recognise;
  const gesture = new SelectingGesture();
  const press = (event: PointerEvent) => gesture.press(event);
  const wanted = (event: PointerEvent | KeyboardEvent) => {
    if (!gesture.ends(event) || !selectedRange(document, rootsOf(event))) return;
    removeEventListener('pointerdown', press, true);
    removeEventListener('pointerup', wanted, true);
    removeEventListener('keyup', wanted, true);
    world.pizhuSelected = true;
    ask('visit.reader', {});
  };
  // Words can be selected before the page is parsed: a script whose server never answers holds it up for good.
  addEventListener('pointerdown', press, true);
  addEventListener('pointerup', wanted, true);
  addEventListener('keyup', wanted, true);
  whenParsed(document, PATIENCE, () => {
    // The page's own work comes first: most pages are not saved, and none should load slower.
    requestIdleCallback(recognise, { timeout: 1000 });
    onAddressChange(page, recognise);
  });
}
