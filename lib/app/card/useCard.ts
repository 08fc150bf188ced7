import { useEffect, useState } from 'preact/hooks';
import { type FromCard, ToCard } from '../../messages/card.ts';
import { errorText } from '../i18n.ts';

type Opened = Extract<ToCard, { type: 'open' }>;

/** What the page has told the card of a mark. */
export type CardState = {
  opened: Opened | null;
  /** The mark was deleted, and can be restored. */
  removed: boolean;
  /** Why the last thing asked for was not done; empty where it was. */
  problem: string;
};

/** The card after a message from the page. */
export function afterMessage(before: CardState, message: ToCard): CardState {
  if (message.type === 'failed') return { ...before, problem: errorText(message) };
  if (message.type === 'open') return { opened: message, removed: false, problem: '' };
  const { annotation, state } = message;
  const opened = annotation && before.opened ? { ...before.opened, annotation, state } : before.opened;
  return { opened, removed: annotation === null, problem: '' };
}

/** The card of a mark at its end of the port; `send` asks the page. */
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
