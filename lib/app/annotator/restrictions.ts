/**
 * Events on which pages prevent a person from selecting and copying text. Mouse events are among them, because some
 * pages clear the selection when the mouse is pressed or released.
 */
const FORBIDDING = [
  'selectstart',
  'copy',
  'cut',
  'contextmenu',
  'dragstart',
  'mousedown',
  'mouseup',
] as const;
const KEYS = ['c', 'a', 'x', 'p', 's'];

/** Elements that react to a click. The page still gets the events on these elements, so that its buttons work. */
const ACTIVE =
  'a[href], button, input, select, textarea, summary, label, video, audio, [role=button], [role=tab], [role=link], [onclick]';

/**
 * Lets the person select, copy and open the context menu on a page that forbids this, until the page is loaded again.
 * Hides the events in `FORBIDDING` from the page's scripts. Listens on the window, because listeners there run before
 * those of elements.
 */
export function liftRestrictions(doc: Document): void {
  const keep = (event: Event) => {
    const [target] = event.composedPath();
    const isMouse = event.type === 'mousedown' || event.type === 'mouseup';
    if (isMouse && target instanceof Element && target.closest(ACTIVE)) return;
    // Keeps the event only from the page's scripts. The browser still selects, copies or opens the menu.
    event.stopImmediatePropagation();
  };
  for (const type of FORBIDDING) addEventListener(type, keep, true);
  addEventListener(
    'keydown',
    (event) => {
      if ((event.ctrlKey || event.metaKey) && KEYS.includes(event.key.toLowerCase())) keep(event);
    },
    true,
  );
  // Removes handlers in attributes of the document's root and body, such as `onselectstart="return false"`. The browser
  // may call them before the listeners added here.
  for (const element of [doc.documentElement, doc.body])
    for (const type of FORBIDDING) element?.removeAttribute(`on${type}`);
}
