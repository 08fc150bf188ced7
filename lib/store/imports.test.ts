import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { expectInStep } from '../../test/support/storeChecks.ts';
import { contexts } from '../../test/support/stores.ts';
import { noteOf, tagsOf } from '../annotation/edit.ts';
import { rowsOfUndo } from '../record/merge.ts';
import type { ArticleBundle } from '../record/schema.ts';
import {
  addAnnotation,
  articleIds,
  bundlesInTurn,
  deleteAnnotation,
  editAnnotation,
  editArticle,
  getArticle,
  getBundle,
  getBundles,
  importInto,
  lastRevision,
  onChanged,
  previewImports,
  type Store,
  saveReading,
  undoImport as undoWhole,
  write,
} from './index.ts';

let here: Store;
let there: Store;
beforeEach(() => {
  [here] = contexts(1) as [Store];
  [there] = contexts(1) as [Store];
});
afterEach(async () => {
  await expectInStep(here);
  await here.close();
  await there.close();
});

const importId = '2b0f4f0e-0b7c-4c53-9f5b-1a3d6a1c9e01';
const bring = (...bundles: ArticleBundle[]) => importInto(here, importId)({ bundles });
const undoImport = () => write(here, { id: crypto.randomUUID(), type: 'undoImport', importId });
const all = async () => getBundles(here, await articleIds(here));

/** Makes an article with a mark in another collection, to be imported from there. */
async function elsewhere(): Promise<ArticleBundle> {
  const { saved } = await saveReading(there, sampleReading());
  await editArticle(there, saved.id, { addTags: ['水务'], note: '那边的批注' });
  const mark = await addAnnotation(there, saved.id, sampleDraft('管网', ['任务']));
  await editAnnotation(there, mark.id, { note: '要点' });
  return (await getBundle(there, saved.id))!;
}

test('what is new comes in as it is, and is left the second time', async () => {
  const bundle = await elsewhere();
  expect((await previewImports(here, [bundle]))[0]!.kind).toBe('add');
  expect(await bring(bundle)).toBe(1);
  expect(await all()).toEqual([bundle]);
  expect((await previewImports(here, [bundle]))[0]!.kind).toBe('left');
  expect(await bring(bundle)).toBe(0);
});

test('what is written after an import has later revisions than what came in', async () => {
  const bundle = await elsewhere();
  await bring(bundle);
  await editArticle(here, bundle.saved.id, { note: '这边的批注' });
  const { revision } = (await getArticle(here, bundle.saved.id))!;
  expect(revision.counter).toBeGreaterThan(bundle.saved.revision.counter);
  expect(revision.counter).toBeGreaterThan(bundle.annotations[0]!.revision.counter);
});

test('an older state of the same collection changes nothing, a later one does', async () => {
  const before = await elsewhere();
  await editArticle(there, before.saved.id, { note: '改过' });
  const after = (await getBundle(there, before.saved.id))!;
  await bring(before);
  expect((await previewImports(here, [after]))[0]!.kind).toBe('change');
  await bring(after);
  expect(await all()).toEqual([after]);
  expect((await previewImports(here, [before]))[0]!.kind).toBe('left');
  await bring(before);
  expect(await all()).toEqual([after]);
});

test('the same page under another id becomes one article, and neither note nor tag is lost', async () => {
  const bundle = await elsewhere();
  const { saved } = await saveReading(here, sampleReading());
  await editArticle(here, saved.id, { addTags: ['汛期'], note: '这边的批注' });
  expect((await previewImports(here, [bundle]))[0]!.kind).toBe('conflict');
  await bring(bundle);
  const [one, ...others] = await all();
  expect(others).toEqual([]);
  expect(one!.saved).toMatchObject({
    id: saved.id,
    tags: ['汛期', '水务'],
    note: '这边的批注\n\n那边的批注',
  });
  expect(one!.annotations).toEqual([{ ...bundle.annotations[0], articleId: saved.id }]);
  await bring(bundle);
  expect(await all()).toEqual([one]);
});

