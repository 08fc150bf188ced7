// npm run bench:search -- --n 10000
// Searches generated Chinese articles in Chromium in three ways: with Pizhu's index, by reading every text, and with
// MiniSearch. The last line is JSON: what was measured, and which goals are met.
import { parseArgs } from 'node:util';
import { findBrowser } from '../lib/browsers.mjs';
import { setUp } from '../setup.mjs';
import { bundle, serve } from './isolatedPage.mjs';
import { installPeers } from './peers.mjs';
import { PLANTED } from './search/articles.mjs';

setUp(['chromium']);
const { default: puppeteer } = await import('puppeteer-core');

const { values } = parseArgs({ options: { n: { type: 'string', default: '10000' } } });
const COUNT = Number(values.n);
if (!(COUNT > 0)) throw new Error('--n takes a number of articles, as in --n 10000.');
/** The most articles for MiniSearch, which holds everything in memory. With more, the page crashes. */
const MOST_MINISEARCH = 20_000;

/** The goals of Pizhu's index, compared with reading every text: limits of time, size and memory. */
const GOALS = { rare: 80, common: 20, cold: 5, queueing: 1, amortised: 4, size: 2, memory: 300 };

/** The heap of a page in MB, after garbage collection. */
async function heapOf(page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usedSize + backingStorageSize) / 1e6;
}

const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));

async function measure(page, url) {
  const call = (name, ...args) => page.evaluate((one, given) => globalThis.bench[one](...given), name, args);
  await page.goto(url);
  const bytes = await call('fill', COUNT);
  const built = await call('build');
  const queueing = await call('queueing');
  const size = await call('size');
  const check = await call('check');
  const cold = {};
  for (const engine of ['ours', 'scan']) {
    await page.goto('about:blank');
    await page.goto(url);
    cold[engine] = await call('cold', engine, PLANTED[0].words);
  }
  await page.goto('about:blank');
  await page.goto(url);
  const engines = ['ours', 'scan', ...(COUNT <= MOST_MINISEARCH ? ['miniSearch'] : [])];
  const queries = [];
  let memory = 0;
  let memoryBefore = 0;
  for (const engine of engines) {
    if (engine === 'ours') {
      memoryBefore = await heapOf(page);
      for (const { words } of PLANTED) await call('cold', engine, words);
      memory = await heapOf(page);
    }
    const builtIn = engine === 'miniSearch' ? await call('buildMiniSearch') : 0;
    if (builtIn) console.log(`MiniSearch is built in ${ms(builtIn)} ms.`);
    for (const { name, words } of PLANTED)
      queries.push({ engine, name, ...(await call('query', engine, words, engine === 'ours' ? 9 : 5)) });
  }
  return { bytes, built, queueing, size, check, cold, queries, memory, memoryBefore };
}

function print({ bytes, built, queueing, size, check, cold, queries, memory, memoryBefore }) {
  console.log('| query | engine | ms | found | recall | precision |\n| --- | --- | --- | --- | --- | --- |');
  for (const { name } of PLANTED)
    for (const one of queries.filter((query) => query.name === name))
      console.log(
        `| ${name} | ${one.engine} | ${ms(one.ms)} | ${one.found} | ${one.recall.toFixed(2)} | ${one.precision.toFixed(2)} |`,
      );
  console.log(`cold first query: ours ${ms(cold.ours)} ms, scan ${ms(cold.scan)} ms`);
  console.log(
    `index: ${(size.bytes / 1e6).toFixed(1)} MB in ${size.segments} segments, texts ${(bytes / 1e6).toFixed(1)} MB`,
  );
  console.log(`building: ${ms(built / COUNT)} ms an article; queueing at a save: ${queueing.toFixed(2)} ms`);
  console.log(`heap: ${memoryBefore.toFixed(1)} MB before, ${memory.toFixed(1)} MB after queries`);
  console.log(`check: ${JSON.stringify(check)}`);
}

function judge({ bytes, built, queueing, size, check, cold, queries, memory }) {
  const of = (engine, name) => queries.find((one) => one.engine === engine && one.name === name);
  const faster = (name) => of('scan', name).ms / of('ours', name).ms;
  const goal = (value, target, least) => ({
    value: Number(value.toFixed(2)),
    target,
    ok: least ? value >= target : value <= target,
  });
  const ours = queries.filter(({ engine }) => engine === 'ours');
  return {
    recall: goal(Math.min(...ours.map(({ recall }) => recall)), 1, true),
    precision: goal(Math.min(...ours.map(({ precision }) => precision)), 1, true),
    rareFasterThanScan: goal(faster('rare'), GOALS.rare, true),
    commonFasterThanScan: goal(faster('common'), GOALS.common, true),
    coldFasterThanScan: goal(cold.scan / cold.ours, GOALS.cold, true),
    queueingMs: goal(queueing, GOALS.queueing, false),
    amortisedMs: goal(built / COUNT, GOALS.amortised, false),
    sizeToText: goal(size.bytes / bytes, GOALS.size, false),
    memoryMB: goal(memory, GOALS.memory, false),
    disagreements: goal(check.missing + check.stale + check.gone + check.damaged, 0, false),
  };
}

installPeers();
const server = await serve(await bundle('scripts/bench/search/page.mjs'));
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  headless: true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  protocolTimeout: 3_600_000,
});
try {
  console.log(`${COUNT} articles of about 3,000 characters, ${await browser.version()}.`);
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(String(error)));
  const measured = await measure(page, server.url);
  print(measured);
  console.log(JSON.stringify({ bench: 'search', n: COUNT, goals: judge(measured) }));
} finally {
  await browser.close();
  server.close();
}
