import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../../test/support/interface.ts';
import { sampleDraft, sampleReading } from '../../../test/support/samples.ts';
import { contexts } from '../../../test/support/stores.ts';
import { countExtras, type Extras } from '../../exchange/extras.ts';
import { COLLECTION_FORMATS, formatOf } from '../../exchange/formats.ts';
import { parseExport } from '../../exchange/readExport.ts';
import {
  addAnnotation,
  articleIds,
  deleteArticle,
  describeTag,
  editArticle,
  type Store,
  saveReading,
} from '../../store/index.ts';

const files: { name: string; pieces: BlobPart[]; state: 'open' | 'finished' | 'dropped' }[] = [];
const openFile = vi.fn(async (name: string) => {
  const file: (typeof files)[number] = { name, pieces: [], state: 'open' };
  files.push(file);
  return {
    write: async (piece: BlobPart) => file.pieces.push(piece),
    finish: async () => {
      file.state = 'finished';
    },
    drop: async () => {
      file.state = 'dropped';
    },
  };
});
const held: Record<string, unknown> = {};
Object.assign((globalThis as unknown as { chrome: object }).chrome, {
  storage: { local: { get: async (key: string) => ({ [key]: held[key] }) } },
});
vi.doMock('./exportFile.ts', () => ({ openFile }));
const { downloadArticles } = await import('./download.ts');

let db: Store;
const said: string[] = [];
const notify = (words: string) => void said.push(words);
beforeEach(async () => {
  setLanguage('zh_CN');
  files.length = 0;
  said.length = 0;
  [db] = contexts(1) as [Store];
  for (let n = 1; n <= 120; n++)
    await saveReading(db, sampleReading({ title: `第${n}期` }, `https://www.qingshan.example/${n}.html`));
}, 60_000);
afterEach(() => db.close());

const format = (id: string) => formatOf(COLLECTION_FORMATS, id, 'json');
const words = (n: number) => new Blob(files[n]!.pieces).text();

test('a file is written piece by piece and holds all in order; a single article names it', async () => {
  const ids = await articleIds(db);
  const progress: number[] = [];
  await downloadArticles({
    db,
    ids,
    format: format('json'),
    notify,
    onProgress: ({ done }) => progress.push(done),
  });
  expect(parseExport(await words(0)).articles.map(({ saved }) => saved.id)).toEqual(ids.toSorted());
  expect(progress).toEqual([0, 50, 100]);
  expect(files[0]).toMatchObject({ state: 'finished', name: expect.stringMatching(/^pizhu-120-.*\.json$/) });
  expect(said).toEqual(['已导出 120 篇']);
  await downloadArticles({ db, ids: ids.slice(0, 1), format: format('csv-articles'), notify });
  expect(files[1]!.name).toMatch(/^第120期-.*\.articles\.csv$/);
}, 60_000);

test('what is stopped, or fails, leaves no file and says so', async () => {
  const ids = await articleIds(db);
  const stopping = new AbortController();
  const stop = ({ done }: { done: number }) => {
    if (done === 50) stopping.abort();
  };
  await downloadArticles({
    db,
    ids,
    format: format('ndjson'),
    notify,
    onProgress: stop,
    signal: stopping.signal,
  });
  expect(files[0]!.state).toBe('dropped');
  const broken = { ...format('ics'), write: () => Promise.reject(new Error('full')) };
  await downloadArticles({ db, ids, format: broken, notify });
  expect(files[1]!.state).toBe('dropped');
  expect(said).toEqual(['已停止导出，没有生成文件。', expect.stringContaining('出了意外')]);
}, 60_000);

test('a format with a limit refuses more before anything is read, and says which formats take them', async () => {
  const ids = await articleIds(db);
  await downloadArticles({ db, ids, format: { ...format('xlsx'), limit: 100 }, notify });
  expect(files).toEqual([]);
  expect(said[0]).toContain('最多导出 100 篇，现有 120 篇');
}, 60_000);

test('searches, settings and tags go into the file where they are wanted, trash only with them', async () => {
  held.settings = { printsMarks: false };
  held.savedSearches = [
    { name: '管网', asked: { words: '管网', filtering: {}, order: 'saved', group: 'none' } },
  ];
  const [first] = await articleIds(db);
  await deleteArticle(db, first!);
  const ids: string[] = [];
  const given = { db, ids, format: format('json'), notify };
  await downloadArticles(given);
  await downloadArticles({ ...given, choices: new Set(['extras'] as const) });
  await downloadArticles({ ...given, choices: new Set(['extras', 'trash'] as const) });
  await downloadArticles({ ...given, choices: new Set(['trash'] as const) });
  const all = await Promise.all(
    files.map(async ({ pieces }) => parseExport(await new Blob(pieces).text()).extras as Extras | undefined),
  );
  expect(all.map((extras) => extras && countExtras(extras))).toEqual([
    undefined,
    { tags: 0, searches: 1, settings: 1, trash: 0 },
    { tags: 0, searches: 1, settings: 1, trash: 1 },
    undefined,
  ]);
}, 60_000);

test('a part of the collection takes along what is said of its tags and of the colours of its marks', async () => {
  held.settings = { printsMarks: false, colorMeanings: { yellow: '数据', pink: '存疑' } };
  const [first] = await articleIds(db);
  await editArticle(db, first!, { addTags: ['水务'] });
  await addAnnotation(db, first!, { ...sampleDraft('管网检查', []), color: 'yellow' });
  for (const id of ['水务', '堤防']) await describeTag(db, { id, color: 'blue', description: '' });
  const given = { db, ids: [first!], notify, choices: new Set(['meanings'] as const) };
  await downloadArticles({ ...given, format: format('json') });
  await downloadArticles({ ...given, format: format('ndjson') });
  await downloadArticles({ ...given, format: format('json'), choices: new Set() });
  const [asJson, asLines, without] = await Promise.all(
    files.map(async ({ pieces }) => new Blob(pieces).text()),
  );
  const expected = {
    tags: [{ id: '水务', color: 'blue', description: '' }],
    settings: { colorMeanings: { yellow: '数据' } },
  };
  expect(parseExport(asJson!).extras).toEqual(expected);
  expect(JSON.parse(asLines!.trimEnd().split('\n').at(-1)!)).toMatchObject({ extras: expected });
  expect(parseExport(without!).extras).toBeUndefined();
}, 60_000);

test('a thousand articles and more are written into a file on the disk', async () => {
  const [id] = await articleIds(db);
  for (const count of [999, 1000, 1001]) {
    const ids = Array.from({ length: count }, () => id!);
    await downloadArticles({
      db,
      ids,
      format: { ...format('json'), limit: undefined, stream: undefined, write: async () => [] },
      notify,
    });
  }
  expect(openFile.mock.calls.slice(-3).map((given) => (given as unknown[])[2])).toEqual([false, true, true]);
}, 60_000);
