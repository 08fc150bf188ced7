import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { expectInStep } from '../../test/support/storeChecks.ts';
import { contexts } from '../../test/support/stores.ts';
import { noteOf, tagsOf } from '../annotation/edit.ts';
import { HISTORY_STEPS } from '../record/history.ts';
import { trashId } from '../record/trash.ts';
import {
  addAnnotation,
  articleIds,
  correctFields,
  correctTasks,
  deleteAnnotation,
  deleteArticle,
  editAnnotation,
  editArticle,
  eraseFromTrash,
  getAnnotation,
  getArticle,
  listTrash,
  moveAnnotation,
  nextSteps,
  openStore,
  restoreFromTrash,
  type Store,
  saveReading,
  setFlag,
  trashIds,
  undoOrRedo,
  write,
  writeAll,
} from './index.ts';
import { DATABASE_VERSION } from './version.ts';

let stores: Store[];
let store: Store;
beforeEach(() => {
  let second = Date.parse('2025-03-04T01:30:00.000Z');
  stores = contexts(3, undefined, () => {
    second += 1000;
    return new Date(second);
  });
  [store] = stores as [Store];
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of stores) {
    await expectInStep(one);
    await one.close();
  }
});

const newId = () => crypto.randomUUID();
const save = async (n = 1) => {
  const url = `https://www.qingshan.example/zw/${n}.html`;
  return (
    await saveReading(
      store,
      sampleReading({ title: `第${n}次会议`, text: `第${n}次会议。\n要完成管网检查。` }, url),
    )
  ).saved.id;
};
const quote = { type: 'TextQuoteSelector' as const, exact: '完成管网检查', prefix: '', suffix: '' };
const created = '2025-03-04T01:30:00.000Z';

test('two articles that were deleted come back one after the other, the last first', async () => {
  const [a, b] = [await save(1), await save(2)];
  await deleteArticle(store, a);
  await deleteArticle(store, b);
  await undoOrRedo(store);
  expect(await getArticle(store, b)).not.toBeNull();
  expect(await getArticle(store, a)).toBeNull();
  await undoOrRedo(store);
  expect(await getArticle(store, a)).not.toBeNull();
});

test('every kind of change is undone and redone, across contexts', async () => {
  const id = await save();
  const mark = await addAnnotation(store, id, sampleDraft('管网检查', ['任务']));
  const moved = sampleDraft('会议').target;
  const steps: [string, (one: Store) => Promise<unknown>][] = [
    ['note', (one) => editArticle(one, id, { note: '先办' })],
    ['tags', (one) => editArticle(one, id, { addTags: ['水务', '汛期'] })],
    ['untag', (one) => editArticle(one, id, { removeTags: ['水务'] })],
    [
      'star',
      (one) => write(one, { id: newId(), type: 'setFlag', articleId: id, flag: 'starred', value: true }),
    ],
    ['colour', (one) => editAnnotation(one, mark.id, { color: 'blue', note: '六月核对' })],
    ['place', (one) => moveAnnotation(one, mark.id, moved)],
    [
      'correction',
      (one) => correctTasks(one, id, (now) => [...now, { id: 'c1', kind: 'add', at: quote, created }]),
    ],
    ['uncorrected', (one) => correctTasks(one, id, () => [])],
    ['tag off everything', (one) => write(one, { id: newId(), type: 'deleteTag', tag: '任务' })],
    ['mark', (one) => deleteAnnotation(one, mark.id)],
    ['article', (one) => deleteArticle(one, id)],
  ];
  /** The collection as a person sees it, without times and revisions. */
  const seen = async () => {
    const saved = await getArticle(store, id);
    const one = await getAnnotation(store, mark.id);
    return (
      saved && {
        words: [saved.note, [...saved.tags].sort(), saved.starred, saved.taskCorrections],
        mark: one && [one.color, noteOf(one), tagsOf(one), one.target],
      }
    );
  };
  const states = [await seen()];
  for (const [i, [, run]] of steps.entries()) {
    await run(stores[i % 3]!);
    states.push(await seen());
  }
  for (let i = steps.length; i > 0; i--) {
    expect((await undoOrRedo(stores[(i + 1) % 3]!))?.entry, steps[i - 1]![0]).not.toBeUndefined();
    expect(await seen(), `undo of ${steps[i - 1]![0]}`).toEqual(states[i - 1]);
  }
  for (let i = 1; i <= steps.length; i++) {
    await undoOrRedo(stores[i % 3]!, { redo: true });
    expect(await seen(), `redo of ${steps[i - 1]![0]}`).toEqual(states[i]);
  }
  expect(await undoOrRedo(store, { redo: true })).toBeNull();
});

