import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { expectInStep } from '../../test/support/storeChecks.ts';
import { contexts } from '../../test/support/stores.ts';
import { noteOf, tagsOf } from '../annotation/edit.ts';
import type { Change } from '../record/change.ts';
import type { ChangeNotice } from '../record/changeNotice.ts';
import { addTask } from '../record/taskCorrections.ts';
import {
  addAnnotation,
  annotationsOf,
  articleIds,
  articlesAt,
  articlesOf,
  correctTasks,
  countCollection,
  deleteAnnotation,
  deleteArticle,
  editAnnotation,
  editArticle,
  findByAddress,
  getAnnotation,
  getArticle,
  getBundle,
  getBundles,
  getText,
  listAnnotations,
  listArticles,
  moveAnnotation,
  onChanged,
  otherCopies,
  restoreArticle,
  type Store,
  StoreError,
  saveReading,
  showMarksAt,
  tagsInUse,
  textsOf,
  textsOfMarks,
  undoOrRedo,
  write,
  writeAll,
} from './index.ts';

let store: Store;
let other: Store;
beforeEach(() => {
  [store, other] = contexts(2) as [Store, Store];
});
afterEach(async () => {
  await expectInStep(store);
  await store.close();
  await other.close();
});

const { text } = sampleReading().article;
const newId = () => crypto.randomUUID();
const absent = '11111111-1111-4111-8111-111111111111';

test('saving a changed page keeps the earlier text, the tags, the note and the stars', async () => {
  const { saved } = await saveReading(store, sampleReading());
  await editArticle(store, saved.id, { addTags: ['水务'], note: '跟进' });
  await write(store, { id: newId(), type: 'setFlag', articleId: saved.id, flag: 'starred', value: true });
  const changed = await saveReading(store, sampleReading({ text: '青山区的会议改了说法。' }));
  expect(changed.created).toBe(false);
  expect(changed.saved).toMatchObject({
    id: saved.id,
    created: saved.created,
    tags: ['水务'],
    note: '跟进',
    starred: true,
    read: false,
  });
  expect(changed.saved.capturedAt > saved.capturedAt).toBe(true);
  const bundle = await getBundle(store, saved.id);
  expect(bundle?.texts.map((one) => one.text)).toEqual([text, '青山区的会议改了说法。']);
  expect((await getText(store, saved.id, changed.saved.sha256))?.text).toBe('青山区的会议改了说法。');
  expect(await textsOf(store, [changed.saved])).toEqual(new Map([[saved.id, '青山区的会议改了说法。']]));
});

test('an earlier text that comes back is kept once', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const first = await getText(store, saved.id, saved.sha256);
  await saveReading(store, sampleReading({ text: '青山区的会议改了说法。' }));
  await saveReading(store, sampleReading());
  expect((await getBundle(store, saved.id))?.texts).toHaveLength(2);
  expect(await getText(store, saved.id, saved.sha256)).toEqual(first);
});

