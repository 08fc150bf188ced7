import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { expectInStep } from '../../test/support/storeChecks.ts';
import { contexts } from '../../test/support/stores.ts';
import { tagsOf } from '../annotation/edit.ts';
import { addTask } from '../record/taskCorrections.ts';
import { trashId } from '../record/trash.ts';
import {
  addAnnotation,
  articleIds,
  articleOfTrash,
  correctTasks,
  deleteAnnotation,
  deleteArticle,
  editArticle,
  emptyTrash,
  eraseEverything,
  findByAddress,
  getAnnotation,
  getArticle,
  getBundle,
  listAnnotations,
  listQuarantine,
  listTrash,
  onChanged,
  restoreAnnotation,
  restoreArticle,
  type Store,
  saveReading,
  tagsInUse,
  trashIds,
  write,
} from './index.ts';

let store: Store;
beforeEach(() => {
  [store] = contexts(1) as [Store];
});
afterEach(async () => {
  await expectInStep(store);
  await store.close();
});

const newId = () => crypto.randomUUID();
const { text } = sampleReading().article;
const DAY_MS = 86_400_000;
type Stamped = { modified: string; revision: unknown };
const still = <T extends Stamped>({ modified: _, revision: __, ...rest }: T) => rest;

/** Saves an article with two marks, a tag, a note and a correction. */
async function article() {
  const { saved } = await saveReading(store, sampleReading());
  const mark = await addAnnotation(store, saved.id, sampleDraft('完成管网检查', ['任务']));
  await addAnnotation(store, saved.id, sampleDraft('青山区'));
  await editArticle(store, saved.id, { addTags: ['水务'], note: '跟进' });
  await correctTasks(store, saved.id, (now) => addTask(now, { start: 0, end: 3 }, text));
  return { id: saved.id, mark, bundle: (await getBundle(store, saved.id))! };
}

test('a deleted article is in the trash whole, and comes back with all that belonged to it', async () => {
  const { id, bundle } = await article();
  expect(await deleteArticle(store, id)).toBe(true);
  expect(await deleteArticle(store, id)).toBe(false);
  const db = await store.reading();
  expect([await db.articles.count(), await db.texts.count(), await db.annotations.count()]).toEqual([
    0, 0, 0,
  ]);
  expect(await tagsInUse(store)).toEqual([]);
  const [entry] = await listTrash(store);
  expect(entry).toMatchObject({
    id: trashId('article', id),
    kind: 'article',
    articleId: id,
    label: '青山区召开水务工作会议',
  });
  expect(Date.parse(entry!.expires!) - Date.parse(entry!.deletedAt)).toBe(30 * DAY_MS);
  expect(await restoreArticle(store, id)).toMatchObject({ changed: true, articleId: id });
  const back = (await getBundle(store, id))!;
  expect(still(back.saved)).toEqual(still(bundle.saved));
  expect(back.texts.map(still)).toEqual(bundle.texts.map(still));
  expect(back.annotations.map(still)).toEqual(bundle.annotations.map(still));
  expect(back.saved.revision.counter).toBeGreaterThan(bundle.saved.revision.counter);
  expect(await listTrash(store)).toEqual([]);
  expect(await db.trash.count()).toBe(0);
  expect(await restoreArticle(store, id)).toMatchObject({ changed: false });
});

test('a deleted mark comes back as it was; its words are by what it is known in the trash', async () => {
  const { mark } = await article();
  expect(await deleteAnnotation(store, mark.id)).toEqual(mark);
  expect(await getAnnotation(store, mark.id)).toBeNull();
  expect(await tagsInUse(store)).toEqual(['水务']);
  expect(await listTrash(store)).toMatchObject([{ kind: 'annotation', label: '完成管网检查' }]);
  expect(await restoreAnnotation(store, mark.id)).toMatchObject({ changed: true, annotationId: mark.id });
  expect(still((await getAnnotation(store, mark.id))!)).toEqual(still(mark));
});

