import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { expectInStep } from '@/test/support/storeChecks.ts';
import { contexts } from '@/test/support/stores.ts';
import { tagsOf } from '../annotation/edit.ts';
import {
  addAnnotation,
  countTags,
  deleteTags,
  describeTag,
  editArticle,
  eraseFromTrash,
  getArticle,
  getBundle,
  listTagInfo,
  nextSteps,
  onChanged,
  renameTag,
  type Store,
  saveReading,
  tagsBeside,
  undoOrRedo,
} from './index.ts';

async function kept(...tags: string[][]) {
  const [db] = contexts(1) as [Store];
  const ids: string[] = [];
  for (const [n, own] of tags.entries()) {
    const { saved } = await saveReading(db, sampleReading({}, `https://www.qingshan.example/${n}.html`));
    await editArticle(db, saved.id, { addTags: own });
    ids.push(saved.id);
  }
  const tagsNow = async () => Promise.all(ids.map(async (id) => (await getArticle(db, id))!.tags));
  return { db, ids, tagsNow };
}
const inUse = async (db: Store) => (await countTags(db)).map(({ id }) => id).sort();

test('a tag is one in whatever width, case, and with or without #', async () => {
  const { db, ids, tagsNow } = await kept(['PPP', '监管']);
  await editArticle(db, ids[0]!, { addTags: ['ｐｐｐ', '#监管', '＃防汛'] });
  expect(await tagsNow()).toEqual([['PPP', '监管', '＃防汛']]);
  await editArticle(db, ids[0]!, { removeTags: ['＃防汛'] });
  await editArticle(db, ids[0]!, { addTags: ['防汛'] });
  expect(await inUse(db)).toEqual(['PPP', '监管', '防汛']);
  await expectInStep(db);
});

test('a tag is renamed with those below it, on articles and marks, and back in one step', async () => {
  const { db, ids, tagsNow } = await kept(['环保', '青山'], ['环保/水'], ['环保局']);
  const mark = await addAnnotation(db, ids[2]!, sampleDraft('管网检查', ['环保/水']));
  await describeTag(db, { id: '环保/水', color: 'blue', description: '治水' });
  expect(await renameTag(db, '环保', '生态')).toBe(true);
  expect(await tagsNow()).toEqual([['生态', '青山'], ['生态/水'], ['环保局']]);
  const marked = (await getBundle(db, ids[2]!))!.annotations.find(({ id }) => id === mark.id)!;
  expect(tagsOf(marked)).toEqual(['生态/水']);
  expect([...(await listTagInfo(db)).keys()]).toEqual(['生态/水']);
  await expectInStep(db);
  await undoOrRedo(db);
  expect((await tagsNow()).map((tags) => tags.sort())).toEqual([
    ['环保', '青山'].sort(),
    ['环保/水'],
    ['环保局'],
  ]);
  expect((await listTagInfo(db)).get('环保/水')).toEqual({
    id: '环保/水',
    color: 'blue',
    description: '治水',
  });
  await undoOrRedo(db, { redo: true });
  expect(await inUse(db)).toEqual(['环保局', '生态', '生态/水', '青山'].sort());
  await expectInStep(db);
});

test('two tags become one, and are two again as they were', async () => {
  const { db, tagsNow } = await kept(['防汛'], ['防洪'], ['防汛', '防洪']);
  await describeTag(db, { id: '防洪', color: 'green', description: '' });
  await renameTag(db, '防汛', '防洪');
  expect(await tagsNow()).toEqual([['防洪'], ['防洪'], ['防洪']]);
  expect((await listTagInfo(db)).get('防洪')).toMatchObject({ color: 'green' });
  await undoOrRedo(db);
  expect((await tagsNow()).map((tags) => tags.sort())).toEqual([['防汛'], ['防洪'], ['防汛', '防洪'].sort()]);
  await expectInStep(db);
});

test('nothing is renamed to nothing, to itself, or below itself', async () => {
  const { db, tagsNow } = await kept(['环保']);
  for (const to of [' ', '环保', '环保/水']) expect(await renameTag(db, '环保', to)).toBe(false);
  expect(await renameTag(db, '没有', '有')).toBe(false);
  expect(await tagsNow()).toEqual([['环保']]);
});

test('what is said of a tag outlives its deletion, and is erased with it', async () => {
  const { db } = await kept(['防汛']);
  await describeTag(db, { id: '防汛', color: 'pink', description: ' 雨季 ' });
  await deleteTags(db, ['防汛']);
  await undoOrRedo(db);
  expect((await listTagInfo(db)).get('防汛')).toEqual({ id: '防汛', color: 'pink', description: '雨季' });
  await deleteTags(db, ['防汛']);
  await eraseFromTrash(db, null);
  expect([...(await listTagInfo(db)).keys()]).toEqual([]);
});

test('the tags of other articles of a source or an issuer are read, without those of the article itself', async () => {
  const [db] = contexts(1) as [Store];
  const save = async (n: number, fields: object, tags: string[]) => {
    const { saved } = await saveReading(db, sampleReading(fields, `https://www.qingshan.example/b${n}.html`));
    await editArticle(db, saved.id, { addTags: tags });
    return saved.id;
  };
  const own = await save(1, { source: '岚桥日报', issuer: '区水务局' }, ['自己']);
  await save(2, { source: '岚桥日报', issuer: null }, ['水']);
  await save(3, { source: null, issuer: '区水务局' }, ['气', '声']);
  await save(4, { source: '另一家', issuer: null }, ['远']);
  const about = { id: own, source: '岚桥日报', issuer: '区水务局' };
  expect((await tagsBeside(db, about, 50)).map((tags) => tags.join()).sort()).toEqual(['气,声', '水'].sort());
  expect(await tagsBeside(db, { id: own, source: null, issuer: null }, 50)).toEqual([]);
});

