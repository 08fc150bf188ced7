// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import '@/test/support/ownPage.ts';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startEarlyRead } from '@/lib/app/panel/earlyRead.ts';
import { startList } from '@/lib/app/panel/listStart.ts';
import { NOTHING_ASKED } from '@/lib/app/panel/searchView.ts';
import {
  addAnnotation,
  deleteArticle,
  editArticle,
  eraseEverything,
  getAnnotation,
  getArticle,
  listTrash,
  openStore,
  type Store,
  saveReading,
} from '@/lib/store/index.ts';
import { background, page, resetPage, show } from '@/test/support/ownPage.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { Collection } from './Collection.tsx';
import { firstRowsReady } from './laterParts.tsx';

// Tests the whole panel with a real store: what a press on a button does to the stored data.

let db: Store;
beforeEach(async () => {
  resetPage();
  window.scrollTo = () => {};
  (globalThis as { ResizeObserver?: unknown }).ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  db = openStore();
  await eraseEverything(db);
  await (await db.writing()).tombstones.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
  resetPage();
});

const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid=${id}]`)];
const one = (id: string) => all(id)[0]!;
const there = (id: string) => vi.waitFor(() => expect(one(id)).toBeDefined(), 5000);
async function press(id: string) {
  await there(id);
  await act(async () => one(id).click());
}
const headlines = () => all('article-row').map((row) => row.querySelector('.headline')!.textContent);
const save = async (n: number) =>
  (
    await saveReading(
      db,
      sampleReading(
        { title: `第${n}号`, text: `第${n}处堤防，要完成管网检查。` },
        `https://a.example/${n}.html`,
      ),
    )
  ).saved.id;

test('an article is opened from its row, deleted, and brought back from the foot of the panel', async () => {
  const [first] = [await save(1), await save(2)];
  await show(<Collection />);
  await vi.waitFor(() => expect(headlines()).toEqual(['第2号', '第1号']));
  await act(async () => all('article-row')[1]!.querySelector<HTMLElement>('button')!.click());
  await there('article-view');
  expect(one('article-view').textContent).toContain('第1号');
  await press('delete-article');
  await vi.waitFor(() => expect(headlines()).toEqual(['第2号']));
  expect(await getArticle(db, first)).toBeNull();
  await press('undo');
  await vi.waitFor(() => expect(headlines()).toEqual(['第2号', '第1号']));
  expect(await getArticle(db, first)).not.toBeNull();
});

test('a panel that has begun to read shows its rows at once, and the selection with them', async () => {
  const first = await save(1);
  await save(2);
  await page.storage.local.set({
    panelList: { asked: NOTHING_ASKED, ticked: [first], limit: 50, place: 0 },
  });
  startList('panel');
  await firstRowsReady();
  act(() => void show(<Collection />));
  expect(headlines()).toEqual(['第2号', '第1号']);
  expect(one('bulk-bar')).toBeDefined();
  await save(3);
  await vi.waitFor(() => expect(headlines()).toEqual(['第3号', '第2号', '第1号']));
});

test('what the early script has read is shown, unless the list was left with another order', async () => {
  await save(1);
  await save(2);
  const open = vi.spyOn(indexedDB, 'open');
  startEarlyRead('panel');
  await vi.waitFor(() => expect(open).toHaveBeenCalled());
  startList('panel');
  await firstRowsReady();
  // Only the early script has opened the database so far. The store has not, because it needs no rows yet.
  expect(open).toHaveBeenCalledTimes(1);
  act(() => void show(<Collection />));
  expect(headlines()).toEqual(['第2号', '第1号']);
  await save(3);
  await vi.waitFor(() => expect(headlines()).toEqual(['第3号', '第2号', '第1号']));
  await show(null);
  const panelList = { asked: { ...NOTHING_ASKED, words: '第1号' }, ticked: [], limit: 50, place: 0 };
  await page.storage.local.set({ panelList });
  startEarlyRead('panel');
  startList('panel');
  await firstRowsReady();
  act(() => void show(<Collection />));
  await vi.waitFor(() => expect(headlines()).toEqual(['第1号']));
});

