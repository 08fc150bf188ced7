import 'fake-indexeddb/auto';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { expectInStep } from '../../test/support/storeChecks.ts';
import { contexts } from '../../test/support/stores.ts';
import {
  addAnnotation,
  annotationsOf,
  articleIds,
  articlesAt,
  articlesOf,
  countCollection,
  countTags,
  deleteAnnotation,
  deleteArticle,
  deleteTags,
  describeTag,
  editAnnotation,
  editArticle,
  findByAddress,
  getArticle,
  getBundle,
  getBundles,
  getText,
  lastRevision,
  listAnnotations,
  listArticles,
  listMarks,
  listQuarantine,
  listRowsOf,
  listTagInfo,
  listTrash,
  markedArticleIds,
  nextSteps,
  otherCopies,
  readmit,
  renameTag,
  restoreAllFromTrash,
  type Store,
  savedAmong,
  saveReading,
  setFlag,
  tagsBeside,
  tagsFrom,
  tagsInUse,
  textsOf,
  textsOfMarks,
  trashEntries,
  undoOrRedo,
  unreadOf,
  valuesFrom,
} from './index.ts';

// Gives one field in one row a wrong value, for every field of every table. No read may fail then, nor any write that
// needs other rows.

type Row = Record<string, unknown>;
type Tables = Record<string, Row[]>;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const page = (n: number) => `https://www.qingshan.example/zw/${n}.html`;
const reading = (n: number) =>
  sampleReading({ title: `第${n}篇`, text: `${sampleReading().article.text.repeat(3)}\n${n}` }, page(n));
const ALL_MARKS = { color: null, tag: '', from: '', to: '' };

let name: string;
let store: Store;
let whole: Tables;
/** The ids of two articles. Rows of the first get a wrong value; the second must stay usable. */
const ids = { spoiled: '', other: '', mark: '', otherMark: '' };

