// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import { parseQuery } from '../../search/parseQuery.ts';
import type { SearchEngine } from './searchEngine.ts';
import { useAnswer, useHits } from './useAnswer.ts';

beforeEach(() => {
  vi.useFakeTimers();
  resetPage();
});
afterEach(() => {
  resetPage();
  vi.useRealTimers();
});

const engine = (parts: Partial<SearchEngine>) =>
  ({ progress: vi.fn(), close: () => {}, ...parts }) as never as SearchEngine;
const pause = (milliseconds: number) =>
  act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));

test('an answer that is not complete is asked for again in a moment, and told how far it is', async () => {
  const answers = [
    { ids: [], groups: [], complete: false },
    { ids: ['1'], groups: [], complete: true },
  ];
  const search = vi.fn(async () => answers.shift()!);
  const progress = vi.fn(async () => ({ indexed: 5, total: 9 }));
  const query = parseQuery('堤防');
  const asked = engine({ search, progress });
  const hook = await useInPage(() => useAnswer(asked, query, 'saved', 'none', 0));
  await pause(0);
  expect(hook.now().answer).toMatchObject({ found: 0, complete: false, progress: { indexed: 5, total: 9 } });
  await pause(699);
  expect(search).toHaveBeenCalledTimes(1);
  await pause(1);
  await pause(0);
  expect(hook.now().answer).toMatchObject({ ids: ['1'], found: 1, complete: true, progress: null });
  await pause(5000);
  expect([search.mock.calls.length, progress.mock.calls.length]).toEqual([2, 1]);
});

test('an answer stays until the next is there, and one that comes too late is not shown', async () => {
  const open: ((ids: string[]) => void)[] = [];
  const asked = engine({
    search: () =>
      new Promise((resolve) => void open.push((ids) => resolve({ ids, groups: [], complete: true }))),
  });
  let words = '堤防';
  const hook = await useInPage(() => useAnswer(asked, parseQuery(words), 'saved', 'none', 0));
  await act(async () => open[0]!(['1']));
  const { key } = hook.now();
  words = '河道';
  await hook.again();
  await pause(0);
  expect(hook.now()).toMatchObject({ answer: { ids: ['1'], key } });
  expect(hook.now().key).not.toBe(key);
  words = '水库';
  await hook.again();
  await pause(0);
  await act(async () => open[2]!(['3']));
  await act(async () => open[1]!(['2']));
  expect(hook.now().answer).toMatchObject({ ids: ['3'], key: hook.now().key });
});

test('a failure is told, and gone with the next answer; a query that is no more has no answer', async () => {
  let fails = true;
  let query: ReturnType<typeof parseQuery> | null = parseQuery('堤防');
  let changes = 0;
  const asked = engine({
    search: async () => {
      if (fails) throw new Error('broken');
      return { ids: ['1'], groups: [], complete: true };
    },
  });
  const hook = await useInPage(() => useAnswer(asked, query, 'saved', 'none', changes));
  await pause(0);
  expect(hook.now()).toMatchObject({ answer: null, failure: new Error('broken') });
  fails = false;
  changes = 1;
  await hook.again();
  await pause(0);
  expect(hook.now()).toMatchObject({ answer: { ids: ['1'] }, failure: null });
  query = null;
  await hook.again();
  await pause(0);
  expect(hook.now()).toMatchObject({ answer: null, key: '' });
});

test('of rows that are shown only those are asked for that are not known yet', async () => {
  const hit = (id: string) => ({ id, headline: [], dated: false, excerpts: [] });
  const hits = vi.fn(async (_: unknown, ids: string[]) => ids.map(hit));
  const asked = engine({ hits });
  let [ids, changes, words] = [['1', '2'], 0, '堤防'];
  const hook = await useInPage(() => useHits(asked, words ? parseQuery(words) : null, ids, changes));
  await pause(0);
  expect([...hook.now().keys()]).toEqual(['1', '2']);
  ids = ['2', '3'];
  await hook.again();
  await pause(0);
  expect(hits.mock.calls.map(([, of]) => of)).toEqual([['1', '2'], ['3']]);
  expect([...hook.now().keys()].sort()).toEqual(['1', '2', '3']);
  changes = 1;
  await hook.again();
  await pause(0);
  expect(hits.mock.calls.at(-1)![1]).toEqual(['2', '3']);
  words = '河道';
  hits.mockImplementation(async () => Promise.reject(new Error('broken')));
  await hook.again();
  await pause(0);
  expect(hook.now().size).toBe(0);
  words = '';
  await hook.again();
  await pause(0);
  expect([hook.now().size, hits.mock.calls.length]).toEqual([0, 4]);
});