test('the hash is the SHA-256 of the text', async () => {
  const { saved } = await saveReading(store, sampleReading({ text: 'abc' }));
  // The SHA-256 of "abc", from the example in FIPS 180-4.
  expect(saved.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a page is recognised by its address and by its canonical address of the same site', async () => {
  const { saved } = await saveReading(store, {
    ...sampleReading(),
    canonicalUrl: 'https://qingshan.example/1',
  });
  const at = (url: string) => findByAddress(store, { url, canonicalUrl: null }).then((found) => found?.id);
  expect(await at('https://qingshan.example/1')).toBe(saved.id);
  expect(await at('https://qingshan.example/2')).toBeUndefined();
  expect(
    (await findByAddress(store, { url: 'https://news.qingshan.example/9', canonicalUrl: saved.url }))?.id,
  ).toBe(saved.id);
});

const REAL = 'https://www.qingshan.example/zw/1.html';
const FORGED = 'https://attacker.example/1';

test('a page that names the address of another site is another article, before and after', async () => {
  const forged = { ...sampleReading({ title: '伪造' }, FORGED), canonicalUrl: REAL };
  const first = await saveReading(store, forged);
  expect(first.saved.addresses).toEqual(['//attacker.example/1']);
  const real = await saveReading(store, sampleReading({}, REAL));
  expect(real.created).toBe(true);
  const again = await saveReading(store, forged);
  expect(again).toMatchObject({ created: false, saved: { id: first.saved.id } });
  expect(await getArticle(store, real.saved.id)).toEqual(real.saved);
  expect(await findByAddress(store, { url: FORGED, canonicalUrl: REAL })).toMatchObject({ url: FORGED });
});

test('an address of another site that an earlier version took over counts for nothing', async () => {
  const { saved } = await saveReading(store, sampleReading({}, FORGED));
  const db = await store.writing();
  await db.articles.update(saved.id, { addresses: [...saved.addresses, '//qingshan.example/zw/1.html'] });
  expect(await findByAddress(store, { url: REAL, canonicalUrl: null })).toBeNull();
  const real = await saveReading(store, sampleReading({ title: '真' }, REAL));
  expect(real.created).toBe(true);
  await deleteArticle(store, saved.id);
  await restoreArticle(store, saved.id);
  expect(await getArticle(store, saved.id)).toMatchObject({ url: FORGED });
});

test('http and https are one for finding and two for writing', async () => {
  const http = REAL.replace('https', 'http');
  const safe = await saveReading(store, sampleReading({ title: '真' }, REAL));
  expect(await findByAddress(store, { url: http, canonicalUrl: null })).toMatchObject({ id: safe.saved.id });
  const unsafe = await saveReading(store, sampleReading({ title: '途中改过' }, http));
  expect(unsafe.created).toBe(true);
  expect(await getArticle(store, safe.saved.id)).toEqual(safe.saved);
  // The page is saved twice, over https and http. Each address finds the article saved under it.
  for (const { saved } of [safe, unsafe])
    expect(await findByAddress(store, { url: saved.url, canonicalUrl: null })).toMatchObject({
      id: saved.id,
    });
});

const long = '水'.repeat(100);
const ELSEWHERE = 'https://www.lanqiao.example/9.html';

test('the same text at another site is another article, and each tells of the other where it is long', async () => {
  const { saved: one } = await saveReading(store, sampleReading({ text: long, source: '甲' }));
  const before = await otherCopies(store, { url: ELSEWHERE, text: long }, null);
  expect(before).toEqual([
    {
      id: one.id,
      title: one.article.title,
      host: 'www.qingshan.example',
      capturedAt: one.capturedAt,
      shown: false,
    },
  ]);
  const { saved: two, created } = await saveReading(
    store,
    sampleReading({ text: long, source: '乙' }, ELSEWHERE),
  );
  expect(created).toBe(true);
  expect(await getArticle(store, one.id)).toEqual(one);
  expect(two).toMatchObject({
    url: ELSEWHERE,
    addresses: ['//lanqiao.example/9.html'],
    article: { source: '乙' },
  });
  expect(await otherCopies(store, { url: one.url, text: long }, one.id)).toMatchObject([{ id: two.id }]);
  await saveReading(store, sampleReading({ text: '水'.repeat(99) }, 'https://www.lanqiao.example/8.html'));
  expect(await otherCopies(store, { url: ELSEWHERE, text: '水'.repeat(99) }, null)).toEqual([]);
});

test('marks show at another site once the person has said so, until the person says no more', async () => {
  const { saved } = await saveReading(store, sampleReading({ text: long }));
  const page = { url: `${ELSEWHERE}#top`, canonicalUrl: null };
  const also = async () => (await articlesAt(store, page)).also.map(({ id }) => id);
  expect(await also()).toEqual([]);
  expect(await showMarksAt(store, saved.id, page.url, true)).toMatchObject({ changed: true });
  expect(await showMarksAt(store, saved.id, page.url, true)).toMatchObject({ changed: false });
  expect(await also()).toEqual([saved.id]);
  expect((await articlesAt(store, page)).own).toBeNull();
  expect(await otherCopies(store, { ...page, text: long }, null)).toMatchObject([{ shown: true }]);
  const { saved: own } = await saveReading(store, sampleReading({ text: long }, ELSEWHERE));
  expect(await articlesAt(store, page)).toMatchObject({ own: { id: own.id }, also: [{ id: saved.id }] });
  await showMarksAt(store, saved.id, ELSEWHERE, false);
  expect(await also()).toEqual([]);
  expect(await showMarksAt(store, absent, ELSEWHERE, true)).toMatchObject({
    changed: false,
    articleId: null,
  });
});

test('every row has its stamps: each change a higher revision of one device, modified by the clock', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const mark = await addAnnotation(other, saved.id, sampleDraft('管网'));
  const tagged = await editAnnotation(store, mark.id, { addTags: ['水务'] });
  expect(saved.revision.counter).toBe(1);
  expect(mark.revision).toEqual({ counter: 2, device: saved.revision.device });
  expect(tagged!.revision).toEqual({ counter: 3, device: saved.revision.device });
  expect(saved.revision.device).toMatch(/^[0-9a-f-]{36}$/);
  expect(tagged!.modified > mark.modified).toBe(true);
  expect(tagged!.created).toBe(mark.created);
  expect([saved.schema, mark.schema]).toEqual([2, 2]);
});

