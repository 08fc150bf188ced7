// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { addAnnotation, deleteAnnotation, type Store, saveReading } from '../../store/index.ts';
import { markRows } from './marksView.ts';
import { useMarkList } from './useMarkList.ts';
import { useOpening } from './useOpening.ts';

let db: Store;
/** The ids of the marks, the newest first. */
let ids: string[];
beforeEach(async () => {
  resetPage();
  [db] = contexts(1) as [Store];
  ids = [];
  for (const n of [1, 2, 3]) {
    const { saved } = await saveReading(db, sampleReading({}, `https://www.qingshan.example/${n}.html`));
    ids.unshift((await addAnnotation(db, saved.id, sampleDraft('管网检查'))).id);
  }
});
afterEach(resetPage);

const EVERYTHING = { color: null, tag: '', from: '', to: '' };
const list = async () => {
  const opened: string[] = [];
  const page = await useInPage(() => useMarkList(db));
  page.now().take(await markRows(db, EVERYTHING, 50));
  const go = async (by: 1 | -1) => {
    const before = opened.length;
    await act(async () =>
      page.now().go(by, (mark) => {
        opened.push(mark.id);
        page.now().setLast(mark);
      }),
    );
    await vi.waitFor(() => expect(opened.length).toBeGreaterThan(before));
    return opened.at(-1);
  };
  return { ...page, go };
};

test('steps go from mark to mark, pass over deleted ones, and begin anew where the filter changes', async () => {
  const { now, go } = await list();
  expect(await go(1)).toBe(ids[0]);
  await deleteAnnotation(db, ids[1]!);
  expect(await go(1)).toBe(ids[2]);
  expect(await go(-1)).toBe(ids[0]);
  expect(now().opened?.id).toBe(ids[0]);
  await act(() => now().ask({ tag: '水务' }));
  expect(now().narrowed).toBe(true);
  await act(() => now().clear());
  expect(now().narrowed).toBe(false);
});

test('where the opened mark has left the list, the next step is to the one in its place', async () => {
  const { now, go } = await list();
  await go(1);
  expect(await go(1)).toBe(ids[1]);
  await deleteAnnotation(db, ids[1]!);
  now().take(await markRows(db, EVERYTHING, 50));
  expect(await go(1)).toBe(ids[2]);
});

test('more rows are read where a step reaches the end of those that were read', async () => {
  const { now, go } = await list();
  now().take(await markRows(db, EVERYTHING, 1));
  await go(1);
  expect(await go(1)).toBe(ids[1]);
});

test('steps are of marks while the open article came from their list, or the list stands beside it', async () => {
  const stepsOf = async (place: string, open: string | null, opened: string | null, isBeside: boolean) => {
    const marks = { opened: opened && { id: 'm', articleId: opened } } as never;
    const { now, end } = await useInPage(() => useOpening({ open, place } as never, null, marks, isBeside));
    const { steps } = now();
    await end();
    return steps;
  };
  expect(await stepsOf('marks', 'a', 'a', false)).toBe('mark');
  expect(await stepsOf('marks', 'a', 'b', false)).toBe('article');
  expect(await stepsOf('marks', null, null, false)).toBe('article');
  expect(await stepsOf('marks', null, null, true)).toBe('mark');
  expect(await stepsOf('list', 'a', 'a', true)).toBe('article');
});