test('of several deletions each comes back, in any order', async () => {
  const { id, mark, bundle } = await article();
  const second = bundle.annotations.find((one) => one.id !== mark.id)!;
  await deleteAnnotation(store, mark.id);
  await deleteAnnotation(store, second.id);
  const labels = (await listTrash(store)).map(({ label }) => label);
  expect(labels).toEqual(['青山区', '完成管网检查']);
  const [first] = await listTrash(store, { limit: 1 });
  expect((await listTrash(store, { before: first!.expires! })).map(({ label }) => label)).toEqual([
    '完成管网检查',
  ]);
  await restoreAnnotation(store, mark.id);
  await restoreAnnotation(store, second.id);
  expect((await getBundle(store, id))?.annotations).toHaveLength(2);
});

test('a mark does not come back without its article, and stays in the trash', async () => {
  const { id, mark } = await article();
  await deleteAnnotation(store, mark.id);
  await deleteArticle(store, id);
  await expect(restoreAnnotation(store, mark.id)).rejects.toMatchObject({ code: 'notFound' });
  expect(await listTrash(store)).toHaveLength(2);
  await restoreArticle(store, id);
  await restoreAnnotation(store, mark.id);
  expect(await getAnnotation(store, mark.id)).toMatchObject({ articleId: id });
});

test('an article that comes back to a page which was saved anew is one with it', async () => {
  const { id, mark, bundle } = await article();
  await deleteAnnotation(store, bundle.annotations.find((one) => one.id !== mark.id)!.id);
  const lost = (await listTrash(store))[0]!;
  await deleteArticle(store, id);
  const anew = await saveReading(store, sampleReading({ text: '青山区的会议改了说法。' }));
  expect(anew.saved.id).not.toBe(id);
  await editArticle(store, anew.saved.id, { addTags: ['汛期'], note: '新' });
  expect(await restoreArticle(store, id)).toMatchObject({ articleId: anew.saved.id });
  expect(await articleIds(store)).toEqual([anew.saved.id]);
  const one = (await getBundle(store, anew.saved.id))!;
  expect(one.saved).toMatchObject({
    tags: ['汛期', '水务'],
    note: '新\n\n跟进',
    created: bundle.saved.created,
  });
  expect(one.saved.sha256).toBe(anew.saved.sha256);
  expect(one.saved.taskCorrections).toEqual(bundle.saved.taskCorrections);
  expect(one.texts.map((each) => each.text).sort()).toEqual([text, '青山区的会议改了说法。'].sort());
  expect(one.annotations.map(({ id, articleId }) => [id, articleId])).toEqual([[mark.id, anew.saved.id]]);
  // The page was saved again under a new id. A mark deleted from the old article is restored to the new article.
  await write(store, { id: newId(), type: 'restore', trashId: lost.id });
  expect((await getBundle(store, anew.saved.id))?.annotations).toHaveLength(2);
  expect(await getArticle(store, id)).toBeNull();
});

test('a correction that is taken out comes back from the trash, and leaves it when it is made again', async () => {
  const { id, bundle } = await article();
  const [correction] = bundle.saved.taskCorrections;
  const remove = () =>
    write(store, { id: newId(), type: 'removeCorrection', articleId: id, correctionId: correction!.id });
  expect(await remove()).toMatchObject({ changed: true, articleId: id });
  expect(await remove()).toMatchObject({ changed: false, articleId: id });
  expect(await listTrash(store)).toMatchObject([{ kind: 'correction', label: '青山区' }]);
  const trash = trashId('correction', correction!.id);
  expect(await write(store, { id: newId(), type: 'restore', trashId: trash })).toMatchObject({
    changed: true,
  });
  expect((await getArticle(store, id))?.taskCorrections).toEqual([correction]);
  await remove();
  await write(store, { id: newId(), type: 'addCorrection', articleId: id, correction: correction! });
  expect(await listTrash(store)).toEqual([]);
  await remove();
  await deleteArticle(store, id);
  await expect(write(store, { id: newId(), type: 'restore', trashId: trash })).rejects.toMatchObject({
    code: 'notFound',
  });
});

