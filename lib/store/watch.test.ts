import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { sampleReading } from '../../test/support/samples.ts';
import { contexts } from '../../test/support/stores.ts';
import { countBeside, deleteArticle, listArticles, type Store, saveReading, watch } from './index.ts';

test('a watched query runs again when another context has written', async () => {
  const [one, two] = contexts(2) as [Store, Store];
  const seen: number[] = [];
  const failures: unknown[] = [];
  const watching = watch(() => listArticles(one)).subscribe({
    next: ({ rows }) => seen.push(rows.length),
    error: (error) => failures.push(error),
  });
  await vi.waitFor(() => expect(seen).toEqual([0]));
  await saveReading(two, sampleReading());
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
  expect(failures).toEqual([]);
  watching.unsubscribe();
});

test('what the buttons below the list say is counted again after each change', async () => {
  const [store] = contexts(1) as [Store];
  const seen: number[] = [];
  const watching = watch(() => countBeside(store)).subscribe(({ deleted }) => seen.push(deleted));
  await vi.waitFor(() => expect(seen).toEqual([0]));
  const { saved } = await saveReading(store, sampleReading());
  await deleteArticle(store, saved.id);
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
  watching.unsubscribe();
});
