import '@/test/support/interface.ts';

import { expect, test, vi } from 'vitest';
import { sampleAnnotation, sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { tabReach } from '../popup/tabReach.ts';
import type { Ask } from './channel.ts';
import { savedReach } from './savedReach.ts';

/** A fake function for sending messages. It returns these answers, by the name of the message. */
const answering = (answers: Record<string, unknown>) =>
  vi.fn(async (name: string, _request: unknown) => answers[name]) as unknown as Ask & {
    mock: { calls: [string, unknown][] };
  };

const quote = { type: 'TextQuoteSelector' as const, exact: '堤防', prefix: '', suffix: '' };
const draft = sampleDraft('堤防', ['任务']);

/** Stands for functions that these tests must not call. */
const unused = () => {
  throw new Error('not asked for');
};

test('a popup reaches its tab, and reads the page again after a change', async () => {
  const ask = answering({
    'tab.show': { found: false, hidden: false },
    'tab.light': { found: true },
    'tab.mark': {},
    'tab.save': { created: true, saved: { id: 'article' } },
  });
  const reload = vi.fn(async () => {});
  const reach = tabReach(ask, 7, { saved: false, reload, storeOf: unused });
  expect(await reach.show({ annotationId: null, quote })).toBe('missing');
  expect(await reach.mark(draft)).toMatchObject({ words: 'taskMarkedAndSaved' });
  expect(reload).toHaveBeenCalledTimes(1);
  expect(await reach.save()).toMatchObject({ words: 'savedNow' });
  expect(reload).toHaveBeenCalledTimes(2);
  expect(ask.mock.calls).toEqual([
    ['tab.show', { tabId: 7, quote }],
    ['tab.mark', { tabId: 7, draft }],
    ['tab.save', { tabId: 7 }],
    ['tab.snapshot', { tabId: 7 }],
  ]);
});

test('a page that is saved already is saved again, and says so', async () => {
  const snapshot = { outcome: 'tooLarge', size: 7 };
  const ask = answering({ 'tab.save': { created: false }, 'tab.mark': {}, 'tab.snapshot': snapshot });
  const reach = tabReach(ask, 7, { saved: true, reload: async () => {}, storeOf: unused });
  const done = await reach.save();
  expect(done.words).toBe('updatedNow');
  expect(await done.snapshot).toEqual(snapshot);
  expect(await reach.mark(draft)).toMatchObject({ words: 'taskMarked' });
});

const articleId = '9b2f6a52-4a55-4c3e-8a8f-7a4b0a2f1c11';
const made = sampleAnnotation('堤防', ['任务'], null);
const fakeStore = () => ({
  addMark: vi.fn(async () => 'a step'),
  undo: vi.fn(async () => null),
  keepReading: vi.fn(async () => ({ saved: {} as never, created: false })),
});

test.each(['shown', 'hidden', 'opened', 'missing'])(
  'the panel says how the words are there: %s',
  async (outcome) => {
    const ask = answering({ 'article.show': { outcome } });
    const reach = savedReach(ask, fakeStore(), articleId, null);
    expect(await reach.show({ annotationId: made.id, quote })).toBe(outcome);
    expect(ask.mock.calls).toEqual([['article.show', { articleId, annotationId: made.id, quote }]]);
  },
);

test('a mark that the panel makes can be taken back', async () => {
  const store = fakeStore();
  const { words, undo } = await savedReach(answering({}), store, articleId, null).mark(draft);
  expect(words).toBe('taskMarked');
  expect(store.addMark).toHaveBeenCalledWith(draft);
  await undo?.();
  expect(store.undo).toHaveBeenCalledWith('a step');
});

test('a new version is what the tab reads now; without a tab nothing is kept, and that is said', async () => {
  const store = fakeStore();
  const reading = sampleReading();
  const ask = answering({ 'article.snapshot': { outcome: 'kept', size: 7 } });
  const done = await savedReach(ask, store, articleId, reading).save();
  expect(done.words).toBe('versionKept');
  expect(await done.snapshot).toEqual({ outcome: 'kept', size: 7 });
  expect(ask.mock.calls).toEqual([['article.snapshot', { articleId }]]);
  expect(store.keepReading).toHaveBeenCalledWith(reading);
  expect(await savedReach(answering({}), store, articleId, null).save()).toEqual({ words: 'pageNotOpen' });
  expect(store.keepReading).toHaveBeenCalledTimes(1);
});
