// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { editArticle, getArticle, type Store, saveReading } from '../../store/index.ts';
import { useCollection } from './useCollection.ts';
import { useOpenArticle } from './useOpenArticle.ts';

let db: Store;
let id: string;
beforeEach(async () => {
  resetPage();
  [db] = contexts(1) as [Store];
  id = (await saveReading(db, sampleReading())).saved.id;
});
afterEach(async () => {
  vi.restoreAllMocks();
  resetPage();
  await db.close();
});

const full = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
const STORAGE = '没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。';
/** Does something, and waits until this message is shown. */
async function until(
  hook: { now: () => { notice: { words: string } | null } },
  words: string,
  work: () => unknown,
) {
  await act(async () => void (await work()));
  await vi.waitFor(() => expect(hook.now().notice?.words).toBe(words));
}
const key = (init: KeyboardEventInit, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};

test('a deleted article leaves the view, and the way back is offered at the foot', async () => {
  const hook = await useInPage(() => useCollection(db, useOpenArticle));
  await act(async () => hook.now().show(id));
  expect(hook.now().open).toBe(id);
  await until(hook, '文章已删除', () => hook.now().remove(id));
  expect(hook.now().open).toBeNull();
  expect(await getArticle(db, id)).toBeNull();
  await act(async () => hook.now().notice!.undo!());
  await vi.waitFor(() => expect(hook.now().notice).toBeNull());
  expect(await getArticle(db, id)).not.toBeNull();
  expect(hook.now().open).toBeNull();
});

test('beside the list, an undone deletion opens the article again, but leaves open what was opened since', async () => {
  const other = (await saveReading(db, sampleReading({}, 'https://www.qingshan.example/zw/2.html'))).saved.id;
  const hook = await useInPage(() => useCollection(db, useOpenArticle, null, true));
  await act(async () => hook.now().show(id));
  await until(hook, '文章已删除', () => hook.now().remove(id));
  await act(async () => hook.now().notice!.undo!());
  await vi.waitFor(() => expect(hook.now().open).toBe(id));
  await until(hook, '文章已删除', () => hook.now().remove(id));
  await act(async () => hook.now().show(other));
  await act(async () => hook.now().notice!.undo!());
  await vi.waitFor(() => expect(hook.now().notice).toBeNull());
  expect(hook.now().open).toBe(other);
});

test('an undo that is refused says why, and stays offered', async () => {
  const hook = await useInPage(() => useCollection(db, useOpenArticle));
  await until(hook, '文章已删除', () => hook.now().remove(id));
  const put = full();
  await until(hook, STORAGE, () => hook.now().notice!.undo!());
  put.mockRestore();
  await act(async () => hook.now().notice!.undo!());
  await vi.waitFor(() => expect(hook.now().notice).toBeNull());
  expect(await getArticle(db, id)).not.toBeNull();
});

test('a deletion that is refused says why, and the article stays open', async () => {
  const hook = await useInPage(() => useCollection(db, useOpenArticle));
  await act(async () => hook.now().show(id));
  full();
  await until(hook, STORAGE, () => hook.now().remove(id));
  expect(hook.now().open).toBe(id);
});

test('an article that is gone already is not called deleted', async () => {
  const hook = await useInPage(() => useCollection(db, useOpenArticle));
  await act(async () => void (await hook.now().remove('11111111-1111-4111-8111-111111111111')));
  expect(hook.now().notice).toBeNull();
});

test('what can be undone and redone is named, done by button and by key, and told', async () => {
  await editArticle(db, id, { addTags: ['水务'] });
  const hook = await useInPage(() => useCollection(db, useOpenArticle));
  await vi.waitFor(() => expect(hook.now().stepping).toMatchObject({ undo: '添加标签“水务”', redo: null }));
  await until(hook, '已撤销：添加标签“水务”', () => hook.now().stepping.go(false));
  expect((await getArticle(db, id))!.tags).toEqual([]);
  await vi.waitFor(() => expect(hook.now().stepping.redo).toBe('添加标签“水务”'));
  await until(hook, '已重做：添加标签“水务”', () => key({ code: 'KeyZ', ctrlKey: true, shiftKey: true }));
  expect((await getArticle(db, id))!.tags).toEqual(['水务']);
  const put = full();
  await until(hook, STORAGE, () => key({ code: 'KeyZ', ctrlKey: true }));
  put.mockRestore();
  await act(async () => hook.now().notice!.undo!());
  await vi.waitFor(async () => expect((await getArticle(db, id))!.tags).toEqual([]));
});

test('keys in a field are the field’s own, in a box to tick they are not', async () => {
  await editArticle(db, id, { addTags: ['水务'] });
  await useInPage(() => useCollection(db, useOpenArticle));
  for (const [html, mine] of [
    ['<textarea></textarea>', false],
    ['<input>', false],
    ['<select></select>', false],
    ['<input type="checkbox">', true],
    ['<button></button>', true],
  ] as const) {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    document.body.append(holder);
    expect(key({ code: 'KeyZ', ctrlKey: true }, holder.firstElementChild!).defaultPrevented, html).toBe(mine);
    holder.remove();
  }
  expect(key({ code: 'KeyA', ctrlKey: true }).defaultPrevented).toBe(false);
  resetPage();
  expect(key({ code: 'KeyZ', ctrlKey: true }).defaultPrevented).toBe(false);
});

test('empty words end a sentence, unless it offers an undo; each sentence is a new one', async () => {
  const hook = await useInPage(() => useCollection(db, useOpenArticle));
  await act(async () => hook.now().notify('已复制'));
  const first = hook.now().notice!;
  expect(first).toMatchObject({ words: '已复制', undo: undefined });
  await act(async () => hook.now().notify('已复制'));
  expect(hook.now().notice!.key).not.toBe(first.key);
  await act(async () => hook.now().notify(''));
  expect(hook.now().notice).toBeNull();
  await act(async () => hook.now().notify('已删除', async () => {}));
  await act(async () => hook.now().notify(''));
  expect(hook.now().notice).toMatchObject({ words: '已删除' });
  await act(async () => hook.now().dismiss());
  expect(hook.now().notice).toBeNull();
});

test('another context opens an article in the panel; closing it is remembered, and leads back to the view before', async () => {
  const session = page.storage.session;
  await session.set({ panelArticle: id });
  const hook = await useInPage(() => useCollection(db, useOpenArticle));
  await vi.waitFor(() => expect(hook.now().open).toBe(id));
  await act(async () => hook.now().setPlace('trash'));
  expect(hook.now().place).toBe('trash');
  await act(async () => hook.now().show(null));
  expect([hook.now().open, hook.now().place]).toEqual([null, 'trash']);
  expect(session.held.has('panelArticle')).toBe(false);
  await act(async () => session.set({ panelArticle: id }));
  expect(hook.now().open).toBe(id);
  await act(async () => session.set({ other: 1, panelArticle: null }));
  expect(hook.now().open).toBe(id);
  await hook.end();
  expect(session.onChanged.size).toBe(0);
  expect(background.asked).toEqual([]);
});
