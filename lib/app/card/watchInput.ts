/**
 * Milliseconds between the browser's checks of whether the card is visible. The standard (IntersectionObserver v2)
 * allows no shorter time.
 */
const DELAY = 100;

type VisibilityOptions = IntersectionObserverInit & { trackVisibility: boolean; delay: number };
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Observes a document of the extension in a frame of a web page: whether the last input came from the pointer or the
 * keyboard, and whether the page leaves the document visible. Only Chromium reports visibility (IntersectionObserver
 * v2). It also reports harmless filters and transforms as hiding. In other browsers the document always counts as
 * visible.
 */
export function watchInput(doc: Document) {
  let byPointer = false;
  let isVisible = true;
  for (const [type, pointer] of [
    ['pointerdown', true],
    ['keydown', false],
  ] as const)
    doc.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) byPointer = pointer;
      },
      true,
    );
  if (typeof IntersectionObserver !== 'undefined') {
    const options: VisibilityOptions = { trackVisibility: true, delay: DELAY };
    new IntersectionObserver((entries) => {
      const last = entries.at(-1) as VisibilityEntry | undefined;
      if (last && last.isVisible !== undefined) isVisible = last.isVisible;
    }, options).observe(doc.documentElement);
  }
  return { byPointer: () => byPointer, isVisible: () => isVisible };
}
