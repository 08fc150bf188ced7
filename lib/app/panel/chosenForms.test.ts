// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { editArticle, SearchIndex, type Store, saveReading } from '../../store/index.ts';
import { useReferenceStyle } from '../useReferenceStyle.ts';
import { useCompletions } from './useCompletions.ts';
import { useSessionTags } from './useSessionTags.ts';
import { useTaskFormat } from './useTaskFormat.ts';

let db: Store;
beforeEach(() => {
  resetPage();
  localStorage.clear();
  [db] = contexts(1) as [Store];
});
afterEach(async () => {
  resetPage();
  await db.close();
});

test('the format of copied tasks is remembered on this machine', async () => {
  const { now, end } = await useInPage(useTaskFormat);
  expect(now().chosen.id).toBe('text');
  expect(
    now()
      .all.map(({ id }) => id)
      .sort(),
  ).toEqual(['markdown', 'text']);
  await act(() => now().choose('markdown'));
  expect(now().chosen.id).toBe('markdown');
  await end();
  expect((await useInPage(useTaskFormat)).now().chosen.id).toBe('markdown');
  expect(localStorage.getItem('taskFormat')).toBe('markdown');
});

test('the style of references is remembered, and one that is no more gives way to the standard', async () => {
  const { now, end } = await useInPage(useReferenceStyle);
  expect(now().style).toBe('gb2025-numeric');
  await act(() => now().choose('apa'));
  expect(now().style).toBe('apa');
  await end();
  expect((await useInPage(useReferenceStyle)).now().style).toBe('apa');
  localStorage.setItem('referenceStyle', 'gone');
  await resetPage();
  expect((await useInPage(useReferenceStyle)).now().style).toBe('gb2025-numeric');
});

test('tags of the session are added and removed one by one, beside what another view does', async () => {
  const { now, end } = await useInPage(useSessionTags);
  await vi.waitFor(() => expect(now().tags).toEqual([]));
  await act(async () => void (await now().change({ addTags: ['水务'] })));
  await vi.waitFor(() => expect(now().tags).toEqual(['水务']));
  await act(() => page.storage.session.set({ sessionTags: ['水务', '汛期'] }));
  await vi.waitFor(() => expect(now().tags).toEqual(['水务', '汛期']));
  expect(await now().change({ removeTags: ['水务'] })).toBe(true);
  await vi.waitFor(() => expect(page.storage.session.held.get('sessionTags')).toEqual(['汛期']));
  await end();
  expect(page.storage.session.onChanged.size).toBe(0);
});

test('a query is completed with fields, states, tags and values, without what is already typed', async () => {
  const { saved } = await saveReading(db, sampleReading({ documentNumber: '青水发〔2025〕7号' }));
  await editArticle(db, saved.id, { addTags: ['水务', '水利', '节水'] });
  let words = '';
  const index = new SearchIndex(db);
  const { now, again } = await useInPage(() => useCompletions(db, index, words));
  const offered = async (typed: string, expected: unknown) => {
    words = typed;
    await again();
    await vi.waitFor(() => expect(now()).toEqual(expected));
  };
  await offered('管网 tag:水', ['管网 tag:水利', '管网 tag:水务', '管网 tag:节水']);
  await offered('来源：办', ['来源：青山区政府办']);
  await offered('-文号：(2025', ['-文号：(青水发〔2025〕7号']);
  await offered('source:青', ['source:青山区政府办']);
  await offered('source:青山区政府办', []);
  await offered('is:st', [expect.stringMatching(/^is:st/)]);
  await offered('ta', expect.arrayContaining([expect.stringMatching(/^tag/)]));
  const broken = { ...db } as never;
  expect((await useInPage(() => useCompletions(broken, index, 'tag:水'))).now()).toEqual([]);
  await index.close();
});
