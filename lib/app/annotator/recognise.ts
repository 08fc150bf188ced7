import { browser } from 'wxt/browser';
import { currentCanonical, onAddressChange, onRewritten, pageDocument } from './address.ts';
import { endsOverFrame, SelectingGesture } from './gesture.ts';
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
  if (world.pizhuStub) return;
  const page = pageDocument();
  const ask = (pizhu: string, request: object) =>
    browser.runtime.sendMessage({ pizhu, request }).catch(() => {});
  if (!page) {
    world.pizhuStub = () => {};
    // A frame of another origin shows another page, and the record of this one must hold nothing of it.
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
  // Words can be selected before the page is parsed: a script whose server never answers holds it up for good.
  watch();
  onRewritten(document, () => {
    watch();
    recognise();
  });
  // What was saved or deleted while the page was kept for going back to it.
  addEventListener('pageshow', ({ persisted }) => persisted && recognise());
  whenParsed(document, PATIENCE, () => {
    // The page's own work comes first: most pages are not saved, and none should load slower.
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
  endsOverFrame(document, gesture, own.signal, end);
}