test('a mark that both have edited keeps both notes and tags; one deleted since stays deleted', async () => {
  const bundle = await elsewhere();
  await bring(bundle);
  const [mark] = bundle.annotations;
  await editAnnotation(here, mark!.id, { note: '这边', addTags: ['甲'] });
  await editAnnotation(there, mark!.id, { note: '那边', addTags: ['乙'] });
  const theirs = (await getBundle(there, bundle.saved.id))!;
  expect((await previewImports(here, [theirs]))[0]!.kind).toBe('conflict');
  await bring(theirs);
  const now = (await getBundle(here, bundle.saved.id))!.annotations[0]!;
  expect([noteOf(now), tagsOf(now)]).toEqual(['这边\n\n那边', ['任务', '甲', '乙']]);
  await deleteAnnotation(here, mark!.id);
  expect((await previewImports(here, [{ ...theirs, annotations: bundle.annotations }]))[0]!.kind).toBe(
    'left',
  );
});

test('an import is taken back whole, save for what was edited since', async () => {
  const { saved } = await saveReading(here, sampleReading({}, 'https://www.qingshan.example/zw/2.html'));
  const before = await all();
  const bundle = await elsewhere();
  await bring(bundle);
  expect(await undoImport()).toMatchObject({ changed: true });
  expect(await all()).toEqual(before);
  expect(await undoImport()).toMatchObject({ changed: false });
  await bring(bundle);
  await editAnnotation(here, bundle.annotations[0]!.id, { note: '这边改的' });
  await undoImport();
  expect((await all()).map((one) => one.saved.id).sort()).toEqual([saved.id, bundle.saved.id].sort());
  const kept = (await getBundle(here, bundle.saved.id))!;
  expect(noteOf(kept.annotations[0]!)).toBe('这边改的');
  expect(kept.texts).toHaveLength(1);
});

test('what is made of two gets a revision of its own, what came in as it was keeps the one that it had', async () => {
  const bundle = await elsewhere();
  const { saved } = await saveReading(here, sampleReading());
  await editArticle(here, saved.id, { note: '这边的批注' });
  const before = (await getArticle(here, saved.id))!;
  await bring(bundle);
  const [one] = await all();
  expect(one!.saved.revision).toEqual({
    device: saved.revision.device,
    counter: before.revision.counter + 1,
  });
  expect(one!.saved.modified > before.modified).toBe(true);
  expect(one!.annotations[0]!.revision).toEqual(bundle.annotations[0]!.revision);
});

test('texts that marks point into stay when an import is taken back, others go; all is told', async () => {
  const { saved } = await saveReading(here, sampleReading({ text: '这边的文字。' }));
  const bundle = await elsewhere();
  await bring(bundle);
  expect((await getBundle(here, saved.id))!.texts).toHaveLength(2);
  const told: [string, string | null, boolean][] = [];
  onChanged(here, ({ refs }) =>
    told.push(...refs.map(({ kind, articleId, gone }) => [kind, articleId, gone] as never)),
  );
  expect(await undoImport()).toMatchObject({ changed: true });
  const now = (await getBundle(here, saved.id))!;
  expect([now.annotations, now.texts.map(({ text }) => text)]).toEqual([[], ['这边的文字。']]);
  expect(now.saved).toMatchObject({ tags: [], note: '' });
  expect(told).toEqual([
    ['annotation', saved.id, true],
    ['article', saved.id, false],
    ['text', saved.id, true],
  ]);
});

test('an import of several articles is taken back whole, and another one stays', async () => {
  const bundle = await elsewhere();
  const second = await saveReading(there, sampleReading({}, 'https://www.qingshan.example/zw/2.html'));
  const other = (await getBundle(there, second.saved.id))!;
  await bring(bundle);
  await importInto(here, '2b0f4f0e-0b7c-4c53-9f5b-1a3d6a1c9e02')({ bundles: [other] });
  await undoImport();
  expect((await all()).map(({ saved }) => saved.id)).toEqual([other.saved.id]);
});

test('an article that came in twice goes back to what it was before the first', async () => {
  const { saved } = await saveReading(here, sampleReading());
  const before = await all();
  const bundle = await elsewhere();
  await bring(bundle);
  await editArticle(there, bundle.saved.id, { note: '又改' });
  await bring((await getBundle(there, bundle.saved.id))!);
  expect((await getArticle(here, saved.id))!.note).not.toBe('');
  await undoImport();
  expect(await all()).toEqual(before);
});

