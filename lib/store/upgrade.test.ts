import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { loadDump, readDump } from '../../test/support/dump.ts';
import { sampleReading, sampleSaved } from '../../test/support/samples.ts';
import { expectInStep } from '../../test/support/storeChecks.ts';
import { contexts } from '../../test/support/stores.ts';
import { FIRST_REVISION } from '../record/row.ts';
import { foldTag } from '../search/query.ts';
import {
  articleIds,
  articlesAt,
  countCollection,
  countTags,
  editArticle,
  findByAddress,
  getBundle,
  listArticles,
  listDues,
  listMarks,
  listQuarantine,
  nextSteps,
  openStore,
  restoreAllFromTrash,
  saveReading,
  showMarksAt,
  tagsFrom,
  undoOrRedo,
} from './index.ts';
import type { Store } from './store.ts';
import { DATABASE_VERSION } from './version.ts';

const dump = readDump('v2.json');
const rowsOf = (name: string) => dump.stores.find((store) => store.name === name)!.rows;
const isGood = (row: Record<string, unknown>) => !String(row.id).startsWith('00000000');
const rich = rowsOf('articles').find((row) => (row.tags as string[]).length === 2)!;
const plain = rowsOf('articles').find((row) => isGood(row) && row.id !== rich.id)!;

let name: string;
let store: Store;
beforeEach(async () => {
  name = `pizhu-test-${crypto.randomUUID()}`;
  await loadDump(dump, name);
  [store] = contexts(1, name) as [Store];
});

test('every article, text and mark that can be read is there after the upgrade, field by field', async () => {
  expect((await articleIds(store)).sort()).toEqual([rich.id, plain.id].sort());
  for (const row of [rich, plain]) {
    const bundle = (await getBundle(store, row.id as string))!;
    const { taskCorrections = [], article, ...rest } = row;
    // Provenance has old names of rules, which migration replaces by the present names.
    const { provenance: _, ...metadata } = article as { provenance: unknown };
    const fields = { ...rest, article: metadata };
    expect(bundle.saved).toMatchObject({ ...fields, revision: FIRST_REVISION, schema: 2 });
    expect(bundle.saved.taskCorrections).toMatchObject(taskCorrections as object[]);
    const own = (rows: Record<string, unknown>[]) =>
      rows.filter(({ articleId, ...one }) => articleId === row.id && isGood(one));
    expect(bundle.texts).toHaveLength(own(rowsOf('texts')).length);
    for (const text of own(rowsOf('texts')))
      expect(bundle.texts).toContainEqual(expect.objectContaining(text));
    expect(bundle.annotations).toHaveLength(own(rowsOf('annotations')).length);
    for (const mark of own(rowsOf('annotations')))
      expect(bundle.annotations).toContainEqual(expect.objectContaining(mark));
  }
});

test('texts stand in the order of their capture, and carry what every row carries', async () => {
  const { texts } = (await getBundle(store, rich.id as string))!;
  expect(texts.map(({ capturedAt }) => capturedAt)).toEqual([
    '2025-03-12T08:00:00.000Z',
    '2025-03-14T08:00:00.000Z',
  ]);
  expect(texts[0]).toMatchObject({
    id: `${rich.id}/${texts[0]!.sha256}`,
    created: '2025-03-12T08:00:00.000Z',
    modified: '2025-03-12T08:00:00.000Z',
    revision: { counter: 0, device: '' },
    schema: 2,
  });
});

test('rules have the names that they have now', async () => {
  expect((await getBundle(store, plain.id as string))!.saved.article.provenance).toEqual({
    title: { rule: 'heading', origin: 'heading', confidence: 0.9 },
    publishedAt: {
      rule: 'label',
      origin: 'labelled-line',
      confidence: 0.8,
      otherwise: { value: '2025-03-05', rule: 'meta', origin: 'meta' },
    },
  });
});

