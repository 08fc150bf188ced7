import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { sampleReading } from '@/test/support/samples.ts';
import { articleIds, deleteDamaged, editArticle, getArticle, openStore, saveReading } from './index.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Advances a fake clock second by second until `isDone` is true. In between, lets the database do its work. */
async function letTimePass(isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    await vi.advanceTimersByTimeAsync(1000);
    await new Promise((done) => setImmediate(done));
  }
}

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
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // The browser tells only the first of several waiting contexts that another context blocks them.
  const failures: unknown[] = [];
  for (const store of [openStore({ name }), openStore({ name }), openStore({ name })])
    void articleIds(store).catch((error) => failures.push(error));
  await letTimePass(() => failures.length === 3);
  for (const failure of failures) expect(failure).toMatchObject({ code: 'blocked' });
  old.result.close();
});

test('on a disk that is all but full nothing is begun, and what is there stays readable', async () => {
  const store = openStore({ name: `pizhu-test-${crypto.randomUUID()}` });
  const { saved } = await saveReading(store, sampleReading());
  const left = { bytes: 1e6 };
  vi.stubGlobal('navigator', {
    storage: { estimate: async () => ({ quota: 5e6 + left.bytes, usage: 5e6 }) },
  });
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await expect(editArticle(store, saved.id, { note: '核对' })).rejects.toMatchObject({ code: 'storage' });
  expect(begun.mock.calls.filter(([, mode]) => mode === 'readwrite')).toEqual([]);
  expect(await articleIds(store)).toEqual([saved.id]);
  const other = openStore({ name: `pizhu-test-${crypto.randomUUID()}` });
  await expect(articleIds(other)).rejects.toMatchObject({ code: 'storage' });
  left.bytes = 1e9;
  await editArticle(store, saved.id, { note: '核对' });
  expect((await getArticle(store, saved.id))?.note).toBe('核对');
  await store.close();
});

test('a database that does not open is deleted by hand, one that opens after all is not', async () => {
  const store = openStore({ name: `pizhu-test-${crypto.randomUUID()}` });
  await saveReading(store, sampleReading());
  expect(await deleteDamaged(store)).toBe(false);
  expect(await articleIds(store)).toHaveLength(1);
  await store.close();
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('damaged', 'UnknownError');
  });
  expect(await deleteDamaged(store)).toBe(true);
  refused.mockRestore();
  expect(await articleIds(store)).toEqual([]);
  await store.close();
});

test('where the browser lists no databases the collection opens, and a newer one is still not written', async () => {
  const name = `pizhu-test-${crypto.randomUUID()}`;
  const store = openStore({ name });
  const { saved } = await saveReading(store, sampleReading());
  await store.close();
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException('damaged', 'UnknownError'));
  expect(await articleIds(store)).toEqual([saved.id]);
  await store.close();
  const raised = indexedDB.open(name, 1000);
  await new Promise((done) => {
    raised.onsuccess = done;
  });
  raised.result.close();
  expect(await store.readOnly()).toBe(true);
  await expect(editArticle(store, saved.id, { note: '不行' })).rejects.toMatchObject({ code: 'newer' });
  await store.close();
});

test('a database that the browser refuses to delete is said not to open', async () => {
  const store = openStore({ name: `pizhu-test-${crypto.randomUUID()}` });
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('damaged', 'UnknownError');
  });
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    const request = { error: new DOMException('refused', 'UnknownError') } as unknown as IDBOpenDBRequest;
    queueMicrotask(() => request.onerror?.(new Event('error')));
    return request;
  });
  await expect(deleteDamaged(store)).rejects.toMatchObject({
    code: 'unopened',
    message: expect.stringContaining('refused'),
  });
});

test('a database that opens too late is closed, so that it holds up nobody', async () => {
  const name = `pizhu-test-${crypto.randomUUID()}`;
  const old = indexedDB.open(name, 10);
  await new Promise((done) => {
    old.onsuccess = done;
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const store = openStore({ name });
  let failure: unknown;
  void articleIds(store).catch((error) => {
    failure = error;
  });
  await letTimePass(() => failure !== undefined);
  expect(failure).toMatchObject({ code: 'blocked' });
  const closed = vi.spyOn(IDBDatabase.prototype, 'close');
  old.result.close();
  closed.mockClear();
  vi.useRealTimers();
  await vi.waitFor(() => expect(closed).toHaveBeenCalled(), { timeout: 30_000 });
  expect(await articleIds(store)).toEqual([]);
  await store.close();
});

test('on a full disk a collection that needs no upgrade opens', async () => {
  const store = openStore({ name: `pizhu-test-${crypto.randomUUID()}` });
  const { saved } = await saveReading(store, sampleReading());
  await store.close();
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 5e6, usage: 5e6 }) } });
  expect(await articleIds(store)).toEqual([saved.id]);
  await store.close();
});
