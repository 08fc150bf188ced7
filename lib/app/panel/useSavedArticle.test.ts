// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import {
  addAnnotation,
  correctFields,
  deleteArticle,
  editArticle,
  type Store,
  saveReading,
} from '../../store/index.ts';
import { useMarkdownExample } from '../options/useMarkdownExample.ts';
import { type OpenArticle, useSavedArticle } from './useSavedArticle.ts';
import { useSuggestedTags } from './useSuggestedTags.ts';

let db: Store;
let other: Store;
beforeEach(() => {
  resetPage();
  [db, other] = contexts(2) as [Store, Store];
});
afterEach(async () => {
  resetPage();
  await other.close();
  await db.close();
});
const page = (n: number) => `https://a.example/${n}`;
const save = async (n: number, fields: object = {}) =>
  (await saveReading(other, sampleReading(fields, page(n)))).saved;

test('an open article has its marks in the order of the text, and is shown as others change it', async () => {
  const { id } = await save(1);
  await addAnnotation(other, id, sampleDraft('管网检查', ['任务']));
  await addAnnotation(other, id, sampleDraft('水务工作'));
  const hook = await useInPage(() => useSavedArticle(db, id));
  await vi.waitFor(() => expect(hook.now()?.annotations).toHaveLength(2));
  const words = () =>
    hook.now()!.annotations.map(({ target }) => {
      const { start, end } = target.captured!;
      return hook.now()!.text.slice(start, end);
    });
  expect(words()).toEqual(['水务工作', '管网检查']);
  expect(hook.now()).toMatchObject({ knownTags: ['任务'], copies: [], changed: false });
  await act(async () => void (await correctFields(other, id, [['title', '另一个题目']])));
  await vi.waitFor(() => expect(hook.now()!.article.title).toBe('另一个题目'));
  await act(async () => void (await deleteArticle(other, id)));
  await vi.waitFor(() => expect(hook.now()).toBeNull());
});

test('copies of an open article at other addresses are told, itself is not', async () => {
  const text = '水'.repeat(100);
  const [one, two] = [await save(1, { text }), await save(2, { text })];
  const hook = await useInPage(() => useSavedArticle(db, one.id));
  await vi.waitFor(() => expect(hook.now()?.copies.map(({ id }) => id)).toEqual([two.id]));
});

test('a page that shows another text than the one that was kept is said to have changed', async () => {
  const { id } = await save(1);
  const reading = sampleReading({}, page(1));
  background.answers['article.live'] = () => ({ states: {}, reading });
  const hook = await useInPage(() => useSavedArticle(db, id));
  await vi.waitFor(() => expect(hook.now()?.live).toMatchObject({ states: {} }));
  expect(hook.now()!.changed).toBe(false);
  background.answers['article.live'] = () => ({
    states: {},
    reading: sampleReading({ text: '青山区的会议改了说法。' }, page(1)),
  });
  await act(async () => void (await addAnnotation(other, id, sampleDraft('管网'))));
  await vi.waitFor(() => expect(hook.now()!.changed).toBe(true));
});

/** Stands for the article before it is loaded. */
const EMPTY = {
  saved: { id: '', tags: [] },
  article: { source: null, issuer: null, title: '', keywords: [] },
  text: '',
  knownTags: [],
};

test('the tag in the headline is suggested first, the keyword that is no tag yet last', async () => {
  const { id } = await save(1, { title: '七条内河清淤', keywords: ['堤坝'] });
  for (const n of [2, 3]) await editArticle(other, (await save(n)).id, { addTags: ['常用', '清淤'] });
  let article: OpenArticle | null | undefined;
  const hook = await useInPage(() => {
    article = useSavedArticle(db, id);
    return useSuggestedTags(db, article ?? (EMPTY as never));
  });
  await vi.waitFor(() => expect(hook.now()).toEqual(['清淤', '常用', '堤坝']));
});
test('a template is shown with the first article of the list, as the person corrected it', async () => {
  const empty = await useInPage(() => useMarkdownExample(db));
  expect(empty.now()).toBeNull();
  await empty.end();
  await save(1);
  const { id } = await save(2);
  await correctFields(other, id, [['title', '另一个题目']]);
  const hook = await useInPage(() => useMarkdownExample(db));
  await vi.waitFor(() => expect(hook.now()?.saved).toMatchObject({ id, article: { title: '另一个题目' } }));
});
