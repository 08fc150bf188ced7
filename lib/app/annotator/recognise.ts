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
 * The whole work of the stub, the only script in every page of a granted host. Asks whether the page is saved, which
 * costs one look-up in an index of addresses. Asks for the reader when words are selected. Observes nothing, because
 * only a page with marks needs the reader's observer. Has no schemas and no message listener, because these would cost
 * each page a millisecond. The background checks the stub's messages.
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
  // Listens before the page is parsed, because a script whose server never answers blocks the parser for good.
  addEventListener('pointerdown', press, true);
  addEventListener('pointerup', wanted, true);
  addEventListener('keyup', wanted, true);
  whenParsed(document, PATIENCE, () => {
    // Waits until the page is idle, because most pages are not saved and none should load slower.
    requestIdleCallback(recognise, { timeout: 1000 });
    onAddressChange(page, recognise);
  });
}
