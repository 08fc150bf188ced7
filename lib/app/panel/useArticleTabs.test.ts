// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { addTask } from '../../record/taskCorrections.ts';
import {
  addAnnotation,
  correctTasks,
  getArticle,
  type Store,
  saveReading,
  setFlag,
} from '../../store/index.ts';
import { t } from '../i18n.ts';
import { useArticleTabs } from './useArticleTabs.ts';
import { useOpening } from './useOpening.ts';

let db: Store;
let id: string;
const notify = vi.fn();
const { text } = sampleReading().article;
beforeEach(async () => {
  resetPage();
  notify.mockReset();
  [db] = contexts(1) as [Store];
  id = (await saveReading(db, sampleReading())).saved.id;
});
afterEach(async () => {
  resetPage();
  await db.close();
});
async function tabs(start: { chosenMark?: string; chosenTask?: number; tab?: 'facts' } = {}) {
  const hook = await useInPage(() =>
    useArticleTabs<'facts'>(db, id, notify, { chosenMark: null, chosenTask: null, tab: null, ...start }),
  );
  await vi.waitFor(() => expect(hook.now().panel).toBeTruthy());
  return hook;
}
const addOne = () => {
  const start = text.indexOf('各街道');
  return correctTasks(db, id, (now) => addTask(now, { start, end: start + 8 }, text));
};

test('an article without marks shows its tasks, and one with neither its marks', async () => {
  const { now } = await tabs();
  expect(now()).toMatchObject({ current: 'marks', chosen: null, lights: true, corrects: false });
  await act(async () => void (await addOne()));
  await vi.waitFor(() => expect(now().current).toBe('tasks'));
  const mark = await addAnnotation(db, id, sampleDraft('管网检查'));
  await vi.waitFor(() => expect(now().current).toBe('marks'));
  await act(() => now().setTab('tasks'));
  expect(now().current).toBe('tasks');
  await act(() => now().choose(mark));
  expect(now()).toMatchObject({ current: 'marks', chosen: mark.id });
  await act(() => now().setLights(false));
  await act(() => now().setCorrects(true));
  expect(now()).toMatchObject({ lights: false, corrects: true });
});

test('an article opens at the tab, the mark or the task that was asked for', async () => {
  const first = await tabs({ tab: 'facts' });
  expect(first.now()).toMatchObject({ current: 'facts', chosen: null });
  await first.end();
  const marked = await tabs({ chosenMark: 'a', tab: 'facts' });
  expect(marked.now()).toMatchObject({ current: 'marks', chosen: 'a' });
  await marked.end();
  const { now } = await tabs({ chosenTask: 0, tab: 'facts' });
  expect(now()).toMatchObject({ current: 'tasks', chosen: null });
});

test('an opened article is read, until the person says otherwise, and can have a star', async () => {
  const { now } = await tabs();
  await vi.waitFor(() => expect(now().reviewing).toMatchObject({ read: true, starred: false }));
  expect(now().reviewing!.name).toBe(sampleReading().article.title);
  await act(async () => now().reviewing!.toggleRead());
  await vi.waitFor(() => expect(now().reviewing!.read).toBe(false));
  await act(async () => now().reviewing!.star());
  await vi.waitFor(() => expect(now().reviewing!.starred).toBe(true));
  expect(await getArticle(db, id)).toMatchObject({ read: false, starred: true });
  await act(async () => void (await setFlag(db, id, 'starred', false)));
  await vi.waitFor(() => expect(now().reviewing!.starred).toBe(false));
  expect(notify).not.toHaveBeenCalled();
});

test('an article without a headline has a name in words', async () => {
  id = (await saveReading(db, sampleReading({ title: '' }, 'https://b.cn/2'))).saved.id;
  const { now } = await tabs();
  await vi.waitFor(() => expect(now().reviewing?.name).toBe(t('untitled')));
});

test('an article is opened from the list with its search, at a mark or task without it, and beside its neighbours', async () => {
  const show = vi.fn();
  let open: string | null = null;
  let asked = '管网';
  const search = {
    soughtIn: (of: string) => (of === 'c' ? null : { id: of, query: asked }),
    isAsked: (query: string) => query === asked,
    neighbour: (of: string | null, by: number) => (by > 0 ? `${of}+` : null),
  };
  const { now, again } = await useInPage(() => useOpening({ open, show } as never, search as never));
  expect(now()).toMatchObject({ sought: null, chosen: null });
  await act(() => now().openFromList('a'));
  expect(show).toHaveBeenLastCalledWith('a');
  expect(now().sought).toBeNull();
  open = 'a';
  await again();
  expect(now().sought).toEqual({ id: 'a', query: '管网' });
  asked = '';
  await again();
  expect(now().sought).toBeNull();
  asked = '管网';
  await act(() => now().go(1));
  expect(show).toHaveBeenLastCalledWith('a+');
  await act(() => now().go(-1));
  expect(show).toHaveBeenCalledTimes(2);
  await act(() => now().openAtMark('b', 'm'));
  open = 'b';
  await again();
  expect(show).toHaveBeenLastCalledWith('b');
  expect(now()).toMatchObject({ sought: null, chosen: { mark: 'm' } });
  await act(() => now().openAtTask('c', 0));
  expect(now().chosen).toEqual({ task: 0 });
  await act(() => now().openFromList('c'));
  expect(now().chosen).toBeNull();
});

test('without a search there is nothing to go on to', async () => {
  const show = vi.fn();
  const { now } = await useInPage(() => useOpening({ open: 'a', show } as never, null));
  await act(() => now().go(1));
  expect(show).not.toHaveBeenCalled();
  await act(() => now().openFromList('a'));
  expect([show.mock.calls, now().sought]).toEqual([[['a']], null]);
});