beforeAll(async () => {
  name = `pizhu-test-${crypto.randomUUID()}`;
  [store] = contexts(1, name) as [Store];
  const one = (await saveReading(store, reading(1))).saved;
  const two = (await saveReading(store, reading(2))).saved;
  const three = (await saveReading(store, reading(3))).saved;
  ids.spoiled = one.id;
  ids.other = two.id;
  ids.mark = (await addAnnotation(store, one.id, sampleDraft('管网检查', ['管网']))).id;
  ids.otherMark = (await addAnnotation(store, two.id, sampleDraft('水务工作', ['会议']))).id;
  await editArticle(store, one.id, { note: '核对', addTags: ['水务'] });
  await describeTag(store, { id: '水务', color: 'green', description: '说明' });
  const gone = await addAnnotation(store, one.id, sampleDraft('会议要求'));
  await deleteAnnotation(store, gone.id);
  await deleteArticle(store, three.id);
  const db = await store.writing();
  whole = Object.fromEntries(
    await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Every read that a view, a page or an export does. */
const READINGS: Record<string, () => Promise<unknown>> = {
  articleIds: () => articleIds(store),
  articlesAt: () => articlesAt(store, { url: page(1), canonicalUrl: null }),
  articlesOf: () => articlesOf(store, [ids.spoiled, ids.other]),
  annotationsOf: () => annotationsOf(store, [ids.spoiled, ids.other]),
  countCollection: () => countCollection(store),
  countTags: () => countTags(store),
  findByAddress: () => findByAddress(store, { url: page(1), canonicalUrl: null }),
  getArticle: () => getArticle(store, ids.spoiled),
  getBundle: () => getBundle(store, ids.spoiled),
  getBundles: () => getBundles(store, [ids.spoiled, ids.other]),
  getText: () => getText(store, ids.spoiled, String(whole.texts![0]!.sha256)),
  lastRevision: () => lastRevision(store),
  listAnnotations: () => listAnnotations(store, ids.spoiled),
  listArticles: () => listArticles(store),
  listMarks: () => listMarks(store, ALL_MARKS, 50),
  listQuarantine: () => listQuarantine(store),
  listRowsOf: () => listRowsOf(store, [ids.spoiled, ids.other]),
  listTagInfo: () => listTagInfo(store),
  listTrash: () => listTrash(store),
  markedArticleIds: () => markedArticleIds(store, ALL_MARKS),
  nextSteps: () => nextSteps(store),
  nextStepsOf: () => nextSteps(store, { articleId: ids.spoiled }),
  otherCopies: () => otherCopies(store, { url: page(9), text: reading(1).article.text }, null),
  savedAmong: () => savedAmong(store, [page(1), page(2)]),
  tagsBeside: () => tagsBeside(store, { id: ids.other, source: '青山区政府办', issuer: null }, 10),
  tagsFrom: () => tagsFrom(store, '水', 10),
  tagsInUse: () => tagsInUse(store),
  textsOf: async () => textsOf(store, await articlesOf(store, [ids.spoiled, ids.other])),
  textsOfMarks: async () => textsOfMarks(store, await annotationsOf(store, [ids.spoiled, ids.other])),
  trashEntries: () => trashEntries(store),
  unreadOf: () => unreadOf(store, [ids.spoiled, ids.other]),
  valuesFrom: () => valuesFrom(store, 'source', '青', 10),
};

/** What a person can do with the second article while a row of the first has a wrong value. */
const WRITES: Record<string, () => Promise<unknown>> = {
  saveReading: () => saveReading(store, reading(9)),
  editArticle: () => editArticle(store, ids.other, { note: '已核对', addTags: ['水务', '新'] }),
  addAnnotation: () => addAnnotation(store, ids.other, sampleDraft('各街道')),
  editAnnotation: () => editAnnotation(store, ids.otherMark, { note: '好' }),
  setFlag: () => setFlag(store, ids.other, 'starred', true),
  undo: () => undoOrRedo(store),
  redo: () => undoOrRedo(store, { redo: true }),
  undoOfArticle: () => undoOrRedo(store, { articleId: ids.other }),
  renameTag: () => renameTag(store, '会议', '会'),
  deleteTags: () => deleteTags(store, ['会']),
  deleteArticle: () => deleteArticle(store, ids.other),
  restoreAll: () => restoreAllFromTrash(store),
  readmit: () => readmit(store),
};

async function put(tables: Tables) {
  const db = await store.writing();
  await db.transaction('rw', db.tables, async () => {
    for (const table of db.tables) {
      await table.clear();
      await table.bulkPut((tables[table.name] ?? []) as never[]);
    }
  });
}

/** For each field that occurs in a table, finds a row with that field, preferably a row of the first article. */
function rowsByField(table: string) {
  const keys = ['id', 'articleId', 'sha256', 'kind'];
  const own = (row: Row) => [row.id, row.articleId].includes(ids.spoiled);
  const rows = [...whole[table]!].sort((a, b) => Number(own(b)) - Number(own(a)));
  const found = new Map<string, Row>();
  for (const row of rows)
    for (const field of Object.keys(row))
      if (!found.has(field) && !keys.includes(field)) found.set(field, row);
  return [...found];
}

const OUT_OF_FORM = [undefined, -1.5, 'x', {}, [null]];
/** The tables in which an unreadable row must be kept unchanged, so that a later version can repair it. */
const OWN = ['articles', 'texts', 'annotations', 'tombstones', 'trash'];

test.each([...OWN, 'list', 'tags', 'tagInfo', 'counts', 'history', 'applied', 'meta', 'unindexed'])(
  'of %s',
  { timeout: 120_000 },
  async (table) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const failures: string[] = [];
    const fields = rowsByField(table);
    expect(fields.length).toBeGreaterThan(0);
    for (const [i, [field, row]] of fields.entries())
      for (const value of [null, OUT_OF_FORM[i % OUT_OF_FORM.length]]) {
        const spoiled: Row = { ...row, [field]: value };
        if (value === undefined) delete spoiled[field];
        await put({ ...whole, [table]: whole[table]!.map((one) => (one === row ? spoiled : one)) });
        const attempt = async (all: Record<string, () => Promise<unknown>>) => {
          for (const [what, call] of Object.entries(all))
            await call().catch((error) => {
              failures.push(`${what}, ${field} = ${JSON.stringify(value)}: ${error}`);
            });
        };
        await attempt(READINGS);
        await store.settled();
        const db = await store.reading();
        // The wrong row must still be in its table, or unchanged in the quarantine.
        if (OWN.includes(table) && !(await db.table(table).toArray()).some((one) => isSame(one, spoiled)))
          expect((await listQuarantine(store)).map(({ raw }) => raw)).toContainEqual(spoiled);
        const before = await getBundle(store, ids.other);
        expect(before).toMatchObject({ saved: { article: { title: '第2篇' } }, annotations: [{}] });
        await attempt(WRITES);
        await store.settled();
        await attempt(READINGS);
        await expectInStep(store);
      }
    expect(failures).toEqual([]);
  },
);