test('an article here of a newer version is not written over', async () => {
  const bundle = await elsewhere();
  await bring(bundle);
  await (await here.writing()).articles.update(bundle.saved.id, { schema: 99 });
  await editArticle(there, bundle.saved.id, { note: '改过' });
  await expect(bring((await getBundle(there, bundle.saved.id))!)).rejects.toMatchObject({ code: 'newer' });
  await (await here.writing()).articles.update(bundle.saved.id, { schema: 2 });
});

test('articles that come in together are the same as one by one, and come in once', async () => {
  await elsewhere();
  for (const n of [1, 2]) {
    const { saved } = await saveReading(
      there,
      sampleReading({ title: `第${n}期` }, `https://www.qingshan.example/${n}.html`),
    );
    await editArticle(there, saved.id, { addTags: ['水务'] });
    await addAnnotation(there, saved.id, sampleDraft('管网', [`第${n}`]));
  }
  const bundles = await getBundles(there, await articleIds(there));
  const heard: string[] = [];
  const stop = onChanged(here, ({ refs }) => heard.push(...refs.map(({ id }) => id)));
  expect(await bring(...bundles)).toBe(3);
  stop();
  expect(await getBundles(here, await articleIds(there))).toEqual(bundles);
  expect(heard).toEqual(expect.arrayContaining(bundles.map(({ saved }) => saved.id)));
  await expectInStep(here);
  expect(await bring(...bundles)).toBe(0);
  const [first] = bundles;
  await editArticle(here, first!.saved.id, { note: '改' });
  expect((await getArticle(here, first!.saved.id))!.revision.counter).toBeGreaterThan(
    Math.max(...bundles.map(({ saved }) => saved.revision.counter)),
  );
  await undoImport();
  expect((await all()).map(({ saved }) => saved.id)).toEqual([first!.saved.id]);
});

test('of articles that come in together, two of the same page become one', async () => {
  const made = await elsewhere();
  const addresses = [...made.saved.addresses, '//www.qingshan.example/other.html'];
  const bundle = { ...made, saved: { ...made.saved, addresses } };
  const id = crypto.randomUUID();
  const [mark] = bundle.annotations;
  const copy: ArticleBundle = {
    saved: { ...bundle.saved, id, tags: ['堤防'] },
    texts: bundle.texts.map((text) => ({ ...text, id: `${id}/${text.sha256}`, articleId: id })),
    annotations: [{ ...mark!, id: crypto.randomUUID(), articleId: id }],
  };
  await bring(bundle, copy);
  const [only, ...others] = await all();
  expect(others).toEqual([]);
  expect(only!.saved.tags).toEqual(expect.arrayContaining(['水务', '堤防']));
  expect(only!.annotations).toHaveLength(2);
  // The stored article has both addresses; each of the two imported articles has one of them.
  const [one, two] = addresses.map((address) => ({
    saved: { ...bundle.saved, id: crypto.randomUUID(), addresses: [address], tags: [address] },
    texts: [],
    annotations: [],
  }));
  await bring(one!, two!);
  expect(await articleIds(here)).toEqual([only!.saved.id]);
  expect((await getArticle(here, only!.saved.id))!.tags).toEqual(expect.arrayContaining(addresses));
});

/** Articles of another collection, each at an address of its own and with a mark. */
async function several(count: number): Promise<ArticleBundle[]> {
  for (let n = 0; n < count; n++) {
    const { saved } = await saveReading(there, sampleReading({}, `https://www.qingshan.example/${n}.html`));
    await addAnnotation(there, saved.id, sampleDraft('管网', ['任务']));
  }
  return getBundles(there, await articleIds(there));
}

/** Previews articles, and begins their import. Returns a function that writes some of them, as they were previewed. */
async function previewed(bundles: ArticleBundle[]) {
  const previews = await previewImports(here, bundles);
  const [at = null] = previews.flatMap(({ absentAt }) => absentAt ?? []);
  const take = importInto(here, importId, at);
  return (...some: ArticleBundle[]) =>
    take({
      bundles: some,
      isAbsent: some.map((bundle) => previews[bundles.indexOf(bundle)]!.absentAt !== null),
    });
}

test('a preview tells of which articles nothing is stored, and in which state of the collection', async () => {
  const bundles = await several(2);
  expect((await previewImports(here, bundles)).map(({ absentAt }) => absentAt)).toEqual(['', '']);
  await saveReading(here, sampleReading());
  const [first, second] = await previewImports(here, bundles);
  expect(first!.absentAt).toMatch(/:1$/);
  expect(second!.absentAt).toBe(first!.absentAt);
  await bring(bundles[0]!);
  expect((await previewImports(here, bundles)).map(({ absentAt }) => absentAt)).toEqual([
    null,
    expect.any(String),
  ]);
});

