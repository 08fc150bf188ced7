import { browser } from 'wxt/browser';
import { currentCanonical, onAddressChange, onRewritten, pageDocument } from './address.ts';
import { endsWithoutRelease, SelectingGesture } from './gesture.ts';
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
  if (world.pizhuStub) return;
  const page = pageDocument();
  const ask = (pizhu: string, request: object) =>
    browser.runtime.sendMessage({ pizhu, request }).catch(() => {});
  if (!page) {
    world.pizhuStub = () => {};
    // A frame of another origin shows another page, and the record of this page must hold nothing of that one.
    onSelected(() => ask('visit.foreignFrame', {}), false);
    return;
  }
  const recognise = () => void ask('visit.recognise', { canonicalUrl: currentCanonical(page) });
  world.pizhuStub = recognise;
  const watch = () =>
    onSelected(() => {
      world.pizhuSelected = true;
      ask('visit.reader', {});
    }, true);
  // Listens before the page is parsed, because a script whose server never answers blocks the parser for good.
  watch();
  onRewritten(document, () => {
    watch();
    recognise();
  });
  // Marks may have been saved or deleted while the browser kept the page for going back to it.
  addEventListener('pageshow', ({ persisted }) => persisted && recognise());
  whenParsed(document, PATIENCE, () => {
    // Waits until the page is idle, because most pages are not saved and none should load slower.
    requestIdleCallback(recognise, { timeout: 1000 });
    onAddressChange(page, recognise);
  });
}

/** Calls back when a person has selected words: the first time, or every time. */
function onSelected(selected: () => void, once: boolean): void {
  const gesture = new SelectingGesture();
  const own = new AbortController();
  const end = (roots?: ShadowRoot[]) => {
    if (!selectedRange(document, roots)) return;
    if (once) own.abort();
    selected();
  };
  const options = { capture: true, signal: own.signal };
  const ended = (event: PointerEvent | KeyboardEvent) => gesture.ends(event) && end(rootsOf(event));
  addEventListener('pointerdown', (event) => gesture.press(event), options);
  addEventListener('pointerup', ended, options);
  addEventListener('keyup', ended, options);
  endsWithoutRelease(document, gesture, own.signal, end);
}