test('an undo that is refused stays, to be tried again', async () => {
  const id = await save();
  await deleteArticle(store, id);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put');
  full.mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(undoOrRedo(store)).rejects.toMatchObject({ code: 'storage' });
  full.mockRestore();
  expect(await getArticle(store, id)).toBeNull();
  expect((await nextSteps(store)).undo).toMatchObject({ type: 'deleteArticle', label: '第1次会议' });
  await undoOrRedo(store);
  expect(await getArticle(store, id)).not.toBeNull();
});

test('the history is there after a restart', async () => {
  const id = await save();
  await editArticle(store, id, { note: '先办' });
  const { name } = store;
  for (const one of stores) await one.close();
  stores = [openStore({ name })];
  [store] = stores as [Store];
  await undoOrRedo(store);
  expect((await getArticle(store, id))!.note).toBe('');
});

test('undoing takes nothing back that another view did meanwhile', async () => {
  const id = await save();
  const mark = await addAnnotation(store, id, sampleDraft('管网检查'));
  const step = newId();
  await writeAll(store, [
    { id: step, type: 'setColor', annotationId: mark.id, color: 'blue' },
    { id: newId(), type: 'addTag', on: { kind: 'annotation', id: mark.id }, tag: '水务' },
  ]);
  await editAnnotation(stores[1]!, mark.id, { note: '别处所写', addTags: ['汛期'] });
  await undoOrRedo(store, { step });
  const now = (await getAnnotation(store, mark.id))!;
  expect([now.color, noteOf(now), tagsOf(now)]).toEqual(['yellow', '别处所写', ['汛期']]);
});

test('a step on several articles knows their number and every tag, also if it was written in parts', async () => {
  const ids = [await save(1), await save(2), await save(3)];
  const step = newId();
  const tagged = (some: string[]) =>
    some.flatMap((id) =>
      ['水务', '汛期'].map((tag) => ({
        id: newId(),
        type: 'addTag' as const,
        on: { kind: 'article' as const, id },
        tag,
      })),
    );
  await writeAll(store, tagged(ids.slice(0, 2)), step);
  expect((await nextSteps(store)).undo).toMatchObject({ type: 'addTag', label: '水务、汛期', articles: 2 });
  await writeAll(store, tagged(ids.slice(2)), step);
  expect((await nextSteps(store)).undo).toMatchObject({ id: step, label: '水务、汛期', articles: 3 });
  await undoOrRedo(store);
  expect((await nextSteps(store)).undo).toMatchObject({ type: 'saveReading', articles: 1 });
});

test('a note that two views have typed at the same time has the words of both', async () => {
  const id = await save();
  const on = { kind: 'article' as const, id };
  const type = (one: Store, note: string, from: string) =>
    write(one, { id: newId(), type: 'setNote', on, note, from });
  await type(store, '先办', '');
  await type(stores[1]!, '先办。速报', '先办');
  await type(store, '请先办', '先办');
  expect((await getArticle(store, id))!.note).toBe('请先办。速报');
});

test('letters typed into one note are one step, also when they come one by one', async () => {
  const id = await save();
  const other = await save(2);
  let from = '';
  for (const note of ['先', '先办', '先办此', '先办此事']) {
    await write(store, { id: newId(), type: 'setNote', on: { kind: 'article', id }, note, from });
    from = note;
  }
  await editArticle(store, other, { note: '另一篇' });
  await undoOrRedo(store);
  await undoOrRedo(store);
  expect((await getArticle(store, id))!.note).toBe('');
  await undoOrRedo(store, { redo: true });
  expect((await getArticle(store, id))!.note).toBe('先办此事');
});