test('a change that is sent again does nothing new, whatever happened since', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const add: Change = { id: newId(), type: 'addTag', on: { kind: 'article', id: saved.id }, tag: '水务' };
  const first = await write(store, add);
  await editArticle(store, saved.id, { removeTags: ['水务'] });
  expect(await write(other, add)).toEqual(first);
  expect((await getArticle(store, saved.id))?.tags).toEqual([]);
  const draft = sampleDraft('管网');
  const mark: Change = {
    id: newId(),
    type: 'addAnnotation',
    articleId: saved.id,
    annotationId: newId(),
    draft,
  };
  await writeAll(store, [mark, mark]);
  await write(other, { ...mark, id: newId() });
  expect(await listAnnotations(store, saved.id)).toHaveLength(1);
});

test('changes that are written together are all done or none', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const on = { kind: 'article' as const, id: saved.id };
  const changes: Change[] = [
    { id: newId(), type: 'setNote', on, note: '甲' },
    {
      id: newId(),
      type: 'addAnnotation',
      articleId: absent,
      annotationId: newId(),
      draft: sampleDraft('管网'),
    },
  ];
  await expect(writeAll(store, changes)).rejects.toThrow(StoreError);
  await expect(writeAll(store, changes)).rejects.toMatchObject({ code: 'notFound' });
  expect((await getArticle(store, saved.id))?.note).toBe('');
  expect(await write(store, changes[0]!)).toMatchObject({ changed: true });
  expect((await getArticle(store, saved.id))?.note).toBe('甲');
});

test('what is no change is refused, and nothing is written', async () => {
  await expect(write(store, { id: newId(), type: 'explode' } as never)).rejects.toThrow();
  await expect(write(store, { id: 'x', type: 'deleteTag', tag: '甲' })).rejects.toThrow();
  expect(await countCollection(store)).toMatchObject({ articles: 0 });
});

