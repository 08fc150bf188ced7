import { expect, test, vi } from 'vitest';
import { z } from '../zod.ts';
import { type Answerer, answerer, askThrough, envelope } from './channel.ts';
import { codeOf, PizhuError } from './errors.ts';
import { message } from './message.ts';

const table = {
  double: message({ request: z.object({ n: z.int() }), answer: z.object({ n: z.int() }) }),
  nothing: message({ request: z.object({}), answer: z.nullable(z.string()) }),
};

const handlers = () => ({
  double: vi.fn(({ n }: { n: number }) => ({ n: n * 2 })),
  nothing: vi.fn(async () => null),
});

test('a message is answered by its handler, with who sent it', async () => {
  const own = handlers();
  const answer = answerer(table, own);
  expect(await answer(envelope('double', { n: 2 }), 'page')).toEqual({ ok: true, value: { n: 4 } });
  expect(own.double.mock.calls).toEqual([[{ n: 2 }, 'page']]);
  expect(await answer(envelope('nothing', {}), 'page')).toEqual({ ok: true, value: null });
});

test('a request out of form gets an error, and its handler never sees it', async () => {
  const own = handlers();
  const answer = answerer(table, own);
  for (const request of [{ n: 'two' }, {}, null, undefined])
    expect(await answer(envelope('double', request), null)).toMatchObject({ ok: false, code: 'unexpected' });
  expect(own.double).not.toHaveBeenCalled();
});

test('what a request has beyond its form does not reach the handler', async () => {
  const own = handlers();
  await answerer(table, own)(envelope('double', { n: 2, url: 'https://a.cn' }), null);
  expect(own.double.mock.calls[0]![0]).toEqual({ n: 2 });
});

test.each([[null], ['double'], [{ request: {} }], [{ pizhu: 7 }], [envelope('other', {})]])(
  'what is no message of the table is left to others: %j',
  (raw) => {
    expect(answerer(table, handlers())(raw, null)).toBeNull();
  },
);

test.each(['constructor', 'toString', '__proto__'])('%s is no message', (name) => {
  expect(answerer(table, handlers())(envelope(name, {}), null)).toBeNull();
});

test('a failure says its code and its words, and what has no code is unexpected', async () => {
  const answer = answerer(table, {
    double: () => {
      throw new PizhuError('notFound');
    },
    nothing: () => Promise.reject(new Error('boom')),
  });
  expect(await answer(envelope('double', { n: 1 }), null)).toEqual({
    ok: false,
    code: 'notFound',
    message: 'notFound',
  });
  expect(await answer(envelope('nothing', {}), null)).toEqual({
    ok: false,
    code: 'unexpected',
    message: 'boom',
  });
});

test('what is thrown and is no error is put into words', async () => {
  const answer = answerer(table, { ...handlers(), nothing: () => Promise.reject('stopped') });
  expect(await answer(envelope('nothing', {}), null)).toMatchObject({ message: 'stopped' });
  const nothing = answerer(table, { ...handlers(), nothing: () => Promise.reject(null) });
  expect(await nothing(envelope('nothing', {}), null)).toMatchObject({ ok: false, message: 'null' });
});

const over = (answer: Answerer<null>) => askThrough(table, async (raw) => answer(raw, null));

test('who asks gets the answer, or the failure with its code', async () => {
  const ask = over(answerer(table, handlers()));
  expect(await ask('double', { n: 3 })).toEqual({ n: 6 });
  expect(await ask('nothing', {})).toBeNull();
  const failing = over(
    answerer(table, { ...handlers(), nothing: () => Promise.reject(new PizhuError('pdf', 'A PDF.')) }),
  );
  const failed = failing('nothing', {});
  await expect(failed).rejects.toBeInstanceOf(PizhuError);
  await expect(failed).rejects.toMatchObject({ code: 'pdf', message: 'A PDF.' });
});

test.each([
  [undefined],
  [null],
  [{ ok: true, value: { n: 'four' } }],
  [{ ok: true }],
  [{ ok: false, code: 'invented', message: '' }],
  [{ ok: false, code: 'pdf' }],
  [{ ok: 'yes', value: { n: 4 } }],
])('an answer out of form is refused: %j', async (reply) => {
  const ask = askThrough(table, async () => reply);
  await expect(ask('double', { n: 2 })).rejects.toThrow();
});

test('only an error of ours has a code of its own', () => {
  expect(codeOf(new PizhuError('storage'))).toBe('storage');
  expect(codeOf(Object.assign(new Error(), { code: 'storage' }))).toBe('unexpected');
  expect(codeOf(null)).toBe('unexpected');
});

test('a request is sent again where the background stopped before it answered, and no other is', async () => {
  const failing = (error: unknown) => {
    const send = vi
      .fn(async (_: unknown): Promise<unknown> => ({ ok: true, value: { n: 4 } }))
      .mockRejectedValueOnce(error);
    return { send, asked: askThrough(table, send)('double', { n: 2 }) };
  };
  const closed = 'A listener answered later, but the message channel closed before a response came';
  const { send, asked } = failing(new Error(closed));
  expect(await asked).toEqual({ n: 4 });
  expect(send.mock.calls[1]).toEqual(send.mock.calls[0]);
  for (const error of [new Error('Could not establish connection'), null, undefined]) {
    const other = failing(error);
    await expect(other.asked).rejects.toBe(error);
    expect(other.send).toHaveBeenCalledTimes(1);
  }
});
