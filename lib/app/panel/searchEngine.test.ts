import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleReading } from '../../../test/support/samples.ts';
import { contexts } from '../../../test/support/stores.ts';
import { parseQuery } from '../../search/parseQuery.ts';
import { type Store, saveReading } from '../../store/index.ts';
import { firstViewShown } from '../firstView.ts';
import { searchInWorker } from './searchEngine.ts';
import { searchHere } from './searchHere.ts';

/** A fake worker. It records the questions and sends the answers that the test gives. */
class FakeWorker {
  static made: FakeWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly asked: unknown[] = [];
  ended = false;
  constructor(
    readonly url: URL,
    readonly options: object,
  ) {
    FakeWorker.made.push(this);
  }
  postMessage(message: unknown) {
    this.asked.push(message);
  }
  terminate() {
    this.ended = true;
  }
}

beforeEach(() => {
  FakeWorker.made = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const query = parseQuery('堤防');

test('each question to the worker gets its own answer, in whatever order these come', async () => {
  const changed = vi.fn();
  const engine = searchInWorker(changed);
  expect(FakeWorker.made).toEqual([]);
  const found = engine.search(query, 'saved', 'none');
  const [worker] = FakeWorker.made;
  expect(worker).toMatchObject({ options: { type: 'module' } });
  const hits = engine.hits(query, ['1']);
  const progress = engine.progress();
  expect(worker!.asked).toEqual([
    { ask: 'search', of: [query, 'saved', 'none'], id: 1 },
    { ask: 'hits', of: [query, ['1']], id: 2 },
    { ask: 'progress', of: [], id: 3 },
  ]);
  const say = (data: object) => worker!.onmessage!({ data });
  say({ id: 3, answer: { indexed: 1, total: 2 } });
  say({ changed: true });
  say({ id: 1, answer: { ids: ['1'], complete: true } });
  say({ id: 2, error: 'broken' });
  expect(await found).toEqual({ ids: ['1'], complete: true });
  expect(await progress).toEqual({ indexed: 1, total: 2 });
  await expect(hits).rejects.toThrow('broken');
  expect(changed).toHaveBeenCalledTimes(1);
  // An answer with the id of no open question is ignored.
  say({ id: 9, answer: null });
  engine.close();
  expect(worker!.ended).toBe(true);
});

test('the worker starts without a question once the first view shows, but not for a closed page', async () => {
  const closed = searchInWorker(() => {});
  closed.close();
  const engine = searchInWorker(() => {});
  expect(FakeWorker.made).toEqual([]);
  firstViewShown();
  await vi.waitFor(() => expect(FakeWorker.made).toHaveLength(1));
  engine.close();
  expect(FakeWorker.made[0]!.ended).toBe(true);
});

test('a worker that breaks down leaves no question open', async () => {
  const engine = searchInWorker(() => {});
  const open = [engine.search(query, 'saved', 'none'), engine.progress()];
  FakeWorker.made[0]!.onerror!({ message: 'out of memory' });
  for (const one of open) await expect(one).rejects.toThrow('out of memory');
});

test('without a worker the search is the same, and kept up to date until it is closed', async () => {
  const [db] = contexts(1) as [Store];
  const changed = vi.fn();
  const engine = searchHere(db, changed);
  const { saved } = await saveReading(db, sampleReading({ title: '堤防' }));
  expect(changed).toHaveBeenCalled();
  expect(await engine.search(query, 'saved', 'none')).toMatchObject({ ids: [saved.id] });
  expect(await engine.hits(query, [saved.id])).toMatchObject([{ id: saved.id }]);
  await vi.waitFor(
    async () => expect(await engine.search(query, 'saved', 'none')).toMatchObject({ complete: true }),
    5000,
  );
  expect((await engine.progress()).total).toBe(1);
  engine.close();
  changed.mockClear();
  await saveReading(db, sampleReading({}, 'https://b.example/'));
  expect(changed).not.toHaveBeenCalled();
  await db.close();
});
