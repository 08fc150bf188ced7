import { browser } from 'wxt/browser';
import { currentCanonical, onAddressChange, onRewritten, pageDocument } from './address.ts';
import { endsWithoutRelease, SelectingGesture } from './gesture.ts';
import { whenParsed } from './parsed.ts';
import { rootsOf, selectedRange } from './selection.ts';

/** What the stub (the small content script) leaves for the extension's other scripts in the same page. */
export type StubWorld = {
  pizhuStub?: () => void;
  /** Whether the user has selected text since the page was loaded. */
  pizhuSelected?: boolean;
  /** What the pointer has done. The reader script may start between the press and the release of a selection. */
  pizhuGesture?: SelectingGesture;
};

/** Milliseconds after which a page counts as parsed, even if its parser still waits for a script. */
const PATIENCE = 1500;

/**
 * All that the stub does. It is the only script in every page of a site that the user has allowed.
 * - Asks the background whether the page is saved. This costs one look-up in an index of addresses.
 * - Asks for the reader script when a person selects words.
 * It has no MutationObserver: only a page with marks needs one, and there the reader script has it. It has no schemas
 * and no message listener, because these would cost each page a millisecond. The background checks the stub's messages.
 */
export function watchForSavedPage(): void {
  const world = globalThis as StubWorld;
  if (world.pizhuStub) return;
  const page = pageDocument();
  const ask = (pizhu: string, request: object) =>
    browser.runtime.sendMessage({ pizhu, request }).catch(() => {});
  if (!page) {
    world.pizhuStub = () => {};
    // Only reports each selection, and injects nothing: a frame of another origin shows another page. Nothing of the
    // frame may be saved with the page around it.
    onSelected(() => ask('visit.foreignFrame', {}), false);
    return;
  }
  const recognise = () => void ask('visit.recognise', { canonicalUrl: currentCanonical(page) });
  world.pizhuStub = recognise;
  const watch = () => {
    world.pizhuGesture = onSelected(() => {
      world.pizhuSelected = true;
      ask('visit.reader', {});
    }, true);
  };
  // Listens even before the page is parsed, because the parser waits for ever if the server of a script never answers.
  watch();
  onRewritten(document, () => {
    watch();
    recognise();
  });
  // Asks again when the user goes back and the browser shows the page from its back-forward cache. Meanwhile, marks may
  // have been saved or deleted.
  addEventListener('pageshow', ({ persisted }) => persisted && recognise());
  whenParsed(document, PATIENCE, () => {
    // Waits until the page is idle. Most pages are not saved, and they must not load more slowly.
    requestIdleCallback(recognise, { timeout: 1000 });
    onAddressChange(page, recognise);
  });
}

/** Calls back when a person has selected words: only the first time (`once`), or every time. */
function onSelected(selected: () => void, once: boolean): SelectingGesture {
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
  return gesture;
}
