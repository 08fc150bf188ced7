import { shadowHost } from './host.ts';
import { pageToolsCss } from './pageToolsCss.ts';
import { boxOfRange, placeBeside } from './place.ts';
import { notice } from './toolbar.ts';

/** Milliseconds for which a message shows in the toolbar's place. */
const NOTICE_FOR = 1400;

/** The element beside a selection that holds the toolbar, or a message to the user. */
export function mountBar(doc: Document, lost: () => void) {
  const { host, layer, attach, detach, moveTo, isSettled, isVisible } = shadowHost(
    doc,
    pageToolsCss,
    'width: max-content !important;',
    lost,
  );
  let meant = false;
  layer.addEventListener('pointerdown', () => {
    meant = isSettled();
  });
  // A page can put the toolbar under a pointer that is about to click something else, or make it invisible.
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
  const show = (shown: HTMLElement, range: Range) => {
    attach(range.startContainer);
    layer.replaceChildren(shown);
    const { width, height } = host.getBoundingClientRect();
    const { left, top } = placeBeside(
      boxOfRange(range),
      { width, height },
      { width: innerWidth, height: innerHeight },
    );
    moveTo(left, top);
  };
  const close = () => {
    layer.replaceChildren();
    detach();
  };
  return {
    host,
    layer,
    show,
    close,
    /** Shows a message for a moment. Calls `over` afterwards, unless something else shows by then. */
    notice(words: string, range: Range, over: () => void, time = NOTICE_FOR) {
      const shown = notice(doc, words);
      show(shown, range);
      setTimeout(() => shown.isConnected && over(), time);
    },
  };
}

export type Bar = ReturnType<typeof mountBar>;