test('a tag that is deleted everywhere comes back where it was', async () => {
  const { id, mark } = await article();
  await editArticle(store, id, { addTags: ['任务'] });
  const other = await saveReading(store, sampleReading({}, 'https://www.qingshan.example/zw/2.html'));
  await editArticle(store, other.saved.id, { addTags: ['任务'] });
  expect(await write(store, { id: newId(), type: 'deleteTag', tag: '任务' })).toMatchObject({
    changed: true,
  });
  expect(await write(store, { id: newId(), type: 'deleteTag', tag: '任务' })).toMatchObject({
    changed: false,
  });
  expect(await tagsInUse(store)).toEqual(['水务']);
  expect(tagsOf((await getAnnotation(store, mark.id))!)).toEqual([]);
  expect(await listTrash(store)).toMatchObject([
    { id: 'tag:任务', kind: 'tag', articleId: null, label: '任务' },
  ]);
  await deleteArticle(store, other.saved.id);
  await write(store, { id: newId(), type: 'restore', trashId: 'tag:任务' });
  expect((await getArticle(store, id))?.tags).toEqual(['水务', '任务']);
  expect(tagsOf((await getAnnotation(store, mark.id))!)).toEqual(['任务']);
});

test('after thirty days and not before, the trash is emptied; tombstones keep no content', async () => {
  const { id, mark } = await article();
  await deleteAnnotation(store, mark.id);
  await deleteArticle(store, id);
  await write(store, { id: newId(), type: 'deleteTag', tag: '没有' });
  const [last, first] = await listTrash(store);
  expect(await emptyTrash(store, new Date(Date.parse(first!.expires!) - 1))).toBe(0);
  expect(await emptyTrash(store, new Date(first!.expires!))).toBe(1);
  expect(await listTrash(store)).toEqual([last]);
  expect(await emptyTrash(store, new Date(last!.expires!))).toBe(1);
  expect(await listTrash(store)).toEqual([]);
  const db = await store.reading();
  expect(await db.trash.count()).toBe(0);
  const tombstones = await db.tombstones.toArray();
  expect(tombstones.map(({ id, label }) => [id, label]).sort()).toEqual([
    [trashId('annotation', mark.id), ''],
    [trashId('article', id), ''],
  ]);
  for (const tombstone of tombstones) expect(tombstone).not.toHaveProperty('expires');
  expect(await restoreArticle(store, id)).toMatchObject({ changed: false });
});

test('an article that is erased takes with it what was deleted of it before', async () => {
  const { id, mark } = await article();
  await deleteAnnotation(store, mark.id);
  await deleteArticle(store, id);
  const erase = () => write(store, { id: newId(), type: 'erase', trashId: trashId('article', id) });
  expect(await erase()).toMatchObject({ changed: true, articleId: id });
  expect(await erase()).toMatchObject({ changed: false });
  expect(await listTrash(store)).toEqual([]);
  expect(await (await store.reading()).trash.count()).toBe(0);
});

test('a tag that is erased leaves nothing: its name is its content', async () => {
  await article();
  await write(store, { id: newId(), type: 'deleteTag', tag: '任务' });
  await write(store, { id: newId(), type: 'erase', trashId: 'tag:任务' });
  const db = await store.reading();
  expect([await db.trash.count(), await db.tombstones.count()]).toEqual([0, 0]);
});

test('a page whose article is in the trash is not recognised', async () => {
  const { id } = await article();
  await deleteArticle(store, id);
  expect(await findByAddress(store, sampleReading())).toBeNull();
});

test('of an article in the trash that cannot all be read, the rest comes back and nothing is lost', async () => {
  const { id, mark } = await article();
  await deleteArticle(store, id);
  const db = await store.writing();
  await db.trash
    .where('id')
    .equals(trashId('article', id))
    .modify((row) => {
      const { content } = row;
      if (content.kind === 'article')
        content.annotations = content.annotations.map((one) =>
          one.id === mark.id ? { ...one, body: null } : one,
        );
    });
  await restoreArticle(store, id);
  expect((await getBundle(store, id))?.annotations).toHaveLength(1);
  expect(await listQuarantine(store)).toMatchObject([
    { table: 'annotations', key: mark.id, reason: 'invalid', raw: { id: mark.id, body: null } },
  ]);
});

