import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { expectInStep } from '../../test/support/storeChecks.ts';
import { contexts } from '../../test/support/stores.ts';
import { noteOf, tagsOf } from '../annotation/edit.ts';
import type { ChangeNotice } from '../record/changeNotice.ts';
import { addTask } from '../record/taskCorrections.ts';
import { trashId } from '../record/trash.ts';
import {
  addAnnotation,
  annotationsOf,
  correctTasks,
  deleteAnnotation,
  deleteArticle,
  editAnnotation,
  editArticle,
  eraseFromTrash,
  getAnnotation,
  getArticle,
  listAnnotations,
  listTrash,
  nextSteps,
  onChanged,
  restoreAllFromTrash,
  restoreAnnotation,
  restoreFromTrash,
  type Store,
  saveReading,
  trashIds,
  undoOrRedo,
  write,
} from './index.ts';

let store: Store;
let other: Store;
beforeEach(() => {
  [store, other] = contexts(2) as [Store, Store];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await expectInStep(store);
  await store.close();
  await other.close();
});

const newId = () => crypto.randomUUID();
const absent = '11111111-1111-4111-8111-111111111111';
const { text } = sampleReading().article;
const pageOf = (n: number) => sampleReading({}, `https://www.qingshan.example/zw/${n}.html`);
const save = async (n = 1) => (await saveReading(store, pageOf(n))).saved.id;
const quote = { type: 'TextQuoteSelector' as const, exact: '完成管网检查', prefix: '', suffix: '' };

/** Makes a change after the store has written and before it reads the result, as another view of the extension may. */
function inBetween(meanwhile: () => Promise<unknown>) {
  const reading = store.reading.bind(store);
  vi.spyOn(store, 'reading').mockImplementationOnce(async () => {
    await meanwhile();
    return reading();
  });
}

test('an article or a mark that another view deletes while it is made is said to be gone', async () => {
  const id = await save();
  inBetween(() => deleteArticle(other, id));
  await expect(saveReading(store, pageOf(1))).rejects.toMatchObject({ code: 'notFound' });
  const second = await save(2);
  const annotationId = newId();
  inBetween(() => deleteAnnotation(other, annotationId));
  await expect(addAnnotation(store, second, sampleDraft('管网'), { annotationId })).rejects.toMatchObject({
    code: 'notFound',
  });
});

test('of two views that delete a mark at once one has deleted it, and offers to undo that', async () => {
  const id = await save();
  const mark = await addAnnotation(store, id, sampleDraft('管网'));
  const gone = await Promise.all([deleteAnnotation(store, mark.id), deleteAnnotation(other, mark.id)]);
  expect(gone.filter((one) => one !== null)).toEqual([mark]);
});

test('a change says what it has changed, and that it has', async () => {
  const id = await save();
  const annotationId = newId();
  const draft = sampleDraft('管网');
  const about = { articleId: id, annotationId, created: false };
  const mark = { id: newId(), type: 'addAnnotation' as const, articleId: id, annotationId, draft };
  expect(await write(store, mark)).toEqual({ changed: true, ...about });
  expect(await write(store, { ...mark, id: newId() })).toEqual({ changed: false, ...about });
  const color = { id: newId(), type: 'setColor' as const, annotationId, color: 'blue' as const };
  expect(await write(store, color)).toEqual({ changed: true, ...about });
  expect(await write(store, { ...color, id: newId() })).toEqual({ changed: false, ...about });
  const nothing = { changed: false, articleId: null, annotationId: null, created: false };
  expect(await write(store, { ...color, id: newId(), annotationId: absent })).toEqual(nothing);
  expect(await write(store, { id: newId(), type: 'deleteAnnotation', annotationId: absent })).toEqual(
    nothing,
  );
  expect(await write(store, { id: newId(), type: 'deleteArticle', articleId: absent })).toEqual(nothing);
  expect(await write(store, { id: newId(), type: 'restore', trashId: 'tag:没有' })).toEqual(nothing);
  expect(await write(store, { id: newId(), type: 'erase', trashId: 'tag:没有' })).toEqual(nothing);
  expect(await write(store, { id: newId(), type: 'deleteTag', tag: '没有' })).toEqual(nothing);
  const note = { id: newId(), type: 'setNote' as const, note: '甲' };
  expect(await write(store, { ...note, on: { kind: 'article', id: absent } })).toEqual(nothing);
  expect(await write(store, { ...note, id: newId(), on: { kind: 'article', id } })).toEqual({
    ...nothing,
    changed: true,
    articleId: id,
  });
  const correction = { id: 'c1', kind: 'add' as const, at: quote, created: '2025-03-04T01:30:00.000Z' };
  const add = { id: newId(), type: 'addCorrection' as const, articleId: id, correction };
  expect(await write(store, { ...add, id: newId(), articleId: absent })).toEqual(nothing);
  expect(await write(store, add)).toEqual({ ...nothing, changed: true, articleId: id });
  expect(await write(store, { ...add, id: newId() })).toEqual({ ...nothing, articleId: id });
  const remove = { id: newId(), type: 'removeCorrection' as const, articleId: id, correctionId: 'c2' };
  expect(await write(store, remove)).toEqual({ ...nothing, articleId: id });
  expect(await write(store, { ...remove, id: newId(), articleId: absent })).toEqual(nothing);
  expect(await write(store, { ...remove, id: newId(), correctionId: 'c1' })).toMatchObject({ changed: true });
});

