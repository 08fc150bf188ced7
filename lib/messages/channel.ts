import { z } from '../zod.ts';
import { codeOf, PizhuError } from './errors.ts';
import type { Answer, Message, Request, Table } from './message.ts';
import { ErrorCode } from './schema.ts';

const Envelope = z.object({ pizhu: z.string(), request: z.unknown() });
const Reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: ErrorCode, message: z.string() }),
]);
type Reply = z.infer<typeof Reply>;

/** The form in which a message is sent. */
export const envelope = (name: string, request: unknown) => ({ pizhu: name, request });

/**
 * Sends a request by the name of its message. Throws the `PizhuError` in the answer, or a `ZodError` if the answer does
 * not fit its schema.
 */
export type Ask<T extends Table> = <K extends keyof T & string>(
  name: K,
  request: Request<T[K]>,
) => Promise<Answer<T[K]>>;

/** Makes a function that sends the messages of a table by `send`. */
export const askThrough =
  <T extends Table>(table: T, send: (raw: unknown) => Promise<unknown>): Ask<T> =>
  async (name, request) => {
    const raw = envelope(name, request);
    const sent = await send(raw).catch((error) => {
      // The browser stopped the background before it answered. Sending again is safe: every change has an id and is
      // made only once.
      if (/message (channel|port) closed/i.test(String((error as Error)?.message))) return send(raw);
      throw error;
    });
    return readReply(table[name]!, sent) as Answer<T[typeof name]>;
  };

/**
 * Reads the answer in a reply. Throws the `PizhuError` in the reply, or a `ZodError` if the answer does not fit its
 * schema.
 */
export function readReply<M extends Message>(message: M, raw: unknown): Answer<M> {
  const reply = Reply.parse(raw);
  if (!reply.ok) throw new PizhuError(reply.code, reply.message);
  return z.parse(message.answer, reply.value) as Answer<M>;
}

/** One handler for each message of a table. A handler gets the checked request and the sender. */
export type Handlers<T extends Table, From = unknown> = {
  [K in keyof T & string]: (request: Request<T[K]>, from: From) => Promise<Answer<T[K]>> | Answer<T[K]>;
};

/** Answers a message. Null where the table has no message of that name. */
export type Answerer<From> = (raw: unknown, from: From) => Promise<Reply> | null;

/**
 * Makes a function that answers the messages of a table. If a request does not fit its schema, the answer is an error
 * and no handler is called.
 */
export function answerer<T extends Table, From>(table: T, handlers: Handlers<T, From>): Answerer<From> {
  return (raw, from) => {
    const sent = Envelope.safeParse(raw);
    // Looks only at own properties of the table, because inherited ones such as `constructor` are no messages.
    if (!sent.success || !Object.hasOwn(table, sent.data.pizhu)) return null;
    const name = sent.data.pizhu;
    const answer = async () =>
      handlers[name]!(z.parse(table[name]!.request, sent.data.request) as never, from);
    return answer().then(
      (value): Reply => ({ ok: true, value }),
      (error): Reply => ({ ok: false, code: codeOf(error), message: String(error?.message ?? error) }),
    );
  };
}