test('two views that change one thing at a time overwrite nothing of one another', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const mark = await addAnnotation(store, saved.id, sampleDraft('管网'));
  await Promise.all([
    editAnnotation(store, mark.id, { addTags: ['水务'] }),
    editAnnotation(other, mark.id, { addTags: ['汛期'], note: '要点' }),
    editAnnotation(store, mark.id, { color: 'blue' }),
    editArticle(other, saved.id, { addTags: ['甲'] }),
    editArticle(store, saved.id, { addTags: ['乙'], note: '跟进' }),
  ]);
  const now = (await getAnnotation(store, mark.id))!;
  expect(tagsOf(now).sort()).toEqual(['水务', '汛期'].sort());
  expect([noteOf(now), now.color]).toEqual(['要点', 'blue']);
  const article = (await getArticle(other, saved.id))!;
  expect([article.tags.toSorted(), article.note]).toEqual([['乙', '甲'], '跟进']);
});

test('tags are kept clean, each once, and counted by their uses', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const mark = await addAnnotation(store, saved.id, sampleDraft('管网', ['任务']));
  await editArticle(store, saved.id, { addTags: [' 水务 ', '水务', ''] });
  await editAnnotation(store, mark.id, { addTags: ['水务', '任务'] });
  expect((await getArticle(store, saved.id))?.tags).toEqual(['水务']);
  expect(tagsOf((await getAnnotation(store, mark.id))!)).toEqual(['任务', '水务']);
  expect(await tagsInUse(store)).toEqual(['水务', '任务']);
  await editArticle(store, saved.id, { removeTags: ['水务', '没有'] });
  await editAnnotation(store, mark.id, { removeTags: ['任务'] });
  expect(await tagsInUse(store)).toEqual(['水务']);
});

test('what makes no difference changes no row', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const mark = await addAnnotation(store, saved.id, sampleDraft('管网', ['任务']));
  await editAnnotation(store, mark.id, {
    note: '',
    color: 'yellow',
    addTags: ['任务'],
    removeTags: ['没有'],
  });
  await editArticle(store, saved.id, { note: '', removeTags: ['没有'] });
  await write(store, { id: newId(), type: 'setFlag', articleId: saved.id, flag: 'read', value: false });
  expect(await getAnnotation(store, mark.id)).toEqual(mark);
  expect(await getArticle(store, saved.id)).toEqual(saved);
});

test('flags are set, counted and taken back', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const flag = (name: 'starred' | 'read', value: boolean) =>
    write(store, { id: newId(), type: 'setFlag', articleId: saved.id, flag: name, value });
  expect(await flag('starred', true)).toMatchObject({ changed: true, articleId: saved.id });
  expect(await flag('read', true)).toMatchObject({ changed: true });
  expect(await countCollection(store)).toMatchObject({ starred: 1, read: 1 });
  await flag('starred', false);
  expect(await countCollection(store)).toMatchObject({ starred: 0, read: 1 });
  expect((await listArticles(store)).rows[0]).toMatchObject({ starred: false, read: true });
});

test('a mark is tied to its place in the captured text, and stands in the order of the text', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const outside = await addAnnotation(store, saved.id, sampleDraft('页面上方的栏目'));
  const late = await addAnnotation(store, saved.id, sampleDraft('完成管网检查', ['任务']));
  const early = await addAnnotation(store, saved.id, sampleDraft('召开水务工作会议'));
  const { start, end, sha256 } = late.target.captured!;
  expect(text.slice(start, end)).toBe('完成管网检查');
  expect(sha256).toBe(saved.sha256);
  expect(outside.target.captured).toBeNull();
  expect((await listAnnotations(store, saved.id)).map(({ id }) => id)).toEqual([
    early.id,
    late.id,
    outside.id,
  ]);
  expect((await annotationsOf(store, [saved.id, absent])).map(({ id }) => id).sort()).toEqual(
    [early.id, late.id, outside.id].sort(),
  );
  const texts = await textsOfMarks(store, [outside, late, early]);
  expect(texts.map((one) => [one.sha256, one.text])).toEqual([[saved.sha256, text]]);
  expect(await textsOfMarks(store, [outside])).toEqual([]);
});

