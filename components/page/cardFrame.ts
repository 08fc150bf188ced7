import { browser } from 'wxt/browser';
import { FromCard, type ToCard } from '@/lib/messages/card.ts';
import { shadowHost } from './host.ts';
import { type Box, placeBeside } from './place.ts';

/**
 * The card's own origin. Chromium gives its resources an address that changes each session, and the page that
 * loads from it the extension's plain origin.
 */
const ORIGIN = import.meta.env.FIREFOX
  ? new URL(browser.runtime.getURL('/card.html')).origin
  : `chrome-extension://${browser.runtime.id}`;

/** CSS pixels. The frame is wider than the card by the room for its shadow. */
const WIDTH = 344;
const FIRST_HEIGHT = 190;

/** The frame with the card of a mark: a page of the extension's, into which the news page cannot look. */
export function mountCardFrame(doc: Document, answer: (message: FromCard) => void) {
  const { host, layer, attach, detach, moveTo } = shadowHost(
    doc,
    'pizhu-card',
    'iframe { border: 0; display: block; }',
    '',
  );
  let port: MessagePort | null = null;
  let anchor: Box | null = null;
  let height = FIRST_HEIGHT;
  const frame = doc.createElement('iframe');
  frame.style.width = `${WIDTH}px`;
  // The same scheme inside and out, or the browser paints the frame's ground opaque.
  frame.style.colorScheme = 'light dark';
  frame.src = browser.runtime.getURL('/card.html');
  layer.append(frame);

  const place = () => {
    frame.style.height = `${height}px`;
    if (!anchor) return;
    const { left, top } = placeBeside(
      anchor,
      { width: WIDTH, height },
      { width: innerWidth, height: innerHeight },
    );
    moveTo(left, top);
  };
  /** What the card shows: a frame that the page has taken out, and that has come back, has to be told again. */
  let opened: ToCard | null = null;
  frame.addEventListener('load', () => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => {
      const message = FromCard.parse(data);
      if (message.type !== 'size') return answer(message);
      height = message.height;
      place();
    };
    port = channel.port1;
    // To this origin only: a page can send a frame elsewhere, and what comes to stand in it must get no notes.
    frame.contentWindow?.postMessage(null, ORIGIN, [channel.port2]);
    if (opened) port.postMessage(opened);
  });
  return {
    host,
    /** Sends to the card, as soon as it is there. */
    send(message: ToCard) {
      port?.postMessage(message);
      if (message.type === 'open') opened = message;
      else if (message.type === 'done' && message.annotation && opened?.type === 'open')
        opened = { ...opened, annotation: message.annotation, state: message.state };
    },
    /** Shows the card beside a passage, of which `node` is a part. */
    openAt(box: Box, node: Node) {
      anchor = box;
      // Put into the page anew, a frame loads anew.
      if (!host.isConnected) port = null;
      attach(node);
      place();
    },
    close() {
      anchor = null;
      port = null;
      opened = null;
      detach();
    },
  };
}