test('a panel that has begun to read shows the open article, and never the list before it', async () => {
  const id = await save(1);
  await page.storage.session.set({ panelArticle: id });
  startList('panel');
  await firstRowsReady();
  act(() => void show(<Collection />));
  expect(headlines()).toEqual([]);
  await there('article-view');
});

test('a database that does not open is said to be so, and read anew when tried again', async () => {
  await save(1);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('refused', 'InvalidStateError');
  });
  startList('panel');
  await firstRowsReady();
  await show(<Collection />);
  await there('state-error');
  refused.mockRestore();
  await press('try-again');
  await vi.waitFor(() => expect(headlines()).toEqual(['第1号']));
});

test('the list narrows by words and by tag, and is cleared', async () => {
  const first = await save(1);
  await save(2);
  await editArticle(db, first, { addTags: ['水务'] });
  await show(<Collection />);
  await there('search');
  const field = one('search') as HTMLInputElement;
  await act(async () => {
    field.value = '第2处';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await vi.waitFor(() => expect(headlines()).toEqual(['第2号']), 5000);
  await press('clear-filters');
  await vi.waitFor(() => expect(headlines()).toHaveLength(2), 5000);
  expect(document.activeElement).toBe(one('search'));
  const tag = one('filter-tag') as HTMLSelectElement;
  await act(async () => {
    tag.value = '水务';
    tag.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await vi.waitFor(() => expect(headlines()).toEqual(['第1号']), 5000);
});

test('rows are ticked one by one, or all that are found, and none', async () => {
  await save(1);
  await save(2);
  await show(<Collection />);
  await vi.waitFor(() => expect(headlines()).toHaveLength(2));
  const boxes = () => all('article-row').map((row) => row.querySelector<HTMLInputElement>('input')!);
  await act(async () => boxes()[0]!.click());
  await vi.waitFor(() => expect(boxes().map(({ checked }) => checked)).toEqual([true, false]));
  await press('select-all');
  await vi.waitFor(() => expect(boxes().map(({ checked }) => checked)).toEqual([true, true]));
  await press('bulk-none');
  await vi.waitFor(() => expect(boxes().map(({ checked }) => checked)).toEqual([false, false]));
});

test('the box above the list tells whether none, some or all rows are ticked, and unticks all', async () => {
  await save(1);
  await save(2);
  await show(<Collection />);
  await vi.waitFor(() => expect(headlines()).toHaveLength(2));
  const state = () => {
    const { checked, indeterminate } = one('select-all') as HTMLInputElement;
    return indeterminate ? 'some' : checked ? 'all' : 'none';
  };
  expect(state()).toBe('none');
  const boxes = () => all('article-row').map((row) => row.querySelector<HTMLInputElement>('input')!);
  const ticked = () => boxes().map(({ checked }) => checked);
  await act(async () => boxes()[0]!.click());
  await vi.waitFor(() => expect(state()).toBe('some'));
  await press('select-all');
  await vi.waitFor(() => expect(ticked()).toEqual([true, true]));
  expect(state()).toBe('all');
  await press('select-all');
  await vi.waitFor(() => expect(ticked()).toEqual([false, false]));
  expect(state()).toBe('none');
});

test('what is in the trash comes back one by one, is erased when that is confirmed, and not before', async () => {
  const [first, second] = [await save(1), await save(2)];
  await save(3);
  await deleteArticle(db, first);
  await deleteArticle(db, second);
  await show(<Collection />);
  await press('open-trash');
  await vi.waitFor(() => expect(all('trash-item')).toHaveLength(2));
  // The first row of the trash is the article deleted last.
  await press('trash-erase');
  expect(await listTrash(db)).toHaveLength(2);
  await press('trash-erase-confirm');
  await vi.waitFor(async () => expect((await listTrash(db)).map(({ label }) => label)).toEqual(['第1号']));
  await vi.waitFor(() => expect(all('trash-item')).toHaveLength(1));
  expect(await getArticle(db, second)).toBeNull();
  await press('trash-restore');
  await vi.waitFor(async () => expect(await getArticle(db, first)).not.toBeNull());
  await press('back');
  await vi.waitFor(() => expect(headlines()).toHaveLength(2));
  await act(async () => all('article-row')[0]!.querySelector<HTMLElement>('.plain')!.click());
  await press('back');
  await vi.waitFor(() => expect(headlines()).toHaveLength(2));
});

test('a mark is shown among the marks, and edited and deleted there', async () => {
  const id = await save(1);
  const mark = await addAnnotation(db, id, sampleDraft('管网检查', ['任务']));
  await show(<Collection />);
  await vi.waitFor(() => expect(headlines()).toHaveLength(1));
  await act(async () => all('article-row')[0]!.querySelector<HTMLElement>('button')!.click());
  await there('tab-marks');
  expect(one('tab-marks').getAttribute('aria-selected')).toBe('true');
  await vi.waitFor(() => expect(document.querySelector('.swatch.blue')).not.toBeNull());
  await act(async () => document.querySelector<HTMLElement>('.swatch.blue')!.click());
  await vi.waitFor(async () => expect(await getAnnotation(db, mark.id)).toMatchObject({ color: 'blue' }));
  await vi.waitFor(() =>
    expect(background.asked.map(({ name }) => name)).toContain('collection.marksChanged'),
  );
  await press('tab-text');
  await vi.waitFor(() => expect(one('captured-text').textContent).toContain('要完成管网检查'));
});

test('words of the text become a task, clause by clause, and the task is taken back', async () => {
  const id = await save(1);
  await show(<Collection />);
  await vi.waitFor(() => expect(headlines()).toHaveLength(1));
  await act(async () => all('article-row')[0]!.querySelector<HTMLElement>('button')!.click());
  await press('tab-tasks');
  await press('add-task');
  await there('span-editor');
  expect((one('span-keep') as HTMLButtonElement).disabled).toBe(true);
  background.answers['article.selection'] = () => ({
    quote: { type: 'TextQuoteSelector', exact: '要完成管网检查', prefix: '', suffix: '' },
  });
  await press('span-from-page');
  await vi.waitFor(() => expect(one('span-text').querySelector('mark')!.textContent).toBe('要完成管网检查'));
  await press('nudge-start-back');
  expect(one('span-text').querySelector('mark')!.textContent).toBe('第1处堤防，要完成管网检查');
  await press('nudge-start-on');
  await press('span-keep');
  await vi.waitFor(async () =>
    expect((await getArticle(db, id))!.taskCorrections).toMatchObject([
      { kind: 'add', at: { exact: '要完成管网检查' } },
    ]),
  );
  await vi.waitFor(() => expect(one('span-editor')).toBeUndefined());
  await press('undo');
  await vi.waitFor(async () => expect((await getArticle(db, id))!.taskCorrections).toEqual([]));
});

test('tags are suggested from the headline and from what the source had, and added with one press', async () => {
  const first = await save(1);
  await editArticle(db, await save(2), { addTags: ['管网', '教育'] });
  await show(<Collection />);
  await vi.waitFor(() => expect(headlines()).toHaveLength(2));
  await act(async () => all('article-row')[1]!.querySelector<HTMLElement>('.plain')!.click());
  await press('tab-marks');
  await vi.waitFor(() =>
    expect(all('suggested-tag').map((one) => one.textContent)).toEqual(['+ 管网', '+ 水务']),
  );
  await press('suggested-tag');
  await vi.waitFor(async () => expect((await getArticle(db, first))!.tags).toEqual(['管网']));
  await vi.waitFor(() => expect(all('suggested-tag').map((one) => one.textContent)).toEqual(['+ 水务']));
});

test('the tags of the session are typed above the list and taken away there', async () => {
  await save(1);
  await show(<Collection />);
  await there('session-tags');
  const field = await vi.waitUntil(() =>
    one('session-tags').querySelector<HTMLInputElement>('[data-testid=add-tag]'),
  );
  await act(async () => {
    field.value = '汛期';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(
    async () => void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })),
  );
  await vi.waitFor(() => expect(page.storage.session.held.get('sessionTags')).toEqual(['汛期']));
  await vi.waitFor(() => expect(one('session-tags').querySelector('.remove-tag')).not.toBeNull());
  await act(async () => one('session-tags').querySelector<HTMLElement>('.remove-tag')!.click());
  await vi.waitFor(() => expect(page.storage.session.held.get('sessionTags')).toEqual([]));
});
