import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { SearchIndex, type Store, saveReading } from '../../store/index.ts';
import { keepIndexed } from './keepIndexed.ts';

let store: Store;
let other: Store;
let index: SearchIndex;
const changed = vi.fn();
let kept: ReturnType<typeof keepIndexed>;
beforeEach(() => {
  [store, other] = contexts(2) as [Store, Store];
  index = new SearchIndex(store);
  changed.mockClear();
});
afterEach(async () => {
  kept.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await index.close();
  await other.close();
  await store.close();
});
const save = (n: number) => saveReading(other, sampleReading({}, `https://a.example/${n}`));
const indexed = async () => (await index.progress()).indexed;

test('what is there is indexed by itself, and so is what is saved later', async () => {
  await save(1);
  kept = keepIndexed(store, index, changed);
  await vi.waitFor(async () => expect(await indexed()).toBe(1), { timeout: 20_000 });
  expect(changed).toHaveBeenCalled();
  // A change is reported at once, so that searches run again, and is indexed a little later.
  const before = changed.mock.calls.length;
  const step = vi.spyOn(index, 'step');
  await save(2);
  expect(changed.mock.calls.length).toBe(before + 1);
  await vi.waitFor(() => expect(step).toHaveBeenCalled(), { timeout: 20_000 });
});

test('what is still to be indexed is indexed at once when that is asked for', async () => {
  await save(1);
  kept = keepIndexed(store, index, changed);
  await kept.work();
  expect(await indexed()).toBe(1);
});

test('after the end nothing is told, and nothing is left to come', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  kept = keepIndexed(store, index, changed);
  expect(vi.getTimerCount()).toBe(1);
  await save(1);
  expect([vi.getTimerCount(), changed.mock.calls.length]).toEqual([1, 1]);
  kept.stop();
  expect(vi.getTimerCount()).toBe(0);
  await save(2);
  expect([vi.getTimerCount(), changed.mock.calls.length]).toEqual([0, 1]);
});

test('pages that index do it one after the other, under one lock', async () => {
  await save(1);
  const asked: string[] = [];
  let free: () => void = () => {};
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string, work: () => Promise<void>) => {
        asked.push(name);
        await new Promise<void>((done) => {
          free = done;
        });
        await work();
      },
    },
  });
  kept = keepIndexed(store, index, changed);
  const working = kept.work();
  expect([asked.length, await indexed()]).toEqual([1, 0]);
  free();
  await working;
  expect(await indexed()).toBe(1);
});

test('an index that fails is said to, and is tried again', async () => {
  await save(1);
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  kept = keepIndexed(store, index, changed);
  vi.spyOn(index, 'step').mockRejectedValueOnce(new Error('disk'));
  await kept.work();
  expect(warn).toHaveBeenCalledTimes(1);
  await kept.work();
  expect([await indexed(), warn.mock.calls.length]).toEqual([1, 1]);
  vi.spyOn(index, 'step').mockRejectedValueOnce(new Error('closed'));
  kept.stop();
  await kept.work();
  expect(warn).toHaveBeenCalledTimes(1);
});
