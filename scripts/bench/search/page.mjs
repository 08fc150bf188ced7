// Runs in the page of the benchmark, as the global `bench`. Each function measures one thing.
import { writeAll } from '@/lib/store/index.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { articles } from './articles.mjs';
import { ENGINES } from './engines.mjs';
import { index } from './ours.mjs';
import { store } from './savedTexts.mjs';

export { enginesFor } from './engines.mjs';

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

/** Lets an engine index the first `count` saved articles. Returns the milliseconds in total. */
export const build = async (engine, count) => (await timed(() => ENGINES[engine].build(count))).ms;

/** Loads what an engine needs besides the page's script. Returns the milliseconds. */
export const load = async (engine) => (await timed(async () => ENGINES[engine].load?.())).ms;

/** Closes all engines, so that the next page can open them. */
export async function close() {
  for (const engine of Object.values(ENGINES)) await engine.close?.();
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

/** The bytes of a value: of its numbers in arrays, and of its words in UTF-8. */
const bytesOf = (value) =>
  typeof value === 'string'
    ? new Blob([value]).size
    : (value.byteLength ?? Object.values(value).reduce((sum, one) => sum + bytesOf(one), 0));

/** The size of the index in bytes, and the number of its segments. */
export async function size() {
  const db = await index.open();
  let bytes = 0;
  await db.buckets.each((row) => {
    bytes += row.bytes.length;
  });
  const segments = await db.segments.toArray();
  for (const { columns, dead } of segments) bytes += bytesOf(columns) + dead.byteLength;
  return { bytes, segments: segments.length };
}

const truths = new Map();

/** The ids of those of the first `count` saved articles that contain the words, by reading every text. */
async function truthOf(words, count) {
  if (!truths.has(words)) truths.set(words, await ENGINES.scan.query(words));
  const { texts } = await store.reading();
  const keys = await texts.toCollection().limit(count).primaryKeys();
  const indexed = new Set(keys.map(([articleId]) => articleId));
  return new Set(truths.get(words).filter((id) => indexed.has(id)));
}

/** The median milliseconds of a query. Also its recall and precision, compared with reading every text. */
export async function query(engine, words, { articles: count, times }) {
  const truth = await truthOf(words, count);
  const runs = [];
  let found = [];
  for (let i = 0; i < times; i++) {
    const { ms, value } = await timed(() => ENGINES[engine].query(words));
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

/** How many phrases `typing` types. */
const PHRASES = 10;
/** How many characters each of these phrases has. */
const PHRASE = 8;

/**
 * Types words of the articles, and runs a query at each key from the third on. Returns the median milliseconds of
 * these queries. All words are new to the engine, so that it cannot answer from memory.
 */
export async function typing(engine) {
  const { texts } = await store.reading();
  const rows = await texts.limit(PHRASES).toArray();
  const runs = [];
  for (const { text } of rows) {
    const [words] = new RegExp(`[^，。；\\n]{${PHRASE}}`).exec(text);
    for (let length = 3; length <= PHRASE; length++)
      runs.push((await timed(() => ENGINES[engine].query(words.slice(0, length)))).ms);
  }
  return median(runs);
}

/** The milliseconds of one query. In a new page, this includes opening what the engine has stored. */
export const once = async (engine, words) => (await timed(() => ENGINES[engine].query(words))).ms;

/** Whether the index agrees with the texts. */
export const check = () => index.check();