test.each<[string, (one: ArticleBundle) => Promise<unknown>]>([
  ['its page', async ({ saved }) => saveReading(here, sampleReading({}, saved.url))],
  [
    'one of its marks, deleted',
    async (one) => {
      await bring(one);
      await deleteAnnotation(here, one.annotations[0]!.id);
      await write(here, { id: crypto.randomUUID(), type: 'deleteArticle', articleId: one.saved.id });
    },
  ],
  [
    'one of its marks, without an article',
    async (one) => (await here.writing()).annotations.bulkAdd(one.annotations),
  ],
  [
    'another mark of it, without an article',
    async ({ annotations: [mark] }) =>
      (await here.writing()).annotations.add({ ...mark!, id: crypto.randomUUID() }),
  ],
  [
    'a row that cannot be read',
    async () =>
      (await here.writing()).quarantine.add({
        id: 'articles:"x"',
        table: 'articles',
        key: 'x',
        reason: 'invalid',
        message: '',
        at: '2025-03-04T01:30:00.000Z',
        raw: {},
      }),
  ],
])('an article is not absent where the collection has %s', async (_, prepare) => {
  const [one] = await several(1);
  await prepare(one!);
  expect((await previewImports(here, [one!]))[0]!.absentAt).toBeNull();
  const db = await here.writing();
  await db.annotations.where('articleId').equals(one!.saved.id).delete();
});

test('articles that were absent come in without being looked up, also into a filled collection, and are undone', async () => {
  const { saved } = await saveReading(
    here,
    sampleReading({ title: '这边的' }, 'https://www.qingshan.example/a.html'),
  );
  const bundles = await several(3);
  const take = await previewed(bundles);
  const db = await here.writing();
  const lookUps = vi.spyOn(db.articles, 'bulkGet');
  expect(await take(bundles[0]!, bundles[1]!)).toBe(2);
  expect(await take(bundles[2]!)).toBe(1);
  expect(lookUps).not.toHaveBeenCalled();
  lookUps.mockRestore();
  const ids = bundles.map((bundle) => bundle.saved.id);
  expect(await getBundles(here, ids)).toEqual(bundles);
  await expectInStep(here);
  await undoImport();
  expect(await articleIds(here)).toEqual([saved.id]);
});

/** Writes articles in one transaction, each as a part of its own. `absent`: those that the preview did not find. */
async function together(bundles: ArticleBundle[], absent = bundles): Promise<number> {
  const [preview] = await previewImports(here, bundles.slice(0, 1));
  const parts = bundles.map((one) => ({ bundles: [one], isAbsent: [absent.includes(one)] }));
  return importInto(here, importId, preview!.absentAt)(parts.shift()!, () => parts.shift() ?? null);
}

test('parts that are written in one transaction are told once, and met or new as the preview has found them', async () => {
  const all4 = await several(4);
  const [met, second, third, fourth] = all4 as [ArticleBundle, ArticleBundle, ArticleBundle, ArticleBundle];
  const { saved } = await saveReading(here, sampleReading({ title: '这边的' }, met.saved.url));
  let notices = 0;
  const stop = onChanged(here, () => notices++);
  const before = await lastRevision(here);
  expect(await together([second, met, third, fourth], [second, third, fourth])).toBe(4);
  stop();
  expect(notices).toBe(1);
  expect(await lastRevision(here)).toBeGreaterThanOrEqual(before + 4);
  const ids = [second, third, fourth].map((bundle) => bundle.saved.id);
  expect((await articleIds(here)).sort()).toEqual([saved.id, ...ids].sort());
  expect(await getBundles(here, ids)).toEqual([second, third, fourth]);
  await expectInStep(here);
  expect(await undoWhole(here, importId)).toBe(true);
  expect(await articleIds(here)).toEqual([saved.id]);
});

test('where a later part of a transaction cannot be written, none of its parts is', async () => {
  const [one, two, three] = (await several(3)) as [ArticleBundle, ArticleBundle, ArticleBundle];
  const twice = { ...two, annotations: [{ ...one.annotations[0]!, articleId: two.saved.id }] };
  await expect(together([one, twice, three])).rejects.toThrow();
  expect([await all(), await lastRevision(here)]).toEqual([[], 0]);
  expect(await together([one, two, three])).toBe(3);
});

