import { readFileSync } from 'node:fs';
import { beforeEach, expect, test, vi } from 'vitest';
import { ErrorCode, SelectedQuote } from './schema.ts';

const { sendMessage } = vi.hoisted(() => {
  const sendMessage = vi.fn();
  (globalThis as { browser?: unknown }).browser = { runtime: { id: 'pizhuextension', sendMessage } };
  return { sendMessage };
});
const own = await import('./fromOwn.ts');
const pages = await import('./fromPages.ts');
const ID = '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f';

beforeEach(() => sendMessage.mockReset());

test('an own context asks the background over the runtime', async () => {
  sendMessage.mockResolvedValue({ ok: true, value: { found: true } });
  expect(await own.ask('article.reattach', { articleId: ID, id: ID })).toEqual({ found: true });
  expect(sendMessage.mock.calls).toEqual([
    [{ pizhu: 'article.reattach', request: { articleId: ID, id: ID } }],
  ]);
});

test('a page asks the background over the runtime', async () => {
  sendMessage.mockResolvedValue({ ok: true, value: {} });
  expect(await pages.ask('visit.reader', {})).toEqual({});
  expect(sendMessage.mock.calls).toEqual([[{ pizhu: 'visit.reader', request: {} }]]);
});

test('what the background was stopped over is asked once more, in the same words', async () => {
  const closed = new Error(
    'A listener indicated an asynchronous response, but the message channel closed before',
  );
  sendMessage.mockRejectedValueOnce(closed).mockResolvedValue({ ok: true, value: {} });
  expect(await pages.ask('visit.reader', {})).toEqual({});
  expect(sendMessage.mock.calls[0]).toEqual(sendMessage.mock.calls[1]);
});

test('who is not answered at all learns it', async () => {
  sendMessage.mockResolvedValue(undefined);
  await expect(pages.ask('visit.reader', {})).rejects.toThrow();
});

test.each<[name: keyof typeof own.fromOwn, request: object]>([
  ['article.live', {}],
  ['article.selection', { articleId: 'not an id' }],
  ['article.show', { articleId: ID, annotationId: null }],
  ['article.light', { annotationId: null, quote: null }],
  ['article.reattach', { articleId: ID }],
  ['tab.read', { tabId: 'one' }],
  ['tab.light', { tabId: 1 }],
  ['tab.show', { tabId: 1, quote: null }],
  ['tab.mark', { tabId: 1 }],
  ['collection.changed', { articleIds: ['not an id'] }],
])('%s of %j is out of form', (name, request) => {
  expect(own.fromOwn[name].request.safeParse(request).success).toBe(false);
});

test('a selection is a quote or none', () => {
  expect(SelectedQuote.safeParse({ quote: null }).success).toBe(true);
  expect(SelectedQuote.safeParse({}).success).toBe(false);
  expect(SelectedQuote.safeParse({ quote: '词语' }).success).toBe(false);
});

test('every code of a failure has its sentence in both languages', () => {
  for (const language of ['zh_CN', 'en']) {
    const messages = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
    for (const code of ErrorCode.options) expect(messages, code).toHaveProperty([`error_${code}`, 'message']);
  }
  expect(ErrorCode.options).toEqual(expect.arrayContaining(['pdf', 'notFound', 'unexpected']));
});