test('tags and note of a mark are edited together, and undone together', async () => {
  const id = await save();
  const mark = await addAnnotation(store, id, sampleDraft('管网', ['任务', '水务']));
  const step = newId();
  const patch = { color: 'green' as const, note: '要点', addTags: ['汛期'], removeTags: ['任务'] };
  const edited = (await editAnnotation(store, mark.id, patch, step))!;
  expect([edited.color, noteOf(edited), tagsOf(edited)]).toEqual(['green', '要点', ['水务', '汛期']]);
  await undoOrRedo(store);
  expect(await getAnnotation(store, mark.id)).toMatchObject({ color: 'yellow' });
  expect(tagsOf((await getAnnotation(store, mark.id))!).sort()).toEqual(['任务', '水务'].sort());
});

test('a correction writes itself alone, and is undone under the step that was asked for', async () => {
  const id = await save();
  await correctTasks(store, id, (now) => addTask(now, { start: 0, end: 3 }, text));
  const notices: ChangeNotice[] = [];
  onChanged(store, (notice) => notices.push(notice));
  const step = newId();
  expect(await correctTasks(store, id, (now) => addTask(now, { start: 13, end: 20 }, text), step)).toBe(true);
  expect(notices.flatMap(({ refs }) => refs.map(({ kind }) => kind))).toEqual(['article', 'history']);
  await undoOrRedo(store, { step });
  expect((await getArticle(store, id))!.taskCorrections).toHaveLength(1);
  const away = newId();
  await correctTasks(store, id, () => [], away);
  await undoOrRedo(store, { step: away });
  expect((await getArticle(store, id))!.taskCorrections).toHaveLength(1);
  notices.length = 0;
  expect(await correctTasks(store, id, (now) => now)).toBe(true);
  expect(notices).toEqual([]);
});

test('all that is in the trash comes back, marks after their articles, and what came back is counted', async () => {
  const [one, two] = [await save(1), await save(2)];
  const mark = await addAnnotation(store, one, sampleDraft('管网', ['任务']));
  await deleteAnnotation(store, mark.id);
  await deleteArticle(store, one);
  await deleteArticle(store, two);
  expect(await restoreAllFromTrash(store)).toEqual({
    restored: 3,
    failed: 0,
    articleIds: expect.arrayContaining([one, two]),
  });
  expect(await listAnnotations(store, one)).toHaveLength(1);
  expect(await restoreAllFromTrash(store)).toEqual({ restored: 0, failed: 0, articleIds: [] });
});

test('what cannot come back stays and is counted; a full disk ends it', async () => {
  const [one, two] = [await save(1), await save(2)];
  await deleteArticle(store, one);
  await deleteArticle(store, two);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(restoreAllFromTrash(store)).rejects.toMatchObject({ code: 'storage' });
  put.mockRestore();
  const db = await store.writing();
  await db.table('trash').update(trashId('article', one), { 'content.article.note': null });
  expect(await restoreAllFromTrash(store)).toEqual({ restored: 1, failed: 1, articleIds: [two] });
  expect(await trashIds(store)).toEqual([trashId('article', one)]);
});