test('what earlier versions did not keep is read as empty', async () => {
  expect((await getBundle(store, plain.id as string))!.saved).toMatchObject({
    goals: [],
    meetings: [],
    documents: [],
    people: [],
    taskCorrections: [],
    starred: false,
    read: false,
  });
});

test('the list has a row for each article, with corrections counted', async () => {
  const { rows, next } = await listArticles(store);
  expect(next).toBeNull();
  expect(
    rows.map(({ id, marks, notes, tasks, tags, tagUses }) => ({ id, marks, notes, tasks, tags, tagUses })),
  ).toEqual([
    { id: plain.id, marks: 1, notes: 0, tasks: 0, tags: [], tagUses: [] },
    // The page yields eight tasks. The person has removed one and added another, so eight remain.
    { id: rich.id, marks: 2, notes: 2, tasks: 8, tags: ['水务', '岚桥', '任务'], tagUses: [3, 1, 1] },
  ]);
});

test('counters are those of the list', async () => {
  expect(await countCollection(store)).toEqual({
    articles: 2,
    marks: 3,
    notes: 2,
    tasks: 8,
    starred: 0,
    read: 0,
  });
  expect(await countTags(store)).toEqual([
    { id: '水务', articles: 1, uses: 3 },
    { id: '岚桥', articles: 1, uses: 1 },
    { id: '任务', articles: 1, uses: 1 },
  ]);
});

test('rows that cannot be read are set aside as they were', async () => {
  const aside = await listQuarantine(store);
  const bad = [...rowsOf('articles'), ...rowsOf('annotations')].filter((row) => !isGood(row));
  expect(aside.map(({ reason, table, key }) => [reason, table, key]).sort()).toEqual([
    ['invalid', 'annotations', '00000000-0000-4000-8000-000000000001'],
    ['invalid', 'articles', '00000000-0000-4000-8000-000000000002'],
    ['orphan', 'annotations', '00000000-0000-4000-8000-000000000003'],
  ]);
  for (const row of bad) expect(aside.map(({ raw }) => raw)).toContainEqual(row);
  for (const { message } of aside) expect(message).not.toBe('');
});

test('the upgraded collection is found by address and takes changes', async () => {
  const page = { url: plain.url as string, canonicalUrl: null };
  expect((await findByAddress(store, page))?.id).toBe(plain.id);
  const { created } = await saveReading(store, sampleReading());
  expect(created).toBe(false);
  await editArticle(store, plain.id as string, { addTags: ['水务'] });
  expect((await countTags(store))[0]).toEqual({ id: '水务', articles: 2, uses: 4 });
});

test('an upgrade that is cut off leaves the old database whole', async () => {
  class Dying extends Error {}
  const { upgradeTo3 } = await import('./upgrade.ts');
  const db = new Dexie(name);
  db.version(2).stores({
    articles: 'id',
    texts: '[articleId+sha256], articleId',
    annotations: 'id, articleId',
  });
  db.version(3)
    .stores({ list: 'id', tags: 'id', counts: 'id', quarantine: 'id' })
    .upgrade(async (tx) => {
      await upgradeTo3(tx);
      throw new Dying();
    });
  await expect(db.open()).rejects.toThrow();
  db.close();
  const found = (await indexedDB.databases()).find((one) => one.name === name);
  expect(found?.version).toBe(dump.version);
  expect(await articleIds(store)).toHaveLength(2);
  expect(await listQuarantine(store)).toHaveLength(3);
});

test('a database of a newer version can be read and not written', async () => {
  await articleIds(store);
  await store.close();
  const newer = indexedDB.open(name, 10 * (DATABASE_VERSION + 1));
  await new Promise((resolve) => {
    newer.onsuccess = resolve;
  });
  newer.result.close();
  expect(await store.readOnly()).toBe(true);
  expect(await articleIds(store)).toHaveLength(2);
  expect((await getBundle(store, rich.id as string))?.annotations).toHaveLength(2);
  await expect(editArticle(store, plain.id as string, { note: '不行' })).rejects.toMatchObject({
    code: 'newer',
  });
  expect((await getBundle(store, plain.id as string))?.saved.note).toBe('');
  await store.close();
  const found = (await indexedDB.databases()).find((one) => one.name === name);
  expect(found?.version).toBe(10 * (DATABASE_VERSION + 1));
});

