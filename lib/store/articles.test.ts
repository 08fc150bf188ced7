import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { contexts } from '../../test/support/stores.ts';
import {
  addAnnotation,
  articlesAt,
  articlesOf,
  countCollection,
  deleteArticle,
  deviceOf,
  editArticle,
  eraseEverything,
  findByAddress,
  getArticle,
  getBundle,
  getBundles,
  getText,
  lastRevision,
  listAnnotations,
  listRowsOf,
  moveAnnotation,
  openStore,
  otherCopies,
  type Store,
  savedAmong,
  saveReading,
  showMarksAt,
  tagsInUse,
  textsOf,
  textsOfMarks,
  undoOrRedo,
} from './index.ts';
import { DATABASE_VERSION } from './version.ts';

let store: Store;
beforeEach(() => {
  [store] = contexts(1) as [Store];
});
afterEach(() => store.close());

const absent = '11111111-1111-4111-8111-111111111111';
const at = (url: string, text = sampleReading().article.text) => sampleReading({ text }, url);
const page = (n: number) => `https://www.qingshan.example/zw/${n}.html`;
const save = async (url: string, text?: string) => (await saveReading(store, at(url, text))).saved;

test('articles, their rows and their bundles are given in the order asked for, without those that are gone', async () => {
  const ids = [];
  for (const n of [1, 2, 3]) ids.push((await save(page(n))).id);
  const asked = [ids[2]!, absent, ids[0]!];
  const given = [ids[2], ids[0]];
  expect((await articlesOf(store, asked)).map(({ id }) => id)).toEqual(given);
  expect((await listRowsOf(store, asked)).map(({ id }) => id)).toEqual(given);
  expect((await getBundles(store, asked)).map(({ saved }) => saved.id)).toEqual(given);
  const all = [{ id: ids[2]!, sha256: 'f'.repeat(64) }, await getArticle(store, ids[0]!)] as {
    id: string;
    sha256: string;
  }[];
  expect([...(await textsOf(store, all)).keys()]).toEqual([ids[0]]);
});

test('the marks of several articles have each its own text, once', async () => {
  const [one, two] = [await save(page(1), '甲：管网检查。'), await save(page(2), '乙：管网检查。')];
  const marks = [];
  for (const { id } of [one, one, two]) marks.push(await addAnnotation(store, id, sampleDraft('管网检查')));
  expect((await textsOfMarks(store, marks)).map(({ text }) => text)).toEqual([
    '甲：管网检查。',
    '乙：管网检查。',
  ]);
});

test('texts of an article come in the order of their capture, whatever the clock said', async () => {
  const { id } = await save(page(1), '甲');
  await save(page(1), '乙');
  await save(page(1), '丙');
  const db = await store.writing();
  const second = (await getBundle(store, id))!.texts[1]!;
  await db.texts.update([id, second.sha256], { capturedAt: '1999-01-01T00:00:00.000Z' });
  expect((await getBundle(store, id))!.texts.map(({ text }) => text)).toEqual(['甲', '乙', '丙']);
  // Rows of version 1 all get the same revision, so only their times can show which is later.
  await db.texts.toCollection().modify({ revision: { counter: 0, device: '' } });
  expect((await getBundle(store, id))!.texts.map(({ text }) => text)).toEqual(['乙', '甲', '丙']);
});

test('a page is found by the address it was saved at, of its own scheme first', async () => {
  const http = await save(page(1).replace('https', 'http'));
  const https = await save(page(1));
  expect((await findByAddress(store, { url: page(1), canonicalUrl: null }))?.id).toBe(https.id);
  expect((await findByAddress(store, { url: http.url, canonicalUrl: null }))?.id).toBe(http.id);
  expect((await articlesAt(store, { url: http.url, canonicalUrl: null })).own?.id).toBe(http.id);
  await deleteArticle(store, http.id);
  expect((await articlesAt(store, { url: http.url, canonicalUrl: null })).own?.id).toBe(https.id);
});

test('links to saved pages are told from others, in their order, however their addresses are written', async () => {
  await save(page(1));
  const { id: gone } = await save(page(2));
  await deleteArticle(store, gone);
  const http = page(1).replace('https', 'http');
  expect(
    await savedAmong(store, [
      page(9),
      `${page(1)}?utm_source=list#top`,
      page(2),
      http,
      page(1),
      '',
      'mailto:a@b.cn',
    ]),
  ).toEqual([false, true, false, true, true, false, false]);
  expect(await savedAmong(store, [])).toEqual([]);
});

