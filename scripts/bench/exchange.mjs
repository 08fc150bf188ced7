// npm run bench:exchange -- --n 10000 --runs 3
// Measures time, CPU time and peak memory of exporting to a file and importing it in Chromium. Compares the export with
// one JSON.stringify of the same rows, and the import with one JSON.parse and one bulkPut. Runs all ways in turn, and
// compares those of the same turn: the median of the ratios counts. The last line of the output is JSON: figures and
// goals.
import { parseArgs } from 'node:util';
import { findBrowser } from '../lib/browsers.mjs';
import { setUp } from '../setup.mjs';
import { cpuOf } from './cpu.mjs';
import { bundle, serve } from './isolatedPage.mjs';

setUp(['chromium']);
const { default: puppeteer } = await import('puppeteer-core');

const { values } = parseArgs({
  options: { n: { type: 'string', default: '10000' }, runs: { type: 'string', default: '3' } },
});
const [COUNT, RUNS] = [Number(values.n), Number(values.runs)];
if (!(COUNT > 0 && RUNS > 0)) throw new Error('--n and --runs take numbers, as in --n 10000 --runs 3.');

/** The most memory and time that Pizhu may take, as a multiple of the plain JSON functions. */
const GOALS = { memory: 0.25, exportTime: 1.5, importTime: 1.5 };
/** Milliseconds between two measurements of the heap. */
const LOOK = 100;

/**
 * Calls a function in a new page. Returns its result, the CPU milliseconds of all processes of the browser, and the
 * greatest growth of the heap in MB.
 */
async function measured(browser, url, name, ...args) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(String(error)));
  await page.goto(url);
  const session = await page.createCDPSession();
  const heap = async () => {
    const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
    return (usedSize + backingStorageSize) / 1e6;
  };
  await session.send('HeapProfiler.collectGarbage');
  const before = await heap();
  const cpuBefore = await cpuOf(browser);
  let peak = before;
  let isDone = false;
  const look = (async () => {
    while (!isDone) {
      // Ignores an error, because a page that failed may be closed by now.
      peak = Math.max(peak, await heap().catch(() => 0));
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  })();
  const value = await page.evaluate((one, given) => globalThis.bench[one](...given), name, args);
  isDone = true;
  await look;
  let cpu = 0;
  for (const [id, seconds] of await cpuOf(browser)) cpu += seconds - (cpuBefore.get(id) ?? 0);
  await page.close();
  return { ...value, cpu: 1000 * cpu, peakMB: peak - before };
}

/** The ways to export and import, in the order in which they run. */
const WAYS = ['exportPlain', 'exportOurs', 'importPlain', 'importRows', 'importOurs'];

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
const goal = (value, target) => ({ value: Number(value.toFixed(2)), target, ok: value <= target });

const server = await serve(await bundle('scripts/bench/exchange/page.mjs'));
const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  headless: true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  protocolTimeout: 3_600_000,
});
try {
  console.log(`${COUNT} articles of about 3,000 characters with 5 marks each, ${await browser.version()}.`);
  const run = (name, ...args) => measured(browser, server.url, name, ...args);
  await run('fill', COUNT);
  const turns = [];
  for (let turn = 0; turn < RUNS; turn++) {
    const one = {};
    // Every import goes into a new database, which the name of its turn identifies.
    for (const name of WAYS) one[name] = await run(name, turn);
    turns.push(one);
    console.error(
      `turn ${turn + 1} of ${RUNS}: ${WAYS.map((way) => `${way} ${one[way].ms.toFixed(0)}`).join(', ')}`,
    );
  }
  console.log('| | ms | CPU ms | peak MB |\n| --- | --- | --- | --- |');
  for (const way of WAYS) {
    const [ms, cpu, peak] = ['ms', 'cpu', 'peakMB'].map((of) => median(turns.map((one) => one[way][of])));
    console.log(`| ${way} | ${ms.toFixed(0)} | ${cpu.toFixed(0)} | ${peak.toFixed(1)} |`);
  }
  /** The median, over all turns, of the ratio between two ways. */
  const ratio = (of, ours, plain) => median(turns.map((one) => one[ours][of] / one[plain][of]));
  const goals = {
    exportMemory: goal(ratio('peakMB', 'exportOurs', 'exportPlain'), GOALS.memory),
    exportTime: goal(ratio('ms', 'exportOurs', 'exportPlain'), GOALS.exportTime),
    importMemory: goal(ratio('peakMB', 'importOurs', 'importPlain'), GOALS.memory),
    importTime: goal(ratio('ms', 'importOurs', 'importPlain'), GOALS.importTime),
    articlesLost: goal(Math.max(...turns.map(({ importOurs }) => COUNT - importOurs.written)), 0),
  };
  const cpu = {
    exportRatio: ratio('cpu', 'exportOurs', 'exportPlain'),
    importRatio: ratio('cpu', 'importOurs', 'importPlain'),
  };
  console.log(JSON.stringify({ bench: 'exchange', n: COUNT, runs: RUNS, turns, cpu, goals }));
} finally {
  await browser.close();
  server.close();
}
