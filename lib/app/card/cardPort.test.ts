// @vitest-environment jsdom

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleAnnotation } from '@/test/support/samples.ts';
import { trusted } from '@/test/support/trusted.ts';
import { type FromCard, ToCard } from '../../messages/card.ts';
import { useCard } from './useCard.ts';
import { useTabWindow } from './useTabWindow.ts';
import { watchInput } from './watchInput.ts';

const annotation = sampleAnnotation('堤防', ['汛期'], null);
const open = ToCard.parse({
  type: 'open',
  annotation,
  state: 'found',
  tags: [],
  meanings: {},
  canJoin: false,
  focus: null,
});

/** A fake port: records what the card sends, and `tell` sends it messages of the page. */
function fakePort() {
  const sent: FromCard[] = [];
  const port = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    start: vi.fn(),
    postMessage: (message: FromCard) => sent.push(message),
  };
  const tell = (data: unknown) => act(async () => port.onmessage?.({ data }));
  return { port: port as unknown as MessagePort, start: port.start, sent, tell };
}

/** The callback of the fake IntersectionObserver, by which a test reports whether the card is visible. */
let see: ((entries: object[]) => void) | null = null;
beforeEach(() => {
  see = null;
  resetPage();
  (globalThis as { IntersectionObserver?: unknown }).IntersectionObserver = class {
    constructor(callback: (entries: object[]) => void, options: object) {
      expect(options).toEqual({ trackVisibility: true, delay: 100 });
      see = callback;
    }
    observe() {}
  };
});
afterEach(() => {
  resetPage();
  delete (globalThis as { IntersectionObserver?: unknown }).IntersectionObserver;
});

const input = (type: string, target: EventTarget = document) =>
  target.dispatchEvent(trusted(new Event(type)));
const scripted = (type: string) => document.dispatchEvent(new Event(type));

test('the card listens to the page, shows what it is told, and asks the page for changes', async () => {
  const { port, start, sent, tell } = fakePort();
  const hook = await useInPage(() => useCard(port));
  expect(start).toHaveBeenCalledTimes(1);
  await tell(open);
  expect(hook.now()).toMatchObject({ opened: open, removed: false, problem: '' });
  hook.now().send({ type: 'close' });
  hook.now().request({ type: 'edit', patch: { note: '要点' } });
  expect(sent).toEqual([
    { type: 'close' },
    { type: 'request', request: { type: 'edit', patch: { note: '要点' } }, byPointer: false },
  ]);
});

test('a deletion that a click asks for in a card that the page hides is asked elsewhere', async () => {
  const { port, sent, tell } = fakePort();
  const hook = await useInPage(() => useCard(port));
  await tell(open);
  const url = `chrome-extension://test/confirm.html?mark=${annotation.id}`;
  const asked = { url, type: 'popup', width: 440, height: 300 };
  input('pointerdown');
  see!([{ isVisible: true }, { isVisible: false }]);
  hook.now().request({ type: 'remove' });
  expect([sent, page.windows.create.mock.calls]).toEqual([[], [[asked]]]);
  // Other requests, and a deletion by keyboard, are sent even if the card is covered.
  hook.now().request({ type: 'confirm' });
  input('keydown');
  hook.now().request({ type: 'remove' });
  expect(sent.map((message) => 'byPointer' in message && message.byPointer)).toEqual([true, false]);
  input('pointerdown');
  see!([{ isVisible: true }]);
  hook.now().request({ type: 'remove' });
  expect([sent.length, page.windows.create.mock.calls.length]).toEqual([3, 1]);
  await tell({ type: 'hidden' });
  expect(page.windows.create.mock.calls.at(-1)).toEqual([asked]);
});

test('only what a person did counts as an input; without word of the browser a document is visible', () => {
  const watched = watchInput(document);
  expect([watched.byPointer(), watched.isVisible()]).toEqual([false, true]);
  scripted('pointerdown');
  expect(watched.byPointer()).toBe(false);
  // Input is observed even if a listener of the page stops the event.
  const button = document.body.appendChild(document.createElement('button'));
  button.addEventListener('pointerdown', (event) => event.stopPropagation());
  input('pointerdown', button);
  expect(watched.byPointer()).toBe(true);
  scripted('keydown');
  expect(watched.byPointer()).toBe(true);
  input('keydown');
  expect(watched.byPointer()).toBe(false);
  see!([]);
  see!([{}]);
  expect(watched.isVisible()).toBe(true);
  delete (globalThis as { IntersectionObserver?: unknown }).IntersectionObserver;
  expect(watchInput(document).isVisible()).toBe(true);
});

test('the window of the card’s tab is known beforehand', async () => {
  const hook = await useInPage(() => useTabWindow());
  await vi.waitFor(() => expect(hook.now().current).toBe(3));
  resetPage();
  page.tabs.getCurrent.mockResolvedValue(undefined);
  const none = await useInPage(() => useTabWindow());
  await act(async () => {});
  expect(none.now().current).toBe(-1);
});
