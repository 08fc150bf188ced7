import { walkerOf } from '../../annotation/dom.ts';

/** Milliseconds without a change before the page counts as quiet, and at most between two fruitless looks. */
const QUIET = 250;
const LONGEST = 8000;
/** A look may take this share of the time at most: on a page of ten megabytes it takes a while. */
const SHARE = 0.05;

/** Whether a node has words in it. Stops at the first: a page may put in megabytes at once. */
function hasWords(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data.trim() !== '';
  const walker = walkerOf(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if ((walker.currentNode as Text).data.trim() !== '') return true;
  return false;
}

/** A change that can bring words or take them away. */
const tellsOfText = (record: MutationRecord): boolean =>
  record.type === 'characterData' ||
  [...record.addedNodes].some(hasWords) ||
  [...record.removedNodes].some(hasWords);

type Watch = {
  /** Watches the document and these shadow roots, of which it would hear nothing. */
  start(shadows: ShadowRoot[]): void;
  stop(): void;
  /** Something else is to be looked for now: the looks are no rarer than at first. */
  wake(): void;
};

/**
 * Calls `look` when the page has changed its text and come to rest: lazy paragraphs, single-page sites. A
 * `look` that finds nothing new (false) makes the next ones rarer, for pages that change all the time. Does
 * nothing while nothing changes, and nothing at all between `stop` and `start`.
 */
export function watchLateContent(doc: Document, look: () => boolean): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = QUIET;
  let first = 0;
  const lookNow = () => {
    timer = undefined;
    first = 0;
    const from = performance.now();
    const news = look();
    const least = (performance.now() - from) / SHARE;
    pause = Math.max(least, news ? QUIET : Math.min(pause * 2, LONGEST));
  };
  const observer = new MutationObserver((records) => {
    const now = performance.now();
    // A page that never rests is looked at all the same; what it does until then is not even read.
    if (timer !== undefined && now - first > pause * 4) return;
    if (!records.some(tellsOfText)) return;
    first ||= now;
    clearTimeout(timer);
    timer = setTimeout(lookNow, pause);
  });
  let watched = new WeakSet<Node>();
  const watch = (node: Node) => {
    if (watched.has(node)) return;
    watched.add(node);
    observer.observe(node, { subtree: true, childList: true, characterData: true });
  };
  return {
    start(shadows) {
      watch(doc);
      for (const shadow of shadows) watch(shadow);
    },
    stop() {
      observer.disconnect();
      watched = new WeakSet();
      clearTimeout(timer);
      timer = undefined;
      first = 0;
    },
    wake() {
      pause = QUIET;
    },
  };
}