test('from version 3: all is there as it was, and what is done from then on can be undone', async () => {
  const old = readDump('v3.json');
  const own = `pizhu-test-${crypto.randomUUID()}`;
  await loadDump(old, own);
  const [from3] = contexts(1, own) as [Store];
  const db = await from3.reading();
  const texts = old.stores.find(({ name }) => name === 'texts')!.rows as { articleId: string }[];
  const now = (name: string, row: object) => {
    const { id } = row as { id: string };
    if (name === 'tags') return { ...row, fold: foldTag(id) };
    const isChanged = name === 'list' && texts.filter(({ articleId }) => articleId === id).length > 1;
    return isChanged ? { ...row, changed: true } : row;
  };
  for (const { name, rows } of old.stores)
    expect(await db.table(name).toArray(), name).toEqual(rows.map((row) => now(name, row as object)));
  expect(await nextSteps(from3)).toEqual({ undo: null, redo: null });
  const [id] = await articleIds(from3);
  await editArticle(from3, id!, { addTags: ['新标签'] });
  expect((await nextSteps(from3)).undo).toMatchObject({ type: 'addTag', label: '新标签' });
  await undoOrRedo(from3);
  expect((await getBundle(from3, id!))!.saved.tags).not.toContain('新标签');
  await from3.close();
});

/** The steps that a version can undo and redo next. A version without a history has none. */
const LAST_STEPS: Record<number, (string | undefined)[]> = {
  4: [undefined, undefined],
  5: ['addTag', 'setNote'],
  6: ['correctField', undefined],
  7: ['setFlag', undefined],
  8: ['setFlag', 'addTag'],
  9: ['setFlag', undefined],
  10: ['saveReading', undefined],
  11: ['addAnnotation', undefined],
};

test.each([4, 5, 6, 7, 8, 9, 10, 11])(
  'from version %i: every row is there as it was, and all can be done with it',
  async (version) => {
    const old = readDump(`v${version}.json`);
    expect(old.version).toBe(10 * version);
    const own = `pizhu-test-${crypto.randomUUID()}`;
    await loadDump(old, own);
    const [from] = contexts(1, own) as [Store];
    const db = await from.reading();
    // Without this, the opening would fail where the upgrade takes more than ten seconds.
    expect(db.isUpgrading).toBe(true);
    for (const { name, rows } of old.stores)
      expect(await db.table(name).toArray(), name).toEqual(
        rows.map((row) => (name === 'tags' ? { ...row, fold: foldTag(String(row.id)) } : row)),
      );
    await expectInStep(from);
    const rowsOfOld = (table: string) => old.stores.find((one) => one.name === table)!.rows;
    const dues = rowsOfOld('list').flatMap(({ id, dues }) =>
      (dues as string[]).map((day) => ({ day, articleId: id })),
    );
    expect((await listDues(from, { from: '' }, 10)).dues).toEqual(dues);
    expect(dues).toHaveLength(version >= 10 ? 1 : 0);
    expect(await listQuarantine(from)).toEqual([]);
    expect(await tagsFrom(from, '防', 10)).toEqual(['防汛', '防汛/值守']);
    const page = { url: 'https://news.example/copy.html', canonicalUrl: null };
    const [shown] = (await articlesAt(from, page)).also;
    expect(shown?.note).toBe('年底核对');
    const { marks } = await listMarks(from, { color: null, tag: '', from: '', to: '' }, 10);
    expect(marks.map(({ color }) => color)).toEqual(version === 11 ? ['yellow', 'blue'] : ['yellow']);
    const { undo, redo } = await nextSteps(from);
    expect([undo?.type, redo?.type]).toEqual(LAST_STEPS[version]);
    expect(await restoreAllFromTrash(from)).toMatchObject({ restored: 2 });
    expect(await articleIds(from)).toHaveLength(rowsOfOld('articles').length + 1);
    await expectInStep(from);
    await from.close();
  },
);

