import type { Answerer } from './channel.ts';
import { type FromPage, type Identity, type Sender, senderOf } from './sender.ts';

/** What `listen` needs of `browser.runtime`. */
export type Runtime = Identity & {
  onMessage: {
    addListener(
      addListener: (raw: unknown, sender: Sender, reply: (value: unknown) => void) => true | undefined,
    ): void;
  };
};

/**
 * Answers messages in the background: those of pages by one table, those of the extension's own contexts by another. A
 * page gets no answer to what only an own context may ask, and neither does an unknown sender.
 */
export function listen(
  runtime: Runtime,
  answerers: { pages: Answerer<FromPage>; own: Answerer<'own'> },
): void {
  hear(runtime, (raw, sender) => {
    const from = senderOf(sender, runtime);
    if (from === null) return null;
    return from === 'own' ? answerers.own(raw, from) : answerers.pages(raw, from);
  });
}

/** Answers messages in a page. Only the extension's own contexts can send to a tab, so the sender needs no check. */
export const listenInPage = (runtime: Runtime, answer: Answerer<unknown>): void =>
  hear(runtime, (raw, sender) => (sender.id === runtime.id ? answer(raw, sender) : null));

function hear(runtime: Runtime, answer: Answerer<Sender>): void {
  runtime.onMessage.addListener((raw, sender, reply) => {
    const pending = answer(raw, sender);
    if (!pending) return undefined;
    pending.then(reply);
    // Keeps the channel open until the reply.
    return true;
  });
}
