import { walkerOf } from '../../annotation/dom.ts';

/** Milliseconds without a change after which the page counts as settled, and is searched for marks again. */
const QUIET = 250;
/** The longest pause (ms) between searches that find nothing new. A slow search can make it longer; see `SHARE`. */
const LONGEST = 8000;
/**
 * The largest share of the page's time that searches for late words may take. On a page of ten megabytes, one search
 * takes long.
 */
const SHARE = 0.05;

/** Whether a node contains words. Stops at the first words, because a page may insert megabytes at once. */
function hasWords(node: Node): boolean {
  if (node.nodeType === node.TEXT_NODE) return (node as Text).data.trim() !== '';
  const walker = walkerOf(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if ((walker.currentNode as Text).data.trim() !== '') return true;
  return false;
}

/** Whether a change can add or remove words. */
const changesText = (record: MutationRecord): boolean =>
  record.type === 'characterData' ||
  [...record.addedNodes].some(hasWords) ||
  [...record.removedNodes].some(hasWords);

type Watch = {
  /**
   * Starts watching the document and these shadow roots. An observer of the document does not see changes in shadow
   * roots.
   */
  start(shadows: ShadowRoot[]): void;
  stop(): void;
  /** Makes the pauses short again, because new marks have arrived. */
  wake(): void;
};

/**
 * Calls `look` when the text of the page has changed and settled, as with lazy paragraphs or single-page sites. `look`
 * returns false where it found nothing new. The next pause is then longer, because some pages change all the time. Does
 * nothing while nothing changes, nor after `stop`.
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
    // Searches even if the page never stops changing: once four pauses have passed since the first change, further
    // changes no longer delay the search.
    if (timer !== undefined && now - first > pause * 4) return;
    if (!records.some(changesText)) return;
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
