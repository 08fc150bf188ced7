import { beforeEach, expect, test, vi } from 'vitest';
import { FakeBrowser, ID, OWN } from '../../test/support/fakeBrowser.ts';
import { answerInPage } from './answerInPage.ts';
import { answerer, type Handlers } from './channel.ts';
import { fromOwn } from './fromOwn.ts';
import { fromPages } from './fromPages.ts';
import { listen } from './listen.ts';
import { pageMessages } from './page.ts';
import type { FromPage } from './sender.ts';

const ARTICLE = '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f';
let fake: FakeBrowser;
const wantReader = vi.fn(() => ({}));
const changed = vi.fn(() => ({}));

beforeEach(() => {
  fake = new FakeBrowser();
  fake.open(3, 'https://a.cn/1');
  wantReader.mockClear();
  changed.mockClear();
  listen(fake.runtime as never, {
    pages: answerer(fromPages, { 'visit.reader': wantReader } as never as Handlers<
      typeof fromPages,
      FromPage
    >),
    own: answerer(fromOwn, { 'collection.changed': changed } as never as Handlers<typeof fromOwn, 'own'>),
  });
});

test('a page is answered by the table of pages, and said to be the sender', async () => {
  expect(await fake.fromPage(3, 'visit.reader', {})).toEqual({ ok: true, value: {} });
  expect(wantReader.mock.calls).toEqual([[{}, { tabId: 3, frameId: 0, url: 'https://a.cn/1' }]]);
});

test('an own context is answered by its own table', async () => {
  expect(await fake.fromOwn('collection.changed', { articleIds: [ARTICLE] })).toEqual({
    ok: true,
    value: {},
  });
  expect(changed.mock.calls).toEqual([[{ articleIds: [ARTICLE] }, 'own']]);
});

test.each(Object.keys(fromOwn))('a page that sends %s gets no answer', async (name) => {
  expect(await fake.fromPage(3, name, { articleIds: [ARTICLE] })).toBe('silence');
  expect(changed).not.toHaveBeenCalled();
});

test.each(Object.keys(fromPages))('an own context that sends %s gets no answer', async (name) => {
  expect(await fake.fromOwn(name, {})).toBe('silence');
});

test('no message is in both tables', () => {
  expect(Object.keys(fromOwn).filter((name) => Object.hasOwn(fromPages, name))).toEqual([]);
});

test.each([
  ['another extension', { id: 'other', url: `${OWN}popup.html` }],
  ['a sender of nothing', {}],
  ['a page that gives no tab', { id: ID, url: 'https://a.cn/1' }],
])('%s gets no answer', async (_, sender) => {
  for (const name of ['collection.changed', 'visit.reader'])
    expect(await fake.send(sender, { pizhu: name, request: { articleIds: [] } })).toBe('silence');
  expect([...changed.mock.calls, ...wantReader.mock.calls]).toEqual([]);
});

test('an answer that takes its time is waited for', async () => {
  changed.mockImplementationOnce(
    () => new Promise((done) => setTimeout(() => done({}), 5)) as unknown as Record<string, never>,
  );
  expect(await fake.fromOwn('collection.changed', { articleIds: [] })).toEqual({ ok: true, value: {} });
});

/** A fake page with the extension's script in it, which answers `page.states`. */
function reader() {
  const page = new FakeBrowser();
  const states = vi.fn(() => ({ states: {} }));
  const answer = answerInPage(page.runtime as never, { 'page.states': states } as never);
  return { page, states, answer };
}
const STATES = { pizhu: 'page.states', request: {} };

test('a page answers the background and nobody else', async () => {
  const { page, states } = reader();
  expect(await page.send({ id: 'other', url: `${OWN}background.js` }, STATES)).toBe('silence');
  expect(await page.send({}, STATES)).toBe('silence');
  expect(states).not.toHaveBeenCalled();
  expect(await page.send({ id: ID }, STATES)).toEqual({ ok: true, value: { states: {} } });
});

test('a page gives the same answers as JSON to an injected function', async () => {
  const { answer } = reader();
  expect(await answer(JSON.stringify(STATES))).toBe('{"ok":true,"value":{"states":{}}}');
  expect(await answer('{"pizhu":"tab.read","request":{}}')).toBe('null');
});

test('every message has the schema of its request and of its answer', () => {
  for (const [name, { request, answer }] of Object.entries({ ...fromPages, ...fromOwn, ...pageMessages })) {
    expect(request.safeParse(undefined).success, name).toBe(false);
    expect(answer.safeParse(undefined).success, name).toBe(false);
  }
});

test('no message of a page has room for an address of its own', () => {
  for (const [name, { request }] of Object.entries(fromPages)) {
    const { shape = {} } = (request as { _zod: { def: { shape?: object } } })._zod.def;
    expect(Object.keys(shape), name).not.toContain('url');
    expect(Object.keys(shape), name).not.toContain('tabId');
  }
});