test('a database that is not there is made', async () => {
  const fresh = openStore({ name: `pizhu-test-${crypto.randomUUID()}` });
  expect(await fresh.readOnly()).toBe(false);
  expect(await countCollection(fresh)).toEqual({
    articles: 0,
    marks: 0,
    notes: 0,
    tasks: 0,
    starred: 0,
    read: 0,
  });
  await fresh.close();
});

test('a database of version 3 takes the index of pages on which marks show too', async () => {
  const third = `pizhu-test-${crypto.randomUUID()}`;
  const old = new Dexie(third);
  old.version(3).stores({
    articles: 'id, *addresses, sha256',
    texts: '[articleId+sha256], articleId',
    annotations: 'id, articleId',
    list: 'id, [capturedAt+id], [publishedAt+id], [modified+id], *tags, *dues',
    ...Object.fromEntries(['tags', 'counts', 'trash', 'meta'].map((table) => [table, 'id'])),
    tombstones: 'id, articleId, expires',
    quarantine: 'id, at',
    applied: 'id, at',
  });
  const row = sampleSaved({ addresses: ['//www.qingshan.example/zw/1.html'] });
  const { alsoAt: _, ...before } = row;
  await old.table('articles').put(before);
  old.close();
  const [upgraded] = contexts(1, third) as [Store];
  const url = 'https://elsewhere.example/1';
  await showMarksAt(upgraded, row.id, url, true);
  expect(await articlesAt(upgraded, { url, canonicalUrl: null })).toMatchObject({ also: [{ id: row.id }] });
});

test('a database of version 12 says in its list which articles were saved with several texts', async () => {
  const twelfth = `pizhu-test-${crypto.randomUUID()}`;
  const [first] = contexts(1, twelfth) as [Store];
  const addressOf = (n: number) => `https://www.qingshan.example/zw/${n}.html`;
  const changed = (await saveReading(first, sampleReading({}, addressOf(1)))).saved.id;
  await saveReading(first, sampleReading({ text: '改过的正文。' }, addressOf(1)));
  const same = (await saveReading(first, sampleReading({}, addressOf(2)))).saved.id;
  const db = await first.reading();
  const rows = (await db.list.toArray()).map(({ changed: _, ...row }) => row);
  await first.close();
  // Writes the same rows into a database of version 12, in which lists did not have this field.
  const copy = `pizhu-test-${crypto.randomUUID()}`;
  const old = new Dexie(copy);
  old.version(12).stores({
    articles: 'id, *addresses, *alsoAt, sha256',
    texts: '[articleId+sha256]',
    annotations: 'id, articleId, [color+created]',
    list: 'id, [capturedAt+id], [publishedAt+id], [modified+id], *tags, *dues, source, issuer, region',
    ...Object.fromEntries(['counts', 'trash', 'meta', 'unindexed', 'tagInfo'].map((table) => [table, 'id'])),
    tags: 'id, fold',
    tombstones: 'id, articleId, expires',
    quarantine: 'id, at',
    applied: 'id, at',
    history: 'id, seq, articleId, [undone+seq]',
    snapshots: 'id, articleId',
    snapshotFiles: 'id',
  });
  await old.table('list').bulkPut(rows);
  await old.table('texts').bulkPut([
    { articleId: changed, sha256: 'a' },
    { articleId: changed, sha256: 'b' },
    { articleId: same, sha256: 'a' },
  ]);
  old.close();
  const [upgraded] = contexts(1, copy) as [Store];
  const { rows: listed } = await listArticles(upgraded, { limit: 10 });
  expect(Object.fromEntries(listed.map((row) => [row.id, row.changed]))).toEqual({
    [changed]: true,
    [same]: false,
  });
});