test('the steps of one article are undone without those of another', async () => {
  const [a, b] = [await save(1), await save(2)];
  await editArticle(store, a, { note: '甲' });
  await editArticle(store, b, { note: '乙' });
  await undoOrRedo(store, { articleId: a });
  expect([(await getArticle(store, a))!.note, (await getArticle(store, b))!.note]).toEqual(['', '乙']);
  expect((await nextSteps(store, { articleId: a })).redo).toMatchObject({ type: 'setNote' });
  await editArticle(store, a, { note: '丙' });
  expect((await nextSteps(store, { articleId: a })).redo).toBeNull();
});

test('the same request, sent again, undoes one step', async () => {
  const id = await save();
  await editArticle(store, id, { addTags: ['水务'] });
  await editArticle(store, id, { addTags: ['汛期'] });
  const request = newId();
  await undoOrRedo(store, { id: request });
  expect(await undoOrRedo(stores[1]!, { id: request })).toBeNull();
  expect((await getArticle(store, id))!.tags).toEqual(['水务']);
});

test('a step that has nothing left to do is passed over', async () => {
  const id = await save();
  await editArticle(store, id, { addTags: ['水务'] });
  await deleteArticle(store, id);
  await write(store, { id: newId(), type: 'restore', trashId: trashId('article', id) });
  await undoOrRedo(store);
  expect(await getArticle(store, id)).toBeNull();
  await undoOrRedo(store);
  expect(await getArticle(store, id)).not.toBeNull();
  await undoOrRedo(store);
  expect((await getArticle(store, id))!.tags).toEqual([]);
});

test('what is erased is in no step of the history any more', async () => {
  const id = await save();
  const mark = await addAnnotation(store, id, sampleDraft('管网检查'));
  await editAnnotation(store, mark.id, { note: '密' });
  await editArticle(store, id, { note: '不可外传' });
  await deleteAnnotation(store, mark.id);
  await write(store, { id: newId(), type: 'erase', trashId: trashId('annotation', mark.id) });
  const all = async () => JSON.stringify(await (await store.reading()).history.toArray());
  expect(await all()).not.toContain('密"');
  expect(await all()).toContain('不可外传');
  await deleteArticle(store, id);
  await write(store, { id: newId(), type: 'erase', trashId: trashId('article', id) });
  expect(await all()).toBe('[]');
  expect(await listTrash(store)).toEqual([]);
});

test('the history has an end', async () => {
  const id = await save();
  for (let i = 0; i < HISTORY_STEPS + 5; i++)
    await write(store, { id: newId(), type: 'setFlag', articleId: id, flag: 'read', value: i % 2 === 0 });
  expect(await (await store.reading()).history.count()).toBe(HISTORY_STEPS);
});

test('the steps of one article are taken back in the order in which they were done, whatever their ids', async () => {
  const id = await save();
  const ids = ['f', 'b', 'd', '1'].map((first) => `${first}0000000-0000-4000-8000-000000000000`);
  for (const [i, step] of ids.entries()) await editArticle(store, id, { addTags: [`第${i}`] }, step);
  const tags = async () => (await getArticle(store, id))!.tags;
  for (let left = 3; left >= 0; left--) {
    await undoOrRedo(store, { articleId: id });
    expect(await tags()).toEqual(['第0', '第1', '第2', '第3'].slice(0, left));
  }
  await undoOrRedo(store, { articleId: id, redo: true });
  expect(await tags()).toEqual(['第0']);
});

test('a page takes back what was done to its marks, and nothing else', async () => {
  const id = await save();
  const mark = await addAnnotation(store, id, sampleDraft('管网检查'));
  await editAnnotation(store, mark.id, { note: '要点' });
  await editArticle(store, id, { note: '先办' });
  const which = { articleId: id, marksAlone: true };
  expect((await nextSteps(store, which)).undo).toMatchObject({ type: 'setNote' });
  await undoOrRedo(store, which);
  expect(noteOf((await getAnnotation(store, mark.id))!)).toBe('');
  expect((await getArticle(store, id))!.note).toBe('先办');
  await undoOrRedo(store, which);
  expect(await getAnnotation(store, mark.id)).toBeNull();
  expect((await nextSteps(store, which)).undo).toBeNull();
  await undoOrRedo(store, { ...which, redo: true });
  expect(await getAnnotation(store, mark.id)).not.toBeNull();
});

