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

/** The code of whatever was thrown. */
export const codeOf = (error: unknown): ErrorCode =>
  error instanceof PizhuError ? error.code : 'unexpected';

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

type Reply = { ok: true; value: unknown } | { ok: false; code: ErrorCode; message: string };

/** Answers one message; null where no handler has its name. A request out of form gets an error, not a crash. */
function answering<M extends Messages>(messages: M, handlers: Handlers<M>) {
  return (raw: unknown, sender: Browser.runtime.MessageSender): Promise<Reply> | null => {
    const envelope = Envelope.safeParse(raw);
    if (!envelope.success) return null;
    const name = envelope.data.pizhu;
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!handler) return null;
    const run = async () => {
      const request = z.parse(messages[name]!.request, envelope.data.request);
      return handler(request as Request<M, keyof M & string>, sender);
    };
    return run().then(
      (value): Reply => ({ ok: true, value: value === undefined ? {} : value }),
      (error): Reply => ({
        ok: false,
        code: codeOf(error),
        message: String(error?.message ?? error),
      }),
    );
  };
}

function listen(answer: ReturnType<typeof answering>): void {
  browser.runtime.onMessage.addListener((raw, sender, reply) => {
    if (sender.id !== browser.runtime.id) return;
    const pending = answer(raw, sender);
    if (!pending) return;
    pending.then(reply);
    return true;
  });
}

/** Answers the messages of pages and panels. */
export const handleInBackground = (handlers: Handlers<typeof backgroundMessages>): void =>
  listen(answering(backgroundMessages, handlers));

/** Where `askFrames` finds the reader of a frame: in the extension's own world, which no page sees. */
type FrameWorld = { pizhuReader?: { answer(raw: string): Promise<string> } };

/**
 * Answers the background from within a page, and gives the same answers to `askFrames`: as JSON, because
 * Chromium loses the nulls of what is passed to an injected function and back.
 */
export function handleInPage(handlers: Handlers<typeof pageMessages>): (raw: string) => Promise<string> {
  const answer = answering(pageMessages, handlers);
  listen(answer);
  return async (raw) => JSON.stringify(await answer(JSON.parse(raw), {}));
}

/** Asks the reader of every frame of a tab that has one. A frame that fails is left out. */
export async function askFrames<K extends keyof typeof pageMessages & string>(
  tabId: number,
  name: K,
  request: Request<typeof pageMessages, K>,
): Promise<Response<typeof pageMessages, K>[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (raw: string) => (globalThis as FrameWorld).pizhuReader?.answer(raw) ?? '',
    args: [JSON.stringify({ pizhu: name, request })],
  });
  return results.flatMap(({ frameId, result }) => {
    if (!result) return [];
    try {
      return [readAnswer(pageMessages, name, JSON.parse(result))];
    } catch (error) {
      console.warn(`Pizhu: frame ${frameId} failed at ${name}`, error);
      return [];
    }
  });
}