test('two absent articles of the same page become one, in one batch and one after the other', async () => {
  const [one] = await several(1);
  const copyOf = (tag: string): ArticleBundle => ({
    saved: { ...one!.saved, id: crypto.randomUUID(), tags: [tag] },
    texts: [],
    annotations: [],
  });
  const [second, third] = [copyOf('堤防'), copyOf('汛期')];
  const take = await previewed([one!, second, third]);
  expect(await take(one!, second)).toBe(2);
  expect(await take(third)).toBe(1);
  const [only, ...others] = await all();
  expect(others).toEqual([]);
  expect(only!.saved).toMatchObject({ id: one!.saved.id, tags: ['堤防', '汛期'] });
  await undoImport();
  expect(await all()).toEqual([]);
});

test('what another context writes during an import is met, and not written over', async () => {
  const [one, two] = await several(2);
  const take = await previewed([one!, two!]);
  await take(one!);
  const { saved } = await saveReading(here, sampleReading({ title: '这边的' }, two!.saved.url));
  await editArticle(here, saved.id, { note: '这边的批注' });
  await take(two!);
  expect((await articleIds(here)).sort()).toEqual([one!.saved.id, saved.id].sort());
  expect((await getArticle(here, saved.id))!.note).toBe('这边的批注');
  expect((await getBundle(here, saved.id))!.annotations).toMatchObject([{ id: two!.annotations[0]!.id }]);
});

test('what was written between the preview and the import is met, too', async () => {
  const [one] = await several(1);
  const take = await previewed([one!]);
  const { saved } = await saveReading(here, sampleReading({}, one!.saved.url));
  await take(one!);
  expect(await articleIds(here)).toEqual([saved.id]);
});

test('an id that comes twice in one import writes nothing of the second batch', async () => {
  const [one, two] = await several(2);
  const twice = { ...two!, annotations: [{ ...one!.annotations[0]!, articleId: two!.saved.id }] };
  const take = await previewed([one!, twice]);
  await take(one!);
  await expect(take(twice)).rejects.toThrow();
  expect(await all()).toEqual([one]);
});

test('an article comes back to marks that were left without it, and its list row counts them', async () => {
  const [one] = await several(1);
  const [mark] = one!.annotations;
  const db = await here.writing();
  const orphan = { ...mark!, id: crypto.randomUUID() };
  await db.annotations.put(orphan);
  await bring(one!);
  expect((await all())[0]!.annotations).toHaveLength(2);
  await undoImport();
  expect(await db.annotations.toArray()).toEqual([orphan]);
  await db.annotations.clear();
  await write(here, { id: crypto.randomUUID(), type: 'deleteArticle', articleId: one!.saved.id });
});

test('each article of an import counts as a change, however many come together', async () => {
  const bundles = (await several(3)).map((bundle) => ({
    ...bundle,
    saved: { ...bundle.saved, revision: { counter: 0, device: '' } },
    texts: [],
    annotations: [],
  }));
  await saveReading(here, sampleReading());
  const before = await lastRevision(here);
  await bring(...bundles);
  expect(await lastRevision(here)).toBe(before + 3);
});

test('an import that an earlier version has recorded in part is undone whole, the later part first', async () => {
  const [one] = await several(1);
  await bring(one!);
  const db = await here.writing();
  const [entry] = await db.applied.where('id').startsWith(`import:${importId}:`).toArray();
  const { undos, seq: _, ...rest } = entry!;
  const { added: __, ...undo } = { ...undos![0]!, rows: rowsOfUndo(undos![0]!) };
  await db.applied.delete(entry!.id);
  // Earlier versions made ids without an order.
  await db.applied.put({ ...rest, id: `import:${importId}:${crypto.randomUUID()}`, undo });
  await editArticle(there, one!.saved.id, { note: '又改' });
  await bring((await getBundle(there, one!.saved.id))!);
  expect(await undoWhole(here, importId)).toBe(true);
  expect(await all()).toEqual([]);
});