test('beside all articles, nothing is redone that was undone before something new', async () => {
  const [a, b] = [await save(1), await save(2)];
  await deleteArticle(store, a);
  await undoOrRedo(store);
  await editArticle(store, b, { note: '乙' });
  expect((await nextSteps(store)).redo).toBeNull();
  expect(await undoOrRedo(store, { redo: true })).toBeNull();
  expect(await articleIds(store)).toContain(a);
  // What is undone then is what is redone, and again nothing after it.
  await undoOrRedo(store);
  expect((await nextSteps(store)).redo).toMatchObject({ articleId: b });
  await undoOrRedo(store, { redo: true });
  expect((await nextSteps(store)).redo).toBeNull();
});

test('what was undone of one article can be redone after something new in another, and not of its own', async () => {
  const [a, b] = [await save(1), await save(2)];
  await editArticle(store, a, { note: '甲' });
  await undoOrRedo(store, { articleId: a });
  await editArticle(store, b, { note: '乙' });
  expect((await nextSteps(store, { articleId: a })).redo).not.toBeNull();
  // After a new step that changes both articles, nothing of either can be redone.
  await writeAll(store, [
    { id: newId(), type: 'addTag', on: { kind: 'article', id: a }, tag: '水务' },
    { id: newId(), type: 'addTag', on: { kind: 'article', id: b }, tag: '水务' },
  ]);
  expect((await nextSteps(store)).redo).toBeNull();
  expect((await nextSteps(store)).undo).toMatchObject({ articleId: null, type: 'addTag', label: '水务' });
});

test('a step of several articles is undone whole, the last change first', async () => {
  const [a, b] = [await save(1), await save(2)];
  const on = { kind: 'article' as const, id: a };
  await writeAll(store, [
    { id: newId(), type: 'addTag', on, tag: '水务' },
    { id: newId(), type: 'setFlag', articleId: b, flag: 'starred', value: true },
    { id: newId(), type: 'removeTag', on, tag: '水务' },
  ]);
  await undoOrRedo(store);
  expect([(await getArticle(store, a))!.tags, (await getArticle(store, b))!.starred]).toEqual([[], false]);
  await undoOrRedo(store, { redo: true });
  expect([(await getArticle(store, a))!.tags, (await getArticle(store, b))!.starred]).toEqual([[], true]);
});

test('a tag that is erased is in no step, and no step without it is lost', async () => {
  const [a, b] = [await save(1), await save(2)];
  await editArticle(store, a, { addTags: ['不可外传'] });
  await editArticle(store, b, { addTags: ['水务'] });
  await write(store, { id: newId(), type: 'deleteTag', tag: '不可外传' });
  await write(store, { id: newId(), type: 'erase', trashId: trashId('tag', '不可外传') });
  const all = JSON.stringify(await (await store.reading()).history.toArray());
  expect(all).not.toContain('不可外传');
  expect(all).toContain('水务');
});

test('a database of a later version without a history has nothing to go back to', async () => {
  const name = `pizhu-test-${crypto.randomUUID()}`;
  const later = new Dexie(name);
  later.version(DATABASE_VERSION + 1).stores({ articles: 'id', meta: 'id' });
  await later.open();
  later.close();
  const one = openStore({ name });
  expect(await nextSteps(one)).toEqual({ undo: null, redo: null });
  await one.close();
});

test('a damaged step is passed over, and the next step is found without reading the others', async () => {
  const id = await save();
  await editArticle(store, id, { addTags: ['水务'] });
  await setFlag(store, id, 'starred', true);
  const { history } = await store.reading();
  const read = vi.spyOn(IDBIndex.prototype, 'getAll');
  expect(await nextSteps(store)).toMatchObject({ undo: { type: 'setFlag' }, redo: null });
  expect(read.mock.calls.filter(([range]) => range === undefined)).toEqual([]);
  read.mockRestore();
  const last = (await history.orderBy('seq').last())!;
  await history.put({ ...last, undo: null as never });
  expect(await nextSteps(store)).toMatchObject({ undo: { type: 'addTag' }, redo: null });
});

