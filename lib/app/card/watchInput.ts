/** Milliseconds between two looks of the browser at whether the card is visible; fewer are not allowed. */
const DELAY = 100;

type VisibilityOptions = IntersectionObserverInit & { trackVisibility: boolean; delay: number };
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Follows what a person does in a document that stands in a page: whether the last input was the pointer's or a key's,
 * and whether the browser says that the page leaves the document visible (IntersectionObserver v2, Chromium only; filters
 * and transformations of honest pages count as hiding too). Where the browser does not say, it counts as visible.
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