test('texts of half a million units are given to marks, longer ones are not', async () => {
  for (const [length, given] of [
    [500_000, 1],
    [500_001, 0],
  ] as const) {
    const long = `管网检查${'水'.repeat(length - 4)}`;
    const { saved } = await saveReading(store, sampleReading({ text: long }, `https://a.example/${length}`));
    const mark = await addAnnotation(store, saved.id, sampleDraft('管网检查'));
    const captured = { sha256: saved.sha256, start: 0, end: 4 };
    expect(await textsOfMarks(store, [{ ...mark, target: { ...mark.target, captured } }])).toHaveLength(
      given,
    );
  }
});

test('a mark is moved, and tied to the new words', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const mark = await addAnnotation(store, saved.id, sampleDraft('管网'));
  const moved = await moveAnnotation(store, mark.id, sampleDraft('青山区').target);
  expect(moved?.target.captured).toEqual({ sha256: saved.sha256, start: 0, end: 3 });
  expect(await moveAnnotation(store, absent, sampleDraft('青山区').target)).toBeNull();
});

test('what is gone is said to be gone', async () => {
  expect(await editAnnotation(store, absent, { note: '甲' })).toBeNull();
  expect(await deleteAnnotation(store, absent)).toBeNull();
  expect(await getBundle(store, absent)).toBeNull();
  expect(await getBundles(store, [absent])).toEqual([]);
  expect(await articlesOf(store, [absent])).toEqual([]);
  expect(await correctTasks(store, absent, (now) => now)).toBe(false);
  await expect(addAnnotation(store, absent, sampleDraft('管网'))).rejects.toMatchObject({ code: 'notFound' });
});

test('corrections are operations: two views that correct at once keep both, and one is taken back', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const step = crypto.randomUUID();
  await Promise.all([
    correctTasks(store, saved.id, (now) => addTask(now, { start: 0, end: 3 }, text), step),
    correctTasks(other, saved.id, (now) => addTask(now, { start: 13, end: 20 }, text)),
  ]);
  expect((await getArticle(store, saved.id))?.taskCorrections).toHaveLength(2);
  expect((await listArticles(store)).rows[0]?.tasks).toBe(2);
  expect((await countCollection(store)).tasks).toBe(2);
  await undoOrRedo(other, { step });
  expect((await getArticle(store, saved.id))?.taskCorrections.map(({ at }) => at.exact)).toEqual([
    text.slice(13, 20),
  ]);
  expect((await countCollection(store)).tasks).toBe(1);
});

test('corrections stay when the page is saved again', async () => {
  const { saved } = await saveReading(store, sampleReading());
  await correctTasks(store, saved.id, (now) => addTask(now, { start: 0, end: 3 }, text));
  await saveReading(store, sampleReading({ text: `最新消息。\n${text}` }));
  expect((await getArticle(store, saved.id))?.taskCorrections).toHaveLength(1);
  expect((await listArticles(store)).rows[0]?.tasks).toBe(1);
});

test('the list is given in stretches, in each order, with those of no date last', async () => {
  const ids: Record<string, string> = {};
  for (const [name, publishedAt] of [
    ['a', '2025-03-02'],
    ['b', null],
    ['c', '2025-03-05'],
    ['d', '2025-03-05'],
  ] as const) {
    const reading = sampleReading({ title: name, publishedAt }, `https://www.qingshan.example/${name}.html`);
    ids[name] = (await saveReading(store, reading)).saved.id;
  }
  await editArticle(store, ids.b!, { note: '甲' });
  const titles = async (options: Parameters<typeof listArticles>[1]) =>
    (await listArticles(store, options)).rows.map(({ title }) => title);
  expect(await titles({})).toEqual(['d', 'c', 'b', 'a']);
  expect(await titles({ order: 'modified' })).toEqual(['b', 'd', 'c', 'a']);
  const published = await titles({ order: 'publishedAt' });
  expect(published.slice(0, 2).sort()).toEqual(['c', 'd']);
  expect(published.slice(2)).toEqual(['a', 'b']);
  expect(await articleIds(store)).toEqual([ids.d, ids.c, ids.b, ids.a]);
  const first = await listArticles(store, { order: 'publishedAt', limit: 1 });
  const second = await listArticles(store, { order: 'publishedAt', limit: 2, after: first.next });
  const third = await listArticles(store, { order: 'publishedAt', limit: 2, after: second.next });
  expect([...first.rows, ...second.rows, ...third.rows].map(({ title }) => title)).toEqual(published);
  expect([first.next !== null, second.next !== null, third.next]).toEqual([true, true, null]);
  expect(await titles({ limit: Number.POSITIVE_INFINITY })).toHaveLength(4);
});

