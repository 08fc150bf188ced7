// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import type { SavedArticle } from '../../record/schema.ts';
import { correctFields, getArticle, nextSteps, type Store, saveReading } from '../../store/index.ts';
import { t } from '../i18n.ts';
import { useReviewing } from './useReviewing.ts';

let db: Store;
let open: SavedArticle | null;
const said: string[] = [];
beforeEach(() => {
  resetPage();
  [db] = contexts(1) as [Store];
  [open, said.length] = [null, 0];
});
afterEach(async () => {
  resetPage();
  vi.restoreAllMocks();
  await db.close();
});
const save = async (n: number, title = `第${n}篇`) =>
  (await saveReading(db, sampleReading({ title }, `https://a.example/${n}`))).saved;
const inUse = () => useInPage(() => useReviewing(db, open, (words) => void said.push(words)));
const now = async (id: string) => {
  const { read, starred } = (await getArticle(db, id))!;
  return { read, starred };
};

test('an article that is opened counts as read, which is no step to undo', async () => {
  const [one, two] = [await save(1), await save(2)];
  const hook = await inUse();
  expect(hook.now()).toBeNull();
  for (const article of [one, two]) {
    open = article;
    await hook.again();
    await vi.waitFor(async () => expect(await now(article.id)).toEqual({ read: true, starred: false }));
  }
  expect((await nextSteps(db)).undo).toMatchObject({ type: 'saveReading' });
});

test('an article that the person calls unread stays so while it is open', async () => {
  const { id } = await save(1);
  open = await getArticle(db, id);
  const hook = await inUse();
  await vi.waitFor(async () => expect((await now(id)).read).toBe(true));
  open = await getArticle(db, id);
  await hook.again();
  expect(hook.now()).toMatchObject({ name: '第1篇', read: true, starred: false });
  await act(async () => hook.now()!.toggleRead());
  await vi.waitFor(async () => expect((await now(id)).read).toBe(false));
  open = await getArticle(db, id);
  await hook.again();
  expect(hook.now()).toMatchObject({ read: false });
  await act(async () => hook.now()!.star());
  await vi.waitFor(async () => expect(await now(id)).toEqual({ read: false, starred: true }));
  open = await getArticle(db, id);
  await hook.again();
  await act(async () => hook.now()!.star());
  await vi.waitFor(async () => expect((await now(id)).starred).toBe(false));
});

test('an article has the name that the person gave it, or is said to have none', async () => {
  const { id } = await save(1);
  await correctFields(db, id, [['title', '另一个题目']]);
  open = await getArticle(db, id);
  const hook = await inUse();
  expect(hook.now()).toMatchObject({ name: '另一个题目' });
  open = await save(2, '');
  await hook.again();
  expect(hook.now()).toMatchObject({ name: t('untitled') });
});

test('a star that cannot be kept is said not to be; what is only noted is not', async () => {
  open = await save(1);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const hook = await inUse();
  await act(async () => hook.now()!.star());
  await vi.waitFor(() => expect(said).toEqual([t('error_storage')]));
  vi.restoreAllMocks();
  expect(await now(open.id)).toEqual({ read: false, starred: false });
});
