// @vitest-environment jsdom

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ToCard } from '@/lib/messages/card.ts';
import { background, page, resetPage, show } from '@/test/support/ownPage.ts';
import { sampleAnnotation } from '@/test/support/samples.ts';
import { Card } from './Card.tsx';

const annotation = {
  ...sampleAnnotation('堤防', ['汛期'], null),
  articleId: '9b2f6a52-4a55-4c3e-8a8f-7a4b0a2f1c11',
};
const sent: unknown[] = [];
let port: { onmessage: ((event: { data: unknown }) => void) | null };
const tell = (message: object) => act(async () => port.onmessage?.({ data: ToCard.parse(message) }));

beforeEach(async () => {
  resetPage();
  sent.length = 0;
  (globalThis as { ResizeObserver?: unknown }).ResizeObserver = class {
    constructor(readonly changed: () => void) {}
    observe() {
      this.changed();
    }
    disconnect() {}
  };
  const made = {
    onmessage: null,
    start: () => {},
    postMessage: (message: unknown) => void sent.push(message),
  };
  port = made;
  await show(<Card port={made as unknown as MessagePort} />);
});
afterEach(resetPage);

const open = (more: object = {}) =>
  tell({
    type: 'open',
    annotation,
    state: 'found',
    tags: ['水务'],
    focus: null,
    meanings: {},
    canJoin: false,
    ...more,
  });
const card = () => document.querySelector<HTMLElement>('[role=dialog]')!;
const one = (id: string) => document.querySelector<HTMLElement>(`[data-testid=${id}]`);
const key = (init: KeyboardEventInit, on: Element = card()) =>
  act(
    async () =>
      void on.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })),
  );
const asked = (request: object) => ({ type: 'request', request, byPointer: false });

test('nothing shows before a mark is opened; the page is told how high the card is', async () => {
  expect(card()).toBeNull();
  expect(sent).toEqual([{ type: 'size', height: document.body.scrollHeight }]);
});

test.each([
  ['ArrowDown', { type: 'step', by: 1 }],
  ['ArrowRight', { type: 'step', by: 1 }],
  ['ArrowUp', { type: 'step', by: -1 }],
  ['ArrowLeft', { type: 'step', by: -1 }],
  ['Delete', asked({ type: 'remove' })],
  ['Escape', { type: 'close' }],
])('%s in the card', async (name, message) => {
  await open();
  expect(document.activeElement).toBe(card());
  sent.length = 0;
  await key({ key: name });
  expect(sent).toEqual([message]);
});

test('keys in a field are the field’s, save for Escape', async () => {
  await open({ focus: 'note' });
  const field = document.querySelector('textarea')!;
  expect(document.activeElement).toBe(field);
  sent.length = 0;
  for (const name of ['ArrowDown', 'Delete']) await key({ key: name }, field);
  expect(sent).toEqual([]);
  await key({ key: 'Escape' }, field);
  expect(sent).toEqual([{ type: 'close' }]);
});

test('colour, deletion and confirmation are asked of the page, the panel is opened at the article', async () => {
  await open({ state: 'moved', focus: 'tag' });
  expect(document.activeElement?.tagName).toBe('INPUT');
  sent.length = 0;
  await act(async () => document.querySelector<HTMLElement>('.swatch.blue')!.click());
  await act(async () => one('card-confirm')!.click());
  await act(async () => one('card-delete')!.click());
  expect(sent).toEqual([
    asked({ type: 'edit', patch: { color: 'blue' } }),
    asked({ type: 'confirm' }),
    asked({ type: 'remove' }),
  ]);
  await act(async () => [...document.querySelectorAll<HTMLElement>('button')].at(-1)!.click());
  expect(page.sidePanel.open).toHaveBeenCalledWith({ windowId: 3 });
  expect(page.storage.session.held.get('panelArticle')).toBe(annotation.articleId);
});

test('a deleted mark is restored by button and by key, and a failure is told', async () => {
  await open();
  sent.length = 0;
  await key({ code: 'KeyZ', ctrlKey: true });
  expect(sent).toEqual([]);
  await tell({ type: 'done', annotation: null, state: 'missing', canJoin: false });
  await act(async () => one('card-undo')!.click());
  await key({ code: 'KeyZ', ctrlKey: true });
  await key({ code: 'KeyZ', metaKey: true });
  await key({ code: 'KeyZ' });
  expect(sent).toEqual(Array(3).fill(asked({ type: 'restore' })));
  await tell({ type: 'done', annotation, state: 'found', canJoin: false });
  expect(one('card-undo')).toBeNull();
  await tell({ type: 'failed', code: 'storage' });
  expect(document.querySelector('[role=alert]')!.textContent).toContain('没能写入本机存储');
});

test('a note that is being typed when the card goes is written by the background too', async () => {
  await open({ focus: 'note' });
  const field = document.querySelector('textarea')!;
  await act(async () => {
    field.value = '要点';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => void dispatchEvent(new Event('pagehide')));
  expect(background.asked).toMatchObject([
    {
      name: 'collection.keepNote',
      request: { on: { kind: 'annotation', id: annotation.id }, note: '要点', from: '' },
    },
  ]);
  expect(sent.at(-1)).toMatchObject(asked({ type: 'edit', patch: { note: '要点', noteFrom: '' } }));
});

test('where the collection can only be read the card shows the mark, says why, and changes nothing', async () => {
  await open({ readOnly: true, state: 'moved', canJoin: true, focus: 'note' });
  expect(one('read-only')!.textContent).toContain('当前版本只能查看');
  // A read-only note is not disabled, so it can still be scrolled and selected by keyboard.
  expect(one('note')!.matches('textarea:read-only:not(:disabled)')).toBe(true);
  expect(document.activeElement).toBe(one('note'));
  for (const id of ['add-tag', 'card-confirm', 'card-delete', 'card-join', 'start-on', 'end-back'])
    expect([id, one(id)!.matches(':disabled')]).toEqual([id, true]);
  for (const swatch of document.querySelectorAll('.swatch')) expect(swatch.matches(':disabled')).toBe(true);
  const usable = [...document.querySelectorAll('button')].filter((button) => !button.matches(':disabled'));
  expect(usable.map(({ textContent }) => textContent)).toEqual(['完成', '在侧栏打开']);
});