test('an address of another site in a row of an earlier version counts as saved nowhere', async () => {
  const { id } = await save(page(1));
  const foreign = 'https://attacker.example/1';
  const db = await store.writing();
  await db.articles
    .where('id')
    .equals(id)
    .modify({ addresses: ['//attacker.example/1'] });
  expect(await savedAmong(store, [foreign])).toEqual([false]);
});

test('what has no address of a page shows nothing, and nothing is shown there', async () => {
  const { id } = await save(page(1));
  const nowhere = { url: 'about:blank', canonicalUrl: null };
  expect(await articlesAt(store, nowhere)).toEqual({ own: null, also: [] });
  expect(await showMarksAt(store, id, 'about:blank', true)).toMatchObject({ changed: false });
  expect((await getArticle(store, id))!.alsoAt).toEqual([]);
});

const long = '水'.repeat(100);

test('another copy is told by headline, host and day; a copy without an address by its headline alone', async () => {
  const one = await save(page(1), long);
  const other = 'https://lanqiao.example/1';
  await saveReading(store, { ...at(other, long), article: { ...at(other, long).article, title: '另一处' } });
  const db = await store.writing();
  await db.articles.where('id').equals(one.id).modify({ url: 'not an address' });
  const copies = await otherCopies(store, { url: 'about:blank', text: long }, null);
  expect(copies.map(({ title, host, shown }) => [title, host, shown]).sort()).toEqual(
    [
      ['青山区召开水务工作会议', '', false],
      ['另一处', 'lanqiao.example', false],
    ].sort(),
  );
  expect(await otherCopies(store, { url: page(9), text: `${long}。` }, null)).toEqual([]);
});

test('showing marks elsewhere is undone and redone', async () => {
  const { id } = await save(page(1));
  const [a, b] = ['https://a.example/1', 'https://b.example/1'];
  await showMarksAt(store, id, a, true);
  await showMarksAt(store, id, b, true);
  await showMarksAt(store, id, a, false);
  const also = async () => (await getArticle(store, id))!.alsoAt;
  expect(await also()).toEqual(['//b.example/1']);
  await undoOrRedo(store);
  expect((await also()).sort()).toEqual(['//a.example/1', '//b.example/1']);
  await undoOrRedo(store, { redo: true });
  expect(await also()).toEqual(['//b.example/1']);
});

test('a page that is read anew at a further address is found at both', async () => {
  const canonicalUrl = 'https://www.qingshan.example/one';
  const first = await save(page(1));
  const { saved } = await saveReading(store, { ...at(page(1)), canonicalUrl });
  expect(saved.id).toBe(first.id);
  expect(saved.addresses).toEqual(['//qingshan.example/zw/1.html', '//qingshan.example/one']);
});

test('a mark points into the text that has its words in their context, and into no other', async () => {
  const text = '会议要求，各街道完成检查。\n会后，各街道完成检查。';
  const { id, sha256 } = await save(page(1), text);
  const draft = (prefix: string) => {
    const one = sampleDraft('完成检查');
    one.target.selector = [{ type: 'TextQuoteSelector', exact: '完成检查', prefix, suffix: '。' }];
    return one;
  };
  const second = await addAnnotation(store, id, draft('会后，各街道'));
  expect(second.target.captured).toEqual({ sha256, start: text.lastIndexOf('完成'), end: text.length - 1 });
  // The page has these words twice: in the text and outside it, as in a menu. The words outside must not get a place
  // in the text.
  const outside = await addAnnotation(store, id, draft('栏目导航更多首页专题'));
  expect(outside.target.captured).toBeNull();
});

