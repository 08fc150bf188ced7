// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  editArticle,
  eraseEverything,
  getArticle,
  openStore,
  type Store,
  saveReading,
} from '@/lib/store/index.ts';
import { resetPage, show } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { BulkBar } from './BulkBar.tsx';

let db: Store;
beforeEach(async () => {
  resetPage();
  db = openStore();
  await eraseEverything(db);
});
afterEach(resetPage);

test('each button sets what it says on all selected articles', async () => {
  const ids: string[] = [];
  for (const n of [1, 2]) {
    const reading = sampleReading({ text: `第${n}处堤防。` }, `https://a.example/${n}.html`);
    ids.push((await saveReading(db, reading)).saved.id);
  }
  await show(<BulkBar db={db} ids={ids} known={[]} notify={() => {}} untick={() => {}} />);
  const press = async (id: string, field: 'starred' | 'read', value: boolean) => {
    const button = document.querySelector<HTMLElement>(`[data-testid=bulk-${id}]`)!;
    await act(async () => button.click());
    await vi.waitFor(async () => {
      for (const one of ids) expect((await getArticle(db, one))![field]).toBe(value);
    });
  };
  await press('star', 'starred', true);
  await press('unstar', 'starred', false);
  await press('read', 'read', true);
  await press('unread', 'read', false);
});

test('typed tags are read as in the field of an article', async () => {
  const { saved } = await saveReading(db, sampleReading({}, 'https://a.example/1.html'));
  await show(<BulkBar db={db} ids={[saved.id]} known={[]} notify={() => {}} untick={() => {}} />);
  const field = document.querySelector<HTMLInputElement>('[data-testid=bulk-tag]')!;
  await act(async () => {
    field.value = '“戊、己”，庚、辛，#壬/ 癸';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await vi.waitFor(async () =>
    expect((await getArticle(db, saved.id))!.tags).toEqual(['戊、己', '庚', '辛', '壬/癸']),
  );
});

test('a tag is removed from all selected articles, and those that they have are offered', async () => {
  const ids: string[] = [];
  for (const n of [1, 2]) {
    const { saved } = await saveReading(db, sampleReading({}, `https://a.example/${n}.html`));
    await editArticle(db, saved.id, { addTags: ['水务', `街道/${n}`] });
    ids.push(saved.id);
  }
  await show(<BulkBar db={db} ids={ids} known={['别处']} notify={() => {}} untick={() => {}} />);
  const field = document.querySelector<HTMLInputElement>('[data-testid=bulk-untag]')!;
  await act(async () => field.focus());
  const offers = () => [...field.list!.options].map(({ value }) => value);
  await vi.waitFor(() => expect(offers()).toEqual(['水务', '街道/1', '街道/2']));
  await act(async () => {
    field.value = '水务、街道/2';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await vi.waitFor(async () =>
    expect(await Promise.all(ids.map(async (id) => (await getArticle(db, id))!.tags))).toEqual([
      ['街道/1'],
      [],
    ]),
  );
});

test('an action goes on to its end while another view is shown, and says what it has done', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 120; n++) {
    const reading = sampleReading({ text: `第${n}处堤防。` }, `https://a.example/${n}.html`);
    ids.push((await saveReading(db, reading)).saved.id);
  }
  const notify = vi.fn();
  await show(<BulkBar db={db} ids={ids} known={[]} notify={notify} untick={() => {}} />);
  await act(async () => document.querySelector<HTMLElement>('[data-testid=bulk-delete]')!.click());
  await show(null);
  await vi.waitFor(() => expect(notify).toHaveBeenCalled(), 10_000);
  expect(notify.mock.calls[0]![0]).toContain('120');
  expect(await getArticle(db, ids.at(-1)!)).toBeNull();
});
