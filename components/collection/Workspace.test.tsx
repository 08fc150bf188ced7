// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eraseEverything, openStore, type Store, saveReading } from '@/lib/store/index.ts';
import { page, resetPage, show } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { Collection } from './Collection.tsx';
import { Workspace } from './Workspace.tsx';

let db: Store;
beforeEach(async () => {
  resetPage();
  window.scrollTo = () => {};
  Element.prototype.scrollTo = () => {};
  // jsdom computes no layout. Without a height, the list would draw no row.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(800);
  (globalThis as { ResizeObserver?: unknown }).ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  db = openStore();
  await eraseEverything(db);
});
afterEach(async () => {
  vi.restoreAllMocks();
  resetPage();
  // Waits for the effects of a pending render, which need the document.
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  history.replaceState(null, '', '/');
});

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const rows = () => all('[data-testid=article-row] .headline');
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
const press = (code: string, target: EventTarget = document.body) =>
  act(async () => void target.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true })));
const shown = (words: string) =>
  vi.waitFor(() => expect(all('.reader-pane')[0]?.textContent).toContain(words), 5000);

test('list, text and details stand side by side, and keys go from one article to the next', async () => {
  const first = await save(1);
  const second = await save(2);
  await show(<Workspace />);
  await vi.waitFor(() => expect(rows()).toHaveLength(2), 5000);
  expect(all('[data-testid=article-beside]')).toEqual([]);
  await press('ArrowDown');
  await shown('第2处堤防');
  expect(location.hash).toBe(`#${second}`);
  expect(rows()).toHaveLength(2);
  expect(all('.details-pane [role=tab]')).toHaveLength(3);
  await press('KeyJ');
  await shown('第1处堤防');
  expect(location.hash).toBe(`#${first}`);
  expect(all('[aria-current=true]').map((one) => one.textContent)).toEqual([
    expect.stringContaining('第1号'),
  ]);
  // The last article stays open, because no other article follows it.
  await press('ArrowDown');
  await shown('第1处堤防');
  await press('KeyK');
  await shown('第2处堤防');
});

test('an arrow key in the text scrolls it, and a letter in a field is typed', async () => {
  await save(1);
  await save(2);
  await show(<Workspace />);
  await vi.waitFor(() => expect(rows()).toHaveLength(2), 5000);
  await press('ArrowDown');
  await shown('第2处堤防');
  await press('ArrowDown', all('.reader-pane')[0]!);
  await press('KeyJ', all('[data-testid=search]')[0]!);
  await shown('第2处堤防');
});

test('the address names the open article, as after a restart and when another page opens one', async () => {
  const first = await save(1);
  const second = await save(2);
  history.replaceState(null, '', `#${first}`);
  await show(<Workspace />);
  await shown('第1处堤防');
  await act(async () => {
    history.replaceState(null, '', `#${second}`);
    dispatchEvent(new Event('hashchange'));
  });
  await shown('第2处堤防');
});

test('the panel opens the tab at its article, and steps from one article to the next in place', async () => {
  await save(1);
  const second = await save(2);
  await show(<Collection />);
  await vi.waitFor(() => expect(rows()).toHaveLength(2), 5000);
  await act(async () => rows()[0]!.click());
  await vi.waitFor(() => expect(all('[data-testid=article-view]')).toHaveLength(1), 5000);
  await act(async () => all('[data-testid=open-tab]')[0]!.click());
  await vi.waitFor(() =>
    expect(page.tabs.create).toHaveBeenCalledWith({
      url: `chrome-extension://test/collection.html#${second}`,
    }),
  );
  await press('KeyJ');
  await vi.waitFor(() => expect(all('h1')[0]!.textContent).toBe('第1号'), 5000);
});