test('what the person did not ask for is no step', async () => {
  const id = await save();
  const before = (await nextSteps(store)).undo;
  expect(await setFlag(store, id, 'read', true, { quiet: true })).toMatchObject({ changed: true });
  expect((await nextSteps(store)).undo).toEqual(before);
  await setFlag(store, id, 'read', false);
  expect((await nextSteps(store)).undo).toMatchObject({ type: 'setFlag', articleId: id });
  await undoOrRedo(store);
  expect((await getArticle(store, id))!.read).toBe(true);
});

test('a field that is corrected to what it is corrected to already is no step', async () => {
  const id = await save();
  expect(await correctFields(store, id, [['source', '青山日报']])).toMatchObject([{ changed: true }]);
  expect(await correctFields(store, id, [['source', '青山\u200B日报']])).toMatchObject([{ changed: false }]);
  expect(await correctFields(store, id, [['issuer', undefined]])).toMatchObject([{ changed: false }]);
  expect((await nextSteps(store)).undo).toMatchObject({ type: 'correctField', label: '第1次会议' });
  await undoOrRedo(store);
  expect((await getArticle(store, id))!.fieldCorrections).toEqual({});
  expect((await nextSteps(store)).undo).toMatchObject({ type: 'saveReading' });
});

test('a step that is written in parts is one, undone from its end and redone from its beginning', async () => {
  const [a, b] = [await save(1), await save(2)];
  const step = newId();
  await writeAll(store, [{ id: newId(), type: 'setNote', on: { kind: 'article', id: a }, note: '甲' }], step);
  await writeAll(store, [{ id: newId(), type: 'setNote', on: { kind: 'article', id: a }, note: '乙' }], step);
  await writeAll(store, [{ id: newId(), type: 'addTag', on: { kind: 'article', id: b }, tag: '水务' }], step);
  const now = async () => [(await getArticle(store, a))!.note, (await getArticle(store, b))!.tags];
  const { undo } = await nextSteps(store);
  expect(undo).toMatchObject({ id: step, type: 'setNote', articleId: null });
  expect(undo!.redo.map(({ type }) => type)).toEqual(['setNote', 'setNote', 'addTag']);
  await undoOrRedo(store);
  expect(await now()).toEqual(['', []]);
  await undoOrRedo(store, { redo: true });
  expect(await now()).toEqual(['乙', ['水务']]);
  await undoOrRedo(store);
  await undoOrRedo(store);
  expect(await getArticle(store, b)).toBeNull();
});

test('the steps of an article that is erased go, the steps of others stay', async () => {
  const [a, b] = [await save(1), await save(2)];
  await editArticle(store, a, { note: '甲' });
  await editArticle(store, b, { note: '乙' });
  await deleteArticle(store, a);
  await eraseFromTrash(store, await trashIds(store));
  const steps = await (await store.reading()).history.orderBy('seq').toArray();
  expect(steps.map(({ type, articleId }) => [type, articleId])).toEqual([
    ['saveReading', b],
    ['setNote', b],
  ]);
});

test('what is restored from the trash can be deleted again by undoing', async () => {
  const id = await save();
  const correction = { id: 'c1', kind: 'add' as const, at: quote, created };
  const mark = await addAnnotation(store, id, sampleDraft('管网检查'));
  await correctTasks(store, id, () => [correction]);
  await correctTasks(store, id, () => []);
  await restoreFromTrash(store, trashId('correction', 'c1'));
  expect((await nextSteps(store)).undo).toMatchObject({ type: 'restore', label: '完成管网检查' });
  await undoOrRedo(store);
  expect((await getArticle(store, id))!.taskCorrections).toEqual([]);
  await undoOrRedo(store, { redo: true });
  expect((await getArticle(store, id))!.taskCorrections).toEqual([correction]);
  await deleteAnnotation(store, mark.id);
  await restoreFromTrash(store, trashId('annotation', mark.id));
  await undoOrRedo(store);
  expect(await getAnnotation(store, mark.id)).toBeNull();
  await deleteArticle(store, id);
  await restoreFromTrash(store, trashId('article', id));
  await undoOrRedo(store);
  expect(await getArticle(store, id)).toBeNull();
});

test('an article that came back into another one is not deleted by undoing', async () => {
  const id = await save();
  await deleteArticle(store, id);
  const again = await save();
  await restoreFromTrash(store, trashId('article', id));
  expect((await nextSteps(store)).undo).toMatchObject({ type: 'saveReading', articleId: again });
});
