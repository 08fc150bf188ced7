import { browser } from 'wxt/browser';
import { FromCard, type ToCard } from '@/lib/messages/card.ts';
import { shadowHost } from './host.ts';
import { type Anchor, placeBeside } from './place.ts';

/**
 * The origin of the card. The address of the frame differs: Chromium gives the extension's resources an address that
 * changes each session, but the page loaded from it has the extension's plain origin.
 */
const ORIGIN = import.meta.env.FIREFOX
  ? new URL(browser.runtime.getURL('/card.html')).origin
  : `chrome-extension://${browser.runtime.id}`;

/** The width of the frame in CSS pixels. The frame is wider than the card, to have room for the card's shadow. */
const WIDTH = 344;
const FIRST_HEIGHT = 190;
/** Milliseconds within which a card loads, even on a slow machine. A card that takes longer counts as blocked. */
const LOADS_WITHIN = 5000;
/** Milliseconds within which a loaded card answers its first message. A card that takes longer counts as blocked. */
const ANSWERS_WITHIN = 2000;

/** The frame with the card of a mark. It shows a page of the extension, whose content the web page cannot read. */
export function mountCardFrame(
  doc: Document,
  title: string,
  answer: (message: FromCard) => void,
  blocked: () => void,
) {
  const { host, layer, attach, detach, moveTo, isSettled, isVisible } = shadowHost(
    doc,
    'iframe { border: 0; display: block; }',
    '',
    () => answer({ type: 'close' }),
    () => place(),
  );
  let port: MessagePort | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let anchor: Anchor | null = null;
  let height = FIRST_HEIGHT;
  let last = '';
  const frame = doc.createElement('iframe');
  frame.title = title;
  // The colour schemes of frame and page must agree, or the browser gives the frame an opaque background.
  frame.style.colorScheme = 'light dark';
  frame.src = browser.runtime.getURL('/card.html');
  layer.append(frame);

  /**
   * Keeps the card beside its words. When the words scroll out of the window, keeps the card in the window, because a
   * person may be typing. Does not move the card when the page has removed the words.
   */
  const place = () => {
    const box = anchor?.box();
    if (!box) return;
    const width = Math.min(WIDTH, innerWidth);
    const now = [box.left, box.top, box.bottom, innerWidth, innerHeight, height].join();
    if (now === last) return;
    last = now;
    frame.style.width = `${width}px`;
    frame.style.height = `${height}px`;
    const { left, top } = placeBeside(box, { width, height }, { width: innerWidth, height: innerHeight });
    moveTo(width < WIDTH ? 0 : left, top);
  };
  /**
   * The last message that opened the card. It is sent again when the page has removed the frame and the extension has
   * restored it.
   */
  let opened: ToCard | null = null;
  frame.addEventListener('load', () => {
    clearTimeout(silence);
    silence = setTimeout(blocked, ANSWERS_WITHIN);
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => {
      clearTimeout(silence);
      const message = FromCard.parse(data);
      if (message.type !== 'size') return answer(message);
      height = message.height;
      place();
    };
    port = channel.port1;
    // Posts to this origin only. The page can navigate the frame to another document, which must not receive notes.
    frame.contentWindow?.postMessage(null, ORIGIN, [channel.port2]);
    if (opened) port.postMessage(opened);
  });
  return {
    host,
    isSettled,
    isVisible,
    /** Sends a message to a loaded card. Keeps the message that opens the card, which is sent when the card loads. */
    send(message: ToCard) {
      port?.postMessage(message);
      if (message.type === 'open') opened = message;
      else if (message.type === 'done' && message.annotation && opened?.type === 'open')
        opened = {
          ...opened,
          annotation: message.annotation,
          state: message.state,
          canJoin: message.canJoin,
        };
    },
    /** Shows the card beside a passage; `node` is a node of that passage. */
    openAt(at: Anchor, node: Node) {
      anchor = at;
      last = '';
      // A frame that is inserted again loads again, so the port to its former document is invalid.
      if (!host.isConnected) {
        port = null;
        silence = setTimeout(blocked, LOADS_WITHIN);
      }
      attach(node);
      place();
    },
    /** Moves the open card beside another passage. */
    follow(at: Anchor) {
      anchor = at;
      last = '';
    },
    close() {
      clearTimeout(silence);
      anchor = null;
      port = null;
      opened = null;
      detach();
    },
  };
}
