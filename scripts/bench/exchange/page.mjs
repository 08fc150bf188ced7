// Runs in the page of the benchmark, as the global `bench`. Each function measures one way to export or import.
import Dexie from 'dexie';
import { importTarget } from '@/lib/app/options/importTarget.ts';
import { applyImport, planImport } from '@/lib/exchange/import.ts';
import { exportPieces } from '@/lib/exchange/json.ts';
import { writePieces } from '@/lib/exchange/streamed.ts';
import { articleIds, bundlesInTurn, openStore, undoImport } from '@/lib/store/index.ts';
import { importArticles } from '../importedArticles.mjs';
import { articles } from '../search/articles.mjs';

const store = openStore();
/** Milliseconds for which the result stays in memory, so that the memory can be measured from outside the page. */
const HOLD = 600;
const pause = () => new Promise((resolve) => setTimeout(resolve, HOLD));

/** Stores `count` articles, each with five marks. */
export async function fill(count) {
  await importArticles(store, articles(count), 5);
  return (await articleIds(store)).length;
}

async function fileNamed(name) {
  const root = await navigator.storage.getDirectory();
  return root.getFileHandle(name, { create: true });
}

async function* bundles(ids) {
  for await (const some of bundlesInTurn(store, ids)) yield* some;
}

/** Exports with Pizhu, piece by piece, to a file on disk. */
export async function exportOurs() {
  const start = performance.now();
  const handle = await fileNamed('ours.json');
  const writing = await handle.createWritable();
  const pieces = exportPieces(bundles((await articleIds(store)).sort()), 'bench');
  await writePieces((data) => writing.write(data), pieces);
  await writing.close();
  const ms = performance.now() - start;
  await pause();
  return { ms, bytes: (await handle.getFile()).size };
}

/** Exports in the plain way: reads all rows, calls JSON.stringify once, and writes one file. */
export async function exportPlain() {
  const db = await new Dexie('pizhu').open();
  const start = performance.now();
  const rows = {};
  for (const name of ['articles', 'texts', 'annotations']) rows[name] = await db.table(name).toArray();
  const before = performance.now();
  const json = JSON.stringify(rows);
  const stringify = performance.now() - before;
  const handle = await fileNamed('plain.json');
  const writing = await handle.createWritable();
  await writing.write(json);
  await writing.close();
  const ms = performance.now() - start;
  await pause();
  db.close();
  // Uses `json` and `rows` here, so that both stay in memory until now.
  return {
    ms,
    stringify,
    bytes: (await handle.getFile()).size,
    rows: rows.articles.length,
    units: json.length,
  };
}

/**
 * Puts new databases into a bucket of their own. All databases of one bucket share their files, so that each import
 * would be slower than the one before.
 */
async function useOwnBucket(name) {
  Dexie.dependencies.indexedDB = (await navigator.storageBuckets.open(name)).indexedDB;
}

/** A new collection. */
const emptyStore = openStore({ name: 'pizhu-import' });
const target = importTarget(emptyStore, { get: async () => ({}), set: async () => {} });

/** Imports the file that `exportOurs` wrote into a new collection. */
export async function importOurs(turn) {
  await useOwnBucket(`ours-${turn}`);
  const file = await (await fileNamed('ours.json')).getFile();
  const start = performance.now();
  const plan = await planImport(target, file);
  const planned = performance.now() - start;
  const written = await applyImport(target, file, plan);
  localStorage.setItem('importId', plan.importId);
  const ms = performance.now() - start;
  await pause();
  return { ms, planned, written, isIntact: plan.isIntact, bad: plan.bad.length };
}

/** Undoes the import that `importOurs` made. */
export async function undoOurs(turn) {
  await useOwnBucket(`ours-${turn}`);
  const start = performance.now();
  await undoImport(emptyStore, localStorage.getItem('importId'));
  const ms = performance.now() - start;
  await pause();
  return { ms, left: (await articleIds(emptyStore)).length };
}

/** Reads the file that `exportPlain` wrote, and puts its rows into the tables of a database. */
async function putPlainRows(db) {
  const file = await (await fileNamed('plain.json')).getFile();
  const start = performance.now();
  const rows = JSON.parse(await file.text());
  for (const [name, all] of Object.entries(rows)) await db.table(name).bulkPut(all);
  const ms = performance.now() - start;
  await pause();
  db.close();
  return { ms, rows: rows.articles.length };
}

/** Imports in the plain way: one JSON.parse, then bulkPut of the rows. */
export async function importPlain(turn) {
  await useOwnBucket(`plain-${turn}`);
  const db = new Dexie('plain');
  db.version(1).stores({
    articles: 'id, *addresses, capturedAt',
    texts: '[articleId+sha256], articleId',
    annotations: 'id, articleId',
  });
  return putPlainRows(await db.open());
}

/**
 * Reads the rows in the plain way, then writes them into the tables of Pizhu with one bulkPut for each table. Shows how
 * much of the time of an import the browser needs for the indexes of these tables.
 */
export async function importRows(turn) {
  await useOwnBucket(`rows-${turn}`);
  return putPlainRows(await openStore({ name: 'pizhu-rows' }).writing());
}
