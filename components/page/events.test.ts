// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SelectingGesture } from '@/lib/app/annotator/gesture.ts';
import type { StubWorld } from '@/lib/app/annotator/recognise.ts';
import type { PageActions } from '@/lib/app/annotator/tools.ts';
import { trusted } from '@/test/support/trusted.ts';
import type { Bar } from './bar.ts';
import { listenOnPage } from './events.ts';
import type { MarkCard } from './markCard.ts';
import type { Selecting } from './selecting.ts';

vi.stubGlobal('CSS', {});

let own: AbortController;
beforeEach(() => {
  own = new AbortController();
});
afterEach(() => own.abort());

test('keys and clicks that a script of the page has made are not obeyed', async () => {
  document.body.innerHTML = '<p>清理管网</p>';
  document.getSelection()!.selectAllChildren(document.querySelector('p')!);
  const selecting = {
    offered: document.createRange(),
    reattaching: null,
    last: { action: 'highlight', color: 'yellow' },
    offer: vi.fn(),
    choose: vi.fn(),
  };
  const actions = {
    at: vi.fn(() => ({ id: 'a' })),
    go: vi.fn(),
    canUndoOrRedo: () => true,
    alive: () => true,
    stop: vi.fn(),
  };
  const card = { host: document.createElement('b'), hosts: [], open: vi.fn() };
  const closeAll = vi.fn();
  listenOnPage({
    doc: document,
    own,
    actions: actions as unknown as PageActions,
    bar: { host: document.createElement('b'), isInView: () => true } as unknown as Bar,
    card: card as unknown as MarkCard,
    selecting: selecting as unknown as Selecting,
    closeAll,
    sayUpdated: vi.fn(),
  });
  const send = (event: Event) => document.body.dispatchEvent(event);
  for (const [code, more] of [
    ['Digit1', {}],
    ['Escape', {}],
    ['KeyZ', { ctrlKey: true }],
  ] as const)
    for (const type of ['keydown', 'keyup']) {
      const event = new KeyboardEvent(type, {
        code,
        key: type === 'keyup' ? 'Shift' : code,
        bubbles: true,
        cancelable: true,
        ...more,
      });
      send(event);
      expect(event.defaultPrevented).toBe(false);
    }
  send(new MouseEvent('pointerup', { bubbles: true, clientX: 5, clientY: 5 }));
  await new Promise((done) => setTimeout(done, 5));
  for (const did of [selecting.offer, selecting.choose, actions.go, actions.at, card.open, closeAll])
    expect(did).not.toHaveBeenCalled();
});

test('words whose selecting began before these tools came are offered the toolbar at the release', async () => {
  document.body.innerHTML = '<p>清理管网</p>';
  const begun = new SelectingGesture();
  const pointer = (type: string, clientX: number) =>
    trusted(new MouseEvent(type, { bubbles: true, clientX, clientY: 5 }) as PointerEvent);
  begun.press(pointer('pointerdown', 5));
  (globalThis as StubWorld).pizhuGesture = begun;
  const selecting = { offered: null, reattaching: null, offer: vi.fn() };
  try {
    listenOnPage({
      doc: document,
      own,
      actions: { at: () => null, alive: () => true, stop: vi.fn() } as unknown as PageActions,
      bar: { host: document.createElement('b'), isInView: () => false } as unknown as Bar,
      card: { host: document.createElement('b'), hosts: [] } as unknown as MarkCard,
      selecting: selecting as unknown as Selecting,
      closeAll: vi.fn(),
      sayUpdated: vi.fn(),
    });
    document.getSelection()!.selectAllChildren(document.querySelector('p')!);
    document.body.dispatchEvent(pointer('pointerup', 90));
    await vi.waitFor(() => expect(selecting.offer).toHaveBeenCalledTimes(1));
    expect(String(selecting.offer.mock.calls[0]![0])).toBe('清理管网');
  } finally {
    delete (globalThis as StubWorld).pizhuGesture;
  }
});

