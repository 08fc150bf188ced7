import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { sampleReading } from '../../../test/support/samples.ts';
import { contexts } from '../../../test/support/stores.ts';
import { articleIds, type Store, saveReading } from '../../store/index.ts';
import { EarlyQuery } from './earlyQuery.ts';

test('a query that ran early hands on its latest result, and then each change, until it is ended', async () => {
  const [db] = contexts(1) as [Store];
  const query = new EarlyQuery(() => articleIds(db));
  expect(query.value).toBeUndefined();
  await query.first;
  expect(query.value).toEqual([]);
  const { saved } = await saveReading(db, sampleReading());
  await vi.waitFor(() => expect(query.value).toEqual([saved.id]));
  const next = vi.fn();
  const end = query.listen({ next, error: vi.fn() });
  expect(next.mock.calls).toEqual([[[saved.id]]]);
  const other = await saveReading(db, sampleReading({}, 'https://b.example/'));
  await vi.waitFor(() => expect(next.mock.lastCall?.[0]).toContain(other.saved.id));
  end();
  next.mockClear();
  await saveReading(db, sampleReading({}, 'https://c.example/'));
  expect(await articleIds(db)).toHaveLength(3);
  expect(next).not.toHaveBeenCalled();
  await db.close();
});

test('a query that fails early hands on its failure', async () => {
  const query = new EarlyQuery(async () => {
    throw new Error('damaged');
  });
  await query.first;
  const error = vi.fn();
  query.listen({ next: vi.fn(), error });
  expect(error.mock.calls).toEqual([[expect.objectContaining({ message: 'damaged' })]]);
});