test('changes that nobody repeats any more are forgotten after thirty days', async () => {
  await article();
  const db = await store.reading();
  const last = (await db.applied.orderBy('at').last())!.at;
  expect(await db.applied.count()).toBe(6);
  await emptyTrash(store, new Date(Date.parse(last) + 30 * DAY_MS));
  expect(await db.applied.count()).toBe(1);
});

test('erasing everything leaves no word of anything, and tombstones without content', async () => {
  const { saved } = await saveReading(store, sampleReading());
  await editArticle(store, saved.id, { note: '不可外传', addTags: ['水务'] });
  const mark = await addAnnotation(store, saved.id, sampleDraft('管网检查'));
  const second = await saveReading(store, sampleReading({}, 'https://www.qingshan.example/zw/9.html'));
  await deleteArticle(store, second.saved.id);
  await (await store.writing()).annotations.put({ id: 'broken', articleId: saved.id, note: '不可外传' });
  await listAnnotations(store, saved.id);
  await store.settled();
  await eraseEverything(store);
  const db = await store.reading();
  const left = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  const text = JSON.stringify(left);
  for (const words of ['不可外传', '管网', '青山', 'qingshan', '水务']) expect(text).not.toContain(words);
  expect(left.flatMap(([name, rows]) => (rows.length ? name : [])).sort()).toEqual(['meta', 'tombstones']);
  expect((await db.tombstones.toCollection().primaryKeys()).sort()).toEqual(
    [`annotation:${mark.id}`, `article:${saved.id}`, `article:${second.saved.id}`].sort(),
  );
  expect(await listTrash(store)).toEqual([]);
  // Articles that are saved after the erasure stay.
  await saveReading(store, sampleReading());
  expect((await articleIds(store)).length).toBe(1);
});

test('a long label is cut, and the article of an entry is told until it is erased', async () => {
  const title = '水'.repeat(101);
  const { saved } = await saveReading(store, sampleReading({ title }));
  await editArticle(store, saved.id, { addTags: ['水务'] });
  await write(store, { id: newId(), type: 'deleteTag', tag: '水务' });
  await deleteArticle(store, saved.id);
  expect((await listTrash(store))[0]!.label).toBe('水'.repeat(100));
  expect(await trashIds(store)).toEqual(['tag:水务', trashId('article', saved.id)]);
  const of = (id: string) => articleOfTrash(store, id);
  expect(await of(trashId('article', saved.id))).toBe(saved.id);
  expect([await of('tag:水务'), await of('tag:没有')]).toEqual([null, null]);
  await write(store, { id: newId(), type: 'erase', trashId: trashId('article', saved.id) });
  expect(await of(trashId('article', saved.id))).toBeNull();
});

test('what is told of a deletion names the entry, its article and that it is there', async () => {
  const { id, mark } = await article();
  const told: unknown[] = [];
  onChanged(store, ({ refs }) => told.push(...refs.filter(({ kind }) => kind === 'trash' || kind === 'tag')));
  await deleteAnnotation(store, mark.id);
  await restoreAnnotation(store, mark.id);
  await write(store, { id: newId(), type: 'deleteTag', tag: '任务' });
  await write(store, { id: newId(), type: 'restore', trashId: 'tag:任务' });
  const entry = { kind: 'trash', id: trashId('annotation', mark.id), articleId: id };
  const tag = { kind: 'tag', id: '任务', articleId: null };
  expect(told).toEqual([
    { ...entry, gone: false },
    { ...entry, gone: true },
    { kind: 'trash', id: 'tag:任务', articleId: null, gone: false },
    { ...tag, gone: true },
    { ...tag, gone: false },
    { kind: 'trash', id: 'tag:任务', articleId: null, gone: true },
  ]);
});

test('a mark of a deleted article that is erased takes no other entry with it', async () => {
  const { id, mark, bundle } = await article();
  const second = bundle.annotations.find((one) => one.id !== mark.id)!;
  await deleteAnnotation(store, mark.id);
  await deleteAnnotation(store, second.id);
  await deleteArticle(store, id);
  await write(store, { id: newId(), type: 'erase', trashId: trashId('annotation', mark.id) });
  expect((await trashIds(store)).sort()).toEqual(
    [trashId('annotation', second.id), trashId('article', id)].sort(),
  );
});