test('a mark of an earlier text keeps its place there; a place that no text has is none', async () => {
  const earlier = await save(page(1), '旧文：完成检查。');
  const { id, sha256 } = await save(page(1), '新文。');
  const mark = await addAnnotation(store, id, sampleDraft('完成检查'));
  expect(mark.target.captured).toBeNull();
  const place = (captured: object) => ({ ...sampleDraft('完成检查').target, captured: captured as never });
  const moved = async (captured: object) =>
    (await moveAnnotation(store, mark.id, place(captured)))!.target.captured;
  const there = { sha256: earlier.sha256, start: 3, end: 7 };
  expect(await moved(there)).toEqual(there);
  expect(await moved({ ...there, end: 8 })).toEqual({ ...there, end: 8 });
  expect(await moved({ ...there, end: 9 })).toBeNull();
  expect(await moved({ ...there, end: 3 })).toBeNull();
  expect(await moved({ ...there, sha256: 'f'.repeat(64) })).toBeNull();
  expect(await moved({ sha256, start: 0, end: 2 })).toEqual({ sha256, start: 0, end: 2 });
  expect((await getText(store, id, sha256))!.text).toBe('新文。');
});

test('marks at one place stand in the order in which they were made', async () => {
  const { id } = await save(page(1));
  const marks = [];
  for (const words of ['管网', '管网', '管网'])
    marks.push((await addAnnotation(store, id, sampleDraft(words))).id);
  expect((await listAnnotations(store, id)).map((mark) => mark.id)).toEqual(marks);
});

test('tags are listed by their uses, those used as often in the order of the language', async () => {
  const { id } = await save(page(1));
  await editArticle(store, id, { addTags: ['水务', '安全', '汛期'] });
  await addAnnotation(store, id, sampleDraft('管网', ['水务']));
  expect(await tagsInUse(store)).toEqual([
    '水务',
    ...['安全', '汛期'].sort((a, b) => a.localeCompare(b, 'zh')),
  ]);
});

test('a text that is too long for its page is not sent to it, one that is not is', async () => {
  const length = async (characters: number) => {
    const words = '管网检查';
    const { id } = await save(page(characters), words + '水'.repeat(characters - words.length));
    const mark = await addAnnotation(store, id, sampleDraft(words));
    return (await textsOfMarks(store, [mark])).map(({ text }) => text.length);
  };
  expect(await length(500_000)).toEqual([500_000]);
  expect(await length(500_001)).toEqual([]);
});

test('a collection has a number from its first change on, and each change a higher one', async () => {
  expect([await lastRevision(store), await deviceOf(store)]).toEqual([0, null]);
  const one = await save(page(1));
  const device = await deviceOf(store);
  expect([await lastRevision(store), device]).toEqual([1, one.revision.device]);
  await editArticle(store, one.id, { note: '甲' });
  await eraseEverything(store);
  expect([await lastRevision(store), await deviceOf(store)]).toEqual([3, device]);
});

test('where the number is lost, what is changed next counts as later than all that is there', async () => {
  const one = await save(page(1));
  for (const note of ['甲', '乙', '丙']) await editArticle(store, one.id, { note });
  const mark = await addAnnotation(store, one.id, sampleDraft('管网'));
  const db = await store.writing();
  await db.meta.clear();
  const two = await save(page(2));
  expect(two.revision.counter).toBe(mark.revision.counter + 1);
  expect(two.revision.device).not.toBe(one.revision.device);
  await deleteArticle(store, two.id);
  await db.meta.put({ id: 'revision', counter: 'x' as never, device: 'y' });
  expect((await save(page(3))).revision.counter).toBe(mark.revision.counter + 3);
});

test('an empty collection is counted, and one whose counters are lost', async () => {
  const nothing = await countCollection(store);
  expect(new Set(Object.values(nothing))).toEqual(new Set([0]));
  await save(page(1));
  const db = await store.writing();
  await db.table('counts').update('collection', { articles: null });
  expect(await countCollection(store)).toMatchObject({ articles: 1, marks: 0 });
});

test('in an older database that is only read, no change has a number', async () => {
  const name = `pizhu-test-${crypto.randomUUID()}`;
  const later = new Dexie(name);
  later.version(DATABASE_VERSION + 1).stores({ articles: 'id' });
  await later.open();
  later.close();
  const one = openStore({ name });
  expect(await lastRevision(one)).toBe(0);
  await one.close();
});

test('an article that is read anew over the scheme it was saved over stays one, with what it found last', async () => {
  const canonicalUrl = 'https://www.qingshan.example/one';
  const first = (await saveReading(store, { ...at(page(1)), canonicalUrl })).saved;
  const second = (await saveReading(store, { ...at(canonicalUrl), canonicalUrl: null })).saved;
  expect(second).toMatchObject({ id: first.id, url: canonicalUrl, canonicalUrl: null });
  expect(second.addresses).toEqual(first.addresses);
});
