import { type Browser, browser } from 'wxt/browser';
import { z } from '../zod.ts';
import {
  backgroundMessages,
  ErrorCode,
  type Messages,
  pageMessages,
  type Request,
  type Response,
} from './schema.ts';

export { ErrorCode } from './schema.ts';

/** A failure that the interface can put into words. */
export class PizhuError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}

const Envelope = z.object({ pizhu: z.string(), request: z.unknown() });
const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: ErrorCode, message: z.string() }),
]);

function readAnswer<M extends Messages, K extends keyof M & string>(messages: M, name: K, raw: unknown) {
  const answer = Answer.parse(raw);
  if (!answer.ok) throw new PizhuError(answer.code, answer.message);
  return z.parse(messages[name]!.response, answer.value) as Response<M, K>;
}

/** Asks the background. Throws a `PizhuError` when it says why not, a `ZodError` on an answer out of form. */
export async function askBackground<K extends keyof typeof backgroundMessages & string>(
  name: K,
  request: Request<typeof backgroundMessages, K>,
): Promise<Response<typeof backgroundMessages, K>> {
  return readAnswer(backgroundMessages, name, await browser.runtime.sendMessage({ pizhu: name, request }));
}

/** Asks the reader in the top frame of a tab. Rejects where no reader is there. */
export async function askPage<K extends keyof typeof pageMessages & string>(
  tabId: number,
  name: K,
  request: Request<typeof pageMessages, K>,
): Promise<Response<typeof pageMessages, K>> {
  return readAnswer(
    pageMessages,
    name,
    await browser.tabs.sendMessage(tabId, { pizhu: name, request }, { frameId: 0 }),
  );
}

type Handlers<M extends Messages> = {
  [K in keyof M & string]?: (
    request: Request<M, K>,
    sender: Browser.runtime.MessageSender,
  ) => Promise<Response<M, K>> | Response<M, K>;
};

function handle<M extends Messages>(messages: M, handlers: Handlers<M>): void {
  browser.runtime.onMessage.addListener((raw, sender, reply) => {
    const envelope = Envelope.safeParse(raw);
    if (!envelope.success || sender.id !== browser.runtime.id) return;
    const name = envelope.data.pizhu;
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!handler) return;
    const run = async () => {
      const request = z.parse(messages[name]!.request, envelope.data.request);
      return handler(request as Request<M, keyof M & string>, sender);
    };
    run().then(
      (value) => reply({ ok: true, value: value === undefined ? {} : value }),
      (error) => {
        const code = error instanceof PizhuError ? error.code : 'unexpected';
        reply({ ok: false, code, message: String(error?.message ?? error) });
      },
    );
    return true;
  });
}

/** Answers the messages of pages and panels. A request out of form gets an error, not a crash. */
export const handleInBackground = (handlers: Handlers<typeof backgroundMessages>) =>
  handle(backgroundMessages, handlers);

/** Answers the background from within a page. */
export const handleInPage = (handlers: Handlers<typeof pageMessages>) => handle(pageMessages, handlers);
