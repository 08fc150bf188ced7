// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ToCard } from '@/lib/messages/card.ts';

const { OWN } = vi.hoisted(() => {
  const OWN = 'chrome-extension://pizhuextension';
  const runtime = { id: 'pizhuextension', getURL: (path: string) => `${OWN}${path}` };
  (globalThis as { browser?: unknown }).browser = { runtime };
  return { OWN };
});
const { mountCardFrame } = await import('./cardFrame.ts');

const closed: ToCard = { type: 'failed', code: 'storage' };
let frame: HTMLIFrameElement;
const answer = vi.fn();
const blocked = vi.fn();
let card: ReturnType<typeof mountCardFrame>;
const posted = vi.fn();

beforeEach(() => {
  answer.mockClear();
  posted.mockClear();
  const create = document.createElement.bind(document);
  vi.spyOn(document, 'createElement').mockImplementation((name: string) => {
    const made = create(name);
    if (name === 'iframe') frame = made as HTMLIFrameElement;
    return made;
  });
  card = mountCardFrame(document, '批注', answer, blocked);
  const box = { left: 0, right: 9, top: 0, bottom: 9, width: 9 };
  card.openAt({ box: () => box, isInView: () => true }, document.body);
  Object.defineProperty(frame, 'contentWindow', { value: { postMessage: posted }, configurable: true });
});
afterEach(() => {
  card.close();
  vi.restoreAllMocks();
});

/** Simulates the loading of the frame. Returns the card's end of the message channel. */
function load(): MessagePort {
  frame.dispatchEvent(new Event('load'));
  return posted.mock.lastCall![2][0];
}
/** Resolves with the next message that arrives at a port. */
const next = (port: MessagePort) =>
  new Promise<unknown>((done) => {
    port.onmessage = ({ data }) => done(data);
  });

test('the port is given to the card’s own origin and to no page that stands in its frame', () => {
  load();
  expect(frame.src).toBe(`${OWN}/card.html`);
  expect(posted.mock.calls).toEqual([[null, OWN, [expect.anything()]]]);
});

test('the card hears what is sent, and is heard', async () => {
  const port = load();
  const heard = next(port);
  card.send(closed);
  expect(await heard).toEqual(closed);
  port.postMessage({ type: 'close' });
  await vi.waitFor(() => expect(answer.mock.calls).toEqual([[{ type: 'close' }]]));
  port.close();
});

test('the size that the card says is the frame’s, and nothing that is asked', async () => {
  const port = load();
  port.postMessage({ type: 'size', height: 321 });
  await vi.waitFor(() => expect(frame.style.height).toBe('321px'));
  expect(answer).not.toHaveBeenCalled();
  port.close();
});

test('a mark that is opened while the card loads, or that the page makes load again, is shown', async () => {
  const opened = { type: 'open', focus: null } as unknown as ToCard;
  card.send(opened);
  for (const _ of ['first', 'again']) {
    const port = load();
    expect(await next(port)).toEqual(opened);
    port.close();
  }
});

test('a message that is none of the card’s is not passed on', async () => {
  const port = load();
  const failures: unknown[] = [];
  const note = (error: unknown) => failures.push(error);
  process.on('uncaughtException', note);
  port.postMessage({ type: 'request', request: { type: 'eraseAll' }, byPointer: false });
  port.postMessage({ type: 'step', by: 1 });
  await vi.waitFor(() => expect(answer.mock.calls).toEqual([[{ type: 'step', by: 1 }]]));
  process.off('uncaughtException', note);
  port.close();
});

test('a card that has gone hears nothing more', () => {
  const port = load();
  const heard = vi.fn();
  port.onmessage = heard;
  card.close();
  card.send(closed);
  expect(heard).not.toHaveBeenCalled();
  port.close();
});

test('a card that does not answer is blocked by the page; one that answers, or is closed, is not', async () => {
  vi.useFakeTimers();
  load().close();
  vi.advanceTimersByTime(2000);
  expect(blocked).toHaveBeenCalledTimes(1);
  load();
  card.close();
  vi.advanceTimersByTime(9000);
  expect(blocked).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});
