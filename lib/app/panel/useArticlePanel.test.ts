// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { addTask } from '../../record/taskCorrections.ts';
import {
  addAnnotation,
  correctTasks,
  deleteArticle,
  editArticle,
  getBundle,
  type Store,
  saveReading,
} from '../../store/index.ts';
import { useArticlePanel } from './useArticlePanel.ts';
import { useEmptied } from './useEmptied.ts';

let db: Store;
let id: string;
const said: string[] = [];
const notify = (words: string) => void said.push(words);
const long = `${'水'.repeat(100)}各街道要完成管网检查。`;
const reading = (text = long, url = 'https://www.qingshan.example/zw/1.html') => sampleReading({ text }, url);
beforeEach(async () => {
  said.length = 0;
  resetPage();
  [db] = contexts(1) as [Store];
  id = (await saveReading(db, reading())).saved.id;
});
afterEach(async () => {
  resetPage();
  await db.close();
});

async function panel() {
  const hook = await useInPage(() => useArticlePanel(db, id, notify));
  await vi.waitFor(() => expect(hook.now()).toBeTruthy());
  return { ...hook, now: () => hook.now()! };
}

test('an article has its text, marks in its order, tasks as corrected, known tags and other copies', async () => {
  const late = await addAnnotation(db, id, sampleDraft('管网检查', ['任务']));
  const early = await addAnnotation(db, id, sampleDraft('各街道'));
  const start = long.indexOf('要完成');
  await correctTasks(db, id, (now) => addTask(now, { start, end: start + 7 }, long));
  await saveReading(db, reading(long, 'https://b.example/'));
  const { now } = await panel();
  await vi.waitFor(() =>
    expect(now().open).toMatchObject({ knownTags: ['任务'], copies: [{ host: 'b.example' }] }),
  );
  expect(now().open).toMatchObject({ text: long, changed: false, live: null });
  expect(now().marks.map((mark) => [mark.id, mark.state])).toEqual([
    [early.id, null],
    [late.id, null],
  ]);
  expect(now().taskCount).toBe(1);
  expect(now().actions.markOf(now().open.corrected.lists[0]!.tasks[0]!)?.id).toBe(late.id);
  await act(async () => void (await editArticle(db, id, { note: '跟进' })));
  await vi.waitFor(() => expect(now().open.saved.note).toBe('跟进'));
});

test('the tab that shows it says how its marks stand and whether it has changed, and gives a new version', async () => {
  const mark = await addAnnotation(db, id, sampleDraft('管网检查'));
  const other = await addAnnotation(db, id, sampleDraft('各街道'));
  background.answers['article.live'] = () => ({
    states: { [mark.id]: 'moved' },
    reading: reading(`${long}改。`),
  });
  const { now } = await panel();
  await vi.waitFor(() => expect(now().open.changed).toBe(true));
  expect(new Map(now().marks.map((one) => [one.id, one.state]))).toEqual(
    new Map([
      [mark.id, 'moved'],
      [other.id, 'missing'],
    ]),
  );
  await act(async () => void (await now().actions.save()));
  expect((await getBundle(db, id))!.texts).toHaveLength(2);
  await vi.waitFor(() => expect(now().open).toMatchObject({ text: `${long}改。`, changed: false }));
  expect(said.at(-1)).toContain('版本');
  expect(now().actions.saving).toBe(false);
});

test('an article that is deleted is none', async () => {
  const { now } = await panel();
  await act(async () => void (await deleteArticle(db, id)));
  await vi.waitFor(() => expect(now()).toBeNull());
});

test('the form of copied tasks is remembered', async () => {
  const { now } = await panel();
  expect(now().actions.format.chosen.id).toBe('text');
  await act(async () => now().actions.format.choose('markdown'));
  expect(now().actions.format.chosen.id).toBe('markdown');
  expect(
    now()
      .actions.format.all.map((format) => format.id)
      .sort(),
  ).toEqual(['markdown', 'text']);
  resetPage();
  expect((await panel()).now().actions.format.chosen.id).toBe('markdown');
  localStorage.clear();
});

const count = () => page.storage.local.held.get('keptArticles');

test('a collection that is empty though it was not, and nobody has deleted anything, is told as lost', async () => {
  page.storage.local.held.set('keptArticles', 5);
  await deleteArticle(db, id);
  await (await db.writing()).tombstones.clear();
  const hook = await useInPage(() => useEmptied(db, 0));
  await vi.waitFor(() => expect(hook.now().emptied).toBe(5));
  await act(async () => hook.now().accept());
  expect(hook.now().emptied).toBeNull();
  await vi.waitFor(() => expect(count()).toBe(0));
});

test('what was deleted is in the trash and is no loss; what is not known yet is none either', async () => {
  page.storage.local.held.set('keptArticles', 5);
  let articles: number | undefined;
  const hook = await useInPage(() => useEmptied(db, articles));
  expect([hook.now().emptied, count()]).toEqual([null, 5]);
  articles = 1;
  await hook.again();
  await vi.waitFor(() => expect(count()).toBe(1));
  await deleteArticle(db, id);
  articles = 0;
  await hook.again();
  await vi.waitFor(() => expect(count()).toBe(0));
  expect(hook.now().emptied).toBeNull();
});