test('what is said of a tag is one step, undone and redone; said again, it is none', async () => {
  const { db } = await kept(['防汛']);
  const heard: string[][] = [];
  onChanged(db, ({ refs }) => heard.push(refs.map(({ kind, id, gone }) => `${kind} ${id} ${gone}`)));
  const info = { id: '防汛', color: 'pink' as const, description: '雨季' };
  expect(await describeTag(db, info)).toMatchObject({ changed: true, articleId: null });
  expect(heard).toEqual([['tag 防汛 false', 'history history false']]);
  expect(await describeTag(db, { ...info, description: ' 雨\u200B季' })).toMatchObject({ changed: false });
  expect((await nextSteps(db)).undo).toMatchObject({ type: 'describeTag', label: '防汛' });
  await describeTag(db, { ...info, color: null });
  expect((await listTagInfo(db)).get('防汛')).toEqual({ ...info, color: null });
  await describeTag(db, { ...info, color: null, description: ' ' });
  expect((await listTagInfo(db)).size).toBe(0);
  expect(heard.at(-1)).toContain('tag 防汛 true');
  await undoOrRedo(db);
  await undoOrRedo(db);
  expect((await listTagInfo(db)).get('防汛')).toEqual(info);
  await undoOrRedo(db);
  expect((await listTagInfo(db)).size).toBe(0);
  expect((await nextSteps(db)).undo).toMatchObject({ type: 'addTag' });
  for (let i = 0; i < 3; i++) await undoOrRedo(db, { redo: true });
  expect((await listTagInfo(db)).size).toBe(0);
  await undoOrRedo(db);
  expect((await listTagInfo(db)).get('防汛')).toEqual({ ...info, color: null });
});

test('a tag that is only described is renamed with its description, and a step is named by the old name', async () => {
  const { db } = await kept(['水务']);
  await describeTag(db, { id: '防汛/堤', color: 'pink', description: '' });
  expect(await renameTag(db, '防汛', '防洪')).toBe(true);
  expect([...(await listTagInfo(db)).keys()]).toEqual(['防洪/堤']);
  expect((await nextSteps(db)).undo).toMatchObject({ type: 'renameTag', label: '防汛' });
  await undoOrRedo(db);
  expect([...(await listTagInfo(db)).keys()]).toEqual(['防汛/堤']);
  await expectInStep(db);
});

test('of each source and issuer only as many articles as asked for are read for their tags', async () => {
  const [db] = contexts(1) as [Store];
  for (const n of [1, 2, 3]) {
    const { saved } = await saveReading(db, sampleReading({}, `https://www.qingshan.example/c${n}.html`));
    await editArticle(db, saved.id, { addTags: [`第${n}`] });
  }
  const about = { id: 'none', source: '青山区政府办', issuer: null };
  expect(await tagsBeside(db, about, 2)).toHaveLength(2);
  expect(await tagsBeside(db, about, 3)).toHaveLength(3);
});

test('what is said of a deleted tag that is in use again outlives its erasing', async () => {
  const { db, ids } = await kept(['防汛']);
  await describeTag(db, { id: '防汛', color: 'pink', description: '雨季' });
  await deleteTags(db, ['防汛']);
  await editArticle(db, ids[0]!, { addTags: ['防汛'] });
  await eraseFromTrash(db, null);
  expect([...(await listTagInfo(db)).keys()]).toEqual(['防汛']);
});

test('undoing the renaming, merging or deletion of a tag puts it back in its place', async () => {
  const { db, ids, tagsNow } = await kept(
    ['防汛', '水务', '防洪'],
    ['水务', '防汛', '防汛/堤'],
    ['防汛', '防洪'],
  );
  const mark = await addAnnotation(db, ids[0]!, sampleDraft('管网检查', ['水务', '防汛', '青山']));
  const marked = async () =>
    tagsOf((await getBundle(db, ids[0]!))!.annotations.find(({ id }) => id === mark.id)!);
  const before = [await tagsNow(), await marked()];
  await renameTag(db, '防汛', '度汛');
  expect([await tagsNow(), await marked()]).toEqual([
    [
      ['度汛', '水务', '防洪'],
      ['水务', '度汛', '度汛/堤'],
      ['度汛', '防洪'],
    ],
    ['水务', '度汛', '青山'],
  ]);
  await undoOrRedo(db);
  expect([await tagsNow(), await marked()]).toEqual(before);
  await renameTag(db, '防汛', '防洪');
  await undoOrRedo(db);
  expect([await tagsNow(), await marked()]).toEqual(before);
  await deleteTags(db, ['防汛', '水务']);
  await undoOrRedo(db);
  expect([await tagsNow(), await marked()]).toEqual(before);
  await editArticle(db, ids[0]!, { removeTags: ['水务'] });
  await undoOrRedo(db);
  expect([await tagsNow(), await marked()]).toEqual(before);
  await expectInStep(db);
});

test('a tag comes last where the one before it is gone meanwhile', async () => {
  const { db, ids, tagsNow } = await kept(['水务', '防汛', '青山']);
  const step = crypto.randomUUID();
  await deleteTags(db, ['防汛'], step);
  await editArticle(db, ids[0]!, { removeTags: ['水务'] });
  await undoOrRedo(db, { step });
  expect(await tagsNow()).toEqual([['青山', '防汛']]);
});

test('an erased tag is not named by other deleted tags either', async () => {
  const { db } = await kept(['防汛', '水务']);
  await deleteTags(db, ['水务']);
  await deleteTags(db, ['防汛']);
  await eraseFromTrash(db, ['tag:防汛']);
  expect(JSON.stringify(await (await db.reading()).trash.toArray())).not.toContain('防汛');
});
