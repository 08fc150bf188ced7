import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { articleIds, openStore } from './index.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('a database that the browser refuses to open is said to be so, and the next use tries again', async () => {
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', 'InvalidStateError');
  });
  const store = openStore({ name: `pizhu-test-${crypto.randomUUID()}` });
  await expect(articleIds(store)).rejects.toMatchObject({ code: 'unopened' });
  refused.mockRestore();
  expect(await articleIds(store)).toEqual([]);
  await store.close();
});

test('a database that an older context holds up is said to be so, in a moment and not never', async () => {
  const name = `pizhu-test-${crypto.randomUUID()}`;
  const old = indexedDB.open(name, 10);
  await new Promise((done) => {
    old.onsuccess = done;
  });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const store = openStore({ name });
  const failure = articleIds(store).catch((error) => error);
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { timeout: 2000 }).catch(() => {});
  await vi.advanceTimersByTimeAsync(5000);
  expect(await failure).toMatchObject({ code: 'blocked' });
  old.result.close();
});
