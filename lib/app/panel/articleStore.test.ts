// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { afterEach, beforeEach, expect, test } from 'vitest';
import { background, resetPage } from '@/test/support/ownPage.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { noteOf } from '../../annotation/edit.ts';
import { addTask } from '../../record/taskCorrections.ts';
import {
  deleteAnnotation,
  getAnnotation,
  getArticle,
  getText,
  listAnnotations,
  type Store,
  saveReading,
} from '../../store/index.ts';
import { articleStore } from './articleStore.ts';
import { undoOrRedoOnPages } from './stepping.ts';
import { stepWords } from './stepWords.ts';

let db: Store;
let id: string;
let store: ReturnType<typeof articleStore>;
beforeEach(async () => {
  resetPage();
  [db] = contexts(1) as [Store];
  id = (await saveReading(db, sampleReading())).saved.id;
  store = articleStore(db, id);
});
afterEach(() => db.close());

/** The messages to web pages since the last call. */
const told = () => background.asked.splice(0).map(({ name, request }) => [name, request]);
const ofAll = ['collection.changed', { articleIds: [''] }] as [string, { articleIds: string[] }];
const all = () => [[ofAll[0], { articleIds: [id] }]];
const marks = (...annotationIds: string[]) => [['collection.marksChanged', { articleId: id, annotationIds }]];

test('pages are told of a new mark as a whole, of a changed or deleted one alone', async () => {
  const step = await store.addMark(sampleDraft('管网检查'));
  const [mark] = await listAnnotations(db, id);
  expect(told()).toEqual(all());
  await store.editMark(mark!.id, { note: '要点' });
  expect(noteOf((await getAnnotation(db, mark!.id))!)).toBe('要点');
  expect(told()).toEqual(marks(mark!.id));
  const removed = await store.removeMark(mark!.id);
  expect(await getAnnotation(db, mark!.id)).toBeNull();
  expect(told()).toEqual(marks(mark!.id));
  await store.undo(removed!);
  expect(await getAnnotation(db, mark!.id)).not.toBeNull();
  expect(told()).toEqual(marks(mark!.id));
  await store.undo(step!);
  expect(await getAnnotation(db, mark!.id)).toBeNull();
  expect(told()).toEqual(marks(mark!.id));
});

test('what was gone already has no step to undo', async () => {
  await store.addMark(sampleDraft('管网检查'));
  const [mark] = await listAnnotations(db, id);
  await deleteAnnotation(db, mark!.id);
  expect(await store.removeMark(mark!.id)).toBeNull();
});

test('a change that is asked for again under its step is done once', async () => {
  await store.addMark(sampleDraft('管网检查'));
  const [mark] = await listAnnotations(db, id);
  const step = crypto.randomUUID();
  await store.editMark(mark!.id, { note: '要点' }, step);
  await store.editMark(mark!.id, { note: '其他' }, step);
  expect(noteOf((await getAnnotation(db, mark!.id))!)).toBe('要点');
});

test('pages are told of a new version, of marks of another article, and of a deletion', async () => {
  const reading = sampleReading({ text: '改过的文字。' });
  const { saved, created } = await store.keepReading(reading);
  expect([saved.id, created]).toEqual([id, false]);
  expect((await getText(db, id, saved.sha256))!.text).toBe('改过的文字。');
  expect(told()).toEqual(all());
  const other = (await saveReading(db, sampleReading({}, 'https://b.example/'))).saved.id;
  expect(await store.showMarksOf(other, saved.url, true)).toMatchObject({ changed: true });
  expect((await getArticle(db, other))!.alsoAt).toHaveLength(1);
  expect(told()).toEqual(all());
  const step = await store.removeArticle();
  expect(await getArticle(db, id)).toBeNull();
  expect(told()).toEqual(all());
  await store.undo(step!);
  expect(await getArticle(db, id)).not.toBeNull();
  expect(told()).toEqual(all());
});

test('the note of an article and corrections of its tasks show on no page, so none is told', async () => {
  await store.editArticle({ note: '跟进', addTags: ['水务'] });
  const { text } = sampleReading().article;
  const step = await store.correctTasks((now) => addTask(now, { start: 0, end: 3 }, text));
  expect(await getArticle(db, id)).toMatchObject({ note: '跟进', tags: ['水务'], taskCorrections: [{}] });
  expect(told()).toEqual([]);
  await store.undo(step!);
  expect((await getArticle(db, id))!.taskCorrections).toEqual([]);
});

test('a page that cannot be told keeps nothing from being done', async () => {
  background.answers['collection.changed'] = () => Promise.reject(new Error('gone'));
  expect(await store.addMark(sampleDraft('管网检查'))).not.toBeNull();
  expect(await listAnnotations(db, id)).toHaveLength(1);
});

test('where there is nothing to go back to nobody is told', async () => {
  await undoOrRedoOnPages(db, {});
  told();
  expect(await undoOrRedoOnPages(db, {})).toBeNull();
  expect(told()).toEqual([]);
});

test('a step is named by what it did and to what, in a few words', () => {
  const named = (type: string, label: string, articles = 1) => stepWords({ type, label, articles });
  expect(named('deleteArticle', '')).toBe('删除文章');
  expect(named('addTag', '水务')).toBe('添加标签“水务”');
  expect(named('deleteArticle', '长'.repeat(25))).toContain(`${'长'.repeat(24)}…`);
  expect(named('deleteArticle', '长'.repeat(24))).not.toContain('…');
  // Of several articles, none is named, but what they have in common is.
  expect(named('deleteArticle', '水务会议', 12)).toBe('删除文章（12 篇文章）');
  expect(named('addTag', '水务、汛期', 12)).toBe('添加标签“水务、汛期”（12 篇文章）');
  expect(named('renameTag', '水务', 2)).toBe('标签改名“水务”（2 篇文章）');
});
