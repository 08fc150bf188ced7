import { shadowHost } from './host.ts';
import { pageToolsCss } from './pageToolsCss.ts';
import { type Anchor, anchorOfRange, placeBeside } from './place.ts';
import { notice } from './toolbar.ts';

/** Milliseconds for which a message shows instead of the toolbar. */
const NOTICE_FOR = 1400;

/** The anchor of messages about the page as a whole: the foot of the window. */
const footOfWindow: Anchor = {
  box: () => ({ left: 0, right: innerWidth, width: innerWidth, top: innerHeight, bottom: innerHeight }),
  isInView: () => true,
};

/** The element next to a selection that shows the toolbar or a message. */
export function mountBar(doc: Document, lost: () => void) {
  let anchor: Anchor | null = null;
  let last = '';
  const { host, layer, attach, detach, moveTo, conceal, isSettled, isVisible } = shadowHost(
    doc,
    pageToolsCss,
    'width: max-content !important; visibility: visible !important;',
    lost,
    () => follow(),
  );
  // A screen reader announces new content only in an element that already exists.
  const said = doc.createElement('div');
  said.className = 'unseen';
  said.setAttribute('role', 'status');
  const place = doc.createElement('div');
  layer.append(said, place);
  let meant = false;
  layer.addEventListener('pointerdown', () => {
    meant = isSettled();
  });
  // Ignores clicks on a toolbar that has just moved or is invisible. A page could otherwise move the toolbar under the
  // pointer to catch a click that was meant for something else.
  layer.addEventListener(
    'click',
    (event) => {
      const byKey = event.detail === 0;
      if (event.isTrusted && (byKey || (meant && isSettled() && isVisible()))) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    true,
  );
  /** Keeps the toolbar beside its words while the page scrolls, is resized or zoomed. */
  const follow = () => {
    const box = anchor?.box();
    // Reports that the page has removed the words, which can no longer be marked.
    if (!box) return anchor && lost();
    const isInView = anchor!.isInView();
    const now = [isInView, box.left, box.top, box.bottom, innerWidth, innerHeight].join();
    if (now === last) return;
    last = now;
    conceal(!isInView);
    const { width, height } = host.getBoundingClientRect();
    const { left, top } = placeBeside(box, { width, height }, { width: innerWidth, height: innerHeight });
    moveTo(left, top);
  };
  const showAt = (shown: HTMLElement, at: Anchor, beside: Node, words: string) => {
    attach(beside);
    said.textContent = '';
    place.replaceChildren(shown);
    anchor = at;
    last = '';
    follow();
    setTimeout(() => {
      if (shown.isConnected) said.textContent = words;
    });
  };
  const close = () => {
    anchor = null;
    place.replaceChildren();
    said.textContent = '';
    detach();
  };
  const noticeAt = (words: string, at: Anchor, beside: Node, over: () => void, time: number) => {
    const shown = notice(doc, words);
    showAt(shown, at, beside, words);
    setTimeout(() => shown.isConnected && over(), time);
  };
  return {
    host,
    layer,
    /** Shows an element beside a range. `words`: what a screen reader announces. */
    show: (shown: HTMLElement, range: Range, words: string) =>
      showAt(shown, anchorOfRange(range), range.startContainer, words),
    close,
    /** Whether the words beside the toolbar are in view. */
    isInView: () => anchor?.isInView() ?? false,
    /** Shows a message for a moment. Calls `over` afterwards, unless something else shows by then. */
    notice: (words: string, range: Range, over: () => void, time = NOTICE_FOR) =>
      noticeAt(words, anchorOfRange(range), range.startContainer, over, time),
    /** Shows a message about the page for `time` milliseconds. */
    say: (words: string, over: () => void, time: number) => noticeAt(words, footOfWindow, doc, over, time),
  };
}

export type Bar = ReturnType<typeof mountBar>;