test('a mark in the trash that cannot be read is said to be so, and stays there', async () => {
  const id = await save();
  const mark = await addAnnotation(store, id, sampleDraft('管网'));
  await deleteAnnotation(store, mark.id);
  const db = await store.writing();
  await db.table('trash').update(trashId('annotation', mark.id), { 'content.annotation.color': 'plaid' });
  await expect(restoreAnnotation(store, mark.id)).rejects.toMatchObject({ code: 'unreadable' });
  expect(await trashIds(store)).toEqual([trashId('annotation', mark.id)]);
});

test('some of the trash is erased, or all of it; what is erased is listed no more', async () => {
  const id = await save();
  for (const words of ['管网', '青山区', '会议'])
    await deleteAnnotation(store, (await addAnnotation(store, id, sampleDraft(words))).id);
  const [last] = await listTrash(store);
  await eraseFromTrash(store, [last!.id]);
  expect((await listTrash(store)).map(({ label }) => label)).toEqual(['青山区', '管网']);
  expect(await trashIds(store)).toHaveLength(2);
  await eraseFromTrash(store, null);
  expect([await listTrash(store), await trashIds(store)]).toEqual([[], []]);
  await eraseFromTrash(store, []);
});

test('a tag that comes back is on what had it, and nowhere else; that is undone and redone', async () => {
  const id = await save();
  await editArticle(store, id, { addTags: ['汛期'] });
  const tagged = await addAnnotation(store, id, sampleDraft('管网', ['任务', '水务']));
  const plain = await addAnnotation(store, id, sampleDraft('青山区', ['水务']));
  await write(store, { id: newId(), type: 'deleteTag', tag: '任务' });
  await restoreFromTrash(store, trashId('tag', '任务'));
  const tags = async () =>
    Promise.all([tagged, plain].map(async (mark) => tagsOf((await getAnnotation(store, mark.id))!).sort()));
  const [all, one] = [['任务', '水务'].sort(), ['水务']];
  expect(await tags()).toEqual([all, one]);
  expect((await getArticle(store, id))!.tags).toEqual(['汛期']);
  expect((await nextSteps(store)).undo).toMatchObject({ type: 'restore', label: '任务' });
  await undoOrRedo(store);
  expect(await tags()).toEqual([one, one]);
  await undoOrRedo(store, { redo: true });
  expect(await tags()).toEqual([all, one]);
});

test('the marks of several articles are given, and of no other', async () => {
  const ids = [await save(1), await save(2), await save(3)];
  const marks = [];
  for (const id of ids) marks.push(await addAnnotation(store, id, sampleDraft('管网')));
  expect((await annotationsOf(store, ids.slice(0, 2))).map(({ id }) => id).sort()).toEqual(
    marks
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  );
});

test('a step has the words of what was changed, to be named when it is undone', async () => {
  const id = await save();
  const mark = await addAnnotation(store, id, sampleDraft('管网检查'));
  const label = async () => (await nextSteps(store)).undo?.label;
  expect(await label()).toBe('管网检查');
  const title = '青山区召开水务工作会议';
  const steps: [string, () => Promise<unknown>][] = [
    ['管网检查', () => editAnnotation(store, mark.id, { color: 'blue' })],
    ['汛期', () => editAnnotation(store, mark.id, { addTags: ['汛期'] })],
    ['汛期', () => editAnnotation(store, mark.id, { removeTags: ['汛期'] })],
    ['', () => editAnnotation(store, mark.id, { note: '要点' })],
    [title, () => write(store, { id: newId(), type: 'setFlag', articleId: id, flag: 'read', value: true })],
    [text.slice(0, 3), () => correctTasks(store, id, (now) => addTask(now, { start: 0, end: 3 }, text))],
    [text.slice(0, 3), () => correctTasks(store, id, () => [])],
    ['管网检查', () => deleteAnnotation(store, mark.id)],
    [title, () => deleteArticle(store, id)],
  ];
  for (const [words, run] of steps) {
    await run();
    expect(await label()).toBe(words);
  }
});
