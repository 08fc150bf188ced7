import type { Answerer } from './channel.ts';
import { type FromPage, type Identity, type Sender, senderOf } from './sender.ts';

/** The part of `browser.runtime` that `listen` needs. */
export type Runtime = Identity & {
  onMessage: {
    addListener(
      addListener: (raw: unknown, sender: Sender, reply: (value: unknown) => void) => true | undefined,
    ): void;
  };
};

/**
 * Answers messages in the background: those of content scripts from one table, those of the extension's own pages from
 * another. A content script gets no answer to messages of the table for own pages. Unknown senders get no answer at
 * all.
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

/**
 * Answers messages in a content script. Web pages cannot send messages to a tab, so the sender's id is the only check.
 */
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
