// Runs in the page of the benchmark, as the global `bench`. Each function measures one thing.
import MiniSearch from 'minisearch';
import { parseQuery } from '@/lib/search/query.ts';
import { openStore, SearchIndex, writeAll } from '@/lib/store/index.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { articles } from './articles.mjs';

const store = openStore();
const index = new SearchIndex(store);
let miniSearch = null;
let raw = null;

const timed = async (work) => {
  const from = performance.now();
  const value = await work();
  return { ms: performance.now() - from, value };
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Saves all articles as the extension does. Returns the size of their texts in bytes of UTF-8. */
export async function fill(count) {
  const encoder = new TextEncoder();
  let bytes = 0;
  let batch = [];
  const keep = async () => {
    await writeAll(store, batch);
    batch = [];
  };
  for (const { title, text, url } of articles(count)) {
    bytes += encoder.encode(text).length;
    const reading = sampleReading({ title, text }, url);
    batch.push({ id: crypto.randomUUID(), type: 'saveReading', articleId: crypto.randomUUID(), reading });
    if (batch.length === 100) await keep();
  }
  await keep();
  return bytes;
}

/** Builds the index from the saved texts. Returns the milliseconds in total. */
export async function build() {
  await (await store.writing()).unindexed.clear();
  const { ms } = await timed(async () => {
    while (await index.step());
  });
  return ms;
}

/** The milliseconds by which a save takes longer because it also queues the article for the index. */
export async function queueing() {
  const db = await store.writing();
  const ids = (await db.list.limit(200).primaryKeys()).slice();
  const { ms } = await timed(() =>
    db.transaction('rw', db.unindexed, async () => {
      for (const id of ids) await db.unindexed.put({ id, token: crypto.randomUUID() });
    }),
  );
  await db.unindexed.clear();
  return ms / ids.length;
}

/** The size of the index in bytes, and the number of its segments. */
export async function size() {
  const db = await index.open();
  let bytes = 0;
  await db.buckets.each((row) => {
    bytes += row.bytes.length;
  });
  const segments = await db.segments.toArray();
  for (const { columns, dead } of segments)
    for (const column of [...Object.values(columns), dead])
      bytes += column.byteLength ?? new Blob([JSON.stringify(column)]).size;
  return { bytes, segments: segments.length };
}

const openRaw = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('pizhu');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Searches without an index: reads every text. Returns the ids of the articles that contain the words. */
async function scan(words) {
  raw ??= await openRaw();
  const all = await new Promise((resolve, reject) => {
    const request = raw.transaction('texts').objectStore('texts').getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return all.filter(({ text }) => text.includes(words)).map(({ articleId }) => articleId);
}

const bigramsOf = (text) => {
  const clean = text.replace(/[，。；\n]/g, ' ');
  const all = [];
  for (let i = 0; i + 1 < clean.length; i++)
    if (clean[i] !== ' ' && clean[i + 1] !== ' ') all.push(clean.slice(i, i + 2));
  return all.length ? all : [clean];
};

/** Builds a MiniSearch index over pairs of characters, in memory. Returns the milliseconds. */
export async function buildMiniSearch() {
  const { ms } = await timed(async () => {
    const db = await store.reading();
    miniSearch = new MiniSearch({
      fields: ['text'],
      idField: 'articleId',
      tokenize: bigramsOf,
      processTerm: (term) => term,
    });
    await db.texts.each((row) => void miniSearch.add(row));
  });
  return ms;
}

const ENGINES = {
  ours: async (words) => (await index.search(parseQuery(words), 'relevance')).ids,
  scan,
  miniSearch: async (words) => miniSearch.search(words, { combineWith: 'AND' }).map(({ id }) => id),
};

/** The median milliseconds of a query. Also its recall and precision, compared with reading every text. */
export async function query(engine, words, times) {
  const truth = new Set(await scan(words));
  const runs = [];
  let found = [];
  for (let i = 0; i < times; i++) {
    const { ms, value } = await timed(() => ENGINES[engine](words));
    runs.push(ms);
    found = value;
  }
  const right = found.filter((id) => truth.has(id)).length;
  return {
    ms: median(runs),
    found: found.length,
    recall: truth.size ? right / truth.size : 1,
    precision: found.length ? right / found.length : 1,
  };
}

/** Milliseconds of the first query in a page that has opened nothing yet. */
export const cold = async (engine, words) => (await timed(() => ENGINES[engine](words))).ms;

/** Whether the index agrees with the texts. */
export const check = () => index.check();
