import { shadowHost } from './host.ts';
import { pageToolsCss } from './pageToolsCss.ts';
import { boxOfRange, placeBeside } from './place.ts';
import { notice } from './toolbar.ts';

/** How many milliseconds a message shows in the toolbar's place. */
const NOTICE_FOR = 1400;

/** The element beside a selection that holds the toolbar, or a message to the user. */
export function mountBar(doc: Document) {
  const { host, layer, attach, detach, moveTo } = shadowHost(
    doc,
    'pizhu-host',
    pageToolsCss,
    'width: max-content !important;',
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
    /** Shows a message for a moment. Calls `over` at its end, unless something else shows by then. */
    notice(words: string, range: Range, over: () => void) {
      const shown = notice(doc, words);
      show(shown, range);
      setTimeout(() => shown.isConnected && over(), NOTICE_FOR);
    },
  };
}

export type Bar = ReturnType<typeof mountBar>;
