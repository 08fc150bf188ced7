import { type Browser, browser } from 'wxt/browser';
import { z } from '../zod.ts';
import { ErrorCode, type Of, type Schemas } from './schema.ts';

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

/** The value of an answer. Throws the `PizhuError` that it tells of, or a `ZodError` where it is out of form. */
export function readAnswer<S extends Schemas, K extends keyof S & string>(
  answers: S,
  name: K,
  raw: unknown,
): Of<S, K> {
  const answer = Answer.parse(raw);
  if (!answer.ok) throw new PizhuError(answer.code, answer.message);
  return z.parse(answers[name]!, answer.value) as Of<S, K>;
}

/** Asks the background and checks its answer. */
export const askBackgroundFor = async <S extends Schemas, K extends keyof S & string>(
  answers: S,
  name: K,
  request: unknown,
): Promise<Of<S, K>> =>
  readAnswer(answers, name, await browser.runtime.sendMessage({ pizhu: name, request }));

/** What answers each message: given a request that was checked, and who sent it. */
export type Handlers<Requests extends Schemas, Answers extends { [K in keyof Requests]: unknown }> = {
  [K in keyof Requests & string]?: (
    request: Of<Requests, K>,
    sender: Browser.runtime.MessageSender,
  ) => Promise<Answers[K]> | Answers[K];
};

type Reply = { ok: true; value: unknown } | { ok: false; code: ErrorCode; message: string };
type AnyHandler = (request: unknown, sender: Browser.runtime.MessageSender) => unknown;

/** Answers one message; null where no handler has its name. A request out of form gets an error, not a crash. */
export function answering(requests: Schemas, handlers: object) {
  return (raw: unknown, sender: Browser.runtime.MessageSender): Promise<Reply> | null => {
    const envelope = Envelope.safeParse(raw);
    if (!envelope.success) return null;
    const name = envelope.data.pizhu;
    const handler = Object.hasOwn(handlers, name)
      ? (handlers as Record<string, AnyHandler>)[name]
      : undefined;
    if (!handler) return null;
    const run = async () => handler(z.parse(requests[name]!, envelope.data.request), sender);
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

/** Answers the messages of the extension's own contexts. */
export function listen(answer: ReturnType<typeof answering>): void {
  browser.runtime.onMessage.addListener((raw, sender, reply) => {
    if (sender.id !== browser.runtime.id) return;
    const pending = answer(raw, sender);
    if (!pending) return;
    pending.then(reply);
    return true;
  });
}