test('a click on a mark opens its card, and a click that a script of the page has made does not', async () => {
  document.body.innerHTML = '<p>清理管网</p>';
  document.getSelection()!.removeAllRanges();
  const actions = { at: vi.fn(() => ({ id: 'a' })), alive: () => true, stop: vi.fn() };
  const card = { host: document.createElement('b'), hosts: [], open: vi.fn() };
  const selecting = { offered: null, reattaching: null, offer: vi.fn(), choose: vi.fn() };
  listenOnPage({
    doc: document,
    own,
    actions: actions as unknown as PageActions,
    bar: { host: document.createElement('b'), isInView: () => false } as unknown as Bar,
    card: card as unknown as MarkCard,
    selecting: selecting as unknown as Selecting,
    closeAll: vi.fn(),
    sayUpdated: vi.fn(),
  });
  const release = () => new MouseEvent('pointerup', { bubbles: true, clientX: 5, clientY: 6 });
  document.body.dispatchEvent(release());
  // A click takes effect in a later task. Waits until that task must have run.
  await new Promise((done) => setTimeout(done));
  expect(card.open).not.toHaveBeenCalled();
  document.body.dispatchEvent(trusted(release()));
  await vi.waitFor(() => expect(card.open).toHaveBeenCalled());
  expect(card.open.mock.calls).toEqual([['a', null, { x: 5, y: 6 }]]);
});

test('the page does not get a key that marks words, and gets any other', () => {
  document.body.innerHTML = '<p>清理管网</p>';
  const selecting = {
    offered: document.createRange(),
    reattaching: null,
    last: { action: 'highlight', color: 'yellow' },
    choose: vi.fn(),
  };
  listenOnPage({
    doc: document,
    own,
    actions: { alive: () => true, canUndoOrRedo: () => false } as unknown as PageActions,
    bar: { host: document.createElement('b'), isInView: () => true } as unknown as Bar,
    card: { host: document.createElement('b'), hosts: [] } as unknown as MarkCard,
    selecting: selecting as unknown as Selecting,
    closeAll: vi.fn(),
    sayUpdated: vi.fn(),
  });
  const heard: string[] = [];
  const hear = ({ code }: KeyboardEvent) => heard.push(code);
  document.addEventListener('keydown', hear);
  const press = (code: string) => {
    const event = trusted(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }));
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect([press('Digit1'), press('F9')]).toEqual([true, false]);
  document.removeEventListener('keydown', hear);
  expect(heard).toEqual(['F9']);
  expect(selecting.choose).toHaveBeenCalledTimes(1);
});

test('a script that has outlived its extension leaves keys to the page, and says so once, at a selection', () => {
  document.body.innerHTML = '<p>清理管网</p>';
  document.getSelection()!.removeAllRanges();
  const selecting = {
    offered: document.createRange(),
    reattaching: null,
    last: { action: 'highlight', color: 'yellow' },
    offer: vi.fn(),
    choose: vi.fn(),
  };
  const actions = { at: vi.fn(), go: vi.fn(), canUndoOrRedo: () => true, alive: () => false, stop: vi.fn() };
  const closeAll = vi.fn();
  const sayUpdated = vi.fn();
  listenOnPage({
    doc: document,
    own,
    actions: actions as unknown as PageActions,
    bar: { host: document.createElement('b'), isInView: () => true } as unknown as Bar,
    card: { host: document.createElement('b'), hosts: [] } as unknown as MarkCard,
    selecting: selecting as unknown as Selecting,
    closeAll,
    sayUpdated,
  });
  const send = (event: Event) => {
    document.body.dispatchEvent(trusted(event));
    return event.defaultPrevented;
  };
  const pressAndRelease = () => {
    const key = { key: 'Shift', code: 'ShiftLeft', bubbles: true, cancelable: true };
    const taken = send(new KeyboardEvent('keydown', key));
    send(new KeyboardEvent('keyup', key));
    return taken;
  };
  expect(send(new KeyboardEvent('keydown', { code: 'Digit1', bubbles: true, cancelable: true }))).toBe(false);
  expect(actions.stop).toHaveBeenCalledTimes(1);
  expect(closeAll).toHaveBeenCalledTimes(1);
  send(new MouseEvent('pointerup', { bubbles: true }));
  expect(sayUpdated).not.toHaveBeenCalled();
  document.getSelection()!.selectAllChildren(document.querySelector('p')!);
  expect(pressAndRelease()).toBe(false);
  expect(pressAndRelease()).toBe(false);
  expect(String(sayUpdated.mock.calls)).toBe('清理管网');
  for (const did of [selecting.offer, selecting.choose]) expect(did).not.toHaveBeenCalled();
});