test('every context hears what was changed, by kind and id, once it is written', async () => {
  const here: ChangeNotice[] = [];
  const there: ChangeNotice[] = [];
  const stopHere = onChanged(store, (notice) => here.push(notice));
  onChanged(other, () => {
    throw new Error('a listener that fails');
  });
  onChanged(other, (notice) => there.push(notice));
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { saved } = await saveReading(store, sampleReading());
  const mark = await addAnnotation(other, saved.id, sampleDraft('管网'));
  const articleId = saved.id;
  const history = { kind: 'history', id: 'history', articleId: null, gone: false };
  expect(here).toEqual([
    {
      counter: 1,
      refs: [
        { kind: 'article', id: articleId, articleId, gone: false },
        { kind: 'text', id: `${articleId}/${saved.sha256}`, articleId, gone: false },
        history,
      ],
    },
    { counter: 2, refs: [{ kind: 'annotation', id: mark.id, articleId, gone: false }, history] },
  ]);
  expect(there).toEqual(here);
  expect(warn).toHaveBeenCalledTimes(2);
  stopHere();
  await editArticle(store, articleId, { note: '' });
  await deleteAnnotation(store, mark.id);
  expect(here).toHaveLength(2);
  expect(there.slice(2)).toEqual([
    {
      counter: 4,
      refs: [
        { kind: 'trash', id: `annotation:${mark.id}`, articleId, gone: false },
        { kind: 'annotation', id: mark.id, articleId, gone: true },
        history,
      ],
    },
  ]);
  warn.mockRestore();
});

test('writes are durable: each transaction for writing says strict', async () => {
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const { saved } = await saveReading(store, sampleReading());
  await addAnnotation(store, saved.id, sampleDraft('管网'));
  const writing = spy.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writing).toHaveLength(2);
  for (const [, , options] of writing) expect(options).toEqual({ durability: 'strict' });
  spy.mockRestore();
});

test('a full disk is said to be one, and nothing is half written', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(editArticle(store, saved.id, { note: '甲' })).rejects.toMatchObject({ code: 'storage' });
  put.mockRestore();
  expect((await getArticle(store, saved.id))?.note).toBe('');
  await editArticle(store, saved.id, { note: '乙' });
  expect((await getArticle(store, saved.id))?.note).toBe('乙');
});

test('characters that are not seen stay in the captured text, where offsets point, and nowhere else', async () => {
  const text = '要在\u202E年底前\u200B完成。';
  const { saved } = await saveReading(
    store,
    sampleReading({ text, title: '\u202E会议\0', keywords: ['水\u200B务'] }),
  );
  expect(saved.article).toMatchObject({ title: '会议', keywords: ['水务'] });
  expect((await getText(store, saved.id, saved.sha256))?.text).toBe(text);
  const mark = await addAnnotation(store, saved.id, sampleDraft('年底前', ['河\u2066道']));
  expect(mark.body).toMatchObject([{ value: '河道' }]);
  await editArticle(store, saved.id, { addTags: ['汛\uFEFF期'], note: '看\u202E这里\n' });
  expect(await getArticle(store, saved.id)).toMatchObject({ tags: ['汛期'], note: '看这里\n' });
});