test('an import of many parts is undone a few parts at a time, the last first, also after an interruption', async () => {
  const { saved } = await saveReading(
    here,
    sampleReading({ title: '这边的' }, 'https://www.qingshan.example/a.html'),
  );
  const bundles = await several(12);
  const take = importInto(here, importId);
  for (const bundle of bundles) await take({ bundles: [bundle] });
  await editArticle(here, bundles[0]!.saved.id, { note: '这边改的' });
  const other = '2b0f4f0e-0b7c-4c53-9f5b-1a3d6a1c9e02';
  const { saved: second } = await saveReading(
    there,
    sampleReading({}, 'https://www.qingshan.example/b.html'),
  );
  await importInto(here, other)({ bundles: [(await getBundle(there, second.id))!] });
  // The browser is closed after the first transaction.
  await undoImport();
  const left = await articleIds(here);
  expect(left).toEqual(
    expect.arrayContaining([saved.id, second.id, ...bundles.slice(0, 8).map((one) => one.saved.id)]),
  );
  expect(left).toHaveLength(10);
  await expectInStep(here);
  expect(await undoWhole(here, importId)).toBe(true);
  expect((await articleIds(here)).sort()).toEqual([saved.id, second.id, bundles[0]!.saved.id].sort());
  expect(await undoWhole(here, importId)).toBe(false);
  expect(await undoWhole(here, other)).toBe(true);
});

test('articles are read in turn, some at a time, in the order asked for', async () => {
  const [one] = await several(1);
  const copies = Array.from({ length: 120 }, (_, n) => {
    const id = crypto.randomUUID();
    return { saved: { ...one!.saved, id, addresses: [`//a.example/${n}`] }, texts: [], annotations: [] };
  });
  await bring(...copies);
  const ids = copies.map(({ saved }) => saved.id);
  const parts: string[][] = [];
  for await (const part of bundlesInTurn(here, [...ids, crypto.randomUUID()]))
    parts.push(part.map(({ saved }) => saved.id));
  expect(parts.flat()).toEqual(ids);
  expect(parts.length).toBeGreaterThan(1);
  for await (const part of bundlesInTurn(here, [])) parts.push(part.map(({ saved }) => saved.id));
  expect(parts.flat()).toEqual(ids);
});

test('articles are the same, in whatever order they are asked for', async () => {
  const [one] = await several(1);
  const copies = Array.from({ length: 9 }, (_, n) => {
    const id = crypto.randomUUID();
    const texts = one!.texts.map((text) => ({ ...text, articleId: id, id: `${id}/${text.sha256}` }));
    const annotations = one!.annotations.map((mark) => ({ ...mark, articleId: id, id: crypto.randomUUID() }));
    return { saved: { ...one!.saved, id, addresses: [`//a.example/${n}`] }, texts, annotations };
  });
  await bring(...copies);
  const expected = copies.toSorted((a, b) => (a.saved.id < b.saved.id ? -1 : 1));
  const ids = expected.map(({ saved }) => saved.id);
  expect(one!.annotations.length * one!.texts.length).toBeGreaterThan(0);
  expect(await getBundles(here, ids)).toEqual(expected);
  expect(await getBundles(here, ids.toReversed())).toEqual(expected.toReversed());
  // Reads articles with others between them, and with one that does not exist.
  expect(await getBundles(here, [ids[1]!, ids[4]!])).toEqual([expected[1], expected[4]]);
  const gone = `${ids[2]!.slice(0, -1)}~`;
  expect(await getBundles(here, [ids[2]!, gone, ids[3]!])).toEqual(expected.slice(2, 4));
  expect(await getBundles(here, [ids[2]!, ids[2]!])).toEqual([expected[2], expected[2]]);
  expect(await getBundles(here, [])).toEqual([]);
  // Asks for each table once, however many articles there are.
  const asked = [IDBObjectStore, IDBIndex].map((one) => vi.spyOn(one.prototype, 'getAll'));
  await getBundles(here, ids);
  expect(asked.map(({ mock }) => mock.calls.length)).toEqual([2, 1]);
  for (const one of asked) one.mockRestore();
});

test('a part that cannot be read fails in its turn, after those before it', async () => {
  const [one] = await several(1);
  await bring(one!);
  const reading = bundlesInTurn(here, [one!.saved.id, ...Array(60).fill(null)]);
  await expect(reading.next()).rejects.toThrow();
  const later = bundlesInTurn(here, [...Array(50).fill(one!.saved.id), null as never]);
  expect((await later.next()).value).toHaveLength(50);
  await expect(later.next()).rejects.toThrow();
});
