// @vitest-environment jsdom
import '@/test/support/interface.ts';

import { beforeEach, expect, test, vi } from 'vitest';
import type { Annotation } from '@/lib/annotation/schema.ts';
import type { PageActions } from '@/lib/app/annotator/tools.ts';
import type { CardRequest, FromCard, ToCard } from '@/lib/messages/card.ts';
import { PizhuError } from '@/lib/messages/errors.ts';

const { frame } = vi.hoisted(() => ({
  frame: { settled: true, visible: true, answer: (_: FromCard) => {}, sent: [] as ToCard[], closed: 0 },
}));
vi.mock('./cardFrame.ts', () => ({
  mountCardFrame: (_: Document, __: string, answer: (message: FromCard) => void) => {
    frame.answer = answer;
    return {
      host: document.createElement('b'),
      isSettled: () => frame.settled,
      isVisible: () => frame.visible,
      send: (message: ToCard) => void frame.sent.push(message),
      openAt: () => {},
      follow: () => {},
      close: () => void frame.closed++,
    };
  },
}));
const { mountMarkCard } = await import('./markCard.ts');

const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
const marks = new Map<string, Annotation>();
let readOnly: boolean;
const actions = {
  get: (id: string) => marks.get(id) ?? null,
  placeOf: (id: string) => (marks.has(id) ? wordsOf() : null),
  stateOf: () => 'found' as const,
  canJoin: () => false,
  light: vi.fn(),
  meaningOf: () => '',
  tags: () => [],
  inOrder: () => [first, second],
  readOnly: () => readOnly,
  remove: vi.fn(async (id: string) => {
    const removed = marks.get(id) ?? null;
    marks.delete(id);
    return removed;
  }),
  edit: vi.fn(async (id: string) => marks.get(id) ?? null),
};

function wordsOf(): Range {
  const range = document.createRange();
  range.selectNodeContents(document.body);
  const box = { left: 1, right: 9, top: 1, bottom: 9, width: 8, height: 8 } as DOMRect;
  range.getBoundingClientRect = () => box;
  range.getClientRects = () => [box] as unknown as DOMRectList;
  return range;
}

let card: ReturnType<typeof mountMarkCard>;
beforeEach(() => {
  document.body.innerHTML = '<p>清理管网</p>';
  marks.clear();
  for (const id of [first, second]) marks.set(id, { id } as Annotation);
  vi.clearAllMocks();
  Object.assign(frame, { settled: true, visible: true, closed: 0 });
  readOnly = false;
  card = mountMarkCard(
    document,
    actions as unknown as PageActions,
    () => card.close(),
    () => {},
  );
  card.open(first, null);
  frame.sent = [];
});

const ask = (request: CardRequest, byPointer: boolean) =>
  frame.answer({ type: 'request', request, byPointer });
const types = () => frame.sent.map(({ type }) => type);

test('a click on a card that has just moved does nothing, and the card shows the mark as it is', async () => {
  frame.settled = false;
  ask({ type: 'remove' }, true);
  expect(frame.sent).toMatchObject([{ type: 'done', annotation: { id: first } }]);
  expect(actions.remove).not.toHaveBeenCalled();
  ask({ type: 'remove' }, false);
  await vi.waitFor(() => expect(frame.sent.at(-1)).toMatchObject({ type: 'done', annotation: null }));
  expect(actions.remove).toHaveBeenCalledWith(first);
});

test('a deletion in a card that the page hides is asked again elsewhere', () => {
  frame.visible = false;
  ask({ type: 'remove' }, true);
  expect(types()).toEqual(['hidden']);
  expect(actions.remove).not.toHaveBeenCalled();
});

test('a request that is refused is told to the card', async () => {
  actions.edit.mockRejectedValueOnce(new PizhuError('storage'));
  ask({ type: 'edit', patch: { note: '速办' } }, false);
  await vi.waitFor(() => expect(frame.sent).toEqual([{ type: 'failed', code: 'storage' }]));
});

test('a change of another mark leaves the card alone; one of its own shows, and its deletion closes it', () => {
  card.markChanged(second);
  expect(frame.sent).toEqual([]);
  card.markChanged(first);
  expect(types()).toEqual(['done']);
  marks.delete(second);
  card.markChanged(second);
  expect(frame.closed).toBe(1);
  marks.delete(first);
  card.markChanged(first);
  expect(frame.closed).toBe(2);
  card.markChanged(first);
  expect(frame.closed).toBe(2);
});

test('the card steps from mark to mark', () => {
  frame.answer({ type: 'step', by: 1 });
  expect(frame.sent).toMatchObject([{ type: 'open', annotation: { id: second } }]);
});

test('a mark has handles to drag, except where the collection can only be read', () => {
  const grips = card.hosts.slice(1);
  expect(grips.map((host) => host.isConnected)).toEqual([true, true]);
  card.close();
  expect(grips.map((host) => host.isConnected)).toEqual([false, false]);
  readOnly = true;
  card.open(first, null);
  expect(frame.sent.at(-1)).toMatchObject({ type: 'open', readOnly: true });
  card.markChanged(first);
  expect(grips.map((host) => host.isConnected)).toEqual([false, false]);
});
