import { useEffect, useState } from 'preact/hooks';
import { type FromCard, ToCard } from '../../messages/card.ts';
import { errorText } from '../i18n.ts';

type Opened = Extract<ToCard, { type: 'open' }>;

/** What the card shows of a mark, as the page has sent it. */
export type CardState = {
  opened: Opened | null;
  /** Whether the mark was deleted here, and can be restored. */
  removed: boolean;
  /** Why the last request failed; empty where it succeeded. */
  problem: string;
};

/** The state of the card after a message from the page. */
export function afterMessage(before: CardState, message: ToCard): CardState {
  if (message.type === 'failed') return { ...before, problem: errorText(message) };
  if (message.type === 'open') return { opened: message, removed: false, problem: '' };
  const { annotation, state } = message;
  const opened = annotation && before.opened ? { ...before.opened, annotation, state } : before.opened;
  return { opened, removed: annotation === null, problem: '' };
}

/** The card of a mark at its end of the port; `send` asks the page for a change. */
export function useCard(port: MessagePort): CardState & { send: (message: FromCard) => void } {
  const [state, setState] = useState<CardState>({ opened: null, removed: false, problem: '' });
  useEffect(() => {
    port.onmessage = ({ data }) => {
      const message = ToCard.parse(data);
      setState((before) => afterMessage(before, message));
    };
    port.start();
  }, [port]);
  return { ...state, send: (message) => port.postMessage(message) };
}
