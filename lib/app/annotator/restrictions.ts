/** What pages forbid by. The events of pointer and mouse are among them: pages clear the selection when these end. */
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

/** What a click is for: there the page goes on hearing of it. */
const ACTIVE =
  'a[href], button, input, select, textarea, summary, label, video, audio, [role=button], [role=tab], [role=link], [onclick]';

/**
 * Keeps the page's scripts from hearing what they would forbid, until the page is loaded anew: selecting, copying, the
 * menu. Listens on the window, before any script of the page that listens further inside. What is selected while the
 * pointer is pressed is remembered, because some pages clear the selection by a timer.
 */
export function liftRestrictions(doc: Document): void {
  const keep = (event: Event) => {
    const [target] = event.composedPath();
    const isMouse = event.type === 'mousedown' || event.type === 'mouseup';
    if (isMouse && target instanceof Element && target.closest(ACTIVE)) return;
    // Nothing is prevented: only the page does not hear of it, and the browser does what it always does.
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
  // A handler in an attribute of the document or its body may have been asked before: `onselectstart="return false"`.
  for (const element of [doc.documentElement, doc.body])
    for (const type of FORBIDDING) element?.removeAttribute(`on${type}`);
}
