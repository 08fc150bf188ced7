import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type CardRequest, type FromCard, ToCard } from '../../messages/card.ts';
import { errorText } from '../i18n.ts';
import { watchInput } from './watchInput.ts';

type Opened = Extract<ToCard, { type: 'open' }>;

/**
 * What the card of a mark shows. The card is a small box on the page, in a frame of the extension; the page sends it
 * the mark.
 */
export type CardState = {
  opened: Opened | null;
  /** Whether the mark was deleted in this card. It can then be restored. */
  removed: boolean;
  /** The message about the last failed request; empty where the last request succeeded. */
  problem: string;
};

/** Returns the state of the card after a message from the page's content script. */
export function afterMessage(before: CardState, message: ToCard): CardState {
  if (message.type === 'hidden') return before;
  if (message.type === 'failed') return { ...before, problem: errorText(message) };
  if (message.type === 'open') return { opened: message, removed: false, problem: '' };
  const { annotation, state, canJoin } = message;
  const opened =
    annotation && before.opened ? { ...before.opened, annotation, state, canJoin } : before.opened;
  return { opened, removed: annotation === null, problem: '' };
}

/** Asks in a window of the extension whether to delete a mark, because no web page can cover that window. */
const askElsewhere = (annotationId: string) =>
  browser.windows.create({
    url: browser.runtime.getURL(`/confirm.html?mark=${annotationId}`),
    type: 'popup',
    width: 440,
    height: 300,
  });

/**
 * The state of the card, which exchanges messages with the page's content script through a port. `send` sends any
 * message, `request` asks for a change of the mark.
 */
export function useCard(
  port: MessagePort,
): CardState & { send: (message: FromCard) => void; request: (request: CardRequest) => void } {
  const [state, setState] = useState<CardState>({ opened: null, removed: false, problem: '' });
  const id = useRef('');
  const input = useMemo(() => watchInput(document), []);
  useEffect(() => {
    port.onmessage = ({ data }) => {
      const message = ToCard.parse(data);
      if (message.type === 'open') id.current = message.annotation.id;
      if (message.type === 'hidden') void askElsewhere(id.current);
      setState((before) => afterMessage(before, message));
    };
    port.start();
  }, [port]);
  const send = (message: FromCard) => port.postMessage(message);
  return {
    ...state,
    send,
    request(request) {
      if (request.type === 'remove' && input.byPointer() && !input.isVisible()) void askElsewhere(id.current);
      else send({ type: 'request', request, byPointer: input.byPointer() });
    },
  };
}
