/**
 * Events by which pages forbid selecting and copying. Pointer and mouse events are among them, because some pages clear
 * the selection when these end.
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

/** Elements that a click operates. The page still receives events on them. */
const ACTIVE =
  'a[href], button, input, select, textarea, summary, label, video, audio, [role=button], [role=tab], [role=link], [onclick]';

/**
 * Keeps events from the scripts of a page that would forbid selecting, copying or the menu, until the page is loaded
 * anew. Listens on the window, because listeners there run before those of elements. Remembers what is selected while
 * the pointer is pressed, because some pages clear the selection by a timer.
 */
export function liftRestrictions(doc: Document): void {
  const keep = (event: Event) => {
    const [target] = event.composedPath();
    const isMouse = event.type === 'mousedown' || event.type === 'mouseup';
    if (isMouse && target instanceof Element && target.closest(ACTIVE)) return;
    // Only stops the event from reaching the page. The browser still does what it always does.
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
  // Removes handlers in attributes of the document or its body, which may run earlier: `onselectstart="return false"`.
  for (const element of [doc.documentElement, doc.body])
    for (const type of FORBIDDING) element?.removeAttribute(`on${type}`);
}
