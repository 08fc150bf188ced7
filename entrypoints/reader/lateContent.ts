/** Milliseconds without a change before the page counts as quiet, and at most between two fruitless looks. */
const QUIET = 250;
const LONGEST = 8000;

/** A change that can bring words or take them away. */
const tellsOfText = (record: MutationRecord): boolean =>
  record.type === 'characterData' ||
  [...record.addedNodes, ...record.removedNodes].some((node) => (node.textContent ?? '').trim().length > 1);

/**
 * Calls `look` when the page has changed its text and come to rest: lazy paragraphs, single-page sites. A
 * `look` that finds nothing new (false) makes the next ones rarer, for pages that change all the time. Does
 * nothing while nothing changes, and nothing at all between `stop` and `start`.
 */
export function watchLateContent(doc: Document, look: () => boolean): { start(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = QUIET;
  let first = 0;
  const observer = new MutationObserver((records) => {
    if (!records.some(tellsOfText)) return;
    first ||= performance.now();
    // A page that never rests is looked at all the same.
    if (timer !== undefined && performance.now() - first > pause * 4) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      first = 0;
      pause = look() ? QUIET : Math.min(pause * 2, LONGEST);
    }, pause);
  });
  let watching = false;
  return {
    start() {
      pause = QUIET;
      if (watching) return;
      watching = true;
      observer.observe(doc, { subtree: true, childList: true, characterData: true });
    },
    stop() {
      watching = false;
      observer.disconnect();
      clearTimeout(timer);
      timer = undefined;
      first = 0;
    },
  };
}
