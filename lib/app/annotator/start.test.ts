// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeBackground, markOn } from '../../../test/support/fakeBackground.ts';
import type { ReaderWorld } from './start.ts';
import type { PageActions, PageTools } from './tools.ts';

const { background } = vi.hoisted(() => {
  const background: { now: { ask(name: string, request: unknown): Promise<unknown> } | null } = { now: null };
  (globalThis as { browser?: unknown }).browser = {
    runtime: {
      id: 'pizhuextension',
      onMessage: { addListener: () => {} },
      sendMessage: async ({ pizhu, request }: { pizhu: string; request: unknown }) => ({
        ok: true,
        value: await background.now!.ask(pizhu, request),
      }),
    },
  };
  return { background };
});
const { startReader } = await import('./start.ts');

let fake: FakeBackground;
let actions: PageActions;
let ended: number;
const reader = () => (globalThis as ReaderWorld).pizhuReader!;
const mount = (_: Document, given: PageActions) => {
  actions = given;
  const tools = { changed: () => {}, markChanged: () => {}, end: () => ended++ };
  return tools as Partial<PageTools> as PageTools;
};
const marked = () => actions.inOrder().map((id) => actions.placeOf(id)?.toString());

beforeEach(() => {
  delete (globalThis as ReaderWorld).pizhuReader;
  document.body.innerHTML = '<p>夜间必须有人值守。</p>';
  ended = 0;
  fake = new FakeBackground();
  background.now = fake as never;
  fake.marks = [markOn('有人值守')];
});

// Pausing the extension's script ends its observers, which would disturb the next test.
afterEach(() => reader().pause());

test('a paused reader has no marks and answers nothing; it resumes as at its start', async () => {
  startReader(document, mount);
  await vi.waitFor(() => expect(marked()).toEqual(['有人值守']));
  expect(await reader().answer('{"pizhu":"page.states","request":{}}')).toContain('found');
  reader().pause();
  expect([marked(), ended]).toEqual([[], 1]);
  expect(await reader().answer('{"pizhu":"page.states","request":{}}')).toBe('');
  reader().pause();
  expect(ended).toBe(1);
  reader().resume();
  await vi.waitFor(() => expect(marked()).toEqual(['有人值守']));
});

test('a second injection resumes a paused reader, and starts no other where one is at work', async () => {
  startReader(document, mount);
  const first = reader();
  startReader(document, mount);
  await vi.waitFor(() => expect(marked()).toEqual(['有人值守']));
  expect(fake.asked.filter(({ name }) => name === 'visit.marks')).toHaveLength(1);
  first.pause();
  startReader(document, mount);
  expect(reader()).toBe(first);
  await vi.waitFor(() => expect(marked()).toEqual(['有人值守']));
});

test('marks that arrive after the pause are not painted', async () => {
  let arrive = () => {};
  fake.before.set('visit.marks', () => new Promise<void>((done) => (arrive = done)));
  startReader(document, mount);
  await vi.waitFor(() => expect(fake.asked).toHaveLength(1));
  reader().pause();
  arrive();
  await new Promise((done) => setTimeout(done));
  expect(marked()).toEqual([]);
});
